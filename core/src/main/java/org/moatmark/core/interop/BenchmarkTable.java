package org.moatmark.core.interop;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.benchmark.GroupMean;
import org.moatmark.core.benchmark.NodePosition;
import org.moatmark.core.benchmark.Position;
import org.moatmark.core.benchmark.RankBand;
import org.moatmark.core.benchmark.Standing;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.scoring.Bounds;

/** Where a company stands among named companies, as a table: the index and every node, each with how many stand behind it. */
public final class BenchmarkTable {

    private static final List<DataColumn> COLUMNS = List.of(
            DataColumn.of("key", DataColumn.Kind.TEXT, "Key", "キー"),
            DataColumn.of("title", DataColumn.Kind.TEXT, "Title", "名称"),
            DataColumn.of("own", DataColumn.Kind.NUMBER, "Own score, 0-100", "自社の得点（0～100）"),
            DataColumn.of("own_low", DataColumn.Kind.NUMBER, "Lower end of the own band", "自社の幅の下端"),
            DataColumn.of("own_high", DataColumn.Kind.NUMBER, "Upper end of the own band", "自社の幅の上端"),
            DataColumn.of("n", DataColumn.Kind.NUMBER, "Other companies with a score", "得点のある他社の数"),
            DataColumn.of("standing", DataColumn.Kind.KEY, "What can be said at this n", "この社数で言えること"),
            DataColumn.of("percentile", DataColumn.Kind.NUMBER, "Percentile", "パーセンタイル"),
            DataColumn.of(
                    "percentile_low",
                    DataColumn.Kind.NUMBER,
                    "Lower end of the percentile's interval",
                    "パーセンタイルの区間の下端"),
            DataColumn.of(
                    "percentile_high",
                    DataColumn.Kind.NUMBER,
                    "Upper end of the percentile's interval",
                    "パーセンタイルの区間の上端"),
            DataColumn.of("rank_best", DataColumn.Kind.NUMBER, "Best possible rank", "順位の上限"),
            DataColumn.of("rank_worst", DataColumn.Kind.NUMBER, "Worst possible rank", "順位の下限"),
            DataColumn.of("rank_of", DataColumn.Kind.NUMBER, "Rank among so many", "順位の母数"),
            DataColumn.of("peers_mean", DataColumn.Kind.NUMBER, "Mean of the others", "他社の平均"),
            DataColumn.of(
                    "peers_mean_shrunk",
                    DataColumn.Kind.NUMBER,
                    "Their mean, shrunk toward the library",
                    "全体へ縮約した他社の平均"));

    private BenchmarkTable() {}

    /**
     * A position as a table.
     *
     * @param position the position
     * @return the table
     */
    public static DataTable of(Position position) {
        List<List<DataCell>> rows = new ArrayList<>();
        rows.add(row(position.index()));
        position.nodes().forEach(node -> rows.add(row(node)));
        return new DataTable(TextMap.of("Benchmark", "ベンチマーク"), COLUMNS, rows::stream);
    }

    private static List<DataCell> row(NodePosition node) {
        Bounds band = node.own().band();
        Standing standing = node.standing();
        Standing.Percentile percentile = standing instanceof Standing.Percentile said ? said : null;
        RankBand rank = percentile != null
                ? percentile.rank()
                : standing instanceof Standing.Ranked ranked ? ranked.rank() : null;
        GroupMean mean = node.mean();
        Double shrunk = mean.shrinkage() instanceof GroupMean.Shrunk known ? known.mean() : null;
        return List.of(
                new DataCell.Text(node.key()),
                new DataCell.Said(node.title()),
                ScoreRow.number(node.own().score()),
                band == null ? DataCell.BLANK : new DataCell.Numeric(band.low()),
                band == null ? DataCell.BLANK : new DataCell.Numeric(band.high()),
                new DataCell.Numeric(node.n()),
                ScoreWords.standing(standing),
                percentile == null ? DataCell.BLANK : new DataCell.Numeric(percentile.percent()),
                percentile == null ? DataCell.BLANK : new DataCell.Numeric(percentile.low()),
                percentile == null ? DataCell.BLANK : new DataCell.Numeric(percentile.high()),
                whole(rank == null ? null : rank.best()),
                whole(rank == null ? null : rank.worst()),
                whole(rank == null ? null : rank.of()),
                ScoreRow.number(mean.raw()),
                ScoreRow.number(shrunk));
    }

    private static DataCell whole(@Nullable Integer value) {
        return value == null ? DataCell.BLANK : new DataCell.Numeric(value);
    }
}
