package org.moatmark.api.service;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.moatmark.api.store.SecrecyShelf.Mode;
import org.moatmark.api.store.SnapshotShelf.Sheet;
import org.moatmark.api.store.StoredAssessment;
import org.moatmark.api.store.StoredShare;
import org.moatmark.api.store.StoredSnapshot;
import org.moatmark.core.Moatmark;
import org.moatmark.core.json.ResultJson;

/** The part of an export that was frozen: snapshots as they are shown to who exports, and the links that show them. */
public final class ExportFrozen {

    private final Work work;
    private final String tenant;
    private final SnapshotSheets sheets;
    private final Questionnaires questionnaires;

    ExportFrozen(Work work, String tenant, Results results, Releases releases, Questionnaires questionnaires) {
        this.work = work;
        this.tenant = tenant;
        this.sheets = new SnapshotSheets(results, releases);
        this.questionnaires = questionnaires;
    }

    /**
     * Goes through the snapshots of an assessment.
     *
     * @param assessment which
     * @param each is given one after the other, the withdrawn ones among them
     */
    public void snapshots(StoredAssessment assessment, Consumer<StoredSnapshot> each) {
        ExportSource.walk(
                (after, limit) -> work.shelves().snapshots().list(tenant, assessment.id(), after, limit),
                StoredSnapshot::id,
                each);
    }

    /**
     * What was frozen of each questionnaire.
     *
     * @param assessment of which assessment
     * @param snapshot which snapshot
     * @return the sheets, each with the document that it shows; none once it was withdrawn
     */
    public List<Sheet> sheets(StoredAssessment assessment, StoredSnapshot snapshot) {
        List<Sheet> held = work.shelves().snapshots().sheets(tenant, snapshot.id());
        List<Sheet> shown = held.stream().anyMatch(sheet -> sheet.result() == null) ? anew(snapshot, held) : held;
        boolean classroom =
                work.shelves().secrecy().terms(tenant, assessment.id()).mode() == Mode.CLASSROOM;
        return classroom ? shown.stream().map(ExportFrozen::withoutSeats).toList() : shown;
    }

    /** A seat was taken out since somebody last looked. */
    private List<Sheet> anew(StoredSnapshot snapshot, List<Sheet> held) {
        Moatmark moatmark = questionnaires.of(work, tenant);
        Optional<Releases.Latest> released = snapshot.release() == null
                ? Optional.empty()
                : Optional.of(SnapshotSheets.latest(work, tenant, snapshot, held, moatmark));
        List<String> documents = sheets.documents(new Frozen(snapshot, held, released, moatmark), Results.RESAMPLING);
        return IntStream.range(0, held.size())
                .mapToObj(i -> held.get(i).showing(documents.get(i)))
                .toList();
    }

    private static Sheet withoutSeats(Sheet sheet) {
        String named = sheet.result();
        return named == null
                ? sheet
                : sheet.showing(
                        ResultJson.write(ResultJson.read(named).orThrow().withoutSeats()));
    }

    /**
     * Goes through the links that show snapshots of an assessment.
     *
     * @param assessment which
     * @param each is given one after the other, the ended ones among them, never with its token or its hash
     */
    public void shares(StoredAssessment assessment, Consumer<StoredShare> each) {
        ExportSource.walk(
                (after, limit) -> work.shelves().shares().list(tenant, assessment.id(), after, limit),
                StoredShare::id,
                each);
    }
}
