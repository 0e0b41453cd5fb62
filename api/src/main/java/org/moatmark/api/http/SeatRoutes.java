package org.moatmark.api.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.http.Route.Takes;
import org.moatmark.api.service.Right;
import org.moatmark.api.service.Seats;
import org.moatmark.api.service.Work;
import org.moatmark.api.store.Page;
import org.moatmark.api.store.StoredSeat;
import org.moatmark.core.questionnaire.Questionnaire;

/** {@code /v1/assessments/{assessment}/seats}: what an owner does with seats. */
final class SeatRoutes {

    private static final String SEATS = "/v1/assessments/:assessment/seats";
    private static final String SEAT = SEATS + "/:seat";
    private static final Access SET_UP = Access.key(Right.SET_UP);
    private static final int LONGEST = 200;
    private static final int MOST_KINDS = 20;

    private final Lists lists;
    private final Address address;

    SeatRoutes(Lists lists, Address address) {
        this.lists = lists;
        this.address = address;
    }

    List<Route> routes() {
        return List.of(
                Route.get(SEATS, SET_UP, this::list).knowing("limit", "cursor"),
                Route.post(SEATS, SET_UP, Takes.JSON, this::add),
                Route.get(SEAT, SET_UP, this::get),
                Route.patch(SEAT, SET_UP, this::change),
                Route.delete(SEAT, SET_UP, SeatRoutes::remove).knowing(Withdrawal.NAME),
                Route.get(SEAT + "/history", SET_UP, SeatRoutes::history),
                Route.post(SEAT + "/handover", SET_UP, Takes.MAYBE_JSON, this::handOver));
    }

    private Answer list(Call call) {
        var who = call.holder();
        String assessment = call.id("assessment");
        int limit = call.parameters().limit();
        String after = lists.after(call, who.tenant());
        return call.read(work -> {
            Page<StoredSeat> page = call.doors().seats().list(work, who, assessment, after, limit);
            var asked = asked(call, work, assessment);
            boolean hides = call.doors().invitations().hidesWho(work, who.tenant(), assessment);
            return lists.answer(
                    call,
                    who.tenant(),
                    page,
                    StoredSeat::id,
                    seat -> Shapes.seat(seat, asked, hides).done());
        });
    }

    /** What the assessment asks. */
    private static List<Questionnaire> asked(Call call, Work work, String assessment) {
        var who = call.holder();
        var questionnaires = call.doors().questionnaires();
        return call.doors().assessments().get(work, who, assessment).questionnaires().stream()
                .flatMap(one -> questionnaires.find(work, who.tenant(), one.id(), one.version()).stream())
                .toList();
    }

    private Answer add(Call call) {
        String assessment = call.id("assessment");
        Body body = call.fields();
        var plan = new Seats.Plan(
                body.text("key", LONGEST),
                body.text("department", LONGEST),
                body.optionalText("role", LONGEST),
                body.optionalText("unit", LONGEST),
                informants(body));
        body.done();
        return call.once(work -> {
            Seats.Issued issued = call.doors().seats().add(work, call.holder(), assessment, plan);
            return issued(call, work, 201, issued)
                    .with(
                            "Location",
                            "/v1/assessments/" + assessment + "/seats/"
                                    + issued.seat().id());
        });
    }

    private static Map<String, List<String>> informants(Body body) {
        Map<String, List<String>> informants = new LinkedHashMap<>();
        Body.with(
                body.object("informants"),
                kinds -> kinds.members()
                        .keySet()
                        .forEach(id -> informants.put(id, kinds.texts(id, MOST_KINDS, LONGEST))));
        return informants;
    }

    private Answer get(Call call) {
        String assessment = call.id("assessment");
        String id = call.id("seat");
        return call.read(work -> answer(call, work, call.doors().seats().get(work, call.holder(), assessment, id)));
    }

    private Answer change(Call call) {
        String assessment = call.id("assessment");
        String id = call.id("seat");
        Body body = call.fields();
        @Nullable String key = body.has("key") ? body.text("key", LONGEST) : null;
        @Nullable String department = body.has("department") ? body.text("department", LONGEST) : null;
        @Nullable String role = body.optionalText("role", LONGEST);
        @Nullable String unit = body.optionalText("unit", LONGEST);
        @Nullable Map<String, List<String>> informants = body.has("informants") ? informants(body) : null;
        boolean reopen = body.has("status") && "open".equals(body.word("status", List.of("open")));
        body.done();
        return call.write(work -> answer(
                call,
                work,
                call.doors()
                        .seats()
                        .change(
                                work,
                                call.holder(),
                                assessment,
                                id,
                                call.seen(),
                                old -> new Seats.Plan(
                                        key == null ? old.key() : key,
                                        department == null ? old.department() : department,
                                        body.has("role") ? role : old.role(),
                                        body.has("unit") ? unit : old.unit(),
                                        informants == null ? old.informants() : informants),
                                reopen)));
    }

    private static Answer remove(Call call) {
        String assessment = call.id("assessment");
        String id = call.id("seat");
        boolean withdraw = Withdrawal.withdrawn(call);
        call.write(work -> {
            call.doors().seats().remove(work, call.holder(), assessment, id, call.seen(), withdraw);
            return id;
        });
        call.doors().erasure().settle();
        return Answer.empty(204);
    }

    private static Answer history(Call call) {
        String assessment = call.id("assessment");
        String id = call.id("seat");
        var holdings = call.read(work -> call.doors().seats().history(work, call.holder(), assessment, id));
        return Answer.json(
                200,
                new Members()
                        .list(
                                "items",
                                holdings,
                                one -> new Members()
                                        .time("from", one.fromMs())
                                        .time("until", one.untilMs())
                                        .done())
                        .put("links", new Members().done())
                        .done());
    }

    private Answer handOver(Call call) {
        String assessment = call.id("assessment");
        String id = call.id("seat");
        call.fields().done();
        return call.once(
                work -> issued(call, work, 200, call.doors().seats().handOver(work, call.holder(), assessment, id)));
    }

    private Answer answer(Call call, Work work, StoredSeat seat) {
        var asked = asked(call, work, seat.assessment());
        return call.tagged(
                Answer.json(
                        200, Shapes.seat(seat, asked, hides(call, work, seat)).done()),
                seat.version());
    }

    /** Whether an owner is not told if the seat has submitted. */
    private static boolean hides(Call call, Work work, StoredSeat seat) {
        return call.doors().invitations().hidesWho(work, call.tenant(), seat.assessment());
    }

    /** A seat with its token and link, which are shown this once. */
    private Answer issued(Call call, Work work, int status, Seats.Issued issued) {
        var asked = asked(call, work, issued.seat().assessment());
        Members document = Shapes.seat(issued.seat(), asked, hides(call, work, issued.seat()))
                .put("token", issued.token())
                .put("link", address.base() + "/respond#t=" + issued.token());
        return call.tagged(Answer.json(status, document.done()), issued.seat().version());
    }
}
