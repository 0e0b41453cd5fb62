package org.moatmark.api.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.http.Route.Takes;
import org.moatmark.api.service.Refused;
import org.moatmark.api.service.Right;
import org.moatmark.api.service.SignIns;

/** {@code /v1/session}: an API key traded for a cookie that acts with its rights, for those who work in a browser. */
final class SignInRoutes {

    private static final String SESSION = "/v1/session";
    private static final Access ANY_KEY = Access.key(Right.SIGN_IN);
    private static final int LONGEST_KEY = 200;

    private final Guard guard;
    private final Toll toll;
    private final Peers peers;

    SignInRoutes(Guard guard, Toll toll, Peers peers) {
        this.guard = guard;
        this.toll = toll;
        this.peers = peers;
    }

    List<Route> routes() {
        return List.of(
                Route.post(SESSION, Access.PUBLIC, Takes.JSON, this::signIn),
                Route.get(SESSION, ANY_KEY, SignInRoutes::place),
                Route.delete(SESSION, ANY_KEY, this::signOut));
    }

    private Answer signIn(Call call) {
        toll.exchange(call.raw());
        guard.fromOwnPage(call.raw(), null);
        Body body = call.fields();
        String key = body.text("key", LONGEST_KEY);
        body.done();
        SignIns.Issued issued;
        try {
            issued = call.doors().desk().write(work -> call.doors().signIns().trade(work, key));
        } catch (Refused unknown) {
            throw guard.refuse(call.raw());
        }
        long seconds = (issued.expiresMs() - call.doors().desk().now()) / 1_000;
        return Answer.json(200, shown(issued.place()).done()).with("Set-Cookie", cookie(issued.cookie(), seconds));
    }

    private static Answer place(Call call) {
        SignIns.Place place = call.read(work -> call.doors().signIns().place(work, call.holder()));
        return Answer.json(200, shown(place).done());
    }

    /** Nothing that somebody else could have changed meanwhile, so that no version is asked for. */
    private Answer signOut(Call call) {
        return call.write(work -> {
            call.doors().signIns().end(work, call.holder());
            return Answer.empty(204).with("Set-Cookie", cookie("", 0));
        });
    }

    private String cookie(String value, long seconds) {
        return guard.keyCookieName() + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Strict"
                + (peers.secure() ? "; Secure" : "");
    }

    private static Members shown(SignIns.Place place) {
        @Nullable Long expires = place.expiresMs();
        Members shown = new Members()
                .put("key", Shapes.key(place.key()).done())
                .put(
                        "tenant",
                        new Members()
                                .put("name", place.tenant().name())
                                .put("timeZone", place.timeZone())
                                .done())
                .words("may", place.may().stream().map(Right::word).toList());
        return expires == null ? shown : shown.time("expiresAt", expires).put("idleSeconds", SignIns.IDLE_MS / 1_000);
    }
}
