package org.moatmark.core.interop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.CaseWords;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Questionnaire;

/**
 * Reads the files of a case library, as strictly as questionnaires are read: everything that is wrong is reported at
 * once, and nothing is guessed.
 *
 * <p>Files: {@code companies.csv}, {@code facts.csv} and {@code ratings.csv}; and, where there are any,
 * {@code context-facts.csv}, {@code reference-points.csv}, {@code words.csv} and the pages {@code honesty.en.md} and
 * {@code honesty.ja.md}. They are UTF-8 without a byte order mark; the tables are RFC 4180 with a header, whose columns
 * are described in {@code questionnaires/cases/README.md}.
 *
 * <p>The path of an issue names file, row and column, such as {@code /ratings.csv/12/rating}; the header is row 1, as in
 * a spreadsheet. A path may end before: {@code /ratings.csv/12} is a row, {@code /ratings.csv} a file. At most 1,000
 * issues are kept.
 *
 * <p>Immutable and safe for many threads.
 */
public final class CaseLibraryCsv {

    /** Largest file, in bytes. */
    public static final int LARGEST_FILE = 64 * 1024 * 1024;

    private final Questionnaire questionnaire;
    private final Set<String> nodes;
    private final CaseWords words;

    /**
     * A reader.
     *
     * @param questionnaire what the companies were rated on; all its items are rubrics
     * @param instruments the questionnaires to whose nodes a reference point may speak
     * @param words words that are known already, to which {@code words.csv} adds; the countries must be among them
     * @throws IllegalArgumentException if the questionnaire has an item that is no rubric
     */
    public CaseLibraryCsv(Questionnaire questionnaire, List<Questionnaire> instruments, CaseWords words) {
        this.questionnaire = questionnaire;
        this.words = words;
        for (Item item : questionnaire.items()) {
            if (!(item.type() instanceof ItemType.Rubric)) {
                throw new IllegalArgumentException("Item '" + item.key() + "' of '" + questionnaire.id()
                        + "' is no rubric; cases are rated on rubrics from 1 to 5.");
            }
        }
        nodes = new LinkedHashSet<>();
        for (Questionnaire instrument : instruments) {
            for (Node node : instrument.nodes()) {
                nodes.add(node.key());
            }
        }
    }

    /**
     * The names of all files that a case library can have.
     *
     * @return names such as {@code companies.csv}, first those of the tables
     */
    public static List<String> fileNames() {
        List<String> names = new ArrayList<>();
        for (CaseFile file : CaseFile.values()) {
            names.add(file.fileName);
        }
        names.addAll(HonestyPages.FILES);
        return names;
    }

    /**
     * Reads the files of a directory; what is no part of a case library is left alone, unless it is a further CSV file.
     *
     * @param directory where the files lie
     * @return the library, or everything that is wrong with it
     * @throws IOException if the directory or a file in it cannot be read
     */
    public Checked<CaseLibrary> readDirectory(Path directory) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(directory)) {
            for (Path file : all.toList()) {
                String name = Objects.toString(file.getFileName());
                if (name.endsWith(".csv") || HonestyPages.FILES.contains(name)) {
                    files.put(name, start(file));
                }
            }
        }
        return read(files);
    }

    /**
     * Reads the files of a case library.
     *
     * @param files by name what each file holds, not modified
     * @return the library, or everything that is wrong with it
     */
    public Checked<CaseLibrary> read(Map<String, byte[]> files) {
        return new CaseReading(questionnaire, nodes, files).read(words);
    }

    /** All of a file, or enough to see that it is too large. */
    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LARGEST_FILE + 1);
        }
    }
}
