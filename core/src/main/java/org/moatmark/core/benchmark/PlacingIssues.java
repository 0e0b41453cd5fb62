package org.moatmark.core.benchmark;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Excerpt;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.issue.Nearest;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.Questionnaire;

/** What can be wrong with a wish to be placed or compared, in words. */
final class PlacingIssues {

    private static final int MOST_WORDS = 40;

    private PlacingIssues() {}

    static Issue unknownCompany(String path, String id, Collection<String> known) {
        String nearest = Nearest.to(id, known);
        return new Issue(
                "unknown-company",
                path,
                new Words(
                        "The case library has no company '" + Excerpt.of(id) + "'.",
                        "事例ライブラリーに企業「" + Excerpt.of(id) + "」はありません。"),
                nearest == null
                        ? new Words("Use an id from the list of case companies.", "事例企業の一覧にあるIDを使ってください。")
                        : new Words("Did you mean '" + nearest + "'?", "「" + nearest + "」ではありませんか。"));
    }

    static Issue unknownWord(Criterion criterion, String word, Collection<String> known) {
        String nearest = Nearest.to(word, known);
        String all = String.join(", ", known.stream().limit(MOST_WORDS).toList());
        String allJa = String.join("、", known.stream().limit(MOST_WORDS).toList());
        return new Issue(
                "unknown-word",
                "/peers/" + criterion.word(),
                new Words(
                        "No case company has the " + criterion.word() + " '" + Excerpt.of(word) + "'; there are: " + all
                                + ".",
                        criterion.word() + "が「" + Excerpt.of(word) + "」の事例企業はありません。使える語は次のとおりです：" + allJa + "。"),
                nearest == null
                        ? new Words("Use one of these words.", "これらの語のいずれかを使ってください。")
                        : new Words("Did you mean '" + nearest + "'?", "「" + nearest + "」ではありませんか。"));
    }

    /** A word of a company that no case company has, before anybody is placed. */
    static Issue unfamiliar(Criterion criterion, String word, Collection<String> known) {
        String nearest = Nearest.to(word, known);
        String all = String.join(", ", known.stream().limit(MOST_WORDS).toList());
        return new Issue(
                "unfamiliar-word",
                "/" + criterion.word(),
                new Words(
                        "No case company has the " + criterion.word() + " '" + Excerpt.of(word)
                                + "', so that peers are not chosen by it.",
                        criterion.word() + "「" + Excerpt.of(word) + "」に当たる事例企業がないため、比較企業の選択には使われません。"),
                nearest == null
                        ? new Words("Use one of: " + all + ".", "次のいずれかを使ってください：" + all + "。")
                        : new Words("Did you mean '" + nearest + "'?", "「" + nearest + "」ではありませんか。"));
    }

    static Issue leftAside(Criterion criterion, String word) {
        return new Issue(
                "word-left-aside",
                "/company/" + criterion.word(),
                new Words(
                        "No case company has the company's " + criterion.word() + " '" + Excerpt.of(word)
                                + "', so that peers are not chosen by it.",
                        "この会社の" + criterion.word() + "「" + Excerpt.of(word) + "」に当たる事例企業がないため、比較企業の選択には使っていません。"),
                new Words("Choose peers by a word of the library.", "ライブラリーにある語で比較企業を選んでください。"));
    }

    static Issue nobodyNamed() {
        return new Issue(
                "no-peers",
                "/peers",
                new Words(
                        "The list of peers names no company but the one that is placed.",
                        "比較企業の一覧に、位置付ける会社以外の企業がありません。"),
                new Words("Name at least one other case company.", "ほかの事例企業を少なくとも1社挙げてください。"));
    }

    static Issue otherVersion(String path, Subject subject, Questionnaire cases) {
        return new Issue(
                "other-version",
                path,
                new Words(
                        "'" + subject.name() + "' was scored by '" + subject.questionnaire() + "' " + subject.version()
                                + ", which is not the version " + cases.version() + " on which the cases are rated.",
                        "「" + subject.name() + "」は質問票「" + subject.questionnaire() + "」の" + subject.version()
                                + "で採点されていますが、事例企業は" + cases.version() + "で評価されています。"),
                new Words("Score the answers again by the version of the cases.", "事例と同じバージョンで採点し直してください。"));
    }

    static Issue noLinks(String path, Subject subject, Questionnaire cases) {
        return new Issue(
                "no-links",
                path,
                new Words(
                        "No item of '" + subject.questionnaire() + "' names an item of '" + cases.id()
                                + "' as its outsideView, so that '" + subject.name()
                                + "' cannot be placed among the cases.",
                        "質問票「" + subject.questionnaire() + "」には、「" + cases.id() + "」の設問をoutsideViewとして指す設問がないため、「"
                                + subject.name() + "」を事例の中に位置付けることはできません。"),
                new Words(
                        "Link items by outsideView, or answer '" + cases.id() + "' too.",
                        "設問にoutsideViewを付けるか、「" + cases.id() + "」にも回答してください。"));
    }

    static Issue number(int n) {
        return new Issue(
                "wrong-number",
                "",
                new Words(
                        "A comparison takes from " + Comparison.LEAST + " to " + Comparison.MOST + " results, not " + n
                                + ".",
                        "比較できる結果は" + Comparison.LEAST + "件から" + Comparison.MOST + "件までですが、" + n + "件あります。"),
                n < Comparison.LEAST
                        ? new Words("Give one more result.", "結果をもう1件加えてください。")
                        : new Words("Compare them in smaller groups.", "より少ない件数に分けて比較してください。"));
    }

    static Issue mixed(String path, Subject subject, Subject first) {
        return new Issue(
                "mixed-questionnaires",
                path,
                new Words(
                        "'" + subject.name() + "' was scored by '" + subject.questionnaire() + "' " + subject.version()
                                + " and '" + first.name() + "' by '" + first.questionnaire() + "' " + first.version()
                                + ".",
                        "「" + subject.name() + "」は「" + subject.questionnaire() + "」の" + subject.version() + "、「"
                                + first.name() + "」は「" + first.questionnaire() + "」の" + first.version()
                                + "で採点されています。"),
                new Words(
                        "Compare results of one version of one questionnaire, or compare through the cases.",
                        "同じ質問票の同じバージョンの結果を比べるか、事例を介して比べてください。"));
    }

    static Issue nothingInCommon(@Nullable String questionnaire) {
        return new Issue(
                "nothing-in-common",
                "",
                new Words(
                        "No item of '" + questionnaire + "' is answered or linked in all of the results.",
                        "「" + questionnaire + "」の設問のうち、すべての結果で回答または対応付けがあるものはありません。"),
                new Words("Compare results of one questionnaire.", "同じ質問票の結果を比べてください。"));
    }
}
