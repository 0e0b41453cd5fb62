package org.moatmark.api.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.http.Route.Takes;
import org.moatmark.api.service.Refused;
import org.moatmark.api.service.Right;
import org.moatmark.api.service.Shares;
import org.moatmark.api.store.Page;
import org.moatmark.api.store.StoredShare;
import org.moatmark.api.store.StoredSnapshot;
import org.moatmark.core.json.JsonObject;

/**
 * Snapshots for others: links that show one ({@code /v1/assessments/{assessment}/shares}, {@code /v1/shared}), and what the
 * seats of an assessment are shown ({@code /v1/seat/shared}). Results below these addresses are served where all results are.
 */
final class ShareRoutes {

    private static final String SHARES = "/v1/assessments/:assessment/shares";
    private static final String SHARED = "/v1/shared";
    private static final String SEAT = "/v1/seat/shared";
    private static final Access SET_UP = Access.key(Right.SET_UP);
    private static final int LONGEST = 200;

    private final Lists lists;
    private final Address address;
    private final Guard guard;
    private final Toll toll;
    private final Peers peers;

    ShareRoutes(Lists lists, Address address, Guard guard, Toll toll, Peers peers) {
        this.lists = lists;
        this.address = address;
        this.guard = guard;
        this.toll = toll;
        this.peers = peers;
    }

    List<Route> routes() {
        return List.of(
                Route.get(SHARES, SET_UP, this::list).knowing("limit", "cursor"),
                Route.post(SHARES, SET_UP, Takes.JSON, this::add),
                Route.delete(SHARES + "/:share", SET_UP, ShareRoutes::revoke),
                Route.post(SHARED + "/session", Access.PUBLIC, Takes.JSON, this::session),
                Route.get(SHARED, Access.SHARE, ShareRoutes::shared),
                Route.get(SEAT, Access.SEAT, ShareRoutes::shownToSeat));
    }

    private Answer list(Call call) {
        var who = call.holder();
        String assessment = call.id("assessment");
        int limit = call.parameters().limit();
        String after = lists.after(call, who.tenant());
        Page<StoredShare> page = call.read(work -> call.doors().shares().list(work, who, assessment, after, limit));
        return lists.answer(
                call, who.tenant(), page, StoredShare::id, one -> members(one).done());
    }

    private Answer add(Call call) {
        String assessment = call.id("assessment");
        Body body = call.fields();
        String snapshot = body.text("snapshot", LONGEST);
        String label = body.text("label", LONGEST);
        @Nullable Long given = KeyRoutes.future(call, body, "expiresAt");
        long now = call.doors().desk().now();
        if (given != null && given - now > Shares.LONGEST_MS) {
            body.fault("expiresAt", BodyFaults::withinAYear);
        }
        body.done();
        var plan = new Shares.Plan(snapshot, label, given == null ? now + Shares.USUAL_MS : given);
        return call.once(work -> {
            Shares.Issued issued = call.doors().shares().add(work, call.holder(), assessment, plan);
            Members document = members(issued.share())
                    .put("token", issued.token())
                    .put("link", address.base() + "/shared#t=" + issued.token());
            return call.tagged(Answer.json(201, document.done()), issued.share().version());
        });
    }

    private static Members members(StoredShare share) {
        return new Members()
                .put("id", share.id())
                .put("version", share.version())
                .put("snapshot", share.snapshot())
                .put("label", share.label())
                .put("lastFour", share.lastFour())
                .time("createdAt", share.createdMs())
                .put("createdBy", share.createdBy())
                .time("expiresAt", share.expiresMs())
                .time("revokedAt", share.revokedMs());
    }

    private static Answer revoke(Call call) {
        String assessment = call.id("assessment");
        String id = call.id("share");
        return call.write(work -> {
            call.doors().shares().revoke(work, call.holder(), assessment, id, call.seen());
            return Answer.empty(204);
        });
    }

    /**
     * Trades the token of a link for a cookie that scripts cannot read: it shows what the link shows, for twelve hours, and
     * ends when the link does.
     */
    private Answer session(Call call) {
        toll.exchange(call.raw());
        guard.fromOwnPage(call.raw(), null);
        Body body = call.fields();
        String token = body.text("token", LONGEST);
        body.done();
        Shares.Session session;
        try {
            session = call.doors().desk().write(work -> call.doors().shares().trade(work, token));
        } catch (Refused refused) {
            throw refused.reason() == Refused.Reason.GONE ? refused : guard.refuse(call.raw());
        }
        long seconds = (session.expiresMs() - call.doors().desk().now()) / 1_000;
        String cookie = guard.shareCookieName() + "=" + session.cookie() + "; Path=" + SHARED + "; Max-Age=" + seconds
                + "; HttpOnly; SameSite=Strict" + (peers.secure() ? "; Secure" : "");
        return Answer.json(
                        200,
                        new Members().time("expiresAt", session.expiresMs()).done())
                .with("Set-Cookie", cookie);
    }

    /** What a link is. */
    private static Answer shared(Call call) {
        Sight sight = Sight.of(call);
        return call.read(work -> {
            StoredShare share = call.doors().shares().own(work, call.share());
            var place = call.doors().shares().place(work, call.tenant(), share.assessment());
            return ETags.byContent(Answer.json(
                    200,
                    new Members()
                            .put("assessment", place.name())
                            .put("company", place.company())
                            .put("snapshot", brief(sight.snapshot()))
                            .put("confidential", sight.released().isPresent())
                            .time("expiresAt", share.expiresMs())
                            .put("results", SHARED + "/results")
                            .done()));
        });
    }

    private static JsonObject brief(StoredSnapshot snapshot) {
        return new Members()
                .put("name", snapshot.name())
                .put("title", snapshot.title())
                .put("status", snapshot.status().word())
                .time("createdAt", snapshot.createdMs())
                .done();
    }

    private static Answer shownToSeat(Call call) {
        List<StoredSnapshot> shown = call.read(work -> call.doors().shares().shownTo(work, call.seat()));
        return ETags.byContent(Answer.json(
                200,
                new Members()
                        .list("items", shown, one -> {
                            Members entry = new Members();
                            brief(one).toMap().forEach(entry::put);
                            return entry.put("results", SEAT + "/" + one.name() + "/results")
                                    .done();
                        })
                        .put("links", new Members().done())
                        .done()));
    }
}
