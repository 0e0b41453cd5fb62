package org.moatmark.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.Map;
import java.util.stream.Collectors;
import org.moatmark.core.interop.DataColumn;
import org.moatmark.core.interop.DataTable;
import org.moatmark.core.interop.TableCsv;
import org.moatmark.core.interop.TableStyle;
import org.moatmark.core.questionnaire.TextMap;

/**
 * Answers for R: {@code data.csv}, {@code codebook.csv} and {@code load.R}, which needs nothing but R itself. It makes a data
 * frame of numbers, {@code moatmark}, with labels as attributes, and the same with factors, {@code moatmark_factors}.
 */
public final class RBundle {

    private RBundle() {}

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
        TableStyle style = new TableStyle(language, false, false, false);
        new Bundle(out)
                .add("data.csv", file -> TableCsv.write(responses, style, file))
                .add("codebook.csv", file -> TableCsv.write(codebook, style, file))
                .add("load.R", file -> script(responses, language, file))
                .done();
    }

    private static void script(DataTable responses, String language, Writer out) throws IOException {
        out.write("# Reads data.csv, which lies beside this file: source(\"load.R\", chdir = TRUE)\n");
        out.write("# moatmark: numbers, with labels as attributes. moatmark_factors: the same with factors.\n");
        out.write("# A missing answer is NA; why it is missing stands in the column whose name ends in _state.\n\n");
        out.write("moatmark_kinds <- c(\n");
        out.write(responses.columns().stream()
                .map(column -> "  " + text(column.name()) + " = " + text(kind(column)))
                .collect(Collectors.joining(",\n")));
        out.write("\n)\n\nmoatmark_labels <- c(\n");
        out.write(responses.columns().stream()
                .map(column ->
                        "  " + text(column.name()) + " = " + text(column.label().in(language)))
                .collect(Collectors.joining(",\n")));
        out.write("\n)\n\nmoatmark_values <- list(\n");
        out.write(responses.columns().stream()
                .filter(column -> !column.labels().isEmpty())
                .map(column -> "  " + text(column.name()) + " = c(" + values(column.labels(), language) + ")")
                .collect(Collectors.joining(",\n")));
        out.write("""

                )

                moatmark <- read.csv("data.csv", fileEncoding = "UTF-8", encoding = "UTF-8", check.names = FALSE,
                                     na.strings = "", colClasses = unname(moatmark_kinds))
                for (name in names(moatmark)) attr(moatmark[[name]], "label") <- moatmark_labels[[name]]
                moatmark_factors <- moatmark
                for (name in names(moatmark_values)) {
                  values <- moatmark_values[[name]]
                  attr(moatmark[[name]], "labels") <- values
                  moatmark_factors[[name]] <- factor(moatmark[[name]], levels = values, labels = names(values))
                }
                rm(name, values)
                """);
    }

    private static String kind(DataColumn column) {
        return switch (column.kind()) {
            case NUMBER, CODE -> "numeric";
            case TEXT, KEY -> "character";
        };
    }

    private static String values(Map<Integer, TextMap> labels, String language) {
        return labels.entrySet().stream()
                .map(label -> text(label.getKey() + " " + label.getValue().in(language)) + " = " + label.getKey())
                .collect(Collectors.joining(", "));
    }

    /** A text as R reads it in every locale: what is not plain ASCII is escaped. */
    private static String text(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (c >= ' ' && c <= '~') {
                quoted.appendCodePoint(c);
            } else {
                quoted.append("\\U{").append(Integer.toHexString(c)).append('}');
            }
        });
        return quoted.append('"').toString();
    }
}
