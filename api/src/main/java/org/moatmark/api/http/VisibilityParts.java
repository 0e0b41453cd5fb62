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
import org.moatmark.core.questionnaire.Questionnaire;

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
    static JsonObject setUp(Visibility.SetUp setUp, List<Questionnaire> asked) {
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
        List<Words> notes = notes(setUp, asked);
        if (setUp.terms().mode() == Mode.CONFIDENTIAL || !notes.isEmpty()) {
            members.list("notes", notes, VisibilityParts::texts);
        }
        return members.done();
    }

    private static JsonValue names(List<String> alike) {
        return new JsonArray(alike.stream().<JsonValue>map(JsonString::new).toList());
    }

    private static List<Words> notes(Visibility.SetUp setUp, List<Questionnaire> asked) {
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
        for (Questionnaire questionnaire : asked) {
            List<String> offices = setUp.filledOffices().getOrDefault(questionnaire.id(), List.of());
            if (!offices.isEmpty()) {
                Words kinds = ToldTerms.kinds(questionnaire, offices);
                notes.add(new Words(
                        questionnaire.title().in("en") + ": fewer than "
                                + setUp.terms().k() + " seats speak for " + kinds.en()
                                + "; what they say is shown as a statement of their office.",
                        questionnaire.title().in("ja") + "：" + kinds.ja() + "の回答枠が"
                                + setUp.terms().k() + "件に満たないため、その回答は役職としての表明として表示されます。"));
            }
        }
        return notes;
    }

    /** For a seat, before its first answer and ever after. */
    static JsonObject told(Answers.Place place) {
        return terms(place.terms())
                .put("explanation", texts(ToldTerms.of(place)))
                .done();
    }

    private static JsonValue texts(Words words) {
        return new Members().put("en", words.en()).put("ja", words.ja()).done();
    }
}
