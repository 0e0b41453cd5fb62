package org.moatmark.api.http;

import java.util.Collections;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** What a client would rather see of a thing that it made or changed (RFC 7240): all of it, or only that it was done. */
final class Preference {

    private static final Pattern RETURN = Pattern.compile(
            "(?:^|,)\\s*return\\s*=\\s*\"?(minimal|representation)\"?\\s*(?:;[^,]*)?(?=,|$)", Pattern.CASE_INSENSITIVE);
    private static final String MINIMAL = "minimal";

    private Preference() {}

    /** The answer as the client prefers it; what can be shown only once is always shown. */
    static Answer apply(Route route, HttpServletRequest request, Answer answer) {
        boolean done = answer.status() == 200 || answer.status() == 201;
        String wanted = done && route.brief() ? wanted(request) : null;
        if (wanted == null) {
            return answer;
        }
        Answer preferred = answer;
        if (MINIMAL.equals(wanted)) {
            preferred = Answer.empty(answer.status() == 200 ? 204 : 201);
            for (var header : answer.headers().entrySet()) {
                if (!header.getKey().startsWith("Content-")) {
                    preferred = preferred.with(header.getKey(), header.getValue());
                }
            }
        }
        return preferred.with("Preference-Applied", "return=" + wanted);
    }

    /** The first preference of this kind counts. */
    private static @Nullable String wanted(HttpServletRequest request) {
        Matcher preference = RETURN.matcher(String.join(",", Collections.list(request.getHeaders("Prefer"))));
        return preference.find() ? preference.group(1).toLowerCase(Locale.ROOT) : null;
    }
}
