package org.moatmark.api.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.store.Ids;
import org.moatmark.api.store.Page;
import org.moatmark.api.store.SnapshotShelf.Named;
import org.moatmark.api.store.SnapshotShelf.Sheet;
import org.moatmark.api.store.StoredAssessment;
import org.moatmark.api.store.StoredAssessment.Status;
import org.moatmark.api.store.StoredSeat;
import org.moatmark.api.store.StoredSnapshot;
import org.moatmark.core.Moatmark;
import org.moatmark.core.json.CompactJson;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonValue;
import org.moatmark.core.report.Result;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.Resampling;

/**
 * Snapshots: what an assessment said at one time, under a name that it keeps. What is shown of one is the document that was
 * made when it was taken, byte for byte, whatever is answered, handed over or computed otherwise later.
 *
 * <p>One thing is stronger: who is erased is erased here too. The seat goes out of the frozen answers, and the documents are
 * made anew without it when somebody next reads them; the snapshot counts how often that happened, and its version with it.
 * Of a confidential assessment only the release is frozen, and there the rule of releases holds: statements go, the means of
 * crowds of k or more stay, since to take one voice out would show it.
 */
public final class Snapshots {

    /** Most snapshots of one assessment, the withdrawn ones among them, since their names stay taken. */
    public static final int MOST = 200;

    private final Questionnaires questionnaires;
    private final Assessments assessments;
    private final Results results;
    private final Releases releases;
    private final SnapshotSheets sheets;

    /**
     * Looks after snapshots.
     *
     * @param questionnaires what was asked
     * @param assessments what is frozen
     * @param results what comes of answers
     * @param releases what is shown of confidential ones
     */
    public Snapshots(Questionnaires questionnaires, Assessments assessments, Results results, Releases releases) {
        this.questionnaires = questionnaires;
        this.assessments = assessments;
        this.results = results;
        this.releases = releases;
        this.sheets = new SnapshotSheets(results, releases);
    }

    /**
     * What a caller says of a snapshot.
     *
     * @param name its name, once in an assessment
     * @param title what people call it, or null
     */
    public record Plan(String name, @Nullable String title) {}

    /**
     * Answers and what comes of them, scored before the transaction that freezes them; if the answers have changed since,
     * they are scored again.
     *
     * @param waves the answers; none of a confidential assessment
     * @param results one a wave
     * @param peers what is kept of the peers of each; empty where it stands nowhere
     * @param how how they were resampled
     */
    public record Scored(List<Wave> waves, List<Result> results, List<String> peers, Resampling how) {
        /** Copies the lists. */
        public Scored {
            waves = List.copyOf(waves);
            results = List.copyOf(results);
            peers = List.copyOf(peers);
        }
    }

    /**
     * Scores what could be frozen now, outside of any transaction, since it can take a moment.
     *
     * @param desk where work begins
     * @param who whose key it is
     * @param assessment which assessment
     * @param how how scores are resampled
     * @return the answers with their results; none of a confidential assessment
     */
    public Scored score(Desk desk, Caller.KeyHolder who, String assessment, Resampling how) {
        List<Wave> waves = desk.read(
                who,
                work -> Results.isConfidential(work, who.tenant(), assessment)
                        ? List.of()
                        : results.waves(work, who, assessment));
        Moatmark moatmark = desk.read(who, work -> questionnaires.of(work, who.tenant()));
        return sheets.score(moatmark, waves, how);
    }

    /**
     * Freezes what an assessment says now. Of a confidential one the latest release is frozen, made now if it is due.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param assessment which assessment
     * @param plan what it is called
     * @param scored what was scored before
     * @return the snapshot
     * @throws Refused if nothing could be answered yet, or the name is taken
     */
    public StoredSnapshot freeze(Work work, Caller.KeyHolder who, String assessment, Plan plan, Scored scored) {
        StoredAssessment of = assessments.get(work, who, assessment);
        if (of.status() == Status.DRAFT) {
            throw Refused.because(
                    Refused.Reason.CONFLICT,
                    "The assessment is a draft: nobody has answered, so that there is nothing to freeze yet.",
                    "診断は下書きで、まだ回答がないため、スナップショットを作成できません。");
        }
        String tenant = who.tenant();
        if (work.shelves().snapshots().isTaken(tenant, assessment, plan.name())) {
            throw Refused.invalid(Faults.snapshotNameTaken("/name", plan.name()));
        }
        if (work.shelves().snapshots().count(tenant, assessment) >= MOST) {
            throw Refused.invalid(Faults.tooManySnapshots("", MOST));
        }
        Optional<Releases.Latest> release = Results.isConfidential(work, tenant, assessment)
                ? Optional.of(releases.next(work, who, assessment))
                : Optional.empty();
        List<Sheet> frozen =
                release.isPresent() ? sheets.of(release.get()) : sheets.of(upToDate(work, who, assessment, scored));
        Map<String, JsonValue> seats = new TreeMap<>();
        for (StoredSeat seat : Visibility.seats(work, tenant, assessment)) {
            seats.put(seat.id(), new JsonString(seat.key()));
        }
        StoredSnapshot made = new StoredSnapshot(
                Ids.next(),
                assessment,
                1,
                plan.name(),
                plan.title(),
                of.status(),
                release.map(Releases.Latest::number).orElse(null),
                CompactJson.of(JsonObject.of(seats)),
                0,
                work.now(),
                who.id(),
                work.now(),
                null,
                false);
        work.shelves().snapshots().put(tenant, made);
        for (int i = 0; i < frozen.size(); i++) {
            work.shelves().snapshots().put(tenant, made.id(), i, frozen.get(i));
        }
        work.log(who, "take snapshot", assessment, plan.name());
        return made;
    }

    private Scored upToDate(Work work, Caller.KeyHolder who, String assessment, Scored scored) {
        List<Wave> waves = results.waves(work, who, assessment);
        return waves.equals(scored.waves())
                ? scored
                : sheets.score(questionnaires.of(work, who.tenant()), waves, scored.how());
    }

    /**
     * One snapshot, withdrawn or not.
     *
     * @param work the transaction
     * @param tenant whose
     * @param assessment of which assessment
     * @param name its name
     * @return the snapshot
     */
    public StoredSnapshot get(Work work, String tenant, String assessment, String name) {
        return work.shelves().snapshots().find(tenant, assessment, name).orElseThrow(Refused::notFound);
    }

    /**
     * What a snapshot asks.
     *
     * @param work the transaction
     * @param tenant whose
     * @param snapshot the snapshot
     * @return its questionnaires in the order of the assessment; none once it was withdrawn
     */
    public List<Named> questionnaires(Work work, String tenant, StoredSnapshot snapshot) {
        return work.shelves().snapshots().questionnaires(tenant, snapshot.id());
    }

    /**
     * The snapshots of an assessment in the order in which they were made.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param assessment of which assessment
     * @param after id after which the page starts, or the empty string
     * @param limit how many
     * @return a page
     */
    public Page<StoredSnapshot> list(Work work, Caller.KeyHolder who, String assessment, String after, int limit) {
        return work.shelves().snapshots().list(who.tenant(), assessment, after, limit);
    }

    /**
     * Opens a snapshot to be read.
     *
     * @param work the transaction
     * @param tenant whose
     * @param assessment of which assessment
     * @param name its name
     * @return what it holds; empty where documents have to be made anew first ({@link #renew})
     * @throws Refused if there is none of that name, or it was withdrawn
     */
    public Optional<Frozen> open(Work work, String tenant, String assessment, String name) {
        StoredSnapshot snapshot = get(work, tenant, assessment, name);
        requireThere(snapshot);
        List<Sheet> held = work.shelves().snapshots().sheets(tenant, snapshot.id());
        return held.stream().anyMatch(sheet -> sheet.result() == null)
                ? Optional.empty()
                : Optional.of(frozen(work, tenant, snapshot, held));
    }

    static void requireThere(StoredSnapshot snapshot) {
        if (snapshot.withdrawnMs() != null) {
            throw Refused.because(
                    Refused.Reason.GONE,
                    "Snapshot '" + snapshot.name() + "' has been withdrawn; nothing of it is kept.",
                    "スナップショット「" + snapshot.name() + "」は取り下げられ、内容は残っていません。");
        }
    }

    private Frozen frozen(Work work, String tenant, StoredSnapshot snapshot, List<Sheet> held) {
        Moatmark moatmark = questionnaires.of(work, tenant);
        Long number = snapshot.release();
        return new Frozen(
                snapshot,
                held,
                number == null
                        ? Optional.empty()
                        : Optional.of(SnapshotSheets.latest(work, tenant, snapshot, held, moatmark)),
                moatmark);
    }

    /**
     * Makes the documents anew of a snapshot that a seat was taken out of, and opens it.
     *
     * @param work the transaction
     * @param tenant whose
     * @param assessment of which assessment
     * @param name its name
     * @param how how scores are resampled
     * @return what it holds
     * @throws Refused if there is none of that name, or it was withdrawn
     */
    public Frozen renew(Work work, String tenant, String assessment, String name, Resampling how) {
        StoredSnapshot snapshot = get(work, tenant, assessment, name);
        requireThere(snapshot);
        Frozen old = frozen(work, tenant, snapshot, work.shelves().snapshots().sheets(tenant, snapshot.id()));
        List<String> documents = sheets.documents(old, how);
        List<Sheet> renewed = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            Sheet sheet = old.sheets().get(i).showing(documents.get(i));
            renewed.add(sheet);
            work.shelves().snapshots().put(tenant, snapshot.id(), i, sheet);
        }
        return frozen(work, tenant, snapshot, renewed);
    }

    /**
     * Withdraws a snapshot: nothing of what was frozen is kept, its name stays taken, and who asks for it is told so.
     *
     * @param work the transaction
     * @param who an owner
     * @param assessment of which assessment
     * @param name its name
     * @param seen the versions that the caller has seen
     */
    public void withdraw(Work work, Caller.KeyHolder who, String assessment, String name, Precondition seen) {
        StoredSnapshot before = get(work, who.tenant(), assessment, name);
        requireThere(before);
        seen.require(before.version());
        work.shelves().snapshots().dropSheets(who.tenant(), before.id());
        work.shelves().snapshots().put(who.tenant(), before.withdrawn(work.now()));
        work.log(who, "withdraw snapshot", assessment, name);
    }
}
