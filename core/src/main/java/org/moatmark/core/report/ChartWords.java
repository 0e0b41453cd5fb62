package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.scoring.Bounds;

/** The sentences and cells that charts share, in one language. */
final class ChartWords {

    static final Words INTERVAL = new Words("90 % interval", "90％区間");
    static final Words RANGE = new Words("where it may lie", "取り得る範囲");

    private final String language;
    private final boolean japanese;

    ChartWords(String language) {
        this.language = language;
        this.japanese = "ja".equals(language);
    }

    String say(String en, String ja) {
        return japanese ? ja : en;
    }

    /** A name inside a sentence. */
    String quoted(TextMap name) {
        return say("“" + name.in(language) + "”", "「" + name.in(language) + "」");
    }

    /** The columns of {@link #value}, to be added to; the first is called so. */
    List<String> valueColumns(String english, String japanese) {
        return new ArrayList<>(List.of(
                say(english, japanese), say("Key", "キー"), say("Score", "得点"), say("From", "下限"), say("To", "上限")));
    }

    /** What a row of a profile says: its name, its key, its score and band. */
    List<ChartTable.Cell> value(ChartValue.Row row) {
        List<ChartTable.Cell> cells = new ArrayList<>();
        cells.add(new ChartTable.Text(row.label().in(language)));
        cells.add(new ChartTable.Text(row.key()));
        if (row.value() instanceof ChartValue.Scored scored) {
            Bounds band = scored.band();
            cells.add(ChartTable.whole(scored.score()));
            cells.add(band == null ? new ChartTable.Nothing("") : ChartTable.whole(band.low()));
            cells.add(band == null ? new ChartTable.Nothing("") : ChartTable.whole(band.high()));
        } else {
            cells.add(new ChartTable.Nothing(
                    ((ChartValue.Missing) row.value()).why().in(language)));
            cells.add(new ChartTable.Nothing(""));
            cells.add(new ChartTable.Nothing(""));
        }
        return cells;
    }

    /** A score alone, or why there is none. */
    ChartTable.Cell scoreOf(ChartValue value) {
        return value instanceof ChartValue.Scored scored
                ? ChartTable.whole(scored.score())
                : new ChartTable.Nothing(((ChartValue.Missing) value).why().in(language));
    }

    ChartTable.Cell count(@Nullable Integer n) {
        return n == null ? new ChartTable.Nothing("") : new ChartTable.Number(n, n.toString());
    }

    /** Median, quartiles and number of others. */
    List<ChartTable.Cell> peers(ChartValue.@Nullable Spread peers) {
        if (peers == null) {
            ChartTable.Cell none = new ChartTable.Nothing("");
            return List.of(none, none, none, none);
        }
        return List.of(
                ChartTable.whole(peers.median()),
                ChartTable.whole(peers.low()),
                ChartTable.whole(peers.high()),
                count(peers.n()));
    }

    private static List<ChartValue.Row> scored(List<ChartValue.Row> rows) {
        return rows.stream()
                .filter(row -> row.value() instanceof ChartValue.Scored)
                .toList();
    }

    private static double score(ChartValue.Row row) {
        return ((ChartValue.Scored) row.value()).score();
    }

    /** The strongest and the weakest row. */
    String highAndLow(List<ChartValue.Row> rows) {
        List<ChartValue.Row> scored = scored(rows);
        if (scored.isEmpty()) {
            return say("There is no score to show yet.", "まだ示せる得点がありません。");
        }
        ChartValue.Row high = scored.get(0);
        ChartValue.Row low = high;
        for (ChartValue.Row row : scored) {
            high = score(row) > score(high) ? row : high;
            low = score(row) < score(low) ? row : low;
        }
        String top = Wording.whole(score(high));
        String bottom = Wording.whole(score(low));
        if (top.equals(bottom)) {
            return scored.size() == 1
                    ? say(quoted(high.label()) + " has " + top + ".", quoted(high.label()) + "は" + top + "です。")
                    : say("All scores are " + top + ".", "すべての得点が" + top + "です。");
        }
        return say(
                "Strongest: " + quoted(high.label()) + " (" + top + "); weakest: " + quoted(low.label()) + " (" + bottom
                        + ").",
                "最も高いのは" + quoted(high.label()) + "（" + top + "）、最も低いのは" + quoted(low.label()) + "（" + bottom + "）です。");
    }

    /** In how many rows the company lies above the median of the others, and where it lies furthest below. */
    String against(List<ChartValue.Row> rows) {
        int compared = 0;
        int above = 0;
        double furthest = 0;
        ChartValue.Row behind = null;
        for (ChartValue.Row row : scored(rows)) {
            ChartValue.Spread peers = row.peers();
            if (peers != null) {
                compared++;
                double apart = score(row) - peers.median();
                above += apart > 0 ? 1 : 0;
                if (apart < furthest) {
                    furthest = apart;
                    behind = row;
                }
            }
        }
        if (compared == 0) {
            return highAndLow(rows);
        }
        String less = Wording.whole(-furthest);
        boolean told = behind != null && !less.equals("0");
        return say(
                "Above the peers' median in " + above + " of " + compared + " dimensions"
                        + (told && behind != null
                                ? "; furthest below in " + quoted(behind.label()) + ", by " + less + " points."
                                : "."),
                compared + "次元のうち" + above + "次元で比較企業の中央値を上回っています"
                        + (told && behind != null
                                ? "。最も下回っているのは" + quoted(behind.label()) + "で、" + less + "点低い水準です。"
                                : "。"));
    }

    /** The index in a sentence. */
    String index(ChartValue.Row index, TextMap us) {
        String name = us.in(language);
        if (!(index.value() instanceof ChartValue.Scored scored)) {
            String why = ((ChartValue.Missing) index.value()).why().in(language);
            return say(name + " has no index: " + why + ".", name + "の指数はありません（" + why + "）。");
        }
        String number = Wording.whole(scored.score());
        Bounds band = scored.band();
        String span = band == null || Wording.span(band).equals(number)
                ? ""
                : say(" (" + Wording.span(band) + ")", "（" + Wording.span(band) + "）");
        String level = index.level() == null ? "" : say(", level " + index.level(), "、レベル" + index.level());
        String loose = scored.provisional() ? say(", provisional", "、暫定") : "";
        ChartValue.Spread peers = index.peers();
        String others = peers == null
                ? ""
                : say(
                        "; the median of its " + peers.n() + " peers is " + Wording.whole(peers.median()),
                        "。比較企業" + peers.n() + "社の中央値は" + Wording.whole(peers.median()) + "です");
        return say(
                name + " has an index of " + number + span + level + loose + others + ".",
                name + "の指数は" + number + span + level + loose + (others.isEmpty() ? "です。" : others + "。"));
    }

    /** What is said beside a score: level, people, provisional. */
    String detail(ChartValue.Row row, boolean withLevel) {
        StringBuilder words = new StringBuilder();
        if (withLevel && row.level() != null) {
            words.append(say("· Level ", "· レベル")).append(row.level());
        }
        if (row.n() != null) {
            words.append(words.isEmpty() ? "" : " ").append("· n = ").append(row.n());
        }
        if (row.value() instanceof ChartValue.Scored scored && scored.provisional()) {
            words.append(words.isEmpty() ? "" : " ").append(say("· provisional", "· 暫定"));
        }
        return words.toString();
    }
}
