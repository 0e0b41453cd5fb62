package org.moatmark.api.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.moatmark.api.service.Answers;
import org.moatmark.api.store.SecrecyShelf.Terms;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.Informant;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.response.Form;

/** What a seat is told of who will see its answers: of its own questions, and not of those of people in general. */
final class ToldTerms {

    private static final Words SHOWN = new Words(
            "shown as statements of your office, with the evidence for them and without notes or times.",
            "メモや時刻を除き、根拠とともに役職としての表明として表示されます。");

    private ToldTerms() {}

    static Words of(Answers.Place place) {
        Terms terms = place.terms();
        Words told = switch (terms.mode()) {
            case ATTRIBUTED ->
                new Words(
                        "Your answers are shown to the owner of the assessment, and to consultants who act for the owner,"
                                + " together with the name of your seat, your evidence and your notes; nobody else sees what"
                                + " a single seat answered.",
                        "あなたの回答は、根拠、メモ、回答枠の名前とともに、診断の所有者と、所有者の委託を受けたコンサルタントに表示されます。"
                                + "それ以外の人に個々の回答枠の回答が示されることはありません。");
            case CONFIDENTIAL ->
                place.sheets().stream()
                        .map(sheet -> confidential(place, sheet))
                        .reduce(ToldTerms::joined)
                        .orElseGet(() -> new Words("You are asked nothing.", "お尋ねする設問はありません。"));
            case CLASSROOM ->
                new Words(
                        "Only your teacher sees your answers under the name of your seat, and only in exercises that are"
                                + " marked; your class sees only groups of at least "
                                + terms.k() + ", and results name no seat.",
                        "あなたの回答を回答枠の名前とともに見られるのは、採点する演習の場合の教員だけです。クラスには" + terms.k()
                                + "人以上の集計だけが示され、結果に回答枠の名前は含まれません。");
        };
        Words whole = joined(told, successor(terms));
        String department = place.alone() ? place.seat().department() : null;
        return department == null ? whole : joined(whole, alone(department));
    }

    /** What becomes of the answers to one questionnaire: how many are protected, and why the others are not. */
    private static Words confidential(Answers.Place place, Answers.Sheet sheet) {
        int k = place.terms().k();
        boolean core = place.assessment().form() == Form.CORE;
        List<Item> asked =
                sheet.asked().stream().filter(item -> item.core() || !core).toList();
        int all = asked.size();
        int hidden = (int) asked.stream()
                .filter(item -> sheet.hidden().contains(item.key()))
                .count();
        List<Item> stated = asked.stream()
                .filter(item -> item.type().isOpinion() && !sheet.hidden().contains(item.key()))
                .toList();
        List<String> offices = sheet.kinds().stream()
                .filter(kind ->
                        stated.stream().anyMatch(item -> item.informants().contains(kind)))
                .toList();
        Words told = hidden > 0
                ? mixed(all, hidden, hidden + stated.size() < all, k, sheet.questionnaire(), offices)
                : stated(all, k, sheet.questionnaire(), offices);
        TextMap title = sheet.questionnaire().title();
        return place.sheets().size() == 1
                ? told
                : new Words(title.in("en") + ": " + told.en(), "「" + title.in("ja") + "」では、" + told.ja());
    }

    /** Some answers are protected; the others are facts, or what offices are asked, or both. */
    private static Words mixed(
            int all, int hidden, boolean facts, int k, Questionnaire questionnaire, List<String> offices) {
        Words told = new Words(
                hidden + " of the " + all + " questions that you are asked are protected, and marked so: nobody sees"
                        + " what you answer to them, and your answers count only in means over at least " + k
                        + " people.",
                "あなたにお尋ねする" + all + "問のうち" + hidden + "問には「保護対象」の印があります。その回答は誰にも表示されず、" + k + "人以上の平均としてのみ集計されます。");
        if (hidden == all) {
            return told;
        }
        List<String> en = new ArrayList<>();
        List<String> ja = new ArrayList<>();
        if (facts) {
            en.add("are questions of fact");
            ja.add("事実に関する設問");
        }
        if (!offices.isEmpty()) {
            Words kinds = kinds(questionnaire, offices);
            en.add("are asked of fewer than " + k + " people (" + kinds.en() + ")");
            ja.add(kinds.ja() + "として答える人が" + k + "人未満の設問");
        }
        int others = all - hidden;
        return joined(
                told,
                new Words(
                        "Your answers to the other " + others + ", which " + String.join(" or ", en) + ", are "
                                + SHOWN.en(),
                        "残りの" + others + "問（" + String.join("と、", ja) + "）への回答は、" + SHOWN.ja()));
    }

    /** No answer is protected: all are facts, or the seat is one of few. */
    private static Words stated(int all, int k, Questionnaire questionnaire, List<String> offices) {
        if (offices.isEmpty()) {
            return new Words(
                    "All " + all + " questions that you are asked are questions of fact: your answers are "
                            + SHOWN.en(),
                    "あなたにお尋ねする" + all + "問はすべて事実に関する設問です。回答は、" + SHOWN.ja());
        }
        Words kinds = kinds(questionnaire, offices);
        return new Words(
                "Fewer than " + k + " people answer as you do (" + kinds.en() + "), so no mean could hide what you say:"
                        + " none of the " + all + " questions that you are asked is protected. Your answers are "
                        + SHOWN.en(),
                kinds.ja() + "として答える人は" + k + "人未満のため、平均にまとめて伏せることができません。あなたにお尋ねする" + all + "問はいずれも保護の対象にならず、回答は"
                        + SHOWN.ja());
    }

    private static Words successor(Terms terms) {
        return terms.successorSees()
                ? new Words(
                        "If somebody takes over this seat, he or she sees the answers so far.",
                        "回答枠が引き継がれた場合、後任者はそれまでの回答を見ることができます。")
                : new Words(
                        "If somebody takes over this seat, he or she does not see the answers so far.",
                        "回答枠が引き継がれた場合も、後任者がそれまでの回答を見ることはできません。");
    }

    private static Words alone(String department) {
        return new Words(
                department
                        + " has 1 seat, yours: it is not shown as a group, and your protected answers count only in the whole.",
                department + "の回答枠はあなたの一つだけです。部門だけの結果は示されず、保護対象の回答は全体の集計にのみ含まれます。");
    }

    /** What kinds of informants are called, in the order of the questionnaire. */
    static Words kinds(Questionnaire questionnaire, Collection<String> keys) {
        List<Informant> named = questionnaire.informants().stream()
                .filter(one -> keys.contains(one.key()))
                .toList();
        return new Words(
                String.join(", ", named.stream().map(one -> one.name().in("en")).toList()),
                String.join("、", named.stream().map(one -> one.name().in("ja")).toList()));
    }

    private static Words joined(Words one, Words other) {
        return new Words(one.en() + " " + other.en(), one.ja() + other.ja());
    }
}
