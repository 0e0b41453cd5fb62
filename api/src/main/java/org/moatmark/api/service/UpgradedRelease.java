package org.moatmark.api.service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.moatmark.api.service.UpgradeCheck.Steps;
import org.moatmark.api.store.SecrecyShelf.Publication;
import org.moatmark.api.store.SecrecyShelf.Sheet;
import org.moatmark.core.json.WaveJson;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.report.Release;
import org.moatmark.core.report.SnapshotComparison;
import org.moatmark.core.response.CarriedWave;
import org.moatmark.core.response.Wave;

/** The latest release of a confidential assessment under a newer version: the same statements and the same crowds. */
final class UpgradedRelease {

    private final Releases releases;

    UpgradedRelease(Releases releases) {
        this.releases = releases;
    }

    /** The latest release by the later version: the same statements and crowds. */
    private static Releases.Latest upgraded(Releases.Latest latest, Steps steps) {
        Map<String, Releases.Part> parts = new LinkedHashMap<>(latest.parts());
        parts.computeIfPresent(
                steps.before().id(),
                (id, part) -> new Releases.Part(
                        CarriedWave.onto(part.statements(), steps.before(), steps.after()),
                        part.crowds(),
                        part.offices(),
                        part.terms()));
        List<Questionnaire> asked = latest.asked().stream()
                .map(one -> one.id().equals(steps.before().id()) ? steps.after() : one)
                .toList();
        return new Releases.Latest(latest.number(), latest.k(), false, asked, parts, latest.moatmark());
    }

    /** The scores of the latest release by both versions; empty where nothing is shown yet. */
    Optional<SnapshotComparison> compared(Releases.Latest before, Steps steps) {
        String questionnaire = steps.before().id();
        Releases.Latest after = upgraded(before, steps);
        Release old = releases.all(before).get(questionnaire);
        Release fresh = releases.all(after).get(questionnaire);
        return old == null || fresh == null
                ? Optional.empty()
                : Optional.of(before.moatmark().compare(old, fresh));
    }

    /** Keeps the latest release by the later version, under another number, since it reads otherwise now. */
    static void republish(Work work, String tenant, Steps steps, Releases.Latest before) {
        String assessment = steps.of().id();
        Optional<Sheet> kept = work.shelves()
                .secrecy()
                .sheet(tenant, assessment, steps.before().id());
        Optional<Publication> last = work.shelves().secrecy().latest(tenant, assessment);
        if (kept.isEmpty() || last.isEmpty()) {
            return;
        }
        Wave statements = WaveJson.read(
                        kept.get().statements(), before.moatmark().catalogue())
                .orThrow();
        Sheet sheet = new Sheet(
                WaveJson.write(CarriedWave.onto(statements, steps.before(), steps.after())),
                kept.get().crowds());
        work.shelves().secrecy().put(tenant, assessment, steps.before().id(), sheet);
        Publication was = last.get();
        work.shelves()
                .secrecy()
                .put(tenant, assessment, new Publication(was.number() + 1, was.madeMs(), was.closedMs(), was.seats()));
    }
}
