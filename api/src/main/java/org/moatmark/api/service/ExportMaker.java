package org.moatmark.api.service;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.moatmark.api.store.ExportShelf.Job;
import org.moatmark.api.store.ExportShelf.Status;
import org.moatmark.api.store.Hold;
import org.moatmark.api.store.Ids;
import org.moatmark.api.store.StoreFault;
import org.moatmark.api.store.StoredKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes exports, one after the other. One process makes an export: it claims it and is heard of with each piece. What a
 * process left behind when it ended is made anew by the next one that somebody asks for it; after three attempts it has
 * failed.
 */
final class ExportMaker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ExportMaker.class);
    private static final long SILENT_MS = 120_000;
    private static final int WAITING = 32;
    private static final int ATTEMPTS = 3;
    private static final int TRIES = 5;

    private final Desk desk;
    private final boolean shared;
    private final Results results;
    private final Releases releases;
    private final Questionnaires questionnaires;
    private final Map<String, ExportFormat> formats;
    private final String self = Ids.next();
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor maker;

    ExportMaker(
            Desk desk,
            boolean shared,
            Results results,
            Releases releases,
            Questionnaires questionnaires,
            Map<String, ExportFormat> formats) {
        this.desk = desk;
        this.shared = shared;
        this.results = results;
        this.releases = releases;
        this.questionnaires = questionnaires;
        this.formats = formats;
        this.maker = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> {
            // One thread of the lowest rank: whoever answers is not kept waiting.
            Thread thread = new Thread(work, "exports");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
        });
    }

    /** Whether no further export can wait. */
    boolean isFull() {
        return maker.getQueue().remainingCapacity() == 0;
    }

    /** Makes an export, if it waits for that. Asking again does no harm. */
    void make(String tenant, Job job) {
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
        ExportPieces pieces = new ExportPieces((place, bytes) -> keep(tenant, job.id(), place, bytes));
        ExportFormat format = Objects.requireNonNull(formats.get(job.format()));
        try (pieces) {
            desk.read(tenant, work -> {
                Caller.KeyHolder who = creator(work, tenant, job);
                Exports.mayExport(work, who, job.assessment());
                return unchecked(() -> format.write(
                        new ExportSource(work, who, job.assessment(), results, releases, questionnaires), pieces));
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        patiently(() -> desk.write(Hold.tenant(tenant), work -> {
            Job now = own(work, tenant, job.id())
                    .orElseThrow(Refused::notFound)
                    .done(work.now(), pieces.size(), pieces.hash());
            work.shelves().exports().put(tenant, now);
            return now;
        }));
    }

    private void keep(String tenant, String id, int place, byte[] bytes) throws IOException {
        patiently(() -> desk.write(Hold.tenant(tenant), work -> {
            Job job = own(work, tenant, id).orElseThrow(Refused::notFound);
            work.shelves().exports().addPiece(tenant, job.id(), place, bytes, work.now());
            return job;
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
    private Optional<Job> own(Work work, String tenant, String id) {
        return work.shelves()
                .exports()
                .find(tenant, id)
                .filter(job -> job.status() == Status.RUNNING && self.equals(job.claimedBy()));
    }

    private void fail(String tenant, String id) {
        try {
            patiently(() -> desk.write(Hold.tenant(tenant), work -> {
                own(work, tenant, id).ifPresent(job -> {
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

    /** Makes nothing more. */
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
