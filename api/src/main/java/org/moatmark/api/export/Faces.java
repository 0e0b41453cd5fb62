package org.moatmark.api.export;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * The faces that reports are set in: BIZ UDPGothic, made to be read easily, with all of JIS X 0208, Latin, Greek and
 * Cyrillic. It may be embedded (SIL Open Font License 1.1).
 *
 * @param regular for most words
 * @param bold for headings and numbers
 */
record Faces(Font regular, Font bold) {

    /** The family in styles, by the name that the library of PDF asks for when it meets one of these faces. */
    String family() {
        return regular.getFamily();
    }

    static Faces read() throws IOException {
        try (InputStream regular = open("Regular");
                InputStream bold = open("Bold")) {
            return new Faces(Font.createFont(Font.TRUETYPE_FONT, regular), Font.createFont(Font.TRUETYPE_FONT, bold));
        } catch (FontFormatException damaged) {
            throw new IOException("A face in the jar cannot be read.", damaged);
        }
    }

    static InputStream open(String weight) {
        String name = "/fonts/BIZUDPGothic-" + weight + ".ttf";
        return Objects.requireNonNull(Faces.class.getResourceAsStream(name), name);
    }
}
