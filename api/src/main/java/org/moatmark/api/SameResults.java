package org.moatmark.api;

import java.util.List;
import org.moatmark.api.service.Assessments;
import org.moatmark.api.service.Caller;
import org.moatmark.api.service.Questionnaires;
import org.moatmark.api.service.Results;
import org.moatmark.api.service.Scope;
import org.moatmark.api.service.Seal;
import org.moatmark.api.service.Work;
import org.moatmark.api.store.Copying;
import org.moatmark.api.store.Page;
import org.moatmark.api.store.Shelves;
import org.moatmark.api.store.StartRefused;
import org.moatmark.api.store.StoredAssessment;
import org.moatmark.core.Moatmark;
import org.moatmark.core.report.Result;
import org.moatmark.core.scoring.Resampling;

/**
 * Computes every result of a tenant from its data at the old place and at the new one, and compares them byte by byte; those of
 * confidential assessments too, as nobody is shown anything but that they are the same.
 */
final class SameResults implements Copying.Check {

    private static final int PAGE = 100;

    private final Moatmark moatmark;
    private final Place from;
    private final Place to;
    private final long now;
    private long count;

    /** What computes at one of the two places; each reads the questionnaires of its own. */
    private record Place(Questionnaires questionnaires, Assessments assessments, Results results) {
        static Place of(Moatmark moatmark) {
            Questionnaires questionnaires = new Questionnaires(moatmark);
            Assessments assessments = new Assessments(questionnaires);
            return new Place(questionnaires, assessments, new Results(questionnaires, assessments));
        }

        List<Result> results(Work work, Caller.KeyHolder owner, String assessment) {
            Moatmark moatmark = questionnaires.of(work, owner.tenant());
            return results.score(moatmark, results.unseen(work, owner, assessment), Resampling.DEFAULT);
        }
    }

    /**
     * Begins to count.
     *
     * @param moatmark computes
     * @param now the time of both places
     */
    SameResults(Moatmark moatmark, long now) {
        this.moatmark = moatmark;
        this.from = Place.of(moatmark);
        this.to = Place.of(moatmark);
        this.now = now;
    }

    /** So many results were the same so far. */
    long count() {
        return count;
    }

    @Override
    public void same(String tenant, Shelves old, Shelves fresh) {
        var owner = new Caller.KeyHolder(tenant, "program", "program", Scope.OWNER, Seal.of("program"));
        Work before = new Work(old, now);
        Work after = new Work(fresh, now);
        Page<StoredAssessment> page;
        String last = "";
        do {
            page = from.assessments().list(before, owner, last, PAGE);
            for (StoredAssessment one : page.items()) {
                last = one.id();
                compare(before, after, owner, one.id());
            }
        } while (page.more());
    }

    private void compare(Work before, Work after, Caller.KeyHolder owner, String assessment) {
        List<Result> old = from.results(before, owner, assessment);
        List<Result> fresh = to.results(after, owner, assessment);
        if (old.size() != fresh.size()) {
            throw differs(assessment);
        }
        for (int i = 0; i < old.size(); i++) {
            if (!bytes(old.get(i)).equals(bytes(fresh.get(i)))) {
                throw differs(assessment);
            }
            count++;
        }
    }

    private String bytes(Result result) {
        return moatmark.write(result);
    }

    private static StartRefused differs(String assessment) {
        return new StartRefused(
                "A result of assessment " + assessment + " differs at the new place; nothing was kept there.",
                "アセスメント " + assessment + " の結果が移動先で一致しません。移動先には何も残していません。");
    }
}
