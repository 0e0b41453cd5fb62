package org.moatmark.core.interop;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Excerpt;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.issue.Words;
import org.moatmark.core.report.CellWords;

/**
 * Every text of a questionnaire as a table for translators: {@code pointer}, which says where it stands, {@code key} and
 * {@code part}, which say what it is, and a column for each language. A further column named by a language tag adds that language.
 */
public final class TextsCsv {

    private static final List<String> FIRST = List.of("pointer", "key", "part");
    private static final String LANGUAGE = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*";
    private static final CsvPlace FILE = CsvPlace.file(0, "texts.csv");
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator("\r\n").get();

    private TextsCsv() {}

    /**
     * The texts of a questionnaire.
     *
     * @param questionnaire its document ({@code moatmark/questionnaire/1}), without faults
     * @param byteOrderMark whether the table begins with a byte order mark, which Excel needs to see UTF-8
     * @return the table (RFC 4180), formulas disarmed
     * @throws IllegalArgumentException if the document is no JSON object
     */
    public static String of(String questionnaire, boolean byteOrderMark) {
        JsonObject document = JsonPlain.object("The questionnaire", questionnaire);
        List<String> languages = List.copyOf(document.getAsJsonObject("title").keySet());
        StringBuilder table = new StringBuilder(byteOrderMark ? "\uFEFF" : "");
        try (CSVPrinter printer = new CSVPrinter(table, FORMAT)) {
            List<String> header = new ArrayList<>(FIRST);
            header.addAll(languages);
            printer.printRecord(header);
            List<List<String>> rows = new ArrayList<>();
            DocumentTexts.each(document, (pointer, owner, part, text) -> {
                List<String> row = new ArrayList<>(List.of(pointer, CellWords.harmless(owner), part));
                languages.forEach(language ->
                        row.add(CellWords.harmless(text.get(language).getAsString())));
                rows.add(row);
            });
            for (List<String> row : rows) {
                printer.printRecord(row);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return table.toString();
    }

    /**
     * Puts the texts of a table into a questionnaire. A text that the table does not name, and an empty cell, changes nothing.
     *
     * @param csv the table in UTF-8, as {@link #of} wrote it and somebody changed it
     * @param questionnaire the document that the table was made of
     * @param version the version of what comes of it, since a published version never changes
     * @return the new document, still to be read by the reader of questionnaires, which knows whether every text is there; or every
     *     fault of the table
     * @throws IllegalArgumentException if the document is no JSON object
     */
    public static Checked<String> read(byte[] csv, String questionnaire, String version) {
        JsonObject document = JsonPlain.object("The questionnaire", questionnaire);
        List<Issue> issues = new ArrayList<>();
        CsvFaults faults = new CsvFaults();
        String text = CsvText.of(withoutMark(csv), FILE, faults);
        if (text == null) {
            return faults.result(() -> "");
        }
        Map<String, JsonObject> texts = new HashMap<>();
        DocumentTexts.each(document, (pointer, owner, part, languages) -> texts.put(pointer, languages));
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(FORMAT)
                .get()) {
            new Merge(texts, issues).all(parser);
        } catch (UncheckedIOException | IOException broken) {
            issues.add(issue(
                    "open-quotes",
                    FILE,
                    "its quotes do not match, so that rows cannot be told apart.",
                    "引用符が対応していないため、行を区別できません。",
                    "Write a quote within a cell twice, and quote the whole cell.",
                    "セルの中の引用符は二つ重ね、セル全体を引用符で囲んでください。"));
        }
        document.addProperty("version", version);
        return issues.isEmpty()
                ? new Checked.Valid<>(JsonPlain.written(document), List.of())
                : new Checked.Invalid<>(issues);
    }

    /** Excel writes a byte order mark, and should. */
    private static byte[] withoutMark(byte[] csv) {
        boolean marked = csv.length > 2 && csv[0] == (byte) 0xEF && csv[1] == (byte) 0xBB && csv[2] == (byte) 0xBF;
        return marked ? Arrays.copyOfRange(csv, 3, csv.length) : csv;
    }

    private static Issue issue(String code, CsvPlace at, String en, String ja, String hintEn, String hintJa) {
        Words where = at.said();
        return new Issue(
                code, at.path(), new Words(where.en() + ": " + en, where.ja() + "：" + ja), new Words(hintEn, hintJa));
    }

    /** Puts row after row into the texts. */
    private record Merge(Map<String, JsonObject> texts, List<Issue> issues) {

        void all(CSVParser rows) {
            List<String> header = null;
            Set<String> seen = new HashSet<>();
            int number = 0;
            for (CSVRecord row : rows) {
                number++;
                if (header == null) {
                    header = header(row.toList());
                    if (header == null) {
                        return;
                    }
                } else {
                    row(header, row.toList(), FILE.row(number), seen);
                }
            }
            if (header == null) {
                header(List.of());
            }
        }

        private @Nullable List<String> header(List<String> first) {
            boolean sound = first.contains(FIRST.get(0))
                    && first.stream().anyMatch(name -> !FIRST.contains(name) && name.matches(LANGUAGE))
                    && new HashSet<>(first).size() == first.size();
            if (sound) {
                return first;
            }
            issues.add(issue(
                    "missing-column",
                    FILE,
                    "its first row has no column 'pointer', no column of a language, or one twice.",
                    "1行目に「pointer」列か言語の列がないか、同じ列が二つあります。",
                    "Begin with the row pointer,key,part,en,ja.",
                    "1行目に pointer,key,part,en,ja と書いてください。"));
            return null;
        }

        private void row(List<String> header, List<String> cells, CsvPlace at, Set<String> seen) {
            if (cells.equals(List.of(""))) {
                return;
            }
            if (cells.size() != header.size()) {
                issues.add(issue(
                        "wrong-cell-count",
                        at,
                        "it has " + cells.size() + " cells, not " + header.size() + ".",
                        "セルが" + header.size() + "個ではなく" + cells.size() + "個あります。",
                        "Give each row as many cells as the first.",
                        "どの行も、1行目と同じ数のセルにしてください。"));
                return;
            }
            String pointer = cells.get(header.indexOf(FIRST.get(0)));
            JsonObject text = texts.get(pointer);
            if (text == null || !seen.add(pointer)) {
                String shown = Excerpt.of(pointer);
                issues.add(issue(
                        text == null ? "unknown-text" : "text-not-unique",
                        at,
                        "'" + shown + (text == null ? "' is no text of this questionnaire." : "' was given before."),
                        text == null ? "「" + shown + "」という文は、この質問票にありません。" : "「" + shown + "」はすでにあります。",
                        "Keep the column 'pointer' as it was exported, each text once.",
                        "「pointer」列は書き出したままにし、各文を一度だけ書いてください。"));
                return;
            }
            for (int i = 0; i < cells.size(); i++) {
                String name = header.get(i);
                String words = plain(cells.get(i)).strip();
                if (!words.isEmpty() && !FIRST.contains(name) && name.matches(LANGUAGE)) {
                    text.addProperty(name, words);
                }
            }
        }

        /** Without the apostrophe that disarmed it. */
        private static String plain(String cell) {
            boolean disarmed = cell.startsWith("'")
                    && CellWords.harmless(cell.substring(1)).equals(cell);
            return disarmed ? cell.substring(1) : cell;
        }
    }
}
