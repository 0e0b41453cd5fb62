package org.moatmark.api.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.moatmark.api.store.HistoryShelf;
import org.moatmark.api.store.Hold;
import org.moatmark.api.store.Page;
import org.moatmark.api.store.RetentionShelf.Answered;
import org.moatmark.api.store.SecrecyShelf.Mode;
import org.moatmark.api.store.StoredSnapshot;
import org.moatmark.api.store.TenantSettings;

/**
 * Removes what was kept as long as the tenant wants it kept, and says before what that would be. It does so when it is told
 * to and never by itself, so that no clock that goes wrong removes anything.
 */
public final class Retention {

    private static final long DAY_MS = 86_400_000;

    private final Desk desk;
    private final Erasure erasure;

    /**
     * Removes.
     *
     * @param desk where work begins
     * @param erasure leaves nothing behind
     */
    public Retention(Desk desk, Erasure erasure) {
        this.desk = desk;
        this.erasure = erasure;
    }

    /**
     * What is, or would be, removed of a tenant.
     *
     * @param drafts seats whose unfinished answers lay idle
     * @param links links of assessments that were closed long ago
     * @param answers seats with answers to assessments that were closed longer ago
     * @param snapshots frozen states that hold such answers under the names of seats
     * @param lines lines of the audit trail
     */
    public record Removed(int drafts, int links, int answers, int snapshots, int lines) {
        /**
         * The same with the words for them.
         *
         * @return numbers by name
         */
        public Map<String, Integer> byName() {
            Map<String, Integer> all = new LinkedHashMap<>();
            all.put("drafts", drafts);
            all.put("links", links);
            all.put("answers", answers);
            all.put("snapshots", snapshots);
            all.put("auditLines", lines);
            return all;
        }

        private boolean isNothing() {
            return byName().values().stream().allMatch(count -> count == 0);
        }
    }

    /**
     * Looks at all tenants, one after the other.
     *
     * @param dryRun whether nothing is to be removed
     * @return what was, or would be, removed, by id of the tenant
     */
    public Map<String, Removed> all(boolean dryRun) {
        Map<String, Removed> all = new LinkedHashMap<>();
        for (String tenant : desk.read(work -> work.shelves().tenants().all())) {
            all.put(
                    tenant,
                    dryRun
                            ? desk.read(tenant, work -> look(work, tenant))
                            : desk.write(Hold.tenant(tenant), work -> remove(work, tenant, "program")));
        }
        if (!dryRun) {
            erasure.settle();
        }
        return all;
    }

    /**
     * Looks at the caller's own tenant.
     *
     * @param admitted an owner
     * @param dryRun whether nothing is to be removed
     * @return what was, or would be, removed
     */
    public Removed own(Admission admitted, boolean dryRun) {
        String tenant = admitted.caller().tenant();
        if (dryRun) {
            return desk.read(admitted.caller(), work -> look(work, tenant));
        }
        Removed removed = desk.write(
                admitted, work -> remove(work, tenant, admitted.caller().credential()));
        erasure.settle();
        return removed;
    }

    /** What is kept too long. */
    private record Found(
            List<Answered> drafts, List<Answered> answers, List<StoredSnapshot> snapshots, Removed removed) {}

    private static Removed look(Work work, String tenant) {
        return find(work, tenant).removed();
    }

    private static Found find(Work work, String tenant) {
        TenantSettings keep = work.shelves().tenants().settings(tenant);
        var shelf = work.shelves().retention();
        List<Answered> drafts = shelf.idleDrafts(tenant, ago(work, keep.draftDays()));
        List<Answered> answers = shelf.oldAnswers(tenant, ago(work, keep.answerDays()));
        Set<String> assessments = new LinkedHashSet<>();
        answers.forEach(one -> assessments.add(one.assessment()));
        List<StoredSnapshot> snapshots = new ArrayList<>();
        assessments.forEach(one -> snapshots.addAll(named(work, tenant, one)));
        return new Found(
                drafts,
                answers,
                snapshots,
                new Removed(
                        drafts.size(),
                        shelf.oldLinks(tenant, ago(work, keep.linkDays())),
                        answers.size(),
                        snapshots.size(),
                        work.shelves().history().countOld(tenant, ago(work, keep.auditDays()))));
    }

    private static long ago(Work work, int days) {
        return work.now() - days * DAY_MS;
    }

    /** Frozen states in which answers stand under the names of seats. */
    private static List<StoredSnapshot> named(Work work, String tenant, String assessment) {
        List<StoredSnapshot> named = new ArrayList<>();
        if (work.shelves().secrecy().terms(tenant, assessment).mode() == Mode.CONFIDENTIAL) {
            return named;
        }
        Page<StoredSnapshot> page;
        String after = "";
        do {
            page = work.shelves().snapshots().list(tenant, assessment, after, 50);
            for (StoredSnapshot one : page.items()) {
                after = one.id();
                if (one.withdrawnMs() == null) {
                    named.add(one);
                }
            }
        } while (page.more());
        return named;
    }

    private static Removed remove(Work work, String tenant, String actor) {
        TenantSettings keep = work.shelves().tenants().settings(tenant);
        Found found = find(work, tenant);
        found.drafts().forEach(one -> work.shelves().answers().removeAll(tenant, one.seat()));
        for (StoredSnapshot one : found.snapshots()) {
            work.shelves().snapshots().dropSheets(tenant, one.id());
            work.shelves().snapshots().put(tenant, one.withdrawn(work.now()));
        }
        found.answers().forEach(one -> forget(work, tenant, one));
        work.shelves().retention().endLinks(tenant, ago(work, keep.linkDays()));
        work.shelves().retention().sweep(tenant, work.now(), work.now() - DAY_MS);
        work.shelves().keySessions().dropEnded(tenant, work.now(), work.now() - SignIns.IDLE_MS);
        work.shelves().exports().endOld(tenant, work.now() - Exports.LIFE_MS);
        Removed removed = found.removed();
        if (removed.lines() > 0) {
            work.shelves().history().forgetOld(tenant, ago(work, keep.auditDays()), work.now());
        }
        if (!removed.isNothing()) {
            work.shelves()
                    .history()
                    .add(
                            tenant,
                            new HistoryShelf.Line(work.now(), actor, "remove what is old", tenant, counts(removed)));
        }
        return removed;
    }

    /** What one seat said goes; the seat stays, as it says who was asked. */
    private static void forget(Work work, String tenant, Answered one) {
        work.shelves().seats().find(tenant, one.assessment(), one.seat()).ifPresent(seat -> {
            ReleaseErasure.forget(work, tenant, seat);
            work.shelves().answers().removeAll(tenant, one.seat());
            work.shelves().replays().forgetSeat(tenant, one.seat());
        });
    }

    private static String counts(Removed removed) {
        List<String> words = new ArrayList<>();
        removed.byName().forEach((name, count) -> words.add(name + " " + count));
        return String.join(", ", words);
    }
}
