package org.moatmark.api.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javax.servlet.http.HttpServletRequest;
import org.moatmark.api.service.Meter;

/** What one request took from meters: told to the caller, and given back where it was not needed. */
final class Tally {

    private static final String ON = "moatmark.tally";

    private final List<Taken> all = new ArrayList<>(3);

    private record Taken(Meter meter, String whose, int cost, Meter.Reading reading) {}

    private Tally() {}

    /** Takes for a request; refuses it where there is not enough. */
    static void take(HttpServletRequest request, Meter meter, String whose, int cost) {
        Tally tally = request.getAttribute(ON) instanceof Tally before ? before : new Tally();
        request.setAttribute(ON, tally);
        Meter.Reading reading = meter.take(whose, cost);
        tally.all.add(new Taken(meter, whose, cost, reading));
        if (!reading.granted()) {
            throw Halt.of(Slug.RATE_LIMITED).with("Retry-After", Long.toString(reading.seconds()));
        }
    }

    /** Gives everything back: to say that nothing has changed costs nothing. */
    static void giveBack(HttpServletRequest request) {
        if (request.getAttribute(ON) instanceof Tally tally) {
            tally.all.forEach(taken -> taken.meter().giveBack(taken.whose(), taken.cost()));
        }
    }

    /** The headers that say what there is and what is left, as draft-ietf-httpapi-ratelimit-headers-10 writes them. */
    static void headers(HttpServletRequest request, BiConsumer<String, String> use) {
        if (!(request.getAttribute(ON) instanceof Tally tally)) {
            return;
        }
        StringBuilder policy = new StringBuilder(64);
        StringBuilder left = new StringBuilder(64);
        for (Taken taken : tally.all) {
            Meter.Reading reading = taken.reading();
            String comma = policy.length() == 0 ? "" : ", ";
            policy.append(comma).append('"').append(reading.rule().name()).append('"');
            policy.append(";q=").append(reading.rule().amount());
            policy.append(";w=").append(reading.rule().seconds());
            left.append(comma).append('"').append(reading.rule().name()).append('"');
            left.append(";r=").append(reading.left()).append(";t=").append(reading.seconds());
        }
        use.accept("RateLimit-Policy", policy.toString());
        use.accept("RateLimit", left.toString());
    }
}
