package org.moatmark.api.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.service.Admission;
import org.moatmark.api.service.Caller;
import org.moatmark.api.service.Once;
import org.moatmark.api.service.Precondition;
import org.moatmark.api.service.Tokens;
import org.moatmark.api.service.Work;
import org.moatmark.core.Moatmark;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.JsonValue;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.scoring.Scorer;
import spark.Request;

/** One request on its way through a handler. */
final class Call {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern IDEMPOTENCY_KEY =
            Pattern.compile("\"[\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]{1,255}\"|[\\x21\\x23-\\x5b\\x5d-\\x7e]{1,255}");

    private final Doors doors;
    private final BodyReader bodies;
    private final Route route;
    private final Request request;
    private final Parameters parameters;
    private final @Nullable Admission admission;
    private final String language;
    private final String type;
    private byte @Nullable [] body;

    Call(
            Doors doors,
            BodyReader bodies,
            Route route,
            Request request,
            Parameters parameters,
            @Nullable Admission admission,
            String language,
            String type) {
        this.doors = doors;
        this.bodies = bodies;
        this.route = route;
        this.request = request;
        this.parameters = parameters;
        this.admission = admission;
        this.language = language;
        this.type = type;
    }

    Doors doors() {
        return doors;
    }

    HttpServletRequest raw() {
        return request.raw();
    }

    Parameters parameters() {
        return parameters;
    }

    /** {@code en} or {@code ja}. */
    String language() {
        return language;
    }

    /** The media type to answer with. */
    String type() {
        return type;
    }

    /** The questionnaires that the caller may know of, and what scores them. */
    Moatmark moatmark() {
        Admission admitted = admission;
        return admitted == null
                ? doors.moatmark()
                : read(work -> doors.questionnaires().of(work, admitted.caller()));
    }

    /** What scores one questionnaire. */
    Scorer scorer(Questionnaire questionnaire) {
        return doors.questionnaires().scorer(questionnaire);
    }

    /** Whose things the caller sees. */
    String tenant() {
        return admission().caller().tenant();
    }

    /** Whose things the caller sees beside what is for all; the empty string for a stranger. */
    String beside() {
        return admission == null ? "" : tenant();
    }

    Caller.KeyHolder holder() {
        return (Caller.KeyHolder) admission().caller();
    }

    Caller.SeatHolder seat() {
        return (Caller.SeatHolder) admission().caller();
    }

    Caller.ShareHolder share() {
        return (Caller.ShareHolder) admission().caller();
    }

    /** Who asks, and what they were let in for. */
    Admission admission() {
        if (admission == null) {
            throw new IllegalStateException("Route " + route.path() + " lets everybody in.");
        }
        return admission;
    }

    /** A part of the path. */
    String part(String name) {
        return Routes.part(request.raw(), ":" + name);
    }

    /** A part of the path that is an id; there is nothing under anything else. */
    String id(String name) {
        String id = part(name);
        if (!UUID.matcher(id).matches()) {
            throw Halt.of(Slug.NOT_FOUND);
        }
        return id;
    }

    Precondition seen() {
        return ETags.ifMatch(raw().getHeader("If-Match"));
    }

    /** The whole body, refused where it is larger than the route takes. */
    byte[] bytes() {
        byte[] known = body;
        if (known != null) {
            return known;
        }
        byte[] read = bodies.read(raw(), route.takes());
        body = read;
        return read;
    }

    /** The most bytes of a line of the body. */
    int longestLine() {
        return bodies.limit(Route.Takes.LARGE_JSON);
    }

    /** The memory for lines of the body, for a handler that reads them by itself. */
    Lines.Room room() {
        return bodies.share(raw(), Route.Takes.LARGE_JSON);
    }

    /** The body as JSON. */
    JsonValue json() {
        Checked<JsonValue> parsed = JsonTree.parse(bytes());
        if (parsed instanceof Checked.Invalid<JsonValue> invalid) {
            throw Halt.of(Problems.invalid(invalid.issues()), invalid.issues());
        }
        Texts.check(parsed.orThrow());
        return Nfc.of(parsed.orThrow());
    }

    /** The body as an object; an object without members where the body may be missing and is. */
    Body fields() {
        if (route.takes().optional() && bytes().length == 0) {
            return Body.of(JsonObject.of(Map.of()));
        }
        return Body.of(json());
    }

    <T> T read(Function<Work, T> job) {
        return admission == null ? doors.desk().read(job) : doors.desk().read(admission.caller(), job);
    }

    <T> T write(Function<Work, T> job) {
        return doors.desk().write(admission(), job);
    }

    /** Changes something, only once where the request carries an Idempotency-Key. */
    Answer once(Function<Work, Answer> job) {
        return once(job, Function.identity());
    }

    /**
     * The same where what is told needs the database no more: nobody who wants to write waits while it is put into words, unless
     * the words are kept with the deed for an Idempotency-Key.
     */
    <T> Answer once(Function<Work, T> deed, Function<T, Answer> told) {
        String key = idempotencyKey();
        if (key == null) {
            return told.apply(write(deed));
        }
        String operation = route.method() + " " + route.path();
        String hash = Tokens.hash(raw().getRequestURI() + "\n" + Tokens.hash(bytes()));
        Once.Said said =
                doors.once().answer(admission(), operation, key, hash, work -> reply(told.apply(deed.apply(work))));
        Answer answer =
                Answer.text(said.reply().status(), Answer.JSON, said.reply().body());
        for (var header : said.reply().headers().entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return said.replayed() ? answer.with("Idempotent-Replayed", "true") : answer;
    }

    private static Once.Reply reply(Answer answer) {
        return new Once.Reply(answer.status(), answer.headers(), new String(answer.body(), StandardCharsets.UTF_8));
    }

    private @Nullable String idempotencyKey() {
        String key = raw().getHeader("Idempotency-Key");
        if (key == null) {
            if (admission().caller() instanceof Caller.SeatHolder seat && seat.cookie()) {
                throw Halt.of(Slug.IDEMPOTENCY_KEY_REQUIRED);
            }
            return null;
        }
        String bare = key.strip();
        if (!IDEMPOTENCY_KEY.matcher(bare).matches()) {
            throw Parameters.badHeader("Idempotency-Key", "\"0198c1f2-7c1e-7a31-9a5e-0e2f5c3b1a77\"");
        }
        return bare.startsWith("\"") ? bare.substring(1, bare.length() - 1) : bare;
    }

    /** Adds what an answer about one thing always has. */
    Answer tagged(Answer answer, long version) {
        return answer.with("ETag", ETags.of(version, language)).with("Content-Language", language);
    }
}
