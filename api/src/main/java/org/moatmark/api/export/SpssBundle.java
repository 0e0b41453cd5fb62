package org.moatmark.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.interop.DataCell;
import org.moatmark.core.interop.DataColumn;
import org.moatmark.core.interop.DataTable;
import org.moatmark.core.interop.TableCsv;
import org.moatmark.core.interop.TableStyle;
import org.moatmark.core.scoring.ItemState;

/**
 * Answers for SPSS and PSPP: {@code data.csv}, {@code labels.sps}, which reads it and knows labels and missing values, and
 * {@code codebook.csv}. Of answers, not applicable, do not know and skipped are user-missing values outside the range of every item; what
 * was not asked is missing for the system.
 */
public final class SpssBundle {

    private static final int LONGEST_LABEL = 250;
    private static final int LONGEST_VALUE_LABEL = 118;
    /** What stands before a text that a spreadsheet could take for a formula. */
    private static final int APOSTROPHE = 1;

    private static final int LONGEST_STRING = 32_767;
    private static final List<ItemState> MISSING =
            List.of(ItemState.NOT_APPLICABLE, ItemState.DONT_KNOW, ItemState.SKIPPED);

    private final DataTable responses;
    private final String language;
    private final int[] codes;
    private final int[] widths;

    private SpssBundle(DataTable responses, String language) {
        this.responses = responses;
        this.language = language;
        this.widths = new int[responses.columns().size()];
        double least = measure();
        int base = 100;
        while (least <= -base + 3) {
            base *= 10;
        }
        this.codes = new int[] {3 - base, 2 - base, 1 - base};
    }

    /**
     * Packs a bundle.
     *
     * @param responses the wide table of answers
     * @param codebook its codebook
     * @param language of labels: {@code en} or {@code ja}
     * @param out where the ZIP file goes; flushed, not closed
     * @throws IOException if {@code out} does not take it
     */
    public static void write(DataTable responses, DataTable codebook, String language, OutputStream out)
            throws IOException {
        SpssBundle spss = new SpssBundle(responses, language);
        TableStyle style = new TableStyle(language, false, false, false);
        DataTable data = new DataTable(
                responses.title(),
                responses.columns(),
                () -> responses.rows().map(row -> row.stream().map(spss::plain).toList()));
        new Bundle(out)
                .add("data.csv", file -> TableCsv.write(data, style, file))
                .add("codebook.csv", file -> TableCsv.write(codebook, style, file))
                .add("labels.sps", spss::syntax)
                .done();
    }

    /** Notes how many bytes each text takes, and gives the least number. */
    private double measure() {
        double[] least = {0};
        responses.rows().forEach(row -> {
            for (int i = 0; i < row.size(); i++) {
                DataCell cell = row.get(i);
                String text = text(cell);
                if (text != null) {
                    widths[i] = Math.max(widths[i], oneLine(text).getBytes(StandardCharsets.UTF_8).length + APOSTROPHE);
                } else if (cell instanceof DataCell.Numeric number) {
                    least[0] = Math.min(least[0], number.value());
                }
            }
        });
        return least[0];
    }

    private static @Nullable String text(DataCell cell) {
        if (cell instanceof DataCell.Text given) {
            return given.text();
        }
        return cell instanceof DataCell.Keyed keyed ? keyed.key() : null;
    }

    /** Syntax reads a file line by line and knows no quote inside quotes. */
    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ").replace('"', '\u201D');
    }

    private DataCell plain(DataCell cell) {
        if (cell instanceof DataCell.Absent absent) {
            int place = MISSING.indexOf(absent.why());
            return place < 0 ? DataCell.BLANK : new DataCell.Numeric(codes[place]);
        }
        String text = text(cell);
        return text == null ? cell : new DataCell.Text(oneLine(text));
    }

    private boolean isText(DataColumn column) {
        return column.kind() == DataColumn.Kind.TEXT || column.kind() == DataColumn.Kind.KEY;
    }

    private void syntax(Writer out) throws IOException {
        List<DataColumn> columns = responses.columns();
        out.write(
                "* Encoding: UTF-8.\n* Run it in the folder of data.csv; the last line keeps the data as data.sav.\n\n");
        out.write("GET DATA /TYPE=TXT /FILE='data.csv' /ENCODING='UTF-8' /ARRANGEMENT=DELIMITED /DELCASE=LINE\n");
        out.write("  /FIRSTCASE=2 /DELIMITERS=',' /QUALIFIER='\"' /VARIABLES=\n");
        for (int i = 0; i < columns.size(); i++) {
            String format = isText(columns.get(i))
                    ? "A" + Math.max(1, Math.min(LONGEST_STRING, widths[i]))
                    : columns.get(i).kind() == DataColumn.Kind.CODE ? "F8.0" : "F16.4";
            out.write("  " + columns.get(i).name() + " " + format + "\n");
        }
        out.write("  .\n\nVARIABLE LABELS\n");
        out.write(columns.stream()
                .map(column ->
                        "  " + column.name() + " " + quoted(column.label().in(language), LONGEST_LABEL))
                .collect(Collectors.joining("\n  /")));
        out.write("\n  .\n\nVALUE LABELS\n");
        List<String> answers = new ArrayList<>();
        for (DataColumn column : columns) {
            if (!isText(column) && column.about() == DataColumn.About.ANSWER) {
                answers.add(column.name());
                out.write("  /" + column.name() + "\n");
                for (var label : column.labels().entrySet()) {
                    out.write("    " + label.getKey() + " "
                            + quoted(label.getValue().in(language), LONGEST_VALUE_LABEL) + "\n");
                }
                for (int i = 0; i < codes.length; i++) {
                    out.write("    " + codes[i] + " "
                            + quoted(new DataCell.Absent(MISSING.get(i)).words().in(language), LONGEST_VALUE_LABEL)
                            + "\n");
                }
            }
        }
        out.write("  .\n\nMISSING VALUES\n");
        String missing = " (" + codes[0] + ", " + codes[1] + ", " + codes[2] + ")";
        out.write("  " + String.join(missing + "\n  /", answers) + missing + "\n");
        out.write("  .\n\nSAVE OUTFILE='data.sav'.\n");
    }

    /** A text between quotes, cut to so many bytes between two characters. */
    private static String quoted(String text, int bytes) {
        StringBuilder cut = new StringBuilder();
        int left = bytes;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            String character = new String(Character.toChars(text.codePointAt(i))).replaceAll("\\R", " ");
            left -= character.getBytes(StandardCharsets.UTF_8).length;
            if (left < 0) {
                break;
            }
            cut.append(character.equals("'") ? "''" : character);
        }
        return "'" + cut + "'";
    }
}
