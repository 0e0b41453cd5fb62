package org.moatmark.core.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes {@code REFERENCE.md} from the lines that {@link ReferenceCase} left while the tests ran. After {@code mvn -pl core
 * test}, from the root of the project:
 *
 * <pre>{@code
 * java -cp core/target/test-classes org.moatmark.core.reference.ReferenceTable core/target/reference core/REFERENCE.md
 * }</pre>
 */
public final class ReferenceTable {

    private static final String HEAD = """
            # Reference values

            What papers and other people's software say, and what this library says on the same data. The tests compare all
            numbers of a row, and this file is made from what they found: `difference` is the largest one. Of long lists the
            first three numbers are shown. Data, licences and sources: `src/test/resources/reference`. How to make this file
            anew: `src/test/java/org/moatmark/core/reference/ReferenceTable.java`.
            """;

    private static final int CASE = 0;
    private static final int FIELDS = 8;

    private ReferenceTable() {}

    /**
     * Writes the table.
     *
     * @param words the folder of lines and the file to write
     * @throws IOException if either cannot be read or written
     */
    public static void main(String[] words) throws IOException {
        Files.writeString(Path.of(words[1]), of(Path.of(words[0])));
    }

    /**
     * The table as Markdown.
     *
     * @param folder where the lines lie
     * @return the text
     * @throws IOException if a line cannot be read
     */
    static String of(Path folder) throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        String before = "";
        for (String line : lines(folder)) {
            String[] fields = line.replace("|", "\\|").split("\t", -1);
            if (fields.length != FIELDS) {
                throw new IllegalArgumentException("A line has " + FIELDS + " fields, not these: " + line);
            }
            if (!fields[CASE].equals(before)) {
                before = fields[CASE];
                text.append("\n## ").append(before).append("\n\n");
                text.append("| statistic | basis | source | expected | ours | difference | tolerance |\n");
                text.append("|---|---|---|---|---|---|---|\n");
            }
            for (int i = 1; i < FIELDS; i++) {
                text.append("| ").append(fields[i]).append(' ');
            }
            text.append("|\n");
        }
        return text.toString();
    }

    private static List<String> lines(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> sorted = files.filter(Files::isRegularFile)
                    .sorted((one, other) -> one.toString().compareTo(other.toString()))
                    .toList();
            List<String> lines = new ArrayList<>();
            for (Path file : sorted) {
                lines.addAll(Files.readAllLines(file));
            }
            return lines;
        }
    }
}
