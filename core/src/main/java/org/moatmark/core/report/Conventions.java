package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.moatmark.core.maturity.LevelStability;

/** What holds for all numbers of a report, in sentences of one language. */
final class Conventions {

    private final Report report;
    private final Said said;

    Conventions(Report report, Said said) {
        this.report = report;
        this.said = said;
    }

    /** All of them. */
    List<String> all() {
        List<String> lines = new ArrayList<>(List.of(scale(), missing(), evidence(), levels(), causes()));
        lines.addAll(bands());
        return lines;
    }

    String scale() {
        return said.say(
                "All scores run from 0 to 100. They are worked out exactly and quoted as whole numbers.",
                "得点はすべて0～100です。計算は丸めずに行い、整数で示します。");
    }

    String missing() {
        return said.say(
                "A missing answer is never counted as zero. It leaves a range open instead.",
                "無回答をゼロとは数えません。その分、取り得る範囲が広がります。");
    }

    String evidence() {
        return said.say(
                "The score that counts is the one that evidence carries. High claims without evidence are capped.",
                "用いる得点は、根拠で裏付けられた得点です。根拠のない高い申告には上限があります。");
    }

    String levels() {
        return said.say(
                "A level is reached when all its conditions hold. A good mean cannot make up for one that does not.",
                "レベルは、すべての条件を満たして初めて到達します。平均が高くても、満たさない条件は補えません。");
    }

    String lowerSide() {
        return said.say(
                "Where headquarters and genba both answered, a condition reads the lower of the two. A figure here can be below"
                        + " the score.",
                "本社と現場の両方に回答がある場合、条件は低い方の得点で判定します。そのため、得点より低い数値になることがあります。");
    }

    String causes() {
        return said.say(
                "The numbers show what goes with what. They do not prove what leads to what.",
                "数字が示すのは関連であり、原因と結果ではありません。");
    }

    String changes() {
        return said.say(
                "A change counts if the bands of both scores lie apart, or if it is more than 1.96 of its standard errors.",
                "両方の得点の幅が重ならない場合、または変化が標準誤差の1.96倍を超える場合に、確かな変化とします。");
    }

    /** What the bands are, and what was rounded; nothing where there are neither. */
    List<String> bands() {
        List<String> lines = new ArrayList<>();
        if (report.method().runs() != null) {
            lines.add(said.say(
                    "A 90 % band holds 90 % of " + report.method().runs()
                            + " runs in which people, items and method were varied.",
                    "90％の幅は、回答者・設問・方法を変えた" + report.method().runs() + "回の再計算の90％が収まる範囲です。"));
            lines.add(said.say(
                    "A score can lie near an end of its own band. The runs take arithmetic and geometric means, and a geometric"
                            + " mean is pulled down by its lowest parts.",
                    "得点が自身の幅の端に寄ることがあります。再計算では算術平均と幾何平均の両方を用い、幾何平均は低い部分に強く引き下げられるためです。"));
        }
        if (report.method().rounded() != null) {
            lines.add(said.say(
                    "Scores were rounded to " + report.method().rounded() + " so that nobody's answer can be read off.",
                    "個人の回答が読み取れないよう、得点は" + report.method().rounded() + "刻みに丸めてあります。"));
        }
        return lines;
    }

    /** How often which level is reached under other people, items and methods, the most frequent first. */
    static String stability(LevelStability stability, Said said) {
        List<Map.Entry<Integer, Integer>> levels =
                new ArrayList<>(stability.distribution().entrySet());
        levels.sort(Map.Entry.<Integer, Integer>comparingByValue().reversed());
        List<String> shares = new ArrayList<>();
        levels.forEach(one -> shares.add(share(said.level(one.getKey()), one.getValue(), stability, said)));
        if (stability.unscored() > 0) {
            shares.add(share(said.say("no level", "判定なし"), stability.unscored(), stability, said));
        }
        return said.say(
                "When people, items and method are varied, the runs give " + said.list(shares) + ".",
                "回答者・設問・方法を変えて再計算した結果は、" + said.list(shares) + "です。");
    }

    private static String share(String level, int times, LevelStability stability, Said said) {
        String percent = said.partOf(times, stability.runs());
        return said.say(level + " in " + percent, level + "が" + percent);
    }

    /** With what the numbers were made, in one line. */
    String made() {
        return report.about().questionnaire() + " " + report.about().version() + " · "
                + report.method().methodHash() + " · Moatmark "
                + report.method().engine();
    }
}
