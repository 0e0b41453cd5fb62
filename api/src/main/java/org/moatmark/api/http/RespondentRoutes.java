package org.moatmark.api.http;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.moatmark.api.http.Route.Takes;
import org.moatmark.api.service.Answers;
import org.moatmark.api.service.Refused;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonValue;
import org.moatmark.core.questionnaire.Questionnaire;

/** {@code /v1/seat}: what a seat does with its own link and nothing else. */
final class RespondentRoutes {

    private static final String ANSWERS = "/v1/seat/answers/:questionnaire";
    private static final int LONGEST_TOKEN = 200;

    private final Guard guard;
    private final Toll toll;
    private final Peers peers;
    private final QuestionnaireRoutes library;

    RespondentRoutes(Guard guard, Toll toll, Peers peers, QuestionnaireRoutes library) {
        this.guard = guard;
        this.toll = toll;
        this.peers = peers;
        this.library = library;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/v1/seat/session", Access.PUBLIC, Takes.JSON, this::session),
                Route.get("/v1/seat", Access.SEAT, RespondentRoutes::seat),
                Route.get("/v1/seat/questionnaires/:questionnaire", Access.SEAT, library::ofSeat)
                        .knowing("lang"),
                Route.get(ANSWERS, Access.SEAT, RespondentRoutes::answers),
                Route.patch(ANSWERS, Access.SEAT, RespondentRoutes::patch),
                Route.post("/v1/seat/submit", Access.SEAT, Takes.MAYBE_JSON, RespondentRoutes::submit),
                Route.delete("/v1/seat", Access.SEAT, RespondentRoutes::erase).knowing(Withdrawal.NAME),
                Route.get("/v1/seat/data", Access.SEAT, RespondentRoutes::data));
    }

    /** Trades the token of a link for a cookie that scripts cannot read. */
    private Answer session(Call call) {
        toll.exchange(call.raw());
        guard.fromOwnPage(call.raw(), null);
        Body body = call.fields();
        String token = body.text("token", LONGEST_TOKEN);
        body.done();
        Answers.Session session;
        try {
            session = call.doors().desk().write(work -> call.doors().answers().trade(work, token));
        } catch (Refused unknown) {
            throw guard.refuse(call.raw());
        }
        long seconds = (session.expiresMs() - call.doors().desk().now()) / 1_000;
        String cookie = guard.seatCookieName() + "=" + session.cookie() + "; Path=/v1/seat; Max-Age=" + seconds
                + "; HttpOnly; SameSite=Strict" + (peers.secure() ? "; Secure" : "");
        return Answer.json(
                        200,
                        new Members().time("expiresAt", session.expiresMs()).done())
                .with("Set-Cookie", cookie);
    }

    private static Answer seat(Call call) {
        return Answer.json(
                200,
                place(call, call.read(work -> call.doors().answers().place(work, call.seat())))
                        .done());
    }

    private static Members place(Call call, Answers.Place place) {
        List<Questionnaire> asked =
                place.sheets().stream().map(Answers.Sheet::questionnaire).toList();
        LocalDate today = LocalDate.ofEpochDay(Math.floorDiv(call.doors().desk().now(), 86_400_000L));
        return new Members()
                .put("seat", Shapes.seat(place.seat(), asked, false).done())
                .put(
                        "assessment",
                        new Members()
                                .put("id", place.assessment().id())
                                .put("name", place.assessment().name())
                                .put("status", place.assessment().status().word())
                                .put("form", place.assessment().form().word())
                                .time("closesAt", place.closesMs())
                                .done())
                .put(
                        "company",
                        new Members()
                                .put("name", place.company().facts().name())
                                .done())
                .put("visibility", VisibilityParts.told(place))
                .list(
                        "questionnaires",
                        place.sheets(),
                        sheet -> new Members()
                                .put("questionnaire", Shapes.named(sheet.questionnaire()))
                                .put("title", sheet.questionnaire().title())
                                .put("open", sheet.open())
                                .words("protected", sheet.hidden())
                                .put("progress", Shapes.progress(sheet))
                                .put("bounds", OwnBounds.of(call.scorer(sheet.questionnaire()), place, sheet, today))
                                .put("version", sheet.draft().version())
                                .put(
                                        "answers",
                                        "/v1/seat/answers/"
                                                + sheet.questionnaire().id())
                                .done());
    }

    private static Answer answers(Call call) {
        String questionnaire = call.part("questionnaire");
        return sheet(call, call.read(work -> call.doors().answers().sheet(work, call.seat(), questionnaire)));
    }

    private static Answer patch(Call call) {
        String questionnaire = call.part("questionnaire");
        Body body = call.fields();
        var patch = new Answers.Changes(new LinkedHashMap<>(), new LinkedHashMap<>());
        if (body.has("vignettes")) {
            Body.with(body.object("vignettes"), ratings -> patch.vignettes().putAll(ratings.members()));
        }
        if (body.has("answers") || !body.has("vignettes")) {
            Body.with(body.object("answers"), answers -> patch.answers().putAll(answers.members()));
        }
        body.done();
        return sheet(
                call,
                call.write(work -> call.doors().answers().patch(work, call.seat(), questionnaire, call.seen(), patch)));
    }

    private static Answer sheet(Call call, Answers.Sheet sheet) {
        return call.tagged(Answer.json(200, Shapes.sheet(sheet)), sheet.draft().version());
    }

    private static Answer submit(Call call) {
        call.fields().done();
        return call.once(
                work -> call.doors().answers().submit(work, call.seat()),
                submitted -> Answer.json(200, place(call, submitted).done()));
    }

    /** Nothing is left to be changed by somebody else, so that no version is asked for. */
    private static Answer erase(Call call) {
        call.doors().erasure().self(call.admission(), Withdrawal.withdrawn(call));
        return Answer.empty(204);
    }

    /** Everything that is kept about the seat, for the person who sits on it. */
    private static Answer data(Call call) {
        Answers.Place place = call.read(work -> call.doors().answers().place(work, call.seat()));
        var access = call.read(work -> call.doors().answers().access(work, call.seat()));
        List<JsonValue> sheets =
                place.sheets().stream().<JsonValue>map(Shapes::sheet).toList();
        return Answer.json(
                200,
                place(call, place)
                        .put("answers", new JsonArray(sheets))
                        .list(
                                "access",
                                access,
                                line -> new Members()
                                        .time("at", line.atMs())
                                        .put("deed", line.deed())
                                        .done())
                        .done());
    }
}
