package org.moatmark.core.report;

import java.util.List;
import java.util.Map;
import org.moatmark.core.benchmark.RankBand;
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
        return List.of(
                profile(),
                index(),
                items(false),
                items(true),
                views(),
                change(true),
                change(false),
                answers(),
                rank(),
                actions(),
                departments());
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

    private static RangeStrip.View view(String who, RangeStrip.Group group, double score) {
        return new RangeStrip.View(who, group, score);
    }

    static RangeStrip views() {
        return new RangeStrip(
                "views",
                TextMap.of("How far views lie apart", "見方の開き"),
                List.of(
                        new RangeStrip.Row(
                                "M1",
                                label(0),
                                new RangeStrip.Each(List.of(
                                        view("g-2", RangeStrip.Group.GENBA, 10),
                                        view("x-1", RangeStrip.Group.CUSTOMERS, 11),
                                        view("hq-1", RangeStrip.Group.HEADQUARTERS, 12),
                                        view("n-1", RangeStrip.Group.NEUTRAL, 75.5)))),
                        new RangeStrip.Row("M4", label(1), new RangeStrip.Crowd(20, 45, 57.5, 7)),
                        new RangeStrip.Row(
                                "D1",
                                label(2),
                                new RangeStrip.Each(List.of(view("Sales", RangeStrip.Group.DEPARTMENT, 100)))),
                        new RangeStrip.Row("M8", label(3), new RangeStrip.Hidden(FEW))),
                NOTES);
    }

    static Slope change(boolean comparable) {
        ChartValue low = new ChartValue.Scored(40, new Bounds(35, 45), false);
        ChartValue high = new ChartValue.Scored(61.2, new Bounds(50, 70), false);
        return new Slope(
                comparable ? "change" : "change-incomparable",
                TextMap.of("Change", "変化"),
                "2025-10-30",
                "2026-10-30",
                comparable,
                List.of(
                        new Slope.Row("index", TextMap.of("Index", "指数"), low, high),
                        new Slope.Row("M1", label(0), high, low),
                        new Slope.Row("M4", label(1), low, low),
                        new Slope.Row("D1", label(2), new ChartValue.Missing(FEW), high),
                        new Slope.Row("M8", label(3), low, new ChartValue.Missing(FEW))),
                NOTES);
    }

    static HeatMap answers() {
        ChartValue none = new ChartValue.Missing(new Words("blank", "無回答"));
        return new HeatMap(
                "answers",
                TextMap.of("Views by person", "人ごとの見方"),
                true,
                List.of("hq-1", "hq-2", "=g-1"),
                List.of(
                        new HeatMap.Row("M1.1a", label(0), List.of(scored(0), scored(25), scored(50))),
                        new HeatMap.Row("M1.1b", label(2), List.of(scored(75), scored(100), none)),
                        new HeatMap.Row("M1.1c", label(1), List.of(none, none, scored(62.5)))),
                NOTES);
    }

    private static ChartValue scored(double score) {
        return new ChartValue.Scored(score, null, false);
    }

    static RankStrip rank() {
        return new RankStrip(
                "rank",
                TextMap.of("Position among companies", "企業の中での位置"),
                US,
                List.of(
                        new RankStrip.Row(
                                "index",
                                TextMap.of("Index", "指数"),
                                new ChartValue.Scored(50, new Bounds(42, 55), false),
                                List.of(90.0, 70.0, 54.0, 44.0, 12.0),
                                new RankBand(3, 5, 6),
                                null),
                        new RankStrip.Row("M1", label(0), scored(95), List.of(90.0, 70.0), new RankBand(1, 1, 3), 97.0),
                        new RankStrip.Row("D1", label(2), scored(0), List.of(50.0), null, null),
                        new RankStrip.Row("M8", label(3), new ChartValue.Missing(FEW), List.of(), null, null)),
                NOTES);
    }

    static ActionBars actions() {
        return new ActionBars(
                "actions",
                TextMap.of("Where to act", "どこから取り組むか"),
                PEERS,
                List.of(
                        new ActionBars.Row(
                                "M8",
                                label(3),
                                37.2,
                                100,
                                0.08,
                                4.4,
                                TextMap.of(
                                        "A hero programme and a user community, each with an owner, are running.",
                                        "責任者のいる顧客主役プログラムとユーザーコミュニティが動いている。")),
                        new ActionBars.Row("D1", label(2), 99, 100, 0.25, null, null)),
                NOTES);
    }

    static SmallMultiples departments() {
        return new SmallMultiples(
                "departments",
                TextMap.of("Profile by department", "部門別プロフィール"),
                List.of(new SmallMultiples.Row("M1", label(0)), new SmallMultiples.Row("D1", label(2))),
                List.of(
                        new SmallMultiples.Panel("営業 Sales", 7, List.of(scored(40), scored(55)), null),
                        new SmallMultiples.Panel(
                                "Process Instruments",
                                null,
                                List.of(scored(100), new ChartValue.Missing(new Words("no view", "回答なし"))),
                                null),
                        new SmallMultiples.Panel("経理部 Finance", null, List.of(), FEW)),
                NOTES);
    }
}
