package org.moatmark.api.service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.store.ExportShelf.Job;
import org.moatmark.api.store.ExportShelf.Status;
import org.moatmark.api.store.Ids;
import org.moatmark.api.store.Page;
import org.moatmark.api.store.TenantShelf;

/**
 * Exports: asked for now, made by one thread of some process, fetched within an hour by whoever asked for them.
 *
 * <p>What is asked for and what came of it is in the database, so that every process can tell and hand it out. An erasure
 * ends all exports of its tenant.
 */
public final class Exports implements AutoCloseable {

    /** How long an export can be fetched. */
    public static final long LIFE_MS = 3_600_000;

    private static final int OF_A_TENANT = 8;

    private final Map<String, ExportFormat> formats = new LinkedHashMap<>();
    private final ExportMaker maker;

    /**
     * Makes exports.
     *
     * @param desk where work begins
     * @param shared whether other processes may make exports of the same database
     * @param results where answers come together
     * @param releases what is shown of confidential assessments
     * @param questionnaires what was asked
     * @param formats what exports can be, the usual one first
     */
    public Exports(
            Desk desk,
            boolean shared,
            Results results,
            Releases releases,
            Questionnaires questionnaires,
            List<ExportFormat> formats) {
        formats.forEach(format -> this.formats.put(format.word(), format));
        this.maker = new ExportMaker(desk, shared, results, releases, questionnaires, this.formats);
    }

    /**
     * The words of the formats.
     *
     * @return the usual one first
     */
    public List<String> words() {
        return List.copyOf(formats.keySet());
    }

    /**
     * The format of an export.
     *
     * @param job an export
     * @return its format
     */
    public ExportFormat format(Job job) {
        ExportFormat format = formats.get(job.format());
        if (format == null) {
            throw Refused.notFound();
        }
        return format;
    }

    /**
     * Asks for an export. {@link #make} comes after the transaction.
     *
     * @param work the transaction
     * @param who an owner, or an analyst to whom the assessment is granted
     * @param assessment of which assessment, or null for all of the tenant
     * @param format one of {@link #words}
     * @return the export, which waits
     */
    public Job ask(Work work, Caller.KeyHolder who, @Nullable String assessment, String format) {
        mayExport(work, who, assessment);
        work.shelves().exports().endOld(who.tenant(), work.now() - LIFE_MS);
        boolean full = work.shelves().exports().unfinished(who.tenant()) >= OF_A_TENANT || maker.isFull();
        if (full) {
            throw Refused.because(
                    Refused.Reason.BUSY,
                    "So many exports are being made that another one has to wait. Ask again in a moment.",
                    "多くのエクスポートを作成中です。少し待ってからもう一度依頼してください。");
        }
        Job job = new Job(
                Ids.next(),
                who.id(),
                who.holder(),
                assessment,
                format,
                Status.QUEUED,
                work.now(),
                0,
                null,
                null,
                null,
                null,
                null);
        work.shelves().exports().put(who.tenant(), job);
        work.log(who, "ask for export", assessment == null ? who.tenant() : assessment, format);
        return job;
    }

    static void mayExport(Work work, Caller.KeyHolder who, @Nullable String assessment) {
        if (assessment != null) {
            new Rights().require(work, who, Right.EXPORT, new Thing(Thing.Kind.ASSESSMENT, assessment));
        } else if (who.scope() != Scope.OWNER) {
            throw Refused.forbidden(
                    "Only an owner exports all of the tenant; name an assessment that is granted to this key.",
                    "テナント全体をエクスポートできるのは所有者だけです。このキーに権限のある診断を指定してください。");
        }
    }

    /**
     * One export of the caller's own.
     *
     * @param work the transaction
     * @param who who asked for it
     * @param id which
     * @return the export as it is now
     */
    public Job get(Work work, Caller.KeyHolder who, String id) {
        return work.shelves()
                .exports()
                .find(who.tenant(), id)
                .filter(job -> job.holder().equals(who.holder()))
                .map(job -> asOf(job, work.now()))
                .orElseThrow(Refused::notFound);
    }

    /**
     * Whose data an export holds: a company's, or all of the tenant.
     *
     * @param work the transaction
     * @param who who asked for it
     * @param job the export
     * @return the name of the company or of the tenant; the empty string of one that is there no more
     */
    public String subject(Work work, Caller.KeyHolder who, Job job) {
        String assessment = job.assessment();
        return assessment == null
                ? work.shelves()
                        .tenants()
                        .find(who.tenant())
                        .map(TenantShelf.Kept::name)
                        .orElse("")
                : work.shelves()
                        .assessments()
                        .find(who.tenant(), assessment)
                        .flatMap(one -> work.shelves().companies().find(who.tenant(), one.company()))
                        .map(company -> company.facts().name())
                        .orElse("");
    }

    private static Job asOf(Job job, long now) {
        Long finished = job.finishedMs();
        boolean over = job.status() == Status.DONE && finished != null && now - finished >= LIFE_MS;
        return over ? job.with(Status.GONE) : job;
    }

    /**
     * The exports of the caller's own, in the order in which they were asked for.
     *
     * @param work the transaction
     * @param who who asked for them
     * @param after id after which the page starts, or the empty string
     * @param limit how many
     * @return a page
     */
    public Page<Job> list(Work work, Caller.KeyHolder who, String after, int limit) {
        Page<Job> page = work.shelves().exports().list(who.tenant(), who.holder(), after, limit);
        return new Page<>(
                page.items().stream().map(job -> asOf(job, work.now())).toList(), page.more());
    }

    /**
     * Gives an export up, whether it is made or not.
     *
     * @param work the transaction
     * @param who who asked for it
     * @param id which
     * @param seen the versions that the caller has seen
     */
    public void cancel(Work work, Caller.KeyHolder who, String id, Precondition seen) {
        Job job = get(work, who, id);
        seen.require(version(job));
        work.shelves().exports().dropPieces(who.tenant(), id);
        work.shelves().exports().put(who.tenant(), job.with(Status.GONE));
    }

    /**
     * What changes whenever an export is further than before.
     *
     * @param job an export
     * @return its version
     */
    public static long version(Job job) {
        return job.attempts() * 10L + job.status().ordinal() + 1;
    }

    /**
     * A piece of an export that is fetched.
     *
     * @param work the transaction
     * @param who who asked for it
     * @param id which
     * @param number its place, from 0
     * @return its bytes; empty after the last
     * @throws Refused if it is not done, or was and is gone
     */
    public Optional<byte[]> piece(Work work, Caller.KeyHolder who, String id, int number) {
        Job job = get(work, who, id);
        if (job.status() == Status.GONE) {
            throw Refused.because(
                    Refused.Reason.GONE,
                    "This export is over: it could be fetched for an hour, and no longer than until something was erased.",
                    "このエクスポートは終了しました。取得できるのは1時間以内で、消去が行われるまでの間だけです。");
        } else if (job.status() != Status.DONE) {
            throw Refused.because(
                    Refused.Reason.CONFLICT,
                    "This export is '" + job.status().word() + "'; it can be fetched once it is 'done'.",
                    "このエクスポートの状態は「" + job.status().word() + "」です。「done」になると取得できます。");
        }
        return work.shelves().exports().piece(who.tenant(), id, number);
    }

    /**
     * Sees to it that an export is made, if it waits for that. Asking again does no harm.
     *
     * @param tenant whose
     * @param job the export as it was seen last
     */
    public void make(String tenant, Job job) {
        maker.make(tenant, job);
    }

    /** Makes nothing more; what was begun is made anew after the next start. */
    @Override
    public void close() {
        maker.close();
    }
}
