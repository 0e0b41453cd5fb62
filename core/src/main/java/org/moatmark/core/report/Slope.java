package org.moatmark.core.report;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.TextMap;

/**
 * Two results of one company side by side. Scores are joined by a line only where both were made by the same rules.
 *
 * @param name its name in addresses and files
 * @param title its heading
 * @param before when the first result was made
 * @param after when the second was made
 * @param comparable whether both were scored alike
 * @param rows the index first, then the dimensions
 * @param notes what is printed under it
 */
public record Slope(
        String name, TextMap title, String before, String after, boolean comparable, List<Row> rows, List<Words> notes)
        implements Chart {

    /** Copies the lists. */
    public Slope {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /**
     * One line.
     *
     * @param key key of the node
     * @param label its name
     * @param before its first score, or why there is none
     * @param after its second score, or why there is none
     */
    public record Row(String key, TextMap label, ChartValue before, ChartValue after) implements Serializable {

        /**
         * Whether the change counts (rule S23): the bands of both scores lie wholly apart, or it is more than 1.96 of its
         * standard errors.
         *
         * @return false also where a score or a band is missing
         */
        public boolean counts() {
            if (!(before instanceof ChartValue.Scored first && after instanceof ChartValue.Scored second)) {
                return false;
            }
            ScoreChange.Reading reading = ScoreChange.Due.between(
                            new ScoreChange.Point(null, first.score(), first.band(), null),
                            new ScoreChange.Point(null, second.score(), second.band(), null),
                            second.score() - first.score(),
                            true)
                    .reading();
            return reading == ScoreChange.Reading.RISEN || reading == ScoreChange.Reading.FALLEN;
        }

        /** The second score less the first; null where one is missing. */
        @Nullable
        Double change() {
            return before instanceof ChartValue.Scored first && after instanceof ChartValue.Scored second
                    ? Double.valueOf(second.score() - first.score())
                    : null;
        }
    }

    /** A change with its sign. */
    static String signed(double change) {
        String size = Wording.whole(Math.abs(change));
        return size.equals("0") ? "±0" : (change > 0 ? "+" : "−") + size;
    }

    @Override
    public String takeaway(String language) {
        ChartWords words = new ChartWords(language);
        if (!comparable) {
            return words.say(
                    "The two results were scored by different versions and cannot be compared number by number.",
                    "二つの結果は採点の版が異なるため、数値をそのまま比べることはできません。");
        }
        int up = 0;
        int down = 0;
        Row most = null;
        double largest = 0;
        for (Row row : rows) {
            Double change = row.change();
            if (change != null && row.counts()) {
                up += change > 0 ? 1 : 0;
                down += change < 0 ? 1 : 0;
                if (Math.abs(change) > largest) {
                    largest = Math.abs(change);
                    most = row;
                }
            }
        }
        Double change = most == null ? null : most.change();
        if (most == null || change == null) {
            return words.say("No change is larger than its uncertainty.", "不確かさを超える変化はありません。");
        }
        return words.say(
                up + " up and " + down + " down beyond their uncertainty; most " + words.quoted(most.label()) + " ("
                        + signed(change) + ").",
                "不確かさを超えて上がったのは" + up + "、下がったのは" + down + "で、最も変わったのは" + words.quoted(most.label()) + "（"
                        + signed(change) + "）です。");
    }

    @Override
    public ChartTable table(String language) {
        ChartWords words = new ChartWords(language);
        List<String> columns = List.of(
                words.say("Index and dimensions", "指数と次元"),
                words.say("Key", "キー"),
                before,
                after,
                words.say("Change", "変化"),
                words.say("Counts", "確かな変化"));
        List<List<ChartTable.Cell>> cells = new ArrayList<>();
        for (Row row : rows) {
            Double change = comparable ? row.change() : null;
            cells.add(List.of(
                    new ChartTable.Text(row.label().in(language)),
                    new ChartTable.Text(row.key()),
                    words.scoreOf(row.before()),
                    words.scoreOf(row.after()),
                    change == null ? new ChartTable.Nothing("") : new ChartTable.Number(change, signed(change)),
                    change == null
                            ? new ChartTable.Nothing("")
                            : new ChartTable.Text(row.counts() ? words.say("yes", "はい") : words.say("no", "いいえ"))));
        }
        return new ChartTable(title.in(language), columns, cells);
    }

    @Override
    public String svg(ChartStyle style) {
        return SlopeDrawing.of(this, style);
    }
}
