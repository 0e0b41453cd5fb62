package org.moatmark.api.http;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.moatmark.api.service.Right;

/** From where somebody looks at results: below which address they stand, and who may come in there. {@link Sight} says what is seen. */
enum Vantage {
    /** With a key: as things stand, or in any snapshot. */
    KEY("/v1/assessments/:assessment/results", Access.key(Right.READ_RESULTS)),
    /** With a link that shows one snapshot. */
    LINK("/v1/shared/results", Access.SHARE),
    /** From a seat to which a snapshot is shown. */
    SEAT("/v1/seat/shared/:snapshot/results", Access.SEAT);

    private final String results;
    private final Access access;

    Vantage(String results, Access access) {
        this.results = results;
        this.access = access;
    }

    /** Routes from everywhere. */
    static List<Route> everywhere(Function<Vantage, Stream<Route>> routes) {
        return Stream.of(values()).flatMap(routes).toList();
    }

    /** The list of all results. */
    Route list(Route.Handler handler) {
        return knowing(Route.get(results, access, handler));
    }

    /** What there is of one result; {@code part} is empty or begins with a slash. */
    Route of(String part, Route.Handler handler) {
        return knowing(Route.get(results + "/:questionnaire" + part, access, handler));
    }

    private Route knowing(Route route) {
        return this == KEY ? route.knowing(Sight.SNAPSHOT) : route;
    }
}
