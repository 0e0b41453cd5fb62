package org.moatmark.api.http;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.service.Thing;
import spark.Request;

/**
 * One address with one method.
 *
 * @param method GET, POST, PATCH or DELETE
 * @param path with {@code :name} for what varies
 * @param access who may come in
 * @param gives the media types that it can answer with, the usual one first
 * @param takes what it takes as a body
 * @param parameters the query parameters that it knows
 * @param guarded whether a change needs If-Match
 * @param brief whether its answer can be read again elsewhere, so that a client may do without it
 * @param cost what it takes of the rates, 1 for a plain request
 * @param handler does the work
 */
record Route(
        String method,
        String path,
        Access access,
        List<String> gives,
        Takes takes,
        Set<String> parameters,
        boolean guarded,
        boolean brief,
        int cost,
        Handler handler) {

    private static final Map<String, Thing.Kind> THINGS =
            Map.of(":assessment", Thing.Kind.ASSESSMENT, ":company", Thing.Kind.COMPANY, ":key", Thing.Kind.KEY);

    /** 256 KiB. */
    static final int SMALL = 256 * 1024;

    /** 5 MiB, for questionnaires, waves and lines of a batch. */
    static final int LARGE = 5 * 1024 * 1024;

    /** 16 MiB, for many lines that are looked at together. */
    static final int HUGE = 16 * 1024 * 1024;

    /** Does the work of a route. */
    interface Handler {
        Answer handle(Call call);
    }

    /**
     * What a route takes as a body.
     *
     * @param type its media type; empty where no body is looked at
     * @param limit most bytes; 0 for a stream without a limit
     * @param optional whether it may be missing
     */
    record Takes(String type, int limit, boolean optional) {
        /** What a byte of it can take of the memory. */
        int weight() {
            return Answer.NDJSON.equals(type) ? BodyBudget.LINES : BodyBudget.JSON;
        }

        static final Takes NOTHING = new Takes("", 0, true);
        static final Takes JSON = new Takes(Answer.JSON, SMALL, false);
        static final Takes MAYBE_JSON = new Takes(Answer.JSON, SMALL, true);
        static final Takes LARGE_JSON = new Takes(Answer.JSON, LARGE, false);
        static final Takes PATCH = new Takes("application/merge-patch+json", SMALL, false);
        static final Takes LINES = new Takes(Answer.NDJSON, 0, false);
        static final Takes MANY_LINES = new Takes(Answer.NDJSON, HUGE, false);
    }

    static Route get(String path, Access access, Handler handler) {
        return new Route("GET", path, access, List.of(Answer.JSON), Takes.NOTHING, Set.of(), false, false, 1, handler);
    }

    static Route post(String path, Access access, Takes takes, Handler handler) {
        return new Route("POST", path, access, List.of(Answer.JSON), takes, Set.of(), false, false, 1, handler);
    }

    static Route patch(String path, Access access, Handler handler) {
        return new Route("PATCH", path, access, List.of(Answer.JSON), Takes.PATCH, Set.of(), true, true, 1, handler);
    }

    static Route delete(String path, Access access, Handler handler) {
        return new Route(
                "DELETE", path, access, List.of(Answer.JSON), Takes.NOTHING, Set.of(), true, false, 1, handler);
    }

    /** What a request to this address is about: the first thing that its path names; null where it names none. */
    @Nullable
    Thing thing(Request request) {
        for (String step : path.split("/")) {
            Thing.Kind kind = THINGS.get(step);
            if (kind != null) {
                return new Thing(kind, Routes.part(request.raw(), step));
            }
        }
        return null;
    }

    Route giving(String... types) {
        return new Route(method, path, access, List.of(types), takes, parameters, guarded, brief, cost, handler);
    }

    Route knowing(String... names) {
        return new Route(method, path, access, gives, takes, Set.of(names), guarded, brief, cost, handler);
    }

    /** Knows these query parameters beside those that it knows already. */
    Route alsoKnowing(Collection<String> names) {
        Set<String> all = new HashSet<>(parameters);
        all.addAll(names);
        return new Route(method, path, access, gives, takes, Set.copyOf(all), guarded, brief, cost, handler);
    }

    /** Costs so many points of the rates. */
    Route costing(int points) {
        return new Route(method, path, access, gives, takes, parameters, guarded, brief, points, handler);
    }

    /** Need not show what it made or changed to a client that prefers not to see it. */
    Route orBrief() {
        return new Route(method, path, access, gives, takes, parameters, guarded, true, cost, handler);
    }
}
