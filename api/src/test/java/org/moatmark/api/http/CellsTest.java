package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.report.CellWords;

/** The pages write CSV, too: what they take for a formula is what the library takes for one. */
class CellsTest {

    private static final Pattern LITERAL = Pattern.compile("(?s)const FORMULA =\\s*/(.*?)/;");

    /** The pattern of the page, which Java reads alike: it is made of classes and escapes that both know. */
    private static Pattern ofThePage() {
        String script = new String(Library.resource("/web/files/cells.js"), StandardCharsets.UTF_8);
        Matcher literal = LITERAL.matcher(script);
        assertThat(literal.find()).isTrue();
        return Pattern.compile(literal.group(1));
    }

    @Test
    void the_page_disarms_what_the_library_disarms() throws IOException {
        Pattern page = ofThePage();
        JsonObject texts =
                (JsonObject) JsonTree.parse(Files.readString(Path.of("../core/src/test/resources/formulas.json")))
                        .orThrow();
        for (String kind : new String[] {"formulas", "words"}) {
            for (var text : ((JsonArray) texts.toMap().get(kind)).values()) {
                String value = ((JsonString) text).value();
                assertThat(page.matcher(value).find()).as(value).isEqualTo(kind.equals("formulas"));
            }
        }
    }

    @Test
    void every_character_counts_the_same_for_both() {
        Pattern page = ofThePage();
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            for (String text : new String[] {(char) c + "=1", (char) c + "1"}) {
                assertThat(page.matcher(text).find())
                        .as("U+%04X", c)
                        .isEqualTo(!CellWords.harmless(text).equals(text));
            }
        }
    }
}
