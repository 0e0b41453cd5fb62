package org.moatmark.api.store;

import static org.moatmark.api.store.db.tables.ExportJob.EXPORT_JOB;
import static org.moatmark.api.store.db.tables.ExportPiece.EXPORT_PIECE;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Exports that were asked for, and what came of them in pieces. */
public final class ExportShelf {

    private final DSLContext sql;

    ExportShelf(DSLContext sql) {
        this.sql = sql;
    }

    /** How far an export is. */
    public enum Status {
        /** Nobody works on it yet. */
        QUEUED,
        /** A process works on it. */
        RUNNING,
        /** It can be fetched. */
        DONE,
        /** It could not be made. */
        FAILED,
        /** It was there, and is not any more. */
        GONE;

        /**
         * The word in documents.
         *
         * @return the word
         */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An export.
     *
     * @param id its id
     * @param key id of the key that asked for it
     * @param holder who holds that key: nobody else sees the export
     * @param assessment of which assessment, or null for all of the tenant
     * @param format in which format
     * @param status how far it is
     * @param createdMs when it was asked for
     * @param attempts how often somebody began to make it
     * @param claimedBy which process works on it, or null
     * @param beatMs when that process was last heard of, or null
     * @param finishedMs when it was done, or null
     * @param size bytes, or null before it is done
     * @param sha256 of all bytes, or null before it is done
     */
    public record Job(
            String id,
            String key,
            String holder,
            @Nullable String assessment,
            String format,
            Status status,
            long createdMs,
            int attempts,
            @Nullable String claimedBy,
            @Nullable Long beatMs,
            @Nullable Long finishedMs,
            @Nullable Long size,
            @Nullable String sha256) {

        /**
         * The same with another status.
         *
         * @param other how far it is now
         * @return the export
         */
        public Job with(Status other) {
            return next(other, attempts, claimedBy, beatMs, finishedMs, size, sha256);
        }

        /**
         * The same, begun once more.
         *
         * @param by which process works on it
         * @param now the time
         * @return the export
         */
        public Job claimed(String by, long now) {
            return next(Status.RUNNING, attempts + 1, by, now, null, null, null);
        }

        /**
         * The same, done.
         *
         * @param now the time
         * @param bytes how many bytes
         * @param hash SHA-256 of them
         * @return the export
         */
        public Job done(long now, long bytes, String hash) {
            return next(Status.DONE, attempts, claimedBy, now, now, bytes, hash);
        }

        private Job next(
                Status now,
                int begun,
                @Nullable String by,
                @Nullable Long beat,
                @Nullable Long finished,
                @Nullable Long bytes,
                @Nullable String hash) {
            return new Job(id, key, holder, assessment, format, now, createdMs, begun, by, beat, finished, bytes, hash);
        }
    }

    /**
     * Adds an export, or replaces what is kept of it.
     *
     * @param tenant whose
     * @param job the export
     */
    public void put(String tenant, Job job) {
        var row = sql.newRecord(EXPORT_JOB);
        row.set(EXPORT_JOB.TENANT_ID, tenant);
        row.set(EXPORT_JOB.ID, job.id());
        row.set(EXPORT_JOB.KEY_ID, job.key());
        row.set(EXPORT_JOB.HOLDER_ID, job.holder());
        row.set(EXPORT_JOB.ASSESSMENT_ID, job.assessment());
        row.set(EXPORT_JOB.FORMAT, job.format());
        row.set(EXPORT_JOB.STATUS, job.status().word());
        row.set(EXPORT_JOB.CREATED_MS, job.createdMs());
        row.set(EXPORT_JOB.ATTEMPTS, (long) job.attempts());
        row.set(EXPORT_JOB.CLAIMED_BY, job.claimedBy());
        row.set(EXPORT_JOB.BEAT_MS, job.beatMs());
        row.set(EXPORT_JOB.FINISHED_MS, job.finishedMs());
        row.set(EXPORT_JOB.SIZE, job.size());
        row.set(EXPORT_JOB.SHA256, job.sha256());
        sql.insertInto(EXPORT_JOB)
                .set(row)
                .onConflict(EXPORT_JOB.TENANT_ID, EXPORT_JOB.ID)
                .doUpdate()
                .set(row)
                .execute();
    }

    /**
     * One export.
     *
     * @param tenant whose
     * @param id which
     * @return the export
     */
    public Optional<Job> find(String tenant, String id) {
        return sql.selectFrom(EXPORT_JOB)
                .where(EXPORT_JOB.TENANT_ID.eq(tenant), EXPORT_JOB.ID.eq(id))
                .fetchOptional(ExportShelf::read);
    }

    /**
     * The exports of one holder in the order in which they were asked for.
     *
     * @param tenant whose
     * @param holder who asked for them
     * @param after id after which the page starts, or the empty string
     * @param limit how many
     * @return a page
     */
    public Page<Job> list(String tenant, String holder, String after, int limit) {
        return Page.of(
                sql.selectFrom(EXPORT_JOB)
                        .where(
                                EXPORT_JOB.TENANT_ID.eq(tenant),
                                EXPORT_JOB.HOLDER_ID.eq(holder),
                                EXPORT_JOB.ID.gt(after))
                        .orderBy(EXPORT_JOB.ID)
                        .limit(limit + 1)
                        .fetch(ExportShelf::read),
                limit);
    }

    /**
     * How many exports of a tenant are not finished.
     *
     * @param tenant whose
     * @return those that wait and those that are worked on
     */
    public int unfinished(String tenant) {
        return sql.fetchCount(EXPORT_JOB, EXPORT_JOB.TENANT_ID.eq(tenant), EXPORT_JOB.STATUS.in("queued", "running"));
    }

    /**
     * Adds a piece.
     *
     * @param tenant whose
     * @param job of which export
     * @param number its place, from 0
     * @param bytes what is in it
     * @param now when the process is heard of by this
     */
    public void addPiece(String tenant, String job, int number, byte[] bytes, long now) {
        sql.insertInto(EXPORT_PIECE)
                .set(EXPORT_PIECE.TENANT_ID, tenant)
                .set(EXPORT_PIECE.JOB_ID, job)
                .set(EXPORT_PIECE.NUMBER, (long) number)
                .set(EXPORT_PIECE.BYTES, bytes)
                .execute();
        sql.update(EXPORT_JOB)
                .set(EXPORT_JOB.BEAT_MS, now)
                .where(EXPORT_JOB.TENANT_ID.eq(tenant), EXPORT_JOB.ID.eq(job))
                .execute();
    }

    /**
     * One piece.
     *
     * @param tenant whose
     * @param job of which export
     * @param number its place, from 0
     * @return its bytes; empty after the last, and where they are gone
     */
    public Optional<byte[]> piece(String tenant, String job, int number) {
        return sql.select(EXPORT_PIECE.BYTES)
                .from(EXPORT_PIECE)
                .where(EXPORT_PIECE.TENANT_ID.eq(tenant), EXPORT_PIECE.JOB_ID.eq(job), EXPORT_PIECE.NUMBER.eq((long)
                        number))
                .fetchOptional(EXPORT_PIECE.BYTES);
    }

    /**
     * Drops the pieces of one export.
     *
     * @param tenant whose
     * @param job of which export
     */
    public void dropPieces(String tenant, String job) {
        sql.deleteFrom(EXPORT_PIECE)
                .where(EXPORT_PIECE.TENANT_ID.eq(tenant), EXPORT_PIECE.JOB_ID.eq(job))
                .execute();
    }

    /**
     * Ends all exports of a tenant, those that are being made among them, with all their pieces.
     *
     * @param tenant whose
     */
    public void endAll(String tenant) {
        end(tenant, EXPORT_JOB.STATUS.in("queued", "running", "done"));
    }

    /**
     * Ends exports that were done some time ago, with their pieces.
     *
     * @param tenant whose
     * @param before epoch milliseconds
     */
    public void endOld(String tenant, long before) {
        end(tenant, EXPORT_JOB.STATUS.eq("done").and(EXPORT_JOB.FINISHED_MS.lt(before)));
    }

    private void end(String tenant, Condition which) {
        List<String> jobs = sql.select(EXPORT_JOB.ID)
                .from(EXPORT_JOB)
                .where(EXPORT_JOB.TENANT_ID.eq(tenant), which)
                .fetch(EXPORT_JOB.ID);
        for (String job : jobs) {
            dropPieces(tenant, job);
            sql.update(EXPORT_JOB)
                    .set(EXPORT_JOB.STATUS, "gone")
                    .where(EXPORT_JOB.TENANT_ID.eq(tenant), EXPORT_JOB.ID.eq(job))
                    .execute();
        }
    }

    private static Job read(Record row) {
        return new Job(
                row.get(EXPORT_JOB.ID),
                row.get(EXPORT_JOB.KEY_ID),
                row.get(EXPORT_JOB.HOLDER_ID),
                row.get(EXPORT_JOB.ASSESSMENT_ID),
                row.get(EXPORT_JOB.FORMAT),
                Status.valueOf(row.get(EXPORT_JOB.STATUS).toUpperCase(Locale.ROOT)),
                row.get(EXPORT_JOB.CREATED_MS),
                row.get(EXPORT_JOB.ATTEMPTS).intValue(),
                row.get(EXPORT_JOB.CLAIMED_BY),
                row.get(EXPORT_JOB.BEAT_MS),
                row.get(EXPORT_JOB.FINISHED_MS),
                row.get(EXPORT_JOB.SIZE),
                row.get(EXPORT_JOB.SHA256));
    }
}
