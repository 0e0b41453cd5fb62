package org.moatmark.core.report;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.TextMap;

/**
 * Where to act: the dimensions in which the gap times the weight is largest, the largest first.
 *
 * @param name its name in addresses and files
 * @param title its heading
 * @param target up to what the gap is measured
 * @param rows at most five dimensions
 * @param notes what is printed under it
 */
public record ActionBars(String name, TextMap title, Words target, List<Row> rows, List<Words> notes) implements Chart {

    /** The most dimensions that are shown. */
    public static final int MOST = 5;

    /** Copies the lists; refuses more than five rows, and rows that are not in order. */
    public ActionBars {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
        if (rows.size() > MOST) {
            throw new IllegalArgumentException("At most " + MOST + " dimensions are shown, not " + rows.size() + ".");
        }
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).pull() > rows.get(i - 1).pull()) {
                throw new IllegalArgumentException("Dimensions stand in order of gap times weight.");
            }
        }
    }

    /**
     * A dimension.
     *
     * @param key its key
     * @param label its name
     * @param score its score, 0-100
     * @param target up to where the gap goes, above the score and at most 100
     * @param weight its effective weight in the index, 0-1
     * @param gain what the index would gain by its own rule if this gap alone were closed; null where that is not known
     * @param next what the next level says and does not hold, or null
     */
    public record Row(
            String key,
            TextMap label,
            double score,
            double target,
            double weight,
            @Nullable Double gain,
            @Nullable TextMap next)
            implements Serializable {
        /** Refuses a target that is not above the score, numbers outside 0-100, and weights outside 0-1. */
        public Row {
            if (!(score >= 0 && score < target && target <= 100 && weight >= 0 && weight <= 1)) {
                throw new IllegalArgumentException("Dimension '" + key + "': from " + score + " to " + target
                        + " with weight " + weight + " is no gap.");
            }
        }

        /**
         * Gap times weight.
         *
         * @return points
         */
        public double pull() {
            return (target - score) * weight;
        }
    }

    /** Points with one decimal. */
    static String tenths(double points) {
        return String.format(Locale.ROOT, "%.1f", StrictMath.rint(points * 10) / 10);
    }

    @Override
    public String takeaway(String language) {
        ChartWords words = new ChartWords(language);
        if (rows.isEmpty()) {
            return words.say("No dimension has a gap.", "差のある次元はありません。");
        }
        Row first = rows.get(0);
        String gap = Wording.whole(first.target() - first.score());
        String weight = Wording.whole(first.weight() * 100);
        return words.say(
                "First to look at: " + words.quoted(first.label()) + ", with a gap of " + gap + " at a weight of "
                        + weight + " %.",
                "まず見るべきは" + words.quoted(first.label()) + "で、差は" + gap + "点、重みは" + weight + "％です。");
    }

    @Override
    public ChartTable table(String language) {
        ChartWords words = new ChartWords(language);
        List<String> columns = List.of(
                words.say("Dimension", "次元"),
                words.say("Key", "キー"),
                words.say("Score", "得点"),
                words.say("Target", "目標"),
                words.say("Gap", "差"),
                words.say("Weight, %", "重み（％）"),
                words.say("Gap × weight", "差×重み"),
                words.say("Index would gain", "指数が得る点"),
                words.say("Next", "次に必要なこと"));
        List<List<ChartTable.Cell>> cells = new ArrayList<>();
        for (Row row : rows) {
            TextMap next = row.next();
            Double gain = row.gain();
            cells.add(List.of(
                    new ChartTable.Text(row.label().in(language)),
                    new ChartTable.Text(row.key()),
                    ChartTable.whole(row.score()),
                    ChartTable.whole(row.target()),
                    ChartTable.whole(row.target() - row.score()),
                    ChartTable.whole(row.weight() * 100),
                    new ChartTable.Number(row.pull(), tenths(row.pull())),
                    gain == null ? new ChartTable.Nothing("") : new ChartTable.Number(gain, tenths(gain)),
                    next == null ? new ChartTable.Nothing("") : new ChartTable.Text(next.in(language))));
        }
        return new ChartTable(title.in(language), columns, cells);
    }

    @Override
    public String svg(ChartStyle style) {
        return ActionDrawing.of(this, style);
    }
}
