package org.moatmark.api.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.service.Caller;
import org.moatmark.api.service.Frozen;
import org.moatmark.api.service.Releases;
import org.moatmark.api.service.Snapshots;
import org.moatmark.api.store.StoredShare;
import org.moatmark.api.store.StoredSnapshot;
import org.moatmark.core.benchmark.Position;
import org.moatmark.core.benchmark.PositionSettings;
import org.moatmark.core.benchmark.Subject;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.report.Charts;
import org.moatmark.core.report.Release;
import org.moatmark.core.report.Result;
import org.moatmark.core.report.SnapshotComparison;
import org.moatmark.core.response.Company;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.Resampling;

/**
 * What the caller of a route is shown of an assessment: results, or the release of a confidential one; as things stand, or,
 * with the query parameter {@code snapshot}, as they were frozen. That somebody looked is counted in the audit trail. Long,
 * since what is shown now and what was frozen are decided side by side.
 *
 * <p>Every route that shows results begins here and knows the parameters {@link #SNAPSHOT}.
 */
final class Sight {

    /** The query parameter that names a snapshot. */
    static final String SNAPSHOT = "snapshot";

    private final Call call;
    private final String assessment;
    private final @Nullable Frozen frozen;
    private final Optional<Releases.Latest> released;
    private final boolean named;
    private @Nullable List<Wave> waves;
    private @Nullable Result scored;

    private Sight(
            Call call, String assessment, @Nullable Frozen frozen, Optional<Releases.Latest> released, boolean named) {
        this.call = call;
        this.assessment = assessment;
        this.frozen = frozen;
        this.released = released;
        this.named = named;
    }

    /** What the caller is shown: by a key, by a link, or from a seat. */
    static Sight of(Call call) {
        Caller caller = call.admission().caller();
        if (caller instanceof Caller.ShareHolder) {
            return ofLink(call);
        }
        return caller instanceof Caller.SeatHolder ? ofSeat(call) : ofKey(call);
    }

    /** What the assessment in the path shows, now or in the snapshot that the query names. */
    private static Sight ofKey(Call call) {
        String assessment = call.id("assessment");
        String snapshot = call.parameters().get(SNAPSHOT);
        return snapshot == null
                ? new Sight(
                        call, assessment, null, ReleaseAnswers.latest(call, assessment), isShownSeats(call, assessment))
                : of(call, snapshot);
    }

    /** What the assessment in the path showed in a snapshot. */
    static Sight of(Call call, String snapshot) {
        String assessment = call.id("assessment");
        Frozen frozen = frozen(call, assessment, snapshot);
        Sight sight = new Sight(call, assessment, frozen, frozen.released(), isShownSeats(call, assessment));
        call.doors().audit().count(call.holder(), "read snapshot " + snapshot, assessment);
        return sight;
    }

    private static boolean isShownSeats(Call call, String assessment) {
        return call.read(work -> call.doors().results().names(work, call.holder(), assessment));
    }

    /** The snapshot that the link shows; each look at it is counted. */
    private static Sight ofLink(Call call) {
        StoredShare share = call.read(work -> call.doors().shares().own(work, call.share()));
        Sight sight = nameless(call, share.assessment(), share.snapshot());
        call.doors().audit().count(call.share(), "read shared snapshot " + share.snapshot(), share.assessment());
        return sight;
    }

    /** A snapshot that the seats are shown. That one looked is counted; which, is no more in the trail than who answered. */
    private static Sight ofSeat(Call call) {
        String name = call.part("snapshot");
        String assessment = call.seat().assessment();
        call.read(work -> call.doors().shares().requireShown(work, call.seat(), name));
        Sight sight = nameless(call, assessment, name);
        call.doors().audit().countSeat(call.seat(), "read snapshot " + name + " shown to seats", assessment);
        return sight;
    }

    /** What a snapshot shows to those who see no single seat. */
    private static Sight nameless(Call call, String assessment, String snapshot) {
        Frozen frozen = frozen(call, assessment, snapshot);
        return new Sight(call, assessment, frozen, frozen.released(), false);
    }

    /** What a snapshot holds. */
    static Frozen frozen(Call call, String assessment, String snapshot) {
        Snapshots snapshots = call.doors().snapshots();
        Optional<Frozen> opened = call.read(work -> snapshots.open(work, call.tenant(), assessment, snapshot));
        return opened.isPresent()
                ? opened.get()
                : call.write(work -> snapshots.renew(work, call.tenant(), assessment, snapshot, Intervals.USUAL));
    }

    /** The release, of a confidential assessment; of any other there is none, but results. */
    Optional<Releases.Latest> released() {
        return released;
    }

    /** All questionnaires in short. */
    Answer list() {
        if (released.isEmpty()) {
            return ETags.byContent(Answer.json(200, ResultRoutes.list(call, results())));
        }
        Answer answer = Answer.json(200, ReleaseAnswers.list(call, released.get()));
        // A frozen release keeps its number when statements go out of it.
        return frozen == null ? call.tagged(answer, released.get().number()) : ETags.byContent(answer);
    }

    /** The snapshot that is looked at. */
    StoredSnapshot snapshot() {
        if (frozen == null) {
            throw new IllegalStateException("No snapshot is looked at.");
        }
        return frozen.snapshot();
    }

    /** What a file of one questionnaire is called, where its result or release is asked for by nobody else. */
    FileName fileName(String questionnaire, String file) {
        if (released.isPresent()) {
            Release release = ReleaseAnswers.release(call, released.get(), questionnaire);
            return fileName(release.company(), questionnaire, release.date(), file);
        }
        Result result = result(questionnaire);
        return fileName(result.company(), questionnaire, result.date(), file);
    }

    /** What a file of one questionnaire is called: with the date that the file itself tells, or the snapshot that it shows. */
    FileName fileName(@Nullable Company company, String questionnaire, @Nullable LocalDate date, String file) {
        return fileName(company == null ? null : company.name(), questionnaire, date, file);
    }

    /** The same of a company that is known by its name. */
    FileName fileName(@Nullable String company, String questionnaire, @Nullable LocalDate date, String file) {
        String snapshot = frozen == null ? null : frozen.snapshot().name();
        return FileName.of(company, questionnaire, snapshot, date, file);
    }

    /** The document of one questionnaire, a result or a release. */
    Answer document(String questionnaire) {
        if (frozen != null && !(released.isEmpty() && resampled())) {
            return ETags.byContent(Answer.text(
                    200,
                    Answer.JSON,
                    named || released.isPresent()
                            ? frozen.document(questionnaire)
                            : call.doors().moatmark().write(result(questionnaire))));
        } else if (released.isPresent()) {
            return ReleaseAnswers.one(call, released.get(), questionnaire);
        }
        Result result = seen(scored(questionnaire, Intervals.of(call.parameters())));
        return ETags.byContent(
                Answer.text(200, Answer.JSON, call.doors().moatmark().write(result)));
    }

    /** The result of one questionnaire; there is none of a confidential assessment. */
    Result result(String questionnaire) {
        return seen(whole(questionnaire));
    }

    /** As much of a result as the caller is shown. */
    private Result seen(Result result) {
        return named ? result : result.withoutSeats();
    }

    /** The result with all seats. It is scored once for whatever is made of it in one answer. */
    Result whole(String questionnaire) {
        if (scored == null || !scored.questionnaire().equals(questionnaire)) {
            scored = frozen == null ? scored(questionnaire, Intervals.USUAL) : frozen.result(questionnaire);
        }
        return scored;
    }

    /**
     * The answers to one questionnaire, seat by seat, and what they are scored to.
     *
     * @param wave the answers
     * @param result the result
     */
    record Sheet(Wave wave, Result result) {}

    /** The answers to one questionnaire with their result; there are none where single seats are not shown. */
    Sheet sheet(String questionnaire) {
        call.read(work -> {
            call.doors().results().requireNames(work, call.tenant(), assessment);
            return true;
        });
        return new Sheet(wave(questionnaire), whole(questionnaire));
    }

    /** The answers to one questionnaire, for what shows no single one of them. */
    Wave wave(String questionnaire) {
        return waves().stream()
                .filter(wave -> wave.questionnaire().equals(questionnaire))
                .findFirst()
                .orElseThrow(() -> Halt.of(Slug.NOT_FOUND));
    }

    /**
     * The single answers that the caller is shown, with notes and evidence as far as they are: of an attributed assessment
     * those of all seats, of a confidential one what its release has of the statements of offices; nothing where the caller sees
     * the company alone.
     */
    Optional<Wave> answers(String questionnaire) {
        if (released.isEmpty()) {
            return named ? Optional.of(sheet(questionnaire).wave()) : Optional.empty();
        }
        boolean reads = call.doors().results().readsStatements(call.admission().caller());
        return reads
                ? Optional.ofNullable(released.get().parts().get(questionnaire)).map(Releases.Part::statements)
                : Optional.empty();
    }

    /** Whether the caller is shown what single seats said. */
    boolean named() {
        return named;
    }

    /** The results of all questionnaires in the order of the assessment, for what needs no intervals. */
    List<Result> results() {
        return frozen == null
                ? call.doors().results().score(call.moatmark(), waves(), Resampling.NONE)
                : frozen.results();
    }

    /** What changed since a snapshot; nothing where that was taken before there was anything to be shown. */
    Optional<SnapshotComparison> since(String snapshot, String questionnaire) {
        Frozen from = frozen(call, assessment, snapshot);
        call.doors().audit().count(call.holder(), "read snapshot " + snapshot, assessment);
        if (released.isEmpty()) {
            return Optional.of(call.doors()
                    .comparisons()
                    .since(from, frozen, call.moatmark(), whole(questionnaire), Intervals.USUAL));
        }
        Release after = ReleaseAnswers.release(call, released.get(), questionnaire);
        return call.doors().comparisons().since(from, frozen, call.moatmark(), after);
    }

    /** The charts of one questionnaire with peers and, where the caller is shown them, answers. */
    Charts charts(String questionnaire) {
        if (released.isEmpty()) {
            return charts(questionnaire, position(whole(questionnaire)));
        }
        Release release = ReleaseAnswers.release(call, released.get(), questionnaire);
        Questionnaire asked = ReleaseAnswers.questionnaire(released.get(), questionnaire);
        return placed(Charts.of(asked, release), position(release.subject(asked)));
    }

    /** The charts of a result, of single people only where the caller is shown these. */
    Charts charts(String questionnaire, Optional<Position> position) {
        Charts charts = call.moatmark().charts(whole(questionnaire));
        return placed(named ? charts.with(sheet(questionnaire).wave()) : charts.withoutSeats(), position);
    }

    private static Charts placed(Charts charts, Optional<Position> position) {
        return position.map(charts::with).orElse(charts);
    }

    /** Where a result stands among the cases, if it stands there at all. */
    Optional<Position> position(Result result) {
        return call.moatmark().subject(result) instanceof Checked.Valid<Subject> subject
                ? position(subject.value())
                : Optional.empty();
    }

    /** Where a subject stands among the cases, if the cases say anything of its questionnaire. */
    Optional<Position> position(Subject subject) {
        return call.doors().moatmark().benchmark().position(subject, PositionSettings.DEFAULT)
                        instanceof Checked.Valid<Position> valid
                ? Optional.of(valid.value())
                : Optional.empty();
    }

    /** The address of a document, in a list at the address that was asked for. */
    static String address(Call call, String questionnaire) {
        String snapshot = call.parameters().get(SNAPSHOT);
        return call.raw().getRequestURI() + "/" + questionnaire + (snapshot == null ? "" : "?snapshot=" + snapshot);
    }

    private Result scored(String questionnaire, Resampling how) {
        return call.doors().results().score(call.moatmark(), waves(), questionnaire, how);
    }

    /** The answers; they are read, and the reading counted, once. */
    private List<Wave> waves() {
        if (waves == null) {
            waves = frozen == null ? now() : frozen.waves();
        }
        return waves;
    }

    private List<Wave> now() {
        call.doors().audit().count(call.holder(), "read results", assessment);
        return call.read(work -> call.doors().results().waves(work, call.holder(), assessment));
    }

    /** Whether the query wants other draws than the usual ones, which no snapshot has frozen. */
    private boolean resampled() {
        return Intervals.NAMES.stream().anyMatch(name -> call.parameters().get(name) != null);
    }
}
