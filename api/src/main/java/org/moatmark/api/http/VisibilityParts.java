package org.moatmark.api.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.moatmark.api.service.Answers;
import org.moatmark.api.service.Visibility;
import org.moatmark.api.store.SecrecyShelf.Mode;
import org.moatmark.api.store.SecrecyShelf.Terms;
import org.moatmark.core.issue.Words;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonValue;

/** Who will see what a seat answers: as an owner sets it, and as it is told before the first answer. */
final class VisibilityParts {

    private static final List<String> MODES =
            List.of(Mode.ATTRIBUTED.word(), Mode.CONFIDENTIAL.word(), Mode.CLASSROOM.word());

    private VisibilityParts() {}

    /** What the body wants, under {@code visibility}; nothing where it is missing. */
    static Visibility.Wanted wanted(Body body) {
        if (!body.has("visibility")) {
            return Visibility.Wanted.NOTHING;
        }
        List<Visibility.Wanted> read = new ArrayList<>();
        Body.with(body.object("visibility"), inner -> {
            String mode = inner.optionalWord("mode", MODES);
            Integer k = inner.has("k") ? inner.whole("k", 3, 1_000) : null;
            read.add(new Visibility.Wanted(
                    mode == null ? null : Mode.valueOf(mode.toUpperCase(Locale.ROOT)),
                    k,
                    inner.has("departments") ? inner.truth("departments") : null,
                    inner.has("successorSeesAnswers") ? inner.truth("successorSeesAnswers") : null));
        });
        return read.isEmpty() ? Visibility.Wanted.NOTHING : read.get(0);
    }

    private static Members terms(Terms terms) {
        Members members = new Members().put("mode", terms.mode().word());
        if (terms.mode() != Mode.ATTRIBUTED) {
            members.put("k", terms.k());
        }
        if (terms.mode() == Mode.CONFIDENTIAL) {
            members.put("departments", terms.departments());
        }
        return members.put("successorSeesAnswers", terms.successorSees());
    }

    /** For an owner, with what to know before inviting. */
    static JsonObject setUp(Visibility.SetUp setUp) {
        Members members = terms(setUp.terms());
        if (setUp.terms().mode() == Mode.CONFIDENTIAL) {
            Members offices = new Members();
            setUp.offices().forEach(offices::words);
            members.put("fixed", setUp.terms().offices() != null)
                    .put("offices", offices.done())
                    .words("departmentsOfOne", setUp.departmentsOfOne());
        }
        if (!setUp.departmentsAlike().isEmpty()) {
            members.list("departmentsAlike", setUp.departmentsAlike(), VisibilityParts::names);
        }
        List<Words> notes = notes(setUp);
        if (setUp.terms().mode() == Mode.CONFIDENTIAL || !notes.isEmpty()) {
            members.list("notes", notes, VisibilityParts::texts);
        }
        return members.done();
    }

    private static JsonValue names(List<String> alike) {
        return new JsonArray(alike.stream().<JsonValue>map(JsonString::new).toList());
    }

    private static List<Words> notes(Visibility.SetUp setUp) {
        List<Words> notes = new ArrayList<>();
        for (List<String> alike : setUp.departmentsAlike()) {
            notes.add(new Words(
                    "'" + String.join("', '", alike)
                            + "' are counted as different departments. If they are one, give their seats the same name.",
                    "「" + String.join("」「", alike) + "」は別の部門として集計されます。同じ部門であれば、回答枠の部門名をそろえてください。"));
        }
        for (String name : setUp.departmentsOfOne()) {
            notes.add(new Words(
                    name + " has 1 seat: its answers will only count in the whole.",
                    name + "は回答枠が一つのため、回答は全体の集計にのみ含まれます。"));
        }
        setUp.offices().forEach((questionnaire, kinds) -> {
            if (!kinds.isEmpty()) {
                String list = String.join(", ", kinds);
                notes.add(new Words(
                        questionnaire + ": fewer than " + setUp.terms().k() + " seats are of kind " + list
                                + "; what they say is shown as a statement of their office.",
                        questionnaire + "：区分 " + list + " の回答枠は" + setUp.terms().k()
                                + "未満のため、その回答は役職としての表明として表示されます。"));
            }
        });
        return notes;
    }

    /** For a seat, before its first answer and ever after. */
    static JsonObject told(Answers.Place place) {
        Words explanation = explanation(place.terms());
        String department = place.alone() ? place.seat().department() : null;
        if (department != null) {
            explanation = new Words(
                    explanation.en() + " " + department
                            + " has 1 seat, yours: it is not shown as a group, and your protected answers count only in the whole.",
                    explanation.ja() + department + "の回答枠はあなたの一つだけです。部門だけの結果は示されず、保護対象の回答は全体の集計にのみ含まれます。");
        }
        return terms(place.terms()).put("explanation", texts(explanation)).done();
    }

    private static JsonValue texts(Words words) {
        return new Members().put("en", words.en()).put("ja", words.ja()).done();
    }

    private static Words explanation(Terms terms) {
        Words later = terms.successorSees()
                ? new Words(
                        " If somebody takes over this seat, he or she sees the answers so far.",
                        "回答枠が引き継がれた場合、後任者はそれまでの回答を見ることができます。")
                : new Words(
                        " If somebody takes over this seat, he or she does not see the answers so far.",
                        "回答枠が引き継がれた場合も、後任者がそれまでの回答を見ることはできません。");
        Words how = switch (terms.mode()) {
            case ATTRIBUTED ->
                new Words(
                        "Your answers are shown to the owner of the assessment, and to consultants who act for the owner,"
                                + " together with the name of your seat, your evidence and your notes; nobody else sees what"
                                + " a single seat answered.",
                        "あなたの回答は、根拠、メモ、回答枠の名前とともに、診断の所有者と、所有者の委託を受けたコンサルタントに表示されます。"
                                + "それ以外の人に個々の回答枠の回答が示されることはありません。");
            case CONFIDENTIAL ->
                new Words(
                        "Nobody sees what you answer to the questions marked as protected; they count only in means over at"
                                + " least " + terms.k()
                                + " people. Facts, and all answers of roles that fewer than "
                                + terms.k()
                                + " people hold, are shown as statements of the office, with the evidence for them and without"
                                + " notes or times.",
                        "「保護対象」の印がある設問へのあなたの回答は誰にも表示されず、" + terms.k()
                                + "人以上の平均としてのみ集計されます。事実に関する回答と、" + terms.k()
                                + "人未満の役割からの回答は、メモや時刻を除き、根拠とともに役職としての表明として表示されます。");
            case CLASSROOM ->
                new Words(
                        "Only your teacher sees your answers under the name of your seat, and only in exercises that are"
                                + " marked; your class sees only groups of at least "
                                + terms.k() + ", and results name no seat.",
                        "あなたの回答を回答枠の名前とともに見られるのは、採点する演習の場合の教員だけです。クラスには" + terms.k()
                                + "人以上の集計だけが示され、結果に回答枠の名前は含まれません。");
        };
        return new Words(how.en() + later.en(), how.ja() + later.ja());
    }
}
