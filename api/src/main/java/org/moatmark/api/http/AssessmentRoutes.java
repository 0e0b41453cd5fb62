package org.moatmark.api.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.http.Route.Takes;
import org.moatmark.api.service.Assessments;
import org.moatmark.api.service.Caller;
import org.moatmark.api.service.Right;
import org.moatmark.api.service.Visibility;
import org.moatmark.api.service.Work;
import org.moatmark.api.store.Page;
import org.moatmark.api.store.StoredAssessment;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonValue;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.response.Form;

/** {@code /v1/assessments}. */
final class AssessmentRoutes {

    private static final String ALL = "/v1/assessments";
    private static final String ONE = ALL + "/:assessment";
    private static final Access SEE = Access.key(Right.SEE_ASSESSMENT);
    private static final Access SET_UP = Access.key(Right.SET_UP);
    private static final int LONGEST = 200;
    private static final int LONGEST_REASON = 2_000;
    private static final int MOST_QUESTIONNAIRES = 20;
    private static final List<String> FORMS = List.of(Form.FULL.word(), Form.CORE.word());

    private final Lists lists;

    AssessmentRoutes(Lists lists) {
        this.lists = lists;
    }

    /** A step in the life of an assessment. */
    private interface Step {
        StoredAssessment take(Work work, Caller.KeyHolder who, String id);
    }

    List<Route> routes() {
        return List.of(
                Route.get(ALL, SEE, this::list).knowing("limit", "cursor"),
                Route.post(ALL, Access.key(Right.START_ASSESSMENT), Takes.JSON, AssessmentRoutes::create)
                        .orBrief(),
                Route.get(ONE, SEE, AssessmentRoutes::get),
                Route.patch(ONE, SET_UP, AssessmentRoutes::change),
                Route.post(
                                ONE + "/open",
                                SET_UP,
                                Takes.MAYBE_JSON,
                                call -> step(call, call.doors().assessments()::open))
                        .orBrief(),
                Route.post(
                                ONE + "/close",
                                SET_UP,
                                Takes.MAYBE_JSON,
                                call -> step(call, call.doors().assessments()::close))
                        .orBrief(),
                Route.post(ONE + "/reopen", SET_UP, Takes.JSON, AssessmentRoutes::reopen)
                        .orBrief());
    }

    private Answer list(Call call) {
        var who = call.holder();
        int limit = call.parameters().limit();
        String after = lists.after(call, who.tenant());
        return call.read(work -> {
            Page<StoredAssessment> page = call.doors().assessments().list(work, who, after, limit);
            List<String> ids = page.items().stream().map(StoredAssessment::id).toList();
            Map<String, Long> closes = call.doors().invitations().closes(work, who.tenant(), ids);
            return lists.answer(
                    call,
                    who.tenant(),
                    page,
                    StoredAssessment::id,
                    one -> planned(one, closes.get(one.id())).done());
        });
    }

    private static Members planned(StoredAssessment assessment, @Nullable Long closes) {
        Members document = new Members();
        Shapes.assessment(assessment).toMap().forEach(document::put);
        return document.time("closesAt", closes);
    }

    private static Answer create(Call call) {
        Body body = call.fields();
        String company = body.text("company", 36);
        String name = body.text("name", LONGEST);
        Form form = form(body.optionalWord("form", FORMS));
        List<Assessments.Wanted> wanted = wanted(body);
        Visibility.Wanted visibility = VisibilityParts.wanted(body);
        Long closes = body.optionalTime("closesAt");
        body.done();
        var plan = new Assessments.Plan(company, name, form == null ? Form.FULL : form, wanted);
        return call.once(work -> {
            StoredAssessment made = call.doors().assessments().create(work, call.holder(), plan);
            call.doors().visibility().change(work, call.holder(), made.id(), visibility);
            call.doors().invitations().plan(work, call.holder(), made.id(), closes);
            return answer(call, work, 201, made).with("Location", "/v1/assessments/" + made.id());
        });
    }

    /** Questionnaires by id, or by id and version. */
    private static List<Assessments.Wanted> wanted(Body body) {
        List<Assessments.Wanted> wanted = new ArrayList<>();
        List<JsonValue> values = body.list("questionnaires", MOST_QUESTIONNAIRES);
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof JsonString id) {
                wanted.add(new Assessments.Wanted(id.value(), null));
            } else {
                Body.with(
                        body.open("questionnaires", i, values.get(i)),
                        one -> wanted.add(
                                new Assessments.Wanted(one.text("id", LONGEST), one.optionalText("version", LONGEST))));
            }
        }
        return wanted;
    }

    private static @Nullable Form form(@Nullable String word) {
        return word == null ? null : Form.values()[FORMS.indexOf(word)];
    }

    private static Answer get(Call call) {
        String id = call.id("assessment");
        return call.read(
                work -> answer(call, work, 200, call.doors().assessments().get(work, call.holder(), id)));
    }

    private static Answer change(Call call) {
        String id = call.id("assessment");
        Body body = call.fields();
        var change = new Assessments.Change(
                body.has("name") ? body.text("name", LONGEST) : null,
                body.has("form") ? form(body.word("form", FORMS)) : null,
                body.has("questionnaires") ? wanted(body) : null);
        Visibility.Wanted visibility = VisibilityParts.wanted(body);
        boolean otherClose = body.has("closesAt");
        Long closes = body.optionalTime("closesAt");
        body.done();
        return call.write(work -> {
            StoredAssessment after = call.doors().assessments().change(work, call.holder(), id, call.seen(), change);
            call.doors().visibility().change(work, call.holder(), id, visibility);
            if (otherClose) {
                call.doors().invitations().plan(work, call.holder(), id, closes);
            }
            return answer(call, work, 200, after);
        });
    }

    private static Answer step(Call call, Step step) {
        String id = call.id("assessment");
        call.fields().done();
        return call.once(work -> answer(call, work, 200, step.take(work, call.holder(), id)));
    }

    private static Answer reopen(Call call) {
        String id = call.id("assessment");
        Body body = call.fields();
        String reason = body.words("reason", LONGEST_REASON);
        body.done();
        return call.once(
                work -> answer(call, work, 200, call.doors().assessments().reopen(work, call.holder(), id, reason)));
    }

    private static Answer answer(Call call, Work work, int status, StoredAssessment assessment) {
        Members document = planned(assessment, call.doors().invitations().closes(work, call.tenant(), assessment.id()));
        var questionnaires = call.doors().questionnaires();
        List<Questionnaire> asked = assessment.questionnaires().stream()
                .flatMap(one -> questionnaires.find(work, call.tenant(), one.id(), one.version()).stream())
                .toList();
        document.put(
                "visibility",
                VisibilityParts.setUp(call.doors().visibility().setUp(work, call.holder(), assessment), asked));
        return call.tagged(Answer.json(status, document.done()), assessment.version());
    }
}
