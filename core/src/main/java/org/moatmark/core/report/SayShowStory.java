package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What is claimed and what is shown for it (rule S2). */
final class SayShowStory {

    private final Report report;
    private final Said said;

    SayShowStory(Report report, Said said) {
        this.report = report;
        this.said = said;
    }

    void tell(List<Story.Section> sections) {
        if (report.index().sayShowGap() != null || !wide().isEmpty()) {
            sections.add(
                    new Story.Section("evidence", said.say("What is claimed and what is shown", "申告と根拠の差"), blocks()));
        }
    }

    /** The dimensions that claim more than they show, the widest gap first. */
    private List<Report.Node> wide() {
        List<Report.Node> wide = new ArrayList<>(report.profile().stream()
                .filter(node -> gap(node) > 0)
                .filter(node -> !node.rule().balances())
                .toList());
        wide.sort(Comparator.comparingInt((Report.Node node) -> -gap(node)));
        return wide;
    }

    private static int gap(Report.Node node) {
        Integer gap = node.mark().sayShowGap();
        return gap == null ? 0 : gap;
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        Integer index = report.index().sayShowGap();
        if (index != null) {
            blocks.add(new Block.Text(said.say(
                    "The index would be " + Said.whole(report.index().claimed())
                            + " if every claim counted in full. With" + " the evidence given it is "
                            + said.score(report.index()) + ".",
                    "申告をそのまま数えれば指数は" + Said.whole(report.index().claimed()) + "点ですが、示された根拠に基づくと"
                            + said.score(report.index()) + "点です。")));
        }
        List<Report.Node> wide = wide();
        if (wide.isEmpty()) {
            blocks.add(new Block.Text(said.say("No dimension claims more than it shows.", "根拠を超えて申告している次元はありません。")));
            return blocks;
        }
        List<List<String>> rows = new ArrayList<>();
        for (Report.Node node : wide) {
            rows.add(List.of(
                    said.in(node.title()),
                    Said.whole(Objects.requireNonNull(node.mark().claimed())),
                    said.score(node.mark()),
                    PeopleStory.signed(gap(node))));
        }
        blocks.add(new Block.Table(
                said.say("Where more is claimed than shown", "申告が根拠を上回るところ"),
                List.of(
                        said.say("Dimension", "次元"),
                        said.say("Claimed", "申告"),
                        said.say("Shown", "根拠あり"),
                        said.say("Gap", "差")),
                rows,
                3,
                wide.stream().map(Report.Node::key).toList()));
        return blocks;
    }
}
