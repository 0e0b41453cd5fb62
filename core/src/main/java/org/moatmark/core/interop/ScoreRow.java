package org.moatmark.core.interop;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.ItemState;
import org.moatmark.core.scoring.NodeSides;
import org.moatmark.core.scoring.Outcome;
import org.moatmark.core.scoring.Reason;
import org.moatmark.core.scoring.ScoreInterval;
import org.moatmark.core.scoring.Status;

/** One row of the table of scores, filled in as far as anything is known. */
final class ScoreRow {

    static final List<DataColumn> COLUMNS = List.of(
            DataColumn.of("kind", DataColumn.Kind.KEY, "Index, node or item", "指数・項目・設問の別"),
            DataColumn.of("key", DataColumn.Kind.TEXT, "Key", "キー"),
            DataColumn.of("parent", DataColumn.Kind.TEXT, "Key of the parent", "上位のキー"),
            DataColumn.of("title", DataColumn.Kind.TEXT, "Title, or text of the item", "名称（設問は設問文）"),
            DataColumn.of(
                    "evidenced",
                    DataColumn.Kind.NUMBER,
                    "Score as far as evidence carries it, 0-100",
                    "根拠に裏づけられた得点（0～100）"),
            DataColumn.of("claimed", DataColumn.Kind.NUMBER, "Score as answered, 0-100", "自己申告の得点（0～100）"),
            DataColumn.of("interval_low", DataColumn.Kind.NUMBER, "Lower end of the 90 % interval", "90％区間の下端"),
            DataColumn.of("interval_high", DataColumn.Kind.NUMBER, "Upper end of the 90 % interval", "90％区間の上端"),
            DataColumn.of(
                    "possible_low", DataColumn.Kind.NUMBER, "Lowest score that missing answers allow", "未回答を考えたときの最低点"),
            DataColumn.of(
                    "possible_high",
                    DataColumn.Kind.NUMBER,
                    "Highest score that missing answers allow",
                    "未回答を考えたときの最高点"),
            DataColumn.of("headquarters", DataColumn.Kind.NUMBER, "Score of headquarters", "本社の得点"),
            DataColumn.of("genba", DataColumn.Kind.NUMBER, "Score of the genba", "現場の得点"),
            DataColumn.of(
                    "coverage", DataColumn.Kind.NUMBER, "Share of the weight that has a score, 0-1", "得点のある重みの割合（0～1）"),
            DataColumn.of(
                    "status",
                    DataColumn.Kind.KEY,
                    "How much the score rests on; for items how they were answered",
                    "得点の根拠の十分さ（設問は回答の状態）"),
            DataColumn.of("reason", DataColumn.Kind.KEY, "Why there is no score", "得点がない理由"),
            DataColumn.of("level", DataColumn.Kind.NUMBER, "Level", "レベル"),
            DataColumn.of(
                    "progress",
                    DataColumn.Kind.NUMBER,
                    "Share of the next level's conditions that hold, 0-1",
                    "次のレベルの条件を満たす割合（0～1）"),
            DataColumn.of("rule", DataColumn.Kind.TEXT, "Scoring rule", "採点規則"));

    private static final TextMap INDEX = TextMap.of("Index", "指数");
    private static final TextMap NODE = TextMap.of("Node", "項目");
    private static final TextMap ITEM = TextMap.of("Item", "設問");

    private final DataCell[] cells = new DataCell[COLUMNS.size()];

    private ScoreRow(String kind, TextMap label, String key, @Nullable String parent, TextMap title) {
        Arrays.fill(cells, DataCell.BLANK);
        cells[0] = new DataCell.Keyed(kind, label);
        cells[1] = new DataCell.Text(key);
        cells[2] = SeatColumns.text(parent);
        cells[3] = new DataCell.Said(title);
    }

    static ScoreRow index(TextMap title) {
        return new ScoreRow("index", INDEX, "index", null, title);
    }

    static ScoreRow node(String key, @Nullable String parent, TextMap title) {
        return new ScoreRow("node", NODE, key, parent == null ? "index" : parent, title);
    }

    static ScoreRow item(String key, @Nullable String node, TextMap text) {
        return new ScoreRow("item", ITEM, key, node, text);
    }

    ScoreRow score(Outcome outcome) {
        if (outcome instanceof Outcome.Scored scored) {
            return score(scored.evidenced(), scored.claimed());
        }
        return outcome instanceof Outcome.NotScored not ? reason(not.reason()) : this;
    }

    ScoreRow score(@Nullable Double evidenced, @Nullable Double claimed) {
        cells[4] = number(evidenced);
        cells[5] = number(claimed);
        return this;
    }

    ScoreRow interval(@Nullable ScoreInterval interval) {
        cells[6] = interval == null ? DataCell.BLANK : number(interval.low());
        cells[7] = interval == null ? DataCell.BLANK : number(interval.high());
        return this;
    }

    ScoreRow possible(@Nullable Bounds bounds) {
        cells[8] = bounds == null ? DataCell.BLANK : number(bounds.low());
        cells[9] = bounds == null ? DataCell.BLANK : number(bounds.high());
        return this;
    }

    ScoreRow sides(@Nullable NodeSides sides) {
        return sides == null ? this : sides(sides.headquarters(), sides.genba());
    }

    ScoreRow sides(@Nullable Double headquarters, @Nullable Double genba) {
        cells[10] = number(headquarters);
        cells[11] = number(genba);
        return this;
    }

    ScoreRow coverage(@Nullable Double coverage) {
        cells[12] = number(coverage);
        return this;
    }

    ScoreRow status(Status status) {
        cells[13] = ScoreWords.status(status);
        return this;
    }

    /** How an item was answered. */
    ScoreRow state(ItemState state) {
        cells[13] = Asked.cell(state);
        return this;
    }

    ScoreRow reason(@Nullable Reason reason) {
        if (reason != null) {
            cells[14] = ScoreWords.reason(reason);
        }
        return this;
    }

    /** It may not be shown. */
    ScoreRow suppressed() {
        cells[14] = ScoreWords.FEWER_THAN_K;
        return this;
    }

    ScoreRow level(@Nullable Integer level, @Nullable Double progress) {
        cells[15] = level == null ? DataCell.BLANK : new DataCell.Numeric(level);
        cells[16] = number(progress);
        return this;
    }

    ScoreRow rule(String rule) {
        cells[17] = new DataCell.Text(rule);
        return this;
    }

    List<DataCell> cells() {
        return List.of(cells);
    }

    static DataCell number(@Nullable Double value) {
        return value == null ? DataCell.BLANK : new DataCell.Numeric(value);
    }
}
