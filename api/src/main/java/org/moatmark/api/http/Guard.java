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

    /** The cookie that a seat's token is traded for. */
    static final String COOKIE = "moatmark_seat";

    /** The cookie that the token of a link that shows a snapshot is traded for. */
    static final String SHARE_COOKIE = "moatmark_shared";

    /** A page that changes something sends this header; no page of another site can. */
    static final String PAGE_HEADER = "X-Moatmark-Seat";

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
        boolean byCookie = known.admission().caller() instanceof Caller.SeatHolder seat && seat.cookie();
        if (byCookie && !"GET".equals(route.method())) {
            fromOwnPage(raw, true);
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
        boolean link = route.access() instanceof Access.Share;
        String cookie = link || route.access() instanceof Access.Seat ? cookie(request, link) : null;
        if (cookie != null && Tokens.isBroken(cookie)) {
            throw refuse(request);
        }
        return cookie == null
                ? null
                : work -> link ? credentials.share(work, cookie) : credentials.cookie(work, cookie);
    }

    /** Somebody with a good credential, and why they are not let in, if they are not. */
    private record Known(Admission admission, @Nullable Refused verdict, boolean worthNoting) {}

    private Known known(HttpServletRequest request, Function<Work, Caller> look, Access access, @Nullable Thing thing) {
        Known known;
        try {
            known = desk.read(work -> known(work, look.apply(work), access, thing));
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
        Refused verdict = null;
        if (right != null) {
            verdict = rights.verdict(work, caller, right, thing);
        } else if (access instanceof Access.Seat) {
            verdict = rights.seatOnly(caller);
        } else if (access instanceof Access.Share) {
            verdict = rights.shareOnly(caller);
        }
        boolean worthNoting = caller instanceof Caller.KeyHolder key && credentials.worthNoting(work, key);
        return new Known(new Admission(caller, right, thing), verdict, worthNoting);
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
                        "有効なキーまたは座席リンクが必要です。「Authorization: Bearer ...」で送ってください。")
                .with("WWW-Authenticate", "Bearer");
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

    private static @Nullable String cookie(HttpServletRequest request, boolean link) {
        String name = link ? SHARE_COOKIE : COOKIE;
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
