package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.maturity.PerceptionGap;
import org.moatmark.core.maturity.SharedView;
import org.moatmark.core.questionnaire.Side;

/** Headquarters against genba, and who agrees with whom. */
final class PeopleStory {

    private final Report report;
    private final Said said;

    PeopleStory(Report report, Said said) {
        this.report = report;
        this.said = said;
    }

    void tell(List<Story.Section> sections) {
        List<Block> sides = sides();
        if (!sides.isEmpty()) {
            sections.add(new Story.Section("sides", said.say("Headquarters and genba", "本社と現場"), sides));
        }
        List<Block> agreement = agreement();
        if (!agreement.isEmpty()) {
            sections.add(new Story.Section("agreement", said.say("Do people see it alike?", "見方は一致しているか"), agreement));
        }
    }

    /** The dimensions that both sides have a score for, the widest apart first. */
    static List<Report.Node> apart(Report report) {
        List<Report.Node> both = new ArrayList<>(report.profile().stream()
                .filter(node -> node.headquarters() != null && node.genba() != null)
                .toList());
        both.sort(Comparator.comparingDouble((Report.Node node) -> -Math.abs(difference(node))));
        return both;
    }

    /** Headquarters less genba, in points. */
    static double difference(Report.Node node) {
        return Objects.requireNonNull(node.headquarters()) - Objects.requireNonNull(node.genba());
    }

    /** The difference of the two whole numbers that are quoted. */
    static String quoted(Report.Node node) {
        int difference = Mark.whole(Objects.requireNonNull(node.headquarters()))
                - Mark.whole(Objects.requireNonNull(node.genba()));
        return signed(difference);
    }

    static String signed(int difference) {
        return difference > 0 ? "+" + difference : difference < 0 ? "−" + -difference : "0";
    }

    private List<Block> sides() {
        List<Block> blocks = new ArrayList<>();
        List<Report.Node> apart = apart(report);
        if (apart.isEmpty()) {
            return blocks;
        }
        blocks.add(new Block.Text(takeaway(apart.get(0))));
        List<String> head = new ArrayList<>(List.of(said.say("Dimension", "次元")));
        boolean counted = apart.stream().anyMatch(node -> node.behind() != null);
        if (counted) {
            head.add(said.say("People, headquarters / genba", "人数（本社／現場）"));
        }
        head.addAll(List.of(said.say("Headquarters", "本社"), said.say("Genba", "現場"), said.say("Difference", "差")));
        List<List<String>> rows = new ArrayList<>();
        for (Report.Node node : apart) {
            List<String> row = new ArrayList<>(List.of(said.in(node.title())));
            if (counted) {
                row.add(behind(node.behind()));
            }
            row.addAll(List.of(Said.whole(node.headquarters()), Said.whole(node.genba()), quoted(node)));
            rows.add(row);
        }
        blocks.add(new Block.Table(
                said.say("Scores of both sides, widest apart first", "両者の得点（差の大きい順）"),
                head,
                rows,
                3,
                apart.stream().map(Report.Node::key).toList()));
        if (!report.gaps().isEmpty()) {
            blocks.add(new Block.Text(said.say(
                    "This table compares scores, 0 to 100. The perception gaps in the next part compare single answers, in steps"
                            + " of 1 to 5. Their order can differ.",
                    "この表は得点（0～100）の比較です。次の章の「認識の差」は個々の回答（1～5の段階）の比較なので、順序が異なることがあります。")));
        }
        return blocks;
    }

    private static String behind(Report.@Nullable Behind people) {
        return people == null ? "–" : people.headquarters() + " / " + people.genba();
    }

    private String takeaway(Report.Node node) {
        String name = said.named(said.in(node.title()));
        int points = Math.abs(Mark.whole(Objects.requireNonNull(node.headquarters()))
                - Mark.whole(Objects.requireNonNull(node.genba())));
        if (points == 0) {
            return said.say("Both sides score every dimension alike.", "どの次元でも、両者の得点は同じです。");
        }
        boolean headquarters = difference(node) > 0;
        return said.say(
                "They are widest apart in " + name + ": " + (headquarters ? "headquarters" : "the genba")
                        + " scores it " + said.count(points, "point", "points", "") + " higher.",
                "差が最も大きいのは" + name + "で、" + (headquarters ? "本社" : "現場") + "の方が" + points + "点高く見ています。");
    }

    private List<Block> agreement() {
        List<Block> blocks = new ArrayList<>();
        report.chart(Charts.ITEMS).ifPresent(chart -> blocks.add(Block.Figure.of(chart, said.language())));
        if (!report.views().isEmpty()) {
            blocks.add(new Block.Text(shared()));
            List<Report.View> apart = report.views().stream()
                    .filter(view -> view.shared() != SharedView.YES)
                    .toList();
            List<List<String>> rows = apart.stream()
                    .map(view -> List.of(
                            said.title(view.node()),
                            side(view.side()),
                            shared(view.shared()),
                            Integer.toString(view.n()),
                            Said.whole(view.median())))
                    .toList();
            if (!rows.isEmpty()) {
                blocks.add(new Block.Table(
                        said.say("Where a view is not shared", "見方が共有されていないところ"),
                        List.of(
                                said.say("Topic", "対象"),
                                said.say("Side", "側"),
                                said.say("Reading", "判定"),
                                said.say("People", "人数"),
                                said.say("Median", "中央値")),
                        rows,
                        2,
                        apart.stream().map(Report.View::node).toList()));
            }
        }
        gaps(blocks);
        return blocks;
    }

    private String shared() {
        int all = report.views().size();
        long yes = report.views().stream()
                .filter(view -> view.shared() == SharedView.YES)
                .count();
        long no = report.views().stream()
                .filter(view -> view.shared() == SharedView.NO)
                .count();
        return said.say(
                "People of one side agree in " + yes + " of " + all + " cases. In " + no
                        + " there is no shared view: the score is a mean that speaks for nobody in particular.",
                "同じ側の人どうしの見方は、" + all + "件中" + yes + "件で一致しています。共有されていない" + no + "件では、得点は誰の見方とも言えない平均です。");
    }

    private void gaps(List<Block> blocks) {
        if (report.gaps().isEmpty()) {
            return;
        }
        blocks.add(new Block.Heading(said.say("Perception gaps, in steps of 1 to 5", "認識の差（1～5の段階で）")));
        if (report.gaps().stream().anyMatch(gap -> gap.reading() != null)) {
            blocks.add(new Block.Text(said.say(
                    "Aligned means under half a step apart, a gap means up to one step, and split means more than one.",
                    "「一致」は差が0.5段階未満、「認識差あり」は1段階まで、「認識が分裂」は1段階を超える差です。")));
        }
        long silent =
                report.gaps().stream().filter(gap -> gap.reading() == null).count();
        if (silent > 0) {
            blocks.add(new Block.Text(said.say(
                    "Nothing is said of " + silent + " of " + report.gaps().size()
                            + " differences: so few people could not show them.",
                    report.gaps().size() + "件の差のうち" + silent + "件については、人数が少ないため何も言えません。")));
        }
        table(said.say("Differences that so few people can show", "この人数で示せる差"), true, blocks);
        table(said.say("Differences of which nothing is said", "何も言えない差"), false, blocks);
    }

    private void table(String caption, boolean read, List<Block> blocks) {
        List<Report.Gap> gaps = report.gaps().stream()
                .filter(gap -> (gap.reading() != null) == read)
                .toList();
        if (gaps.isEmpty()) {
            return;
        }
        List<String> head = new ArrayList<>(List.of(said.say("Topic", "対象"), said.say("Between", "比較")));
        if (read) {
            head.add(said.say("Reading", "判定"));
        }
        head.add(said.say("People", "人数"));
        head.add(said.say("Difference", "差"));
        blocks.add(new Block.Table(
                caption,
                head,
                gaps.stream().map(this::row).toList(),
                2,
                gaps.stream().map(Report.Gap::node).toList()));
    }

    private List<String> row(Report.Gap gap) {
        String between = gap.between() == PerceptionGap.Between.SIDES
                ? said.say("headquarters and genba", "本社と現場")
                : said.say("own people and customers", "自社と顧客");
        List<String> row = new ArrayList<>(List.of(said.title(gap.node()), between));
        if (gap.reading() != null) {
            row.add(reading(gap.reading()));
        }
        row.add(gap.first() + " / " + gap.second());
        row.add(steps(gap.difference()));
        return row;
    }

    private String reading(PerceptionGap.Reading reading) {
        return switch (reading) {
            case ALIGNED -> said.say("aligned", "一致");
            case GAP -> said.say("gap", "認識差あり");
            case SPLIT -> said.say("split", "認識が分裂");
        };
    }

    /** Steps of 1-5 with one decimal and a sign. */
    static String steps(double difference) {
        String number = String.format(Locale.ROOT, "%.1f", Math.abs(difference));
        return "0.0".equals(number) ? number : (difference > 0 ? "+" : "−") + number;
    }

    private String side(Side side) {
        return switch (side) {
            case HEADQUARTERS -> said.say("headquarters", "本社");
            case GENBA -> said.say("genba", "現場");
            case CUSTOMERS -> said.say("customers", "顧客");
            case NEUTRAL -> said.say("neutral", "中立");
        };
    }

    private String shared(SharedView view) {
        return switch (view) {
            case YES -> said.say("shared view", "共有");
            case PARTLY -> said.say("partly shared", "一部共有");
            case NO -> said.say("no shared view", "共有されていない");
        };
    }
}
