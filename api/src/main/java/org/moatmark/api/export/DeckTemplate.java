package org.moatmark.api.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.moatmark.core.report.Deck;

/**
 * The empty presentation that slides are added to: theme, master and layouts of 16 to 9, which lie as plain files beside the
 * program. Whoever changes the theme of a deck changes its accent and its faces everywhere.
 */
final class DeckTemplate {

    /** Large numbers, and text under them. */
    static final String HEADLINE = "Headline";

    /** A picture over the whole width. */
    static final String PICTURE = "Picture";

    /** Text, and a picture at its right. */
    static final String SPLIT = "Text and picture";

    /** Text over the whole width. */
    static final String TEXT = "Text";

    private static final String LAYOUT_RELATIONS = "layout-rels.xml";
    private static final Map<String, String> PARTS = parts();

    private DeckTemplate() {}

    private static Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", "content-types.xml");
        parts.put("_rels/.rels", "package-rels.xml");
        parts.put("ppt/presentation.xml", "presentation.xml");
        parts.put("ppt/_rels/presentation.xml.rels", "presentation-rels.xml");
        parts.put("ppt/theme/theme1.xml", "theme.xml");
        parts.put("ppt/theme/theme2.xml", "theme.xml");
        parts.put("ppt/notesMasters/notesMaster1.xml", "notes-master.xml");
        parts.put("ppt/notesMasters/_rels/notesMaster1.xml.rels", "notes-master-rels.xml");
        parts.put("ppt/slideMasters/slideMaster1.xml", "master.xml");
        parts.put("ppt/slideMasters/_rels/slideMaster1.xml.rels", "master-rels.xml");
        String[] layouts = {"headline", "picture", "split", "text"};
        for (int i = 0; i < layouts.length; i++) {
            String part = "slideLayout" + (i + 1) + ".xml";
            parts.put("ppt/slideLayouts/" + part, "layout-" + layouts[i] + ".xml");
            parts.put("ppt/slideLayouts/_rels/" + part + ".rels", LAYOUT_RELATIONS);
        }
        return parts;
    }

    /** A presentation without slides in the language and the accent of a deck. */
    static byte[] of(Deck deck) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 14);
        Bundle bundle = new Bundle(out);
        for (Map.Entry<String, String> part : PARTS.entrySet()) {
            String text = read(part.getValue())
                    .replace("{{lang}}", language(deck))
                    .replace("{{accent}}", deck.brand().colour().substring(1).toUpperCase(Locale.ROOT));
            bundle.add(part.getKey(), text.getBytes(StandardCharsets.UTF_8));
        }
        bundle.done();
        return out.toByteArray();
    }

    /** The language of the words of a deck as presentations name it. */
    static String language(Deck deck) {
        return "ja".equals(deck.language()) ? "ja-JP" : "en-GB";
    }

    private static String read(String name) throws IOException {
        try (InputStream file = DeckTemplate.class.getResourceAsStream("/deck/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
