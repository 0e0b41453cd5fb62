package org.moatmark.api.http;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.http.Route.Takes;
import org.moatmark.api.service.Exports;
import org.moatmark.api.service.Meter;
import org.moatmark.api.service.Right;
import org.moatmark.api.store.ExportShelf.Job;
import org.moatmark.api.store.ExportShelf.Status;
import org.moatmark.api.store.Page;
import org.moatmark.core.json.JsonNumber;
import org.moatmark.core.json.JsonObject;

/** {@code /v1/exports}: everything that is kept, asked for now and fetched when it is made. */
final class ExportRoutes {

    private static final String ALL = "/v1/exports";
    private static final String ONE = ALL + "/:export";
    private static final Access EXPORT = Access.key(Right.EXPORT);
    private static final int ID = 36;

    /** The end of an id tells two exports of a day apart. */
    private static final int SHORT = 8;

    private final Lists lists;
    private final Meter polls;

    ExportRoutes(Lists lists, Meter polls) {
        this.lists = lists;
        this.polls = polls;
    }

    List<Route> routes() {
        return List.of(
                Route.get(ALL, EXPORT, this::list).knowing("limit", "cursor"),
                Route.post(ALL, EXPORT, Takes.JSON, ExportRoutes::ask).costing(20),
                Route.get(ONE, EXPORT, this::get),
                Route.delete(ONE, EXPORT, ExportRoutes::cancel),
                Route.get(ONE + "/file", EXPORT, ExportRoutes::file)
                        .giving("application/zip", "application/octet-stream")
                        .costing(20));
    }

    private Answer list(Call call) {
        var who = call.holder();
        int limit = call.parameters().limit();
        String after = lists.after(call, who.tenant());
        Page<Job> page = call.read(work -> call.doors().exports().list(work, who, after, limit));
        return lists.answer(call, who.tenant(), page, Job::id, ExportRoutes::document);
    }

    /** It is made after this was answered, whether the client says that it can wait for it or not. */
    private static Answer ask(Call call) {
        Exports exports = call.doors().exports();
        Body body = call.fields();
        @Nullable String assessment = body.optionalText("assessment", ID);
        String format = body.has("format")
                ? body.word("format", exports.words())
                : exports.words().get(0);
        body.done();
        Job[] asked = new Job[1];
        Answer answer = call.once(work -> {
            asked[0] = exports.ask(work, call.holder(), assessment, format);
            return Answer.json(202, document(asked[0])).with("Location", ALL + "/" + asked[0].id());
        });
        if (asked[0] != null) {
            exports.make(call.tenant(), asked[0]);
        }
        return wantsAsync(call) ? answer.with("Preference-Applied", "respond-async") : answer;
    }

    private static boolean wantsAsync(Call call) {
        String prefer = call.raw().getHeader("Prefer");
        return prefer != null && prefer.toLowerCase(Locale.ROOT).contains("respond-async");
    }

    /** Looking is also what has an export made that a process left behind. */
    private Answer get(Call call) {
        String id = call.id("export");
        Tally.take(call.raw(), polls, call.holder().holder() + " " + id, 1);
        Job job = call.read(work -> call.doors().exports().get(work, call.holder(), id));
        call.doors().exports().make(call.tenant(), job);
        return call.tagged(Answer.json(200, document(job)), Exports.version(job));
    }

    private static Answer cancel(Call call) {
        String id = call.id("export");
        return call.write(work -> {
            call.doors().exports().cancel(work, call.holder(), id, call.seen());
            return Answer.empty(204);
        });
    }

    /** Piece by piece, each looked for anew: what is erased meanwhile is not handed out. */
    private static Answer file(Call call) {
        String id = call.id("export");
        Exports exports = call.doors().exports();
        Job job = call.read(work -> exports.get(work, call.holder(), id));
        byte[] first = piece(call, id, 0);
        call.doors().audit().count(call.holder(), "fetch export", id);
        FileName name = FileName.of(
                call.read(work -> exports.subject(work, call.holder(), job)),
                "export",
                null,
                LocalDate.ofInstant(Instant.ofEpochMilli(job.createdMs()), ZoneOffset.UTC),
                id.substring(ID - SHORT) + "." + exports.format(job).ending());
        long size = Objects.requireNonNullElse(job.size(), 0L);
        return name.saved(Answer.streamed(exports.format(job).mediaType(), out -> {
                    long written = 0;
                    byte[] next = first;
                    for (int number = 1; next.length > 0; number++) {
                        out.write(next);
                        written += next.length;
                        next = piece(call, id, number);
                    }
                    if (written != size) {
                        throw new IOException("An export ended before it was handed out.");
                    }
                }))
                .with("Content-Length", Long.toString(size));
    }

    private static byte[] piece(Call call, String id, int number) {
        return call.read(work -> call.doors().exports().piece(work, call.holder(), id, number))
                .orElse(new byte[0]);
    }

    private static JsonObject document(Job job) {
        Long finished = job.finishedMs();
        boolean done = job.status() == Status.DONE;
        return new Members()
                .put("id", job.id())
                .put("of", job.assessment() == null ? "tenant" : "assessment")
                .put("assessment", job.assessment())
                .put("format", job.format())
                .put("status", job.status().word())
                .time("createdAt", job.createdMs())
                .time("finishedAt", finished)
                .time("expiresAt", done && finished != null ? finished + Exports.LIFE_MS : null)
                .put("size", done ? JsonNumber.of(Objects.requireNonNullElse(job.size(), 0L)) : null)
                .put("sha256", done ? job.sha256() : null)
                .put("file", done ? ALL + "/" + job.id() + "/file" : null)
                .done();
    }
}
