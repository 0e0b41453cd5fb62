package org.moatmark.core.report;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.benchmark.RankBand;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.TextMap;

/**
 * Where the company stands among others: every other company is a tick, and the ranks that the company can have stand
 * beside. Where bands overlap this is a tie for several ranks.
 *
 * @param name its name in addresses and files
 * @param title its heading
 * @param us who is placed
 * @param rows the index first, then the dimensions
 * @param notes what is printed under it
 */
public record RankStrip(String name, TextMap title, TextMap us, List<Row> rows, List<Words> notes) implements Chart {

    /** Copies the lists. */
    public RankStrip {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /**
     * One dimension.
     *
     * @param key its key
     * @param label its name
     * @param own the company's score with its band, or why there is none
     * @param peers the scores of the others, 0-100
     * @param rank the ranks that the company can have; null where fewer than ten others have a score, or it has none
     * @param percent the percentile of the score; null where fewer than thirty others have a score
     */
    public record Row(
            String key,
            TextMap label,
            ChartValue own,
            List<Double> peers,
            @Nullable RankBand rank,
            @Nullable Double percent)
            implements Serializable {
        /** Copies the list. */
        public Row {
            peers = List.copyOf(peers);
        }
    }

    /** The ranks in words. */
    static String ranks(RankBand rank, ChartWords words) {
        return rank.isClear()
                ? words.say("rank " + rank.best(), rank.best() + "位")
                : words.say(
                        "rank " + rank.best() + "–" + rank.worst() + " (tie)",
                        rank.best() + "–" + rank.worst() + "位（同順位）");
    }

    @Override
    public String takeaway(String language) {
        ChartWords words = new ChartWords(language);
        for (Row row : rows) {
            RankBand rank = row.rank();
            if (rank != null) {
                String name = us.in(language);
                String on = words.quoted(row.label());
                return words.say(
                        name + " has " + ranks(rank, words) + " of " + rank.of() + " by " + on + ".",
                        name + "は" + on + "で" + rank.of() + "社中" + ranks(rank, words) + "です。");
            }
        }
        return words.say("There are too few companies for ranks.", "順位を示すには企業数が足りません。");
    }

    @Override
    public ChartTable table(String language) {
        ChartWords words = new ChartWords(language);
        List<String> columns = List.of(
                words.say("Index and dimensions", "指数と次元"),
                words.say("Key", "キー"),
                words.say("Score", "得点"),
                words.say("Best rank", "最良の順位"),
                words.say("Worst rank", "最低の順位"),
                words.say("Of", "社数"),
                words.say("Percentile", "パーセンタイル"),
                words.say("Others with a score", "得点のある他社"));
        List<List<ChartTable.Cell>> cells = new ArrayList<>();
        for (Row row : rows) {
            RankBand rank = row.rank();
            Double percent = row.percent();
            cells.add(List.of(
                    new ChartTable.Text(row.label().in(language)),
                    new ChartTable.Text(row.key()),
                    words.scoreOf(row.own()),
                    words.count(rank == null ? null : rank.best()),
                    words.count(rank == null ? null : rank.worst()),
                    words.count(rank == null ? null : rank.of()),
                    percent == null ? new ChartTable.Nothing("") : ChartTable.whole(percent),
                    words.count(row.peers().size())));
        }
        return new ChartTable(title.in(language), columns, cells);
    }

    @Override
    public String svg(ChartStyle style) {
        return RankDrawing.of(this, style);
    }
}
