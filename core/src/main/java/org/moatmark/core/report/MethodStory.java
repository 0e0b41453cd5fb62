package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.List;

/** How the numbers were made, and what they cannot say. */
final class MethodStory {

    private static final int CLAIMS = 6;

    private final Report report;
    private final Said said;

    MethodStory(Report report, Said said) {
        this.report = report;
        this.said = said;
    }

    Story.Section tell() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Points(new Conventions(report, said).all()));
        if (!report.limits().isEmpty()) {
            blocks.add(new Block.Heading(said.say("Worth knowing", "留意点")));
            blocks.add(new Block.Points(report.limits().stream().map(said::in).toList()));
        }
        if (!report.claims().isEmpty()) {
            blocks.add(new Block.Heading(said.say("What would allow better claims", "より確かなことを言うために必要なもの")));
            List<String> claims = report.claims().stream().map(said::in).toList();
            blocks.add(new Block.Points(claims.subList(0, Math.min(CLAIMS, claims.size()))));
            if (claims.size() > CLAIMS) {
                List<String> rest = claims.subList(CLAIMS, claims.size());
                blocks.add(new Block.Tree(List.of(new Block.Branch(
                        null, said.say("And " + rest.size() + " more", "ほか" + rest.size() + "件"), rest, List.of()))));
            }
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
                        whoAnswered(), List.of(said.say("Kind of people", "立場"), said.say("People", "人数")), rows, 1);
    }

    /** Kinds of people may add up to more than there are. */
    private String whoAnswered() {
        Integer n = report.about().respondents();
        int spoken = report.about().people().stream().mapToInt(Report.People::n).sum();
        return n == null || n >= spoken
                ? said.say("Who answered", "回答者の内訳")
                : said.say(
                        "Who answered: " + said.count(n, "person", "people", "人")
                                + "; who speaks for two kinds counts in both",
                        "回答者の内訳：" + n + "人（2つの立場を兼ねる人は両方に数えます）");
    }

    private List<List<String>> made() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                said.say("Questionnaire", "質問票"),
                report.about().questionnaire() + " " + report.about().version()));
        rows.add(List.of(said.say("Method hash", "方式のハッシュ値"), report.method().methodHash()));
        rows.add(List.of(
                said.say("Program", "プログラム"), "Moatmark " + report.method().engine()));
        rows.add(List.of(said.say("Rule of the index", "指数の計算規則"), said.rule(report.rule())));
        if (report.method().seed() != null) {
            rows.add(List.of(
                    said.say("Seed", "シード"), Long.toString(report.method().seed())));
            rows.add(List.of(
                    said.say("Runs", "再計算の回数"), String.valueOf(report.method().runs())));
        }
        return rows;
    }
}
