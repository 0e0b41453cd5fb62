package org.moatmark.api.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a screen reader is given to say on the way of a seat, beside texts that somebody read: roles, names, descriptions and
 * states in their order. Written anew with {@code -Dmoatmark.golden=write}: read them before they are committed.
 */
@ExtendWith(Journeys.class)
class SpokenJourney {

    private static final Path FOLDER = Path.of("src/browser/goldens/spoken");
    private static final boolean WRITE = "write".equals(System.getProperty("moatmark.golden"));
    /** Of a page of questions the head, one that is answered, one that is not, and the way on. */
    private static final List<String> OF_QUESTIONS =
            List.of(".fill-head", ".fill h2", ".item >> nth=0", ".item >> nth=-1", ".steps");

    private static final List<String> SCREENS = List.of(
            "respond-welcome",
            "respond-answered",
            "respond-conflict",
            "respond-review",
            "respond-receipt",
            "quick-begun");

    private final Scenery scenery;

    SpokenJourney(Scenery scenery) {
        this.scenery = scenery;
    }

    static Stream<Arguments> screens() {
        return SCREENS.stream()
                .flatMap(screen -> Stream.of("en", "ja").map(language -> Arguments.of(screen, language)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("screens")
    void a_screen_says_what_it_said(String screen, String language) throws IOException {
        Visitor visitor = scenery.visitor(language, 390);
        Screens.named(screen).arrive(scenery, visitor);
        Scenery.settled(visitor.page());
        String said = said(visitor.page());
        Path golden = FOLDER.resolve(screen + "-" + language + ".yml");
        if (WRITE) {
            Files.createDirectories(FOLDER);
            Files.writeString(golden, said);
        }

        assertThat(said).isEqualTo(Files.readString(golden));
    }

    /** Without what is another each time: clock, date and receipt. */
    private static String said(Page page) {
        boolean asks = page.locator(".fill .item").count() > 0;
        StringBuilder said = new StringBuilder();
        for (String part : asks ? OF_QUESTIONS : List.of("main")) {
            said.append(page.locator(part).ariaSnapshot()).append('\n');
        }
        return said.toString()
                .replaceAll("\\b\\d\\d:\\d\\d\\b", "hh:mm")
                .replaceAll("\\d{4}年\\d+月\\d+日\\(.\\)|\\w{3}, \\w+ \\d+, \\d{4}", "a day")
                .replaceAll("\\b[0-9a-f]{8,}(-[0-9a-f]+)*\\b|\\b[0-9A-HJKMNP-TV-Z]{26}\\b", "a number");
    }
}
