package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.List;

/** How the numbers were made, and what they cannot say. */
final class MethodStory {

    private final Report report;
    private final Said said;

    MethodStory(Report report, Said said) {
        this.report = report;
        this.said = said;
    }

    Story.Section tell() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Points(conventions()));
        if (!report.limits().isEmpty()) {
            blocks.add(new Block.Heading(said.say("Worth knowing", "留意点")));
            blocks.add(new Block.Points(report.limits().stream().map(said::in).toList()));
        }
        blocks.add(people());
        blocks.add(new Block.Table(
                said.say("What it was made with", "計算の条件"),
                List.of(said.say("What", "項目"), said.say("Value", "値")),
                made(),
                0));
        return new Story.Section("method", said.say("Method and limits", "方法と限界"), blocks);
    }

    private Block people() {
        List<List<String>> rows = report.about().people().stream()
                .map(people -> List.of(said.in(people.kind()), Integer.toString(people.n())))
                .toList();
        return rows.isEmpty()
                ? new Block.Text(
                        said.say("Who answered is not told: the assessment is confidential.", "機密扱いのため、回答者の内訳は示しません。"))
                : new Block.Table(
                        said.say("Who answered", "回答者の内訳"),
                        List.of(said.say("Kind of people", "立場"), said.say("People", "人数")),
                        rows,
                        1);
    }

    private List<String> conventions() {
        List<String> lines = new ArrayList<>(List.of(
                said.say(
                        "All scores run from 0 to 100. They are worked out exactly and quoted as whole numbers.",
                        "得点はすべて0～100です。計算は丸めずに行い、整数で示します。"),
                said.say(
                        "A missing answer is never counted as zero. It leaves a range open instead.",
                        "無回答をゼロとは数えません。その分、取り得る範囲が広がります。"),
                said.say(
                        "The score that counts is the one that evidence carries. High claims without evidence are capped.",
                        "用いる得点は、根拠で裏付けられた得点です。根拠のない高い申告には上限があります。"),
                said.say(
                        "A level is reached when all its conditions hold. A good mean cannot make up for one that does not.",
                        "レベルは、すべての条件を満たして初めて到達します。平均が高くても、満たさない条件は補えません。"),
                said.say(
                        "The numbers show what goes with what. They do not prove what leads to what.",
                        "数字が示すのは関連であり、原因と結果ではありません。")));
        if (report.method().runs() != null) {
            lines.add(said.say(
                    "A 90 % band holds 90 % of " + report.method().runs()
                            + " runs in which people, items and method were varied.",
                    "90％の幅は、回答者・設問・方法を変えた" + report.method().runs() + "回の再計算の90％が収まる範囲です。"));
        }
        if (report.method().rounded() != null) {
            lines.add(said.say(
                    "Scores were rounded to " + report.method().rounded() + " so that nobody's answer can be read off.",
                    "個人の回答が読み取れないよう、得点は" + report.method().rounded() + "刻みに丸めてあります。"));
        }
        return lines;
    }

    private List<List<String>> made() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                said.say("Questionnaire", "質問票"),
                report.about().questionnaire() + " " + report.about().version()));
        rows.add(List.of(said.say("Method hash", "メソッドハッシュ"), report.method().methodHash()));
        rows.add(List.of(
                said.say("Program", "プログラム"), "Moatmark " + report.method().engine()));
        rows.add(List.of(said.say("Rule of the index", "指数の計算規則"), report.rule()));
        if (report.method().seed() != null) {
            rows.add(List.of(
                    said.say("Seed", "シード"), Long.toString(report.method().seed())));
            rows.add(List.of(
                    said.say("Runs", "再計算の回数"), String.valueOf(report.method().runs())));
        }
        return rows;
    }
}
