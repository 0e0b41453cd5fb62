package org.moatmark.core.report;

import java.util.List;
import java.util.Map;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.scoring.Bounds;

/** One chart of every kind, made by hand, with every state that a row can have. */
final class SampleCharts {

    static final TextMap US = new TextMap(Map.of("en", "Arimasen Instruments"));
    private static final Words FEW = new Words("fewer than 5", "5人未満");
    private static final Words PEERS = new Words("median of the peers", "比較企業の中央値");
    private static final List<Words> NOTES =
            List.of(new Words("n = 14; 4 of 138 items have no answer.", "n = 14。全138項目のうち回答がないのは4項目です。"));

    private SampleCharts() {}

    static List<Chart> all() {
        return List.of(profile(), index(), items(false), items(true));
    }

    static TextMap label(int i) {
        return List.of(
                        TextMap.of("Demand management", "需要マネジメント"),
                        TextMap.of("CMO mandate and corporate marketing", "CMOの権限と全社マーケティング"),
                        TextMap.of(
                                "Hard-to-copy models, promises & experiences <of all kinds>, told at length for a narrow page",
                                "模倣困難な事業モデルと約束・体験、そして狭い画面でも読める長い見出し"),
                        TextMap.of("Customer as hero", "主役としての顧客"),
                        TextMap.of("Media and event reach", "媒体とイベントのリーチ"))
                .get(i);
    }

    private static List<ChartValue.Row> rows() {
        return List.of(
                new ChartValue.Row(
                        "M1",
                        label(0),
                        new ChartValue.Scored(51.4, new Bounds(39.2, 54.1), false),
                        null,
                        13,
                        new ChartValue.Spread(40, 56.25, 71, 34)),
                new ChartValue.Row(
                        "M4",
                        label(1),
                        new ChartValue.Scored(100, new Bounds(88, 100), true),
                        5,
                        8,
                        new ChartValue.Spread(30, 45, 60, 33)),
                new ChartValue.Row("D1", label(2), new ChartValue.Scored(0, null, false), 1, null, null),
                new ChartValue.Row("M8", label(3), new ChartValue.Missing(FEW), null, null, null),
                new ChartValue.Row(
                        "M9", label(4), new ChartValue.Missing(new Words("too few answers", "回答不足")), null, 2, null));
    }

    static DotPlot profile() {
        return new DotPlot("profile", TextMap.of("Profile", "プロフィール"), US, ChartWords.INTERVAL, PEERS, rows(), NOTES);
    }

    static BulletBars index() {
        return new BulletBars(
                "index", TextMap.of("Index and dimensions", "指数と次元"), US, ChartWords.RANGE, PEERS, rows(), NOTES);
    }

    static LikertBars items(boolean diverging) {
        return new LikertBars(
                diverging ? "items-diverging" : "items",
                TextMap.of("Answers by dimension", "次元別の回答"),
                diverging,
                List.of(
                        new LikertBars.Row(
                                "M1.1a", label(0), List.of(1, 7, 8, 5, 1), new LikertBars.Outside(1, 2, 0), null),
                        new LikertBars.Row(
                                "M1.1b", label(2), List.of(0, 0, 0, 0, 3), new LikertBars.Outside(0, 0, 0), null),
                        new LikertBars.Row(
                                "M1.1c", label(1), List.of(0, 0, 0, 0, 0), new LikertBars.Outside(0, 0, 9), null),
                        new LikertBars.Row("M1.1d", label(3), List.of(0, 0, 0, 0, 0), null, FEW)),
                NOTES);
    }
}
