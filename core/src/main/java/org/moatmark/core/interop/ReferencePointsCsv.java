package org.moatmark.core.interop;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.benchmark.ReferencePoint;
import org.moatmark.core.benchmark.ReferencePoint.Figure;
import org.moatmark.core.issue.Words;

/** Reads {@code reference-points.csv}: published figures from outside. */
final class ReferencePointsCsv {

    private static final String NUMBER = "[0-9]{1,12}(?:\\.[0-9]{1,6})?";

    private static final Pattern FIGURE = Pattern.compile("(-?" + NUMBER + ")|(" + NUMBER + ")-(" + NUMBER + ")");

    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,8}");

    private final Set<String> nodes;
    private final CsvFaults faults;

    ReferencePointsCsv(Set<String> nodes, CsvFaults faults) {
        this.nodes = nodes;
        this.faults = faults;
    }

    /** The points without a fault. */
    List<ReferencePoint> read(CsvTable table) {
        List<ReferencePoint> points = new ArrayList<>();
        Given keys = new Given();
        for (CsvRow row : table.rows(faults)) {
            ReferencePoint point = point(row, keys);
            if (point != null) {
                points.add(point);
            }
        }
        return points;
    }

    private @Nullable ReferencePoint point(CsvRow row, Given keys) {
        int before = faults.count();
        String key = row.id("key");
        if (key != null) {
            keys.give(key, row, "key", faults);
        }
        String measure = row.required("measure");
        Figure figure = figure(row);
        String unit = row.required("unit");
        String period = row.required("period");
        Integer n = n(row);
        String source = row.required("source");
        String node = node(row);
        String verification = row.required("verification");
        if (!faults.noneSince(before)
                || key == null
                || measure == null
                || figure == null
                || unit == null
                || period == null
                || source == null
                || node == null
                || verification == null) {
            return null;
        }
        return new ReferencePoint(
                key,
                measure,
                figure,
                unit,
                period,
                row.optional("population"),
                n,
                source,
                row.optional("definition"),
                node,
                verification);
    }

    private @Nullable Figure figure(CsvRow row) {
        String text = row.required("value");
        if (text == null) {
            return null;
        }
        Matcher form = FIGURE.matcher(text);
        if (form.matches()) {
            double low = Double.parseDouble(form.group(1) != null ? form.group(1) : form.group(2));
            double high = form.group(3) != null ? Double.parseDouble(form.group(3)) : low;
            if (low <= high) {
                return new Figure(text, low, high);
            }
        }
        CsvMessages.form(
                "invalid-number",
                text,
                new Words("a number, or a span from a lower to a higher one", "数値、または小さい数から大きい数までの範囲"),
                new Words(
                        "Write such as 7.9 or 6-10, without a unit and without commas.",
                        "7.9 や 6-10 のように、単位や桁区切りを付けずに書いてください。"),
                row.at("value"),
                faults);
        return null;
    }

    private @Nullable Integer n(CsvRow row) {
        String text = row.optional("n");
        if (text == null || COUNT.matcher(text).matches()) {
            return text == null ? null : Integer.valueOf(text);
        }
        CsvMessages.form(
                "invalid-number",
                text,
                new Words("a whole number from 1 on, or nothing", "1以上の整数、または空"),
                new Words(
                        "Write how many were asked or counted, or leave it empty if the source does not say.",
                        "調べた数を書いてください。出典に記載がなければ空にします。"),
                row.at("n"),
                faults);
        return null;
    }

    private @Nullable String node(CsvRow row) {
        String node = row.required("node");
        if (node != null && !nodes.contains(node)) {
            CsvMessages.unknown(
                    "unknown-node",
                    new Words("node", "ノード"),
                    node,
                    new Words("any questionnaire", "どの質問票にも"),
                    new Words("Write the key of a node of a questionnaire.", "質問票にあるノードのキーを書いてください。"),
                    nodes,
                    row.at("node"),
                    faults);
            return null;
        }
        return node;
    }
}
