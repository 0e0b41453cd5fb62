package org.moatmark.api.service;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.store.ExportShelf.Job;
import org.moatmark.api.store.ExportShelf.Status;
import org.moatmark.api.store.Hold;
import org.moatmark.api.store.Ids;
import org.moatmark.api.store.Page;
import org.moatmark.api.store.StoreFault;
import org.moatmark.api.store.StoredKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Exports: asked for now, made by one thread of some process, fetched within an hour by whoever asked for them.
 *
 * <p>What is asked for and what came of it is in the database, so that every process can tell and hand it out. One process
 * makes an export: it claims it and is heard of with each piece. What a process left behind when it ended is made anew by
 * the next one that somebody asks for it; after three attempts it has failed. An erasure ends all exports of its tenant.
 */
public final class Exports implements AutoCloseable {

    /** How long an export can be fetched. */
    public static final long LIFE_MS = 3_600_000;

    private static final Logger LOG = LoggerFactory.getLogger(Exports.class);
    private static final long SILENT_MS = 120_000;
    private static final int OF_A_TENANT = 8;
    private static final int OF_A_PROCESS = 32;
    private static final int ATTEMPTS = 3;
    private static final int PIECE = 256 * 1024;
    private static final int TRIES = 5;

    private final Desk desk;
    private final boolean shared;
    private final Results results;
    private final Releases releases;
    private final Map<String, ExportFormat> formats = new LinkedHashMap<>();
    private final String self = Ids.next();
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor maker;

    /**
     * Makes exports.
     *
     * @param desk where work begins
     * @param shared whether other processes may make exports of the same database
     * @param results where answers come together
     * @param releases what is shown of confidential assessments
     * @param formats what exports can be, the usual one first
     */
    public Exports(Desk desk, boolean shared, Results results, Releases releases, List<ExportFormat> formats) {
        this.desk = desk;
        this.shared = shared;
        this.results = results;
        this.releases = releases;
        formats.forEach(format -> this.formats.put(format.word(), format));
        this.maker = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(OF_A_PROCESS), work -> {
            // One thread of the lowest rank: whoever answers is not kept waiting.
            Thread thread = new Thread(work, "exports");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
        });
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
        boolean full = work.shelves().exports().unfinished(who.tenant()) >= OF_A_TENANT
                || maker.getQueue().remainingCapacity() == 0;
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

    private static void mayExport(Work work, Caller.KeyHolder who, @Nullable String assessment) {
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
        if (!waits(job, desk.now()) || !known.add(job.id())) {
            return;
        }
        try {
            maker.execute(() -> made(tenant, job.id()));
        } catch (RejectedExecutionException full) {
            // It stays queued; who looks after it next has it made.
            known.remove(job.id());
        }
    }

    private boolean waits(Job job, long now) {
        if (job.status() == Status.QUEUED) {
            return true;
        }
        Long beat = job.beatMs();
        boolean silent = !shared || beat == null || now - beat > SILENT_MS;
        return job.status() == Status.RUNNING && silent && !self.equals(job.claimedBy());
    }

    private void made(String tenant, String id) {
        try {
            Optional<Job> claimed = patiently(() -> desk.write(Hold.tenant(tenant), work -> claim(work, tenant, id)));
            if (claimed.isPresent()) {
                write(tenant, claimed.get());
            }
        } catch (IOException | RuntimeException failed) {
            // What the end of the program broke off is made by the next.
            if (!maker.isShutdown()) {
                LOG.warn("An export could not be made: {}.", failed.getClass().getSimpleName());
                fail(tenant, id);
            }
        } finally {
            known.remove(id);
        }
    }

    private Optional<Job> claim(Work work, String tenant, String id) {
        Job job = work.shelves().exports().find(tenant, id).orElse(null);
        if (job == null || !waits(job, work.now())) {
            return Optional.empty();
        }
        work.shelves().exports().dropPieces(tenant, id);
        Job next = job.attempts() < ATTEMPTS ? job.claimed(self, work.now()) : job.with(Status.FAILED);
        work.shelves().exports().put(tenant, next);
        return next.status() == Status.RUNNING ? Optional.of(next) : Optional.empty();
    }

    private void write(String tenant, Job job) throws IOException {
        Pieces pieces = new Pieces(tenant, job.id());
        ExportFormat format = format(job);
        try (pieces) {
            desk.read(tenant, work -> {
                Caller.KeyHolder who = creator(work, tenant, job);
                mayExport(work, who, job.assessment());
                return unchecked(
                        () -> format.write(new ExportSource(work, who, job.assessment(), results, releases), pieces));
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        patiently(() -> desk.write(Hold.tenant(tenant), work -> {
            Job now = own(work, tenant, job.id()).done(work.now(), pieces.size, pieces.hash());
            work.shelves().exports().put(tenant, now);
            return now;
        }));
    }

    /** Who asked for it, if the key is good still. */
    private static Caller.KeyHolder creator(Work work, String tenant, Job job) {
        StoredKey key = work.shelves()
                .keys()
                .find(tenant, job.key())
                .filter(one -> one.live(work.now()))
                .orElseThrow(Refused::unauthenticated);
        return new Caller.KeyHolder(tenant, key.id(), key.holder(), Scope.of(key.scope()), Seal.of(key.id()));
    }

    /** The export, if this process still works on it. */
    private Job own(Work work, String tenant, String id) {
        return work.shelves()
                .exports()
                .find(tenant, id)
                .filter(job -> job.status() == Status.RUNNING && self.equals(job.claimedBy()))
                .orElseThrow(Refused::notFound);
    }

    private void fail(String tenant, String id) {
        try {
            patiently(() -> desk.write(Hold.tenant(tenant), work -> {
                work.shelves()
                        .exports()
                        .find(tenant, id)
                        .filter(job -> job.status() == Status.RUNNING && self.equals(job.claimedBy()))
                        .ifPresent(job -> {
                            work.shelves().exports().dropPieces(tenant, id);
                            work.shelves().exports().put(tenant, job.with(Status.FAILED));
                        });
                return id;
            }));
        } catch (IOException | RuntimeException notNow) {
            LOG.warn(
                    "That an export failed could not be kept: {}.",
                    notNow.getClass().getSimpleName());
        }
    }

    private interface Attempt<T> {
        T run();
    }

    /** The database may be busy for a while; there is no hurry. */
    private static <T> T patiently(Attempt<T> attempt) throws IOException {
        for (int i = 1; ; i++) {
            try {
                return attempt.run();
            } catch (StoreFault busy) {
                if (i == TRIES) {
                    throw busy;
                }
                pause(i * 200L);
            }
        }
    }

    private static void pause(long ms) throws IOException {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The program ends.");
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private static Step unchecked(Step step) {
        try {
            step.run();
            return step;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Cuts what is written into pieces and keeps each in a transaction of its own. */
    private final class Pieces extends OutputStream {
        private final String tenant;
        private final String job;
        private final byte[] piece = new byte[PIECE];
        private final MessageDigest digest = sha256();
        private int filled;
        private int number;
        private long size;

        Pieces(String tenant, String job) {
            this.tenant = tenant;
            this.job = job;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int at = from;
            int left = length;
            while (left > 0) {
                int part = Math.min(left, PIECE - filled);
                System.arraycopy(bytes, at, piece, filled, part);
                filled += part;
                at += part;
                left -= part;
                if (filled == PIECE) {
                    keep();
                }
            }
        }

        private void keep() throws IOException {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("The program ends.");
            }
            byte[] bytes = Arrays.copyOf(piece, filled);
            int place = number;
            patiently(() -> desk.write(Hold.tenant(tenant), work -> {
                own(work, tenant, job);
                work.shelves().exports().addPiece(tenant, job, place, bytes, work.now());
                return place;
            }));
            digest.update(bytes);
            size += filled;
            number++;
            filled = 0;
        }

        private String hash() {
            return HexFormat.of().formatHex(digest.digest());
        }

        @Override
        public void close() throws IOException {
            if (filled > 0) {
                keep();
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256.", missing);
        }
    }

    /** Makes nothing more; what was begun is made anew after the next start. */
    @Override
    public void close() {
        maker.shutdownNow();
        try {
            if (!maker.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("An export was still being made when the program ended.");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
