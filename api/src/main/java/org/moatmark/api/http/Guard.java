package org.moatmark.api.http;

import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.http.Route.Access;
import org.moatmark.api.service.Caller;
import org.moatmark.api.service.Credentials;
import org.moatmark.api.service.Desk;
import org.moatmark.api.service.Refused;
import org.moatmark.api.service.Scope;
import org.moatmark.api.store.StoreFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at credentials before anything else of a request is looked at. */
final class Guard {

    /** The cookie that a seat's token is traded for. */
    static final String COOKIE = "moatmark_seat";

    /** A page that changes something sends this header; no page of another site can. */
    static final String PAGE_HEADER = "X-Moatmark-Seat";

    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
    private static final Pattern BEARER = Pattern.compile("[Bb][Ee][Aa][Rr][Ee][Rr] +([\\x21-\\x7e]{1,200}) *");

    private final Desk desk;
    private final Credentials credentials = new Credentials();
    private final Peers peers;
    private final Toll toll;

    Guard(Desk desk, Peers peers, Toll toll) {
        this.desk = desk;
        this.peers = peers;
        this.toll = toll;
    }

    /** Who asks; null where nobody needs to say. */
    @Nullable
    Caller admit(Route route, HttpServletRequest request) {
        if (route.access() == Access.PUBLIC) {
            if (!route.path().startsWith("/health/")) {
                toll.stranger(route, request);
            }
            return null;
        }
        Caller caller = caller(route, request);
        if (caller == null) {
            if (route.access() != Access.OPEN) {
                throw refuse(request);
            }
            toll.stranger(route, request);
            return null;
        }
        toll.known(route, request, caller);
        check(route, caller);
        if (caller instanceof Caller.SeatHolder seat && seat.cookie() && !"GET".equals(route.method())) {
            fromOwnPage(request, true);
        }
        return caller;
    }

    private @Nullable Caller caller(Route route, HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders("Authorization"));
        if (!headers.isEmpty()) {
            var bearer = BEARER.matcher(headers.get(0));
            if (headers.size() > 1 || !bearer.matches()) {
                throw refuse(request);
            }
            return known(request, () -> desk.read(work -> credentials.bearer(work, bearer.group(1))));
        }
        String cookie = route.access() == Access.SEAT ? cookie(request) : null;
        return cookie == null ? null : known(request, () -> desk.read(work -> credentials.cookie(work, cookie)));
    }

    private Caller known(HttpServletRequest request, Supplier<Caller> look) {
        Caller caller;
        try {
            caller = look.get();
        } catch (Refused refused) {
            throw refuse(request);
        }
        if (caller instanceof Caller.KeyHolder key && desk.read(work -> credentials.worthNoting(work, key))) {
            note(key);
        }
        return caller;
    }

    private void note(Caller.KeyHolder key) {
        try {
            desk.write(work -> {
                credentials.note(work, key);
                return key;
            });
        } catch (StoreFault notNow) {
            LOG.warn("The last use of a key could not be noted: {}.", notNow.kind());
        }
    }

    /** What is said to everybody whose credential is not good; said too often, it becomes another answer. */
    RuntimeException refuse(HttpServletRequest request) {
        toll.refused(request);
        return Halt.of(
                        Slug.UNAUTHENTICATED,
                        "This needs a valid key or seat link. Send it as 'Authorization: Bearer ...'.",
                        "有効なキーまたは座席リンクが必要です。「Authorization: Bearer ...」で送ってください。")
                .with("WWW-Authenticate", "Bearer");
    }

    private static void check(Route route, Caller caller) {
        boolean wanted = switch (route.access()) {
            case PUBLIC, OPEN -> true;
            case OWNER -> caller instanceof Caller.KeyHolder key && key.scope() == Scope.OWNER;
            case SEAT -> caller instanceof Caller.SeatHolder;
        };
        if (!wanted) {
            boolean seatWanted = route.access() == Access.SEAT;
            throw Halt.of(
                            Slug.FORBIDDEN,
                            seatWanted ? "Only a seat's own link can do this." : "Only an owner's key can do this.",
                            seatWanted ? "この操作ができるのは座席のリンクだけです。" : "この操作ができるのは所有者のキーだけです。")
                    .with("WWW-Authenticate", "Bearer error=\"insufficient_scope\"");
        }
    }

    /** Refuses what a page of another site could have made a browser send. */
    void fromOwnPage(HttpServletRequest request, boolean headerNeeded) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        boolean foreign = (site != null && !"same-origin".equals(site))
                || (origin != null && !peers.ownOrigin(origin, request))
                || (headerNeeded && !"1".equals(request.getHeader(PAGE_HEADER)));
        if (foreign) {
            throw Halt.of(
                    Slug.FORBIDDEN,
                    "A change by cookie is taken only from a page of this program, with the header " + PAGE_HEADER
                            + ": 1.",
                    "クッキーによる変更は、このプログラムのページから、ヘッダー " + PAGE_HEADER + ": 1 を付けた場合だけ受け付けます。");
        }
    }

    private static @Nullable String cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie one : cookies) {
                if (COOKIE.equals(one.getName())) {
                    return one.getValue();
                }
            }
        }
        return null;
    }
}
