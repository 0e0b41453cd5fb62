package org.moatmark.api.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.store.SecrecyShelf.Terms;
import org.moatmark.api.store.SnapshotShelf.Sheet;
import org.moatmark.api.store.StoredSnapshot;
import org.moatmark.core.Moatmark;
import org.moatmark.core.json.CompactJson;
import org.moatmark.core.json.CrowdJson;
import org.moatmark.core.json.ReleaseJson;
import org.moatmark.core.json.ResultJson;
import org.moatmark.core.json.WaveJson;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.report.Release;
import org.moatmark.core.report.Result;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.Resampling;

/**
 * What a snapshot holds of each questionnaire: the answers, or of a confidential assessment what stands behind its release,
 * the document that was made of them, and the peers that it was compared with.
 */
final class SnapshotSheets {

    /** In place of statements, where a release was frozen before there was one. */
    static final String BEFORE_THE_FIRST = "";

    private static final String STANDS_NOWHERE = "";

    private final Results results;
    private final Releases releases;

    SnapshotSheets(Results results, Releases releases) {
        this.results = results;
        this.releases = releases;
    }

    /** Scores answers and places them among their peers. */
    Snapshots.Scored score(Moatmark moatmark, List<Wave> waves, Resampling how) {
        List<Result> scored = results.score(moatmark, waves, how);
        List<String> peers = scored.stream()
                .map(result -> Objects.requireNonNullElse(
                        Comparisons.kept(Comparisons.position(moatmark, result)), STANDS_NOWHERE))
                .toList();
        return new Snapshots.Scored(waves, scored, peers, how);
    }

    /** Sheets of answers that everybody may see. */
    List<Sheet> of(Snapshots.Scored scored) {
        List<Sheet> sheets = new ArrayList<>();
        for (int i = 0; i < scored.waves().size(); i++) {
            Result result = scored.results().get(i);
            String peers = scored.peers().get(i);
            sheets.add(new Sheet(
                    result.questionnaire(),
                    result.version(),
                    result.methodHash(),
                    WaveJson.write(scored.waves().get(i)),
                    null,
                    ResultJson.write(result),
                    peers.equals(STANDS_NOWHERE) ? null : peers));
        }
        return sheets;
    }

    /** Sheets of a release. */
    List<Sheet> of(Releases.Latest latest) {
        Map<String, Release> all = releases.all(latest);
        List<Sheet> sheets = new ArrayList<>();
        for (Questionnaire asked : latest.asked()) {
            Releases.Part part = latest.parts().get(asked.id());
            Release release = all.get(asked.id());
            sheets.add(new Sheet(
                    asked.id(),
                    asked.version().toString(),
                    asked.methodHash(),
                    part == null ? BEFORE_THE_FIRST : WaveJson.write(part.statements()),
                    CrowdJson.write(part == null ? List.of() : part.crowds()),
                    document(latest, asked, release),
                    release == null ? null : Comparisons.kept(Comparisons.position(latest.moatmark(), release))));
        }
        return sheets;
    }

    private static String document(Releases.Latest latest, Questionnaire asked, @Nullable Release release) {
        return CompactJson.of(
                release == null
                        ? ReleaseJson.nothingYet(asked, Result.ENGINE, latest.k())
                        : ReleaseJson.document(release));
    }

    /** A frozen release in the form of the latest one, so that whatever can be made of that can be made of it. */
    static Releases.Latest latest(
            Work work, String tenant, StoredSnapshot snapshot, List<Sheet> sheets, Moatmark moatmark) {
        Terms terms = work.shelves().secrecy().terms(tenant, snapshot.assessment());
        List<Questionnaire> asked = new ArrayList<>();
        Map<String, Releases.Part> parts = new LinkedHashMap<>();
        for (Sheet sheet : sheets) {
            asked.add(moatmark.catalogue()
                    .find(sheet.questionnaire(), sheet.version())
                    .orElseThrow());
            if (!sheet.wave().equals(BEFORE_THE_FIRST)) {
                parts.put(
                        sheet.questionnaire(),
                        new Releases.Part(
                                WaveJson.read(sheet.wave(), moatmark.catalogue())
                                        .orThrow(),
                                CrowdJson.read(Objects.requireNonNull(sheet.crowds())),
                                Visibility.offices(work, tenant, snapshot.assessment(), terms, sheet.questionnaire()),
                                Releases.secrecy(terms)));
            }
        }
        long number = Objects.requireNonNull(snapshot.release());
        return new Releases.Latest(number, terms.k(), false, asked, parts, moatmark);
    }

    /** The documents of a snapshot, made anew. */
    List<String> documents(Frozen old, Resampling how) {
        if (old.released().isPresent()) {
            Releases.Latest latest = old.released().get();
            Map<String, Release> all = releases.all(latest);
            return latest.asked().stream()
                    .map(asked -> document(latest, asked, all.get(asked.id())))
                    .toList();
        }
        return results.score(old.moatmark(), old.waves(), how).stream()
                .map(ResultJson::write)
                .toList();
    }
}
