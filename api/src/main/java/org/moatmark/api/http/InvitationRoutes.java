package org.moatmark.api.http;

import java.util.List;
import java.util.Locale;
import org.moatmark.api.http.Route.Takes;
import org.moatmark.api.service.Invitations;
import org.moatmark.api.service.Right;
import org.moatmark.api.service.Seats;
import org.moatmark.api.service.Turnout;
import org.moatmark.api.store.Page;
import org.moatmark.api.store.SecrecyShelf.Mode;
import org.moatmark.core.issue.Words;
import org.moatmark.core.json.JsonObject;

/** {@code invitations}, {@code reminders} and {@code response-rates} of an assessment: getting people to answer. */
final class InvitationRoutes {

    private static final String ONE = "/v1/assessments/:assessment";
    private static final Access SET_UP = Access.key(Right.SET_UP);
    private static final int ID = 36;

    private final Lists lists;

    InvitationRoutes(Lists lists) {
        this.lists = lists;
    }

    List<Route> routes() {
        return List.of(
                Route.get(ONE + "/invitations", SET_UP, this::list).knowing("limit", "cursor"),
                Route.post(ONE + "/invitations", SET_UP, Takes.JSON, InvitationRoutes::handedOut),
                Route.get(ONE + "/reminders", SET_UP, this::reminders).knowing("limit", "cursor"),
                Route.get(ONE + "/response-rates", Access.key(Right.SEE_ASSESSMENT), InvitationRoutes::rates));
    }

    private Answer list(Call call) {
        var who = call.holder();
        String assessment = call.id("assessment");
        int limit = call.parameters().limit();
        String after = lists.after(call, who.tenant());
        return call.read(work -> {
            Page<Invitations.Link> page = call.doors().invitations().list(work, who, assessment, after, limit);
            boolean hides = call.doors().invitations().hidesWho(work, who.tenant(), assessment);
            return lists.answer(
                    call,
                    who.tenant(),
                    page,
                    link -> link.of().seat(),
                    InvitationRoutes::link,
                    new Members().put("disclosed", !hides));
        });
    }

    private static JsonObject link(Invitations.Link link) {
        return new Members()
                .put("seat", link.of().seat())
                .put("key", link.of().key())
                .put("department", link.of().department())
                .put("state", link.state().name().toLowerCase(Locale.ROOT))
                .time("issuedAt", link.of().issuedMs())
                .time("sentAt", link.of().invitedMs())
                .time("openedAt", link.of().openedMs())
                .time("expiresAt", link.expiresMs())
                .done();
    }

    /** The program sends no mail: whoever handed links out says so here. */
    private static Answer handedOut(Call call) {
        String assessment = call.id("assessment");
        Body body = call.fields();
        List<String> seats = body.texts("seats", Seats.MOST, ID);
        body.done();
        return call.once(work -> {
            call.doors().invitations().handedOut(work, call.holder(), assessment, seats);
            return Answer.json(
                    200,
                    new Members().put("sent", seats.stream().distinct().count()).done());
        });
    }

    private Answer reminders(Call call) {
        var who = call.holder();
        String assessment = call.id("assessment");
        int limit = call.parameters().limit();
        String after = lists.after(call, who.tenant());
        Invitations.Reminders reminders =
                call.read(work -> call.doors().invitations().reminders(work, who, assessment, after, limit));
        Members more = new Members()
                .put("placeholder", ReminderParts.LINK)
                .time("closesAt", reminders.closesMs())
                .put("timeZone", reminders.zone().getId());
        return lists.answer(
                call,
                who.tenant(),
                reminders.page(),
                one -> one.seat().id(),
                one -> ReminderParts.reminder(reminders, one),
                more);
    }

    private static Answer rates(Call call) {
        var who = call.holder();
        String assessment = call.id("assessment");
        Turnout turnout = call.doors().turnout();
        boolean due = call.read(work -> turnout.isDue(work, who, assessment));
        Turnout.Counted counted = due
                ? call.write(work -> turnout.count(work, who, assessment))
                : call.read(work -> turnout.count(work, who, assessment));
        boolean exact = counted.mode() != Mode.CONFIDENTIAL;
        Words note = exact
                ? new Words("The numbers are those of this moment.", "数値は現在のものです。")
                : new Words(
                        "So that nobody learns who has answered, numbers are steps of " + counted.k()
                                + " people that were passed by the last midnight (UTC), and small departments count only in"
                                + " the whole.",
                        "誰が回答したか分からないよう、数値は直前の午前0時（UTC）までに達した" + counted.k() + "人単位の段階で示し、人数の少ない部門は全体にのみ含めます。");
        return Answer.json(
                200,
                new Members()
                        .put("mode", counted.mode().word())
                        .put("exact", exact)
                        .time("asOf", counted.asOfMs())
                        .put("step", exact ? 1 : counted.k())
                        .put("whole", group(counted.whole(), exact))
                        .list("departments", counted.departments(), one -> group(one, exact))
                        .put(
                                "note",
                                new Members()
                                        .put("en", note.en())
                                        .put("ja", note.ja())
                                        .done())
                        .done());
    }

    private static JsonObject group(Turnout.Group group, boolean exact) {
        Members document = new Members().put("department", group.department()).put("seats", group.seats());
        Integer submitted = group.submitted();
        if (submitted == null) {
            return document.put("suppressed", true)
                    .put("reason", "fewer_than_k")
                    .done();
        }
        return document.put(exact ? "submitted" : "submittedAtLeast", submitted).done();
    }
}
