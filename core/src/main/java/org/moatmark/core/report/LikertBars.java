package org.moatmark.core.report;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.TextMap;

/**
 * How the answers to opinions are spread over the steps 1 to 5, as stacked bars of 100 %, or as diverging bars with the
 * middle answers beside. "Don't know", "not applicable" and blanks stand outside the bar.
 *
 * @param name its name in addresses and files
 * @param title its heading
 * @param diverging whether bars part at the middle
 * @param rows an item, or all items of a node, in a row
 * @param notes what is printed under it
 */
public record LikertBars(String name, TextMap title, boolean diverging, List<Row> rows, List<Words> notes)
        implements Chart {

    /** How many steps there are. */
    public static final int STEPS = 5;

    /** Copies the lists. */
    public LikertBars {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /**
     * One bar.
     *
     * @param key key of the item or node
     * @param label its text or name
     * @param counts how many answers are of each step, the lowest first; five counts
     * @param outside how many do not know, find it not applicable or left it blank; null if that is not known
     * @param hidden why nothing is shown, or null
     */
    public record Row(
            String key,
            TextMap label,
            List<Integer> counts,
            @Nullable Outside outside,
            @Nullable Words hidden) implements Serializable {

        /** Copies the list; refuses another number of counts, and counts under 0. */
        public Row {
            counts = List.copyOf(counts);
            if (counts.size() != STEPS || counts.stream().anyMatch(count -> count < 0)) {
                throw new IllegalArgumentException("Item '" + key + "': five counts are needed, not " + counts + ".");
            }
        }

        /**
         * How many answers there are.
         *
         * @return the sum of the counts
         */
        public int n() {
            return counts.stream().mapToInt(Integer::intValue).sum();
        }

        /**
         * The part of a step.
         *
         * @param step 1 to 5
         * @return percent, 0-100; 0 without answers
         */
        public double percent(int step) {
            return n() == 0 ? 0 : 100.0 * counts.get(step - 1) / n();
        }

        /**
         * The part of the two upper steps.
         *
         * @return percent, 0-100; 0 without answers
         */
        public double favourable() {
            return n() == 0 ? 0 : 100.0 * (counts.get(3) + counts.get(4)) / n();
        }
    }

    /**
     * Answers outside the bar.
     *
     * @param dontKnow how many do not know
     * @param notApplicable how many find it not applicable
     * @param blank how many were asked and said nothing
     */
    public record Outside(int dontKnow, int notApplicable, int blank) implements Serializable {

        /**
         * All of them.
         *
         * @return the sum
         */
        public int all() {
            return dontKnow + notApplicable + blank;
        }
    }

    /**
     * The same as diverging bars.
     *
     * @return the chart, parted at the middle
     */
    public LikertBars parted() {
        return new LikertBars(name, title, true, rows, notes);
    }

    @Override
    public String takeaway(String language) {
        ChartWords words = new ChartWords(language);
        List<Row> answered = rows.stream().filter(row -> row.n() > 0).toList();
        if (answered.isEmpty()) {
            return words.say("Nobody has answered yet.", "まだ回答がありません。");
        }
        Row best = answered.get(0);
        Row worst = best;
        for (Row row : answered) {
            best = row.favourable() > best.favourable() ? row : best;
            worst = row.favourable() < worst.favourable() ? row : worst;
        }
        String high = Wording.whole(best.favourable());
        String low = Wording.whole(worst.favourable());
        if (high.equals(low)) {
            return words.say(high + " % of the answers are favourable throughout.", "どの設問でも好意的な回答は" + high + "％です。");
        }
        return words.say(
                "Most favourable: " + words.quoted(best.label()) + " (" + high + " %); least: "
                        + words.quoted(worst.label()) + " (" + low + " %).",
                "好意的な回答が最も多いのは" + words.quoted(best.label()) + "（" + high + "％）、最も少ないのは" + words.quoted(worst.label())
                        + "（" + low + "％）です。");
    }

    @Override
    public ChartTable table(String language) {
        ChartWords words = new ChartWords(language);
        boolean outside = rows.stream().anyMatch(row -> row.outside() != null);
        List<String> columns = new ArrayList<>(List.of(words.say("What was asked", "質問"), words.say("Key", "キー")));
        for (int step = 1; step <= STEPS; step++) {
            columns.add(words.say("Answers " + step, "回答" + step));
        }
        columns.add(words.say("Favourable, %", "好意的（％）"));
        columns.add("n");
        if (outside) {
            columns.add(words.say("Don't know", "わからない"));
            columns.add(words.say("Not applicable", "該当なし"));
            columns.add(words.say("Blank", "無回答"));
        }
        List<List<ChartTable.Cell>> cells = new ArrayList<>();
        for (Row row : rows) {
            List<ChartTable.Cell> line = new ArrayList<>();
            line.add(new ChartTable.Text(row.label().in(language)));
            line.add(new ChartTable.Text(row.key()));
            ChartTable.Cell none = new ChartTable.Nothing(
                    row.hidden() == null ? "" : row.hidden().in(language));
            boolean empty = row.hidden() != null;
            row.counts().forEach(count -> line.add(empty ? none : words.count(count)));
            line.add(empty || row.n() == 0 ? none : ChartTable.whole(row.favourable()));
            line.add(empty ? none : words.count(row.n()));
            if (outside) {
                Outside own = row.outside();
                line.add(words.count(own == null ? null : own.dontKnow()));
                line.add(words.count(own == null ? null : own.notApplicable()));
                line.add(words.count(own == null ? null : own.blank()));
            }
            cells.add(line);
        }
        return new ChartTable(title.in(language), columns, cells);
    }

    @Override
    public String svg(ChartStyle style) {
        return LikertDrawing.of(this, style);
    }
}
