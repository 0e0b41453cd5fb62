package org.moatmark.core.json;

import org.moatmark.core.issue.Words;

/** How things are called at the start of a message: who has the fault. */
final class Said {

    /** The questionnaire as a whole. */
    static final Words QUESTIONNAIRE = new Words("The questionnaire", "質問票");

    /** The rule of the index. */
    static final Words INDEX = new Words("The index", "指数");

    /** The company of a wave. */
    static final Words COMPANY = new Words("The company", "会社情報");

    /** A respondent; the path says which. */
    static final Words RESPONDENT = new Words("The respondent", "回答者");

    /** A seat; the path says which. */
    static final Words SEAT = new Words("The seat", "回答枠");

    /** A result of another questionnaire; the path says which. */
    static final Words OTHER = new Words("The other result", "別の質問票の結果");

    /** The wave as a whole. */
    static final Words WAVE = new Words("The wave", "回答データ");

    private Said() {}

    /** A thing with its key, such as {@code Item 'D1.1a'}. */
    static Words named(String en, String ja, String key) {
        String shown = Shown.text(key);
        return new Words(upper(en) + " '" + shown + "'", ja + "「" + shown + "」");
    }

    /** A thing of which only its place in a list is known, counted from 1. */
    static Words numbered(String en, String ja, int index) {
        return new Words(upper(en) + " " + (index + 1), (index + 1) + "番目の" + ja);
    }

    /** The score of an item, inside a sentence. */
    static Words scoreOfItem(String key) {
        String shown = Shown.text(key);
        return new Words("the score of item '" + shown + "'", "設問「" + shown + "」の得点");
    }

    /** The score of a node, inside a sentence. */
    static Words scoreOfNode(String key) {
        String shown = Shown.text(key);
        return new Words("the score of node '" + shown + "'", "ノード「" + shown + "」の得点");
    }

    /** The answer to an item, inside a sentence. */
    static Words answerTo(String key) {
        String shown = Shown.text(key);
        return new Words("the answer to item '" + shown + "'", "設問「" + shown + "」の回答");
    }

    /** {@code an} before a vowel, else {@code a}. */
    static String article(String en) {
        return "aeiou".indexOf(en.charAt(0)) >= 0 ? "an" : "a";
    }

    private static String upper(String en) {
        return Character.toUpperCase(en.charAt(0)) + en.substring(1);
    }
}
