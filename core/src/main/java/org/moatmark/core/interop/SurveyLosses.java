package org.moatmark.core.interop;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.moatmark.core.issue.Excerpt;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.issue.Words;

/** What of a survey was not taken over, in the order in which it was found. */
final class SurveyLosses {

    /** So many are kept; nobody reads more. */
    private static final int MOST = 1_000;

    private final List<Issue> found = new ArrayList<>();

    List<Issue> all() {
        return List.copyOf(found);
    }

    void add(String code, String path, Words message, Words hint) {
        if (found.size() < MOST) {
            found.add(new Issue(code, path, message, hint));
        }
    }

    /** Every property that nobody looks at. */
    void others(JsonObject of, Set<String> taken, String name, String path) {
        for (String property : of.keySet()) {
            if (!taken.contains(property)) {
                String shown = Excerpt.of(property);
                add(
                        "not-taken",
                        path + "/" + property.replace("~", "~0").replace("/", "~1"),
                        new Words(
                                "'" + name + "': property '" + shown + "' was not taken over.",
                                "「" + name + "」：プロパティー「" + shown + "」は取り込まれませんでした。"),
                        new Words(
                                "A questionnaire has no such thing; check that the question means the same without it.",
                                "質問票にこれに当たるものはありません。なくても設問の意味が変わらないか確認してください。"));
            }
        }
    }

    void noScores(String name, String path) {
        add(
                "no-scores",
                path,
                new Words(
                        "'" + name + "': a survey does not say what its choices are worth, so each scores 0.",
                        "「" + name + "」：各選択肢の得点がアンケートにないため、すべて0点としました。"),
                new Words(
                        "Write the score of each option, from 0 to 100, into the questionnaire.",
                        "質問票の各選択肢に、0から100までの得点を書いてください。"));
    }

    void noCuts(String name, String path) {
        add(
                "no-cuts",
                path,
                new Words(
                        "'" + name + "': a survey does not say which numbers are good, so it became a text.",
                        "「" + name + "」：どの数値が良いかがアンケートにないため、自由記述としました。"),
                new Words(
                        "Make it an item of type number, with unit, min, max and four cuts.",
                        "種類を number とし、単位、最小値、最大値、四つの区切りを書いてください。"));
    }

    void notAsked(String name, String type, String path) {
        String shown = Excerpt.of(type);
        add(
                "type-not-taken",
                path,
                new Words(
                        "'" + name + "': elements of type '" + shown + "' are not taken over.",
                        "「" + name + "」：種類「" + shown + "」の要素は取り込まれません。"),
                new Words(
                        "Ask it as radiogroup, dropdown, rating, boolean, checkbox, matrix, text or comment.",
                        "radiogroup、dropdown、rating、boolean、checkbox、matrix、text、comment のどれかで尋ねてください。"));
    }

    void renamed(String name, String key, String path) {
        add(
                "renamed",
                path,
                new Words(
                        "'" + name + "' became the key '" + key
                                + "', since a key is used once and has up to 64 characters.",
                        "キーは重複できず64文字以内のため、「" + name + "」は「" + key + "」になりました。"),
                new Words("Answers under the old name go under the new one.", "以前の名前の回答は、新しいキーに移してください。"));
    }

    void otherLabels(String name, String scale, String path) {
        add(
                "labels-differ",
                path,
                new Words(
                        "'" + name + "': its choices differ from those of another question on scale '" + scale
                                + "', which count.",
                        "「" + name + "」：尺度「" + scale + "」を使う別の設問と選択肢が異なります。先の設問のものを採用しました。"),
                new Words("Write the same choices, or give it a scale of its own.", "選択肢をそろえるか、別の尺度にしてください。"));
    }

    void untranslated(String part, String language, String path) {
        add(
                "missing-translation",
                path,
                new Words(
                        "'" + part + "' has no text in language '" + language
                                + "'; that of another language stands there.",
                        "「" + part + "」に言語「" + language + "」の文がなく、別の言語の文を入れました。"),
                new Words("Translate it.", "翻訳してください。"));
    }
}
