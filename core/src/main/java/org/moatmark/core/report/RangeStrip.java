package org.moatmark.core.report;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.TextMap;

/**
 * How far views of each dimension lie apart: a mark for each person or department, or lowest, median and highest of a
 * crowd, or a box where these must not be shown.
 *
 * @param name its name in addresses and files
 * @param title its heading
 * @param rows a row for each dimension
 * @param notes what is printed under it
 */
public record RangeStrip(String name, TextMap title, List<Row> rows, List<Words> notes) implements Chart {

    /** From this distance on, 1.5 anchor steps, views are called far apart. */
    public static final double FAR = 37.5;

    /** Copies the lists. */
    public RangeStrip {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /** Whose view a mark is. */
    public enum Group {
        /** Of headquarters. */
        HEADQUARTERS(new Words("headquarters", "本社")),
        /** Of the genba. */
        GENBA(new Words("genba", "現場")),
        /** A customer. */
        CUSTOMERS(new Words("customers", "顧客")),
        /** Of neither side, or of a side that is not known. */
        NEUTRAL(new Words("others", "その他")),
        /** The people of a department together. */
        DEPARTMENT(new Words("a department's mean", "部門の平均"));

        private final Words words;

        Group(Words words) {
            this.words = words;
        }

        Words words() {
            return words;
        }
    }

    /**
     * A view.
     *
     * @param who the key of the seat, or the department
     * @param group whose view it is
     * @param score 0-100
     */
    public record View(String who, Group group, double score) implements Serializable {
        /** Refuses numbers outside 0-100, NaN among them. */
        public View {
            if (!(score >= 0 && score <= 100)) {
                throw new IllegalArgumentException(
                        "View of '" + who + "': a score lies in 0-100, not at " + score + ".");
            }
        }
    }

    /** What is shown of the views of one dimension. */
    public sealed interface Views extends Serializable {}

    /**
     * Every view.
     *
     * @param views the lowest first; at least one
     */
    public record Each(List<View> views) implements Views {
        /** Copies the list; refuses an empty one. */
        public Each {
            views = List.copyOf(views);
            if (views.isEmpty()) {
                throw new IllegalArgumentException("Without a view there is nothing to mark.");
            }
        }
    }

    /**
     * A crowd that hides its members.
     *
     * @param low the lowest view, 0-100
     * @param median the median
     * @param high the highest
     * @param n how many people there are
     */
    public record Crowd(double low, double median, double high, int n) implements Views {
        /** Refuses numbers that are not in order, NaN among them. */
        public Crowd {
            if (!(low >= 0 && low <= median && median <= high && high <= 100)) {
                throw new IllegalArgumentException(
                        "Views " + low + ", " + median + " and " + high + " are not in order in 0-100.");
            }
        }
    }

    /**
     * Nothing is shown.
     *
     * @param why a few words
     */
    public record Hidden(Words why) implements Views {}

    /**
     * One dimension.
     *
     * @param key its key
     * @param label its name
     * @param views the views of it
     */
    public record Row(String key, TextMap label, Views views) implements Serializable {

        /** The views as lowest, median, highest; null where they are hidden. */
        @Nullable
        Crowd crowd() {
            if (views instanceof Each each) {
                double[] scores =
                        each.views().stream().mapToDouble(View::score).sorted().toArray();
                int half = scores.length / 2;
                double median = scores.length % 2 == 1 ? scores[half] : (scores[half - 1] + scores[half]) / 2;
                return new Crowd(scores[0], median, scores[scores.length - 1], scores.length);
            }
            return views instanceof Crowd crowd ? crowd : null;
        }

        double apart() {
            Crowd crowd = crowd();
            return crowd == null ? -1 : crowd.high() - crowd.low();
        }
    }

    @Override
    public String takeaway(String language) {
        ChartWords words = new ChartWords(language);
        Row widest = null;
        int far = 0;
        int known = 0;
        for (Row row : rows) {
            known += row.apart() >= 0 ? 1 : 0;
            far += row.apart() > FAR ? 1 : 0;
            widest = row.apart() >= 0 && (widest == null || row.apart() > widest.apart()) ? row : widest;
        }
        if (widest == null) {
            return words.say("No views can be shown.", "示せる見方がありません。");
        }
        String apart = Wording.whole(widest.apart());
        return words.say(
                "Views lie furthest apart on " + words.quoted(widest.label()) + ", by " + apart
                        + " points; by more than 1.5 steps in " + far + " of " + known + " dimensions.",
                "見方の差が最も大きいのは" + words.quoted(widest.label()) + "の" + apart + "点で、" + known + "次元のうち" + far
                        + "次元で1.5段階を超えています。");
    }

    @Override
    public ChartTable table(String language) {
        ChartWords words = new ChartWords(language);
        List<String> columns = List.of(
                words.say("Dimension", "次元"),
                words.say("Key", "キー"),
                words.say("Lowest", "最低"),
                words.say("Median", "中央値"),
                words.say("Highest", "最高"),
                words.say("Apart", "差"),
                "n",
                words.say("Views", "見方"));
        List<List<ChartTable.Cell>> cells = new ArrayList<>();
        for (Row row : rows) {
            List<ChartTable.Cell> line = new ArrayList<>();
            line.add(new ChartTable.Text(row.label().in(language)));
            line.add(new ChartTable.Text(row.key()));
            Crowd crowd = row.crowd();
            if (crowd == null) {
                line.add(new ChartTable.Nothing(((Hidden) row.views()).why().in(language)));
                for (int i = 0; i < 5; i++) {
                    line.add(new ChartTable.Nothing(""));
                }
            } else {
                line.add(ChartTable.whole(crowd.low()));
                line.add(ChartTable.whole(crowd.median()));
                line.add(ChartTable.whole(crowd.high()));
                line.add(ChartTable.whole(crowd.high() - crowd.low()));
                line.add(words.count(crowd.n()));
                line.add(new ChartTable.Text(row.views() instanceof Each each ? views(each, words) : ""));
            }
            cells.add(line);
        }
        return new ChartTable(title.in(language), columns, cells);
    }

    private static String views(Each each, ChartWords words) {
        return String.join(
                words.say("; ", "；"),
                each.views().stream()
                        .map(view -> view.who() + " " + Wording.whole(view.score()))
                        .toList());
    }

    @Override
    public String svg(ChartStyle style) {
        return RangeDrawing.of(this, style);
    }
}
