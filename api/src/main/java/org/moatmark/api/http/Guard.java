package org.moatmark.api.http;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.service.Admission;
import org.moatmark.api.service.Audit;
import org.moatmark.api.service.Caller;
import org.moatmark.api.service.Credentials;
import org.moatmark.api.service.Desk;
import org.moatmark.api.service.Refused;
import org.moatmark.api.service.Right;
import org.moatmark.api.service.Rights;
import org.moatmark.api.service.Thing;
import org.moatmark.api.service.Tokens;
import org.moatmark.api.service.Work;
import org.moatmark.api.store.StoreFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spark.Request;

/** Looks at credentials before anything else of a request is looked at. */
final class Guard {

    private static final String SEAT_COOKIE = "moatmark_seat";
    private static final String SHARE_COOKIE = "moatmark_shared";
    private static final String KEY_COOKIE = "moatmark_key";

    /** Under https: the browser sees to it that no plain address has set a cookie of such a name. */
    private static final String SECURE = "__Secure-";

    /** And no other host; it must go to every address of this one. */
    private static final String HOST = "__Host-";

    /** A page of a seat that changes something sends this header; no page of another site can. */
    static final String PAGE_HEADER = "X-Moatmark-Seat";

    /** A page of who is signed in sends this header with what needs no credential, and with every change. */
    static final String KEY_PAGE_HEADER = "X-Moatmark-Key";

    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
    private static final Pattern BEARER = Pattern.compile("[Bb][Ee][Aa][Rr][Ee][Rr] +([\\x21-\\x7e]{1,200}) *");

    private final Desk desk;
    private final Rights rights;
    private final Audit audit;
    private final Credentials credentials = new Credentials();
    private final Peers peers;
    private final Toll toll;

    Guard(Desk desk, Rights rights, Audit audit, Peers peers, Toll toll) {
        this.desk = desk;
        this.rights = rights;
        this.audit = audit;
        this.peers = peers;
        this.toll = toll;
    }

    /** Who asks and for what; null where nobody needs to say. */
    @Nullable
    Admission admit(Route route, Request request) {
        HttpServletRequest raw = request.raw();
        if (route.access() instanceof Access.Public) {
            if (!route.path().startsWith("/health/")) {
                toll.stranger(route, raw);
            }
            return null;
        }
        Function<Work, Caller> look = credential(route, raw);
        if (look == null) {
            if (!(route.access() instanceof Access.Open)) {
                throw refuse(raw);
            }
            toll.stranger(route, raw);
            return null;
        }
        Known known = known(raw, look, route.access(), route.thing(request));
        toll.known(route, raw, known.admission().caller());
        Refused verdict = known.verdict();
        if (verdict != null) {
            throw refused(verdict, known.admission(), route);
        }
        Caller caller = known.admission().caller();
        boolean changes = !"GET".equals(route.method());
        if (changes && caller instanceof Caller.SeatHolder seat && seat.cookie()) {
            fromOwnPage(raw, PAGE_HEADER);
        } else if (caller instanceof Caller.KeyHolder key && key.session() != null && !typed(route, raw)) {
            fromOwnPage(raw, changes ? KEY_PAGE_HEADER : null);
        }
        return known.admission();
    }

    /** How to find out who asks; null where no credential was sent. */
    private @Nullable Function<Work, Caller> credential(Route route, HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders("Authorization"));
        if (!headers.isEmpty()) {
            var bearer = BEARER.matcher(headers.get(0));
            if (headers.size() > 1 || !bearer.matches() || Tokens.isBroken(bearer.group(1))) {
                throw refuse(request);
            }
            String shown = bearer.group(1);
            boolean link = route.access() instanceof Access.Share && Tokens.isShare(shown);
            return work -> link ? credentials.share(work, shown) : credentials.bearer(work, shown);
        }
        String name = cookieName(route, request);
        String cookie = name == null ? null : cookie(request, name);
        if (cookie != null && Tokens.isBroken(cookie)) {
            throw refuse(request);
        }
        return cookie == null ? null : work -> byCookie(work, route, cookie);
    }

    private Caller byCookie(Work work, Route route, String cookie) {
        if (route.access() instanceof Access.Seat) {
            return credentials.cookie(work, cookie);
        }
        return route.access() instanceof Access.Share
                ? credentials.shareCookie(work, cookie)
                : credentials.session(work, cookie);
    }

    /**
     * The cookie that counts at a route. A browser sends what a key was traded for with everything; where strangers are let in
     * it counts only if the page says that it means it, so that one that has ended keeps nobody from what is for all.
     */
    private @Nullable String cookieName(Route route, HttpServletRequest request) {
        Access access = route.access();
        if (access instanceof Access.Seat) {
            return seatCookieName();
        } else if (access instanceof Access.Share) {
            return shareCookieName();
        }
        boolean meant = access instanceof Access.Key || "1".equals(request.getHeader(KEY_PAGE_HEADER));
        return meant ? keyCookieName() : null;
    }

    /** What the cookie is called that a key is traded for. */
    String keyCookieName() {
        return (peers.secure() ? HOST : "") + KEY_COOKIE;
    }

    /** Whether a cookie for a key was sent at all; nobody looked whether it still opens anything. */
    static boolean hasKeyCookie(HttpServletRequest request) {
        String cookie = cookie(request, KEY_COOKIE);
        String secure = cookie(request, HOST + KEY_COOKIE);
        return cookie != null && !cookie.isEmpty() || secure != null && !secure.isEmpty();
    }

    /** What the cookie is called that the token of a seat is traded for; it goes to the addresses of the seat alone. */
    String seatCookieName() {
        return (peers.secure() ? SECURE : "") + SEAT_COOKIE;
    }

    /** What the cookie is called that the token of a link is traded for; it goes to the addresses of the link alone. */
    String shareCookieName() {
        return (peers.secure() ? SECURE : "") + SHARE_COOKIE;
    }

    /** Somebody with a good credential, and why they are not let in, if they are not. */
    private record Known(Admission admission, @Nullable Refused verdict, boolean worthNoting) {}

    private Known known(HttpServletRequest request, Function<Work, Caller> look, Access access, @Nullable Thing thing) {
        Known known;
        try {
            Caller caller = desk.look(look);
            boolean asks = access instanceof Access.Key || caller instanceof Caller.KeyHolder;
            known = asks
                    ? desk.read(caller, work -> known(work, caller, access, thing))
                    : new Known(new Admission(caller, null, thing), verdict(access, caller), false);
        } catch (Refused unknown) {
            if (unknown.reason() == Refused.Reason.GONE) {
                throw unknown;
            }
            RuntimeException refusal = refuse(request);
            countEnded(request);
            throw refusal;
        }
        if (known.worthNoting() && known.admission().caller() instanceof Caller.KeyHolder key) {
            note(key);
        }
        return known;
    }

    private Known known(Work work, Caller caller, Access access, @Nullable Thing thing) {
        Right right = access instanceof Access.Key key ? key.right() : null;
        Refused verdict = right == null ? verdict(access, caller) : rights.verdict(work, caller, right, thing);
        boolean worthNoting = caller instanceof Caller.KeyHolder key && credentials.worthNoting(work, key);
        return new Known(new Admission(caller, right, thing), verdict, worthNoting);
    }

    /** What can be said without looking anything up. */
    private @Nullable Refused verdict(Access access, Caller caller) {
        if (access instanceof Access.Seat) {
            return rights.seatOnly(caller);
        }
        return access instanceof Access.Share ? rights.shareOnly(caller) : null;
    }

    /** Counts what was refused to somebody who is known; what is not there was refused to nobody. */
    private Refused refused(Refused verdict, Admission admission, Route route) {
        if (verdict.reason() == Refused.Reason.FORBIDDEN) {
            Thing thing = admission.thing();
            String subject = thing == null ? admission.caller().tenant() : thing.id();
            audit.count(admission.caller(), "refused " + route.method() + " " + route.path(), subject);
        }
        return verdict;
    }

    /** Counts a key that is good no more. */
    private void countEnded(HttpServletRequest request) {
        var bearer = BEARER.matcher(Objects.requireNonNullElse(request.getHeader("Authorization"), ""));
        if (bearer.matches()) {
            desk.read(work -> credentials.ended(work, bearer.group(1)))
                    .ifPresent(key -> audit.count(key, "refused a key that has ended", key.id()));
        }
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
                        "有効なキーまたは回答枠のリンクが必要です。「Authorization: Bearer ...」で送ってください。")
                .with("WWW-Authenticate", "Bearer");
    }

    /** Whether somebody asks to read an address that was typed or is a bookmark, which no page had a hand in. */
    private static boolean typed(Route route, HttpServletRequest request) {
        return "GET".equals(route.method()) && "none".equals(request.getHeader("Sec-Fetch-Site"));
    }

    /**
     * Refuses what a page of another site could have made a browser send.
     *
     * @param header the header that pages of ours send with a change; null for what changes nothing
     */
    void fromOwnPage(HttpServletRequest request, @Nullable String header) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        boolean foreign = (site != null && !"same-origin".equals(site))
                || (origin != null && !peers.ownOrigin(origin, request))
                || (header != null && !"1".equals(request.getHeader(header)));
        if (foreign) {
            String english = header == null ? "." : ", with the header " + header + ": 1.";
            String japanese = header == null ? "" : "、ヘッダー " + header + ": 1 を付けた場合";
            throw Halt.of(
                    Slug.FORBIDDEN,
                    "A cookie is given and taken only on a page of this program" + english,
                    "クッキーは、このプログラムのページから" + japanese + "だけ受け付けます。");
        }
    }

    private static @Nullable String cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie one : cookies) {
                if (name.equals(one.getName())) {
                    return one.getValue();
                }
            }
        }
        return null;
    }
}
