package org.moatmark.core.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Version;

/** What is said about judgements that are JSON and yet cannot become weights. */
final class JudgementFaults {

    /** So many missing pairs are named. */
    private static final int NAMED = 10;

    private JudgementFaults() {}

    static void anotherQuestionnaire(Fields about, String given, Questionnaire wanted, Faults faults) {
        String name = wanted.id() + " " + wanted.version();
        faults.add(
                "another-questionnaire",
                about.at(),
                about.who(),
                "they are about " + given + ", but the questionnaire is " + name + ".",
                "対象は " + given + " ですが、渡された質問票は " + name + " です。",
                "Take the questionnaire that was judged, or write '" + wanted.id() + "' and '" + wanted.version()
                        + "' if its nodes and items were judged.",
                "比較の対象とした質問票を渡してください。この質問票を比較したのであれば「" + wanted.id() + "」と「" + wanted.version() + "」と書いてください。");
    }

    static void versionNotNewer(Fields about, Version next, Version old, Faults faults) {
        faults.add(
                "version-not-newer",
                about.at("version"),
                about.who(),
                "new weights need a version above " + old + ", not " + next + ".",
                "新しい重みには " + old + " より新しいバージョンが必要ですが、" + next + " が指定されています。",
                "Ask for a version such as " + new Version(old.major(), old.minor() + 1, 0) + ".",
                new Version(old.major(), old.minor() + 1, 0) + " のようなバージョンを指定してください。");
    }

    static void nothingToCompare(Fields fields, @Nullable String node, int children, Faults faults) {
        String en = node == null ? "the index" : "node '" + node + "'";
        String ja = node == null ? "指数" : "ノード「" + node + "」";
        faults.add(
                "nothing-to-compare",
                node == null ? fields.at() : fields.at("node"),
                fields.who(),
                en + (children == 0 ? " has nothing with a weight under it." : " has one child only."),
                ja + (children == 0 ? "の下に重みを持つものがありません。" : "の子は一つだけです。"),
                "Remove this comparison, or name a node with two or more nodes or items under it.",
                "この比較を削除するか、二つ以上のノードまたは設問を持つノードを指定してください。");
    }

    static void withItself(Fields pair, String child, Faults faults) {
        faults.add(
                "compared-with-itself",
                pair.at(),
                pair.who(),
                "'" + child + "' is compared with itself.",
                "「" + child + "」がそれ自身と比較されています。",
                "Name two different children, or remove the pair.",
                "異なる二つの子を指定するか、この組を削除してください。");
    }

    static void contradiction(Fields pair, double value, Place first, double before, Faults faults) {
        String shown = NumberText.of(value);
        String other = NumberText.of(before);
        faults.add(
                "contradicting-pair",
                pair.at("value"),
                pair.who(),
                "this pair is judged twice: " + shown + " here, which by " + first.pointer() + " would be " + other
                        + ".",
                "この組は二度比較されています。ここでは " + shown + " ですが、" + first.pointer() + " によれば " + other + " になります。",
                "Keep one of the two.",
                "どちらか一方だけを残してください。");
    }

    static void missingPairs(Fields fields, @Nullable String node, List<String> missing, int all, Faults faults) {
        int count = missing.size();
        String named = String.join(", ", missing.subList(0, Math.min(NAMED, count))) + (count > NAMED ? ", ..." : "");
        String en = node == null ? "the index" : "node '" + node + "'";
        String ja = node == null ? "指数" : "ノード「" + node + "」";
        faults.add(
                "missing-pairs",
                fields.at("pairs"),
                fields.who(),
                count + " of the " + all + " pairs under " + en + (count == 1 ? " is" : " are") + " missing.",
                ja + "の下の" + all + "組のうち" + count + "組の比較がありません。",
                "Add a judgement for " + named + ".",
                "次の組の比較を追加してください：" + named);
    }
}
