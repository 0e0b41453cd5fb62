package org.moatmark.api.http;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.Moatmark;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.json.ResultWriter;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.Resampling;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One wave a line in, one result or problem a line out, in the same order, in little memory. Over HTTP one line after the
 * other; on the command line one thread reads while the others score and write. Long, since both ways keep one order and one
 * set of faults.
 */
public final class Batch {

    /** Turns waves into lines; used by one thread. */
    public interface Answering {

        /**
         * Writes what a wave gives, without the end of the line.
         *
         * @param wave the wave
         * @param out where to write
         * @throws IOException if the stream refuses
         */
        void answer(Wave wave, OutputStream out) throws IOException;
    }

    /** Makes an {@link Answering} for each thread. */
    public interface Answerer {

        /**
         * One for a thread.
         *
         * @return a new one
         */
        Answering forThread();
    }

    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    /** So many lines, or so many bytes of them, go to a thread at once; more would make answers of half a megabyte. */
    private static final int CHUNK_LINES = 16;

    private static final int CHUNK_BYTES = 256 * 1024;
    private static final int BUFFER = 64 * 1024;

    /** A buffer with more than that is not kept. */
    private static final int LARGEST_SPARE = 1024 * 1024;

    private final Moatmark moatmark;
    private final String language;
    private final int longestLine;
    private final Answerer answerer;
    private long problems;

    /**
     * Scores lines.
     *
     * @param moatmark the questionnaires
     * @param language of problems
     * @param longestLine most bytes of a line
     * @param how seed and runs of the intervals
     */
    public Batch(Moatmark moatmark, String language, int longestLine, Resampling how) {
        this(moatmark, language, longestLine, () -> scoring(moatmark, how));
    }

    /**
     * Does something else with lines; for benchmarks.
     *
     * @param moatmark the questionnaires
     * @param language of problems
     * @param longestLine most bytes of a line
     * @param answerer what is done with the waves
     */
    public Batch(Moatmark moatmark, String language, int longestLine, Answerer answerer) {
        this.moatmark = moatmark;
        this.language = language;
        this.longestLine = longestLine;
        this.answerer = answerer;
    }

    private static Answering scoring(Moatmark moatmark, Resampling how) {
        ResultWriter writer = new ResultWriter();
        return (wave, out) -> writer.write(moatmark.score(wave, how), out);
    }

    /** A line that was read: a wave, or why there is none. */
    private record Read(
            long number, @Nullable Wave wave, @Nullable Halt halt, int bytes) {}

    /**
     * Answers line after line, and at once when nothing more has come in.
     *
     * @param in the lines; not closed
     * @param raw where to write; not closed
     * @return how many lines had problems
     * @throws IOException if a stream fails
     */
    public long run(InputStream in, OutputStream raw) throws IOException {
        return run(in, raw, Lines.Room.ANY);
    }

    /** The same in so much room: a line for which there is none gets a problem, and may be sent again. */
    long run(InputStream in, OutputStream raw, Lines.Room room) throws IOException {
        Lines lines = new Lines(in, longestLine, room);
        Answering answering = answerer.forThread();
        BufferedOutputStream out = new BufferedOutputStream(raw, BUFFER);
        for (Read read = next(lines); read != null; read = next(lines)) {
            answer(read, answering, out);
            if (lines.isIdle()) {
                out.flush();
            }
        }
        out.flush();
        return problems;
    }

    /**
     * Answers with several threads: this one reads and, while the others have enough to do, scores and writes as they do.
     *
     * @param in the lines; not closed
     * @param out where to write; not closed
     * @param threads how many there are, with this one
     * @return how many lines had problems
     * @throws IOException if a stream fails
     */
    public long run(InputStream in, OutputStream out, int threads) throws IOException {
        if (threads < 2) {
            return run(in, out);
        }
        Lines lines = new Lines(in, longestLine, Lines.Room.ANY);
        ThreadLocal<Answering> answering = ThreadLocal.withInitial(answerer::forThread);
        BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
        ExecutorService scorers =
                new ThreadPoolExecutor(threads - 1, threads - 1, 0, TimeUnit.SECONDS, waiting, work -> {
                    Thread thread = new Thread(work, "scoring");
                    thread.setDaemon(true);
                    return thread;
                });
        Deque<Future<ByteArrayOutputStream>> underWay = new ArrayDeque<>();
        Deque<ByteArrayOutputStream> spare = new ArrayDeque<>();
        try {
            List<Read> chunk = chunk(lines);
            while (!chunk.isEmpty()) {
                List<Read> reads = chunk;
                ByteArrayOutputStream answers = spare.isEmpty() ? new ByteArrayOutputStream(4 * BUFFER) : spare.pop();
                if (waiting.size() < threads) {
                    underWay.add(scorers.submit(() -> answers(reads, answering.get(), answers)));
                } else {
                    underWay.add(CompletableFuture.completedFuture(answers(reads, answering.get(), answers)));
                }
                write(underWay, lines.isIdle() ? 0 : 4 * threads, out, spare);
                chunk = chunk(lines);
            }
            write(underWay, 0, out, spare);
            return problems;
        } finally {
            scorers.shutdownNow();
        }
    }

    private List<Read> chunk(Lines lines) throws IOException {
        List<Read> chunk = new ArrayList<>(CHUNK_LINES);
        int bytes = 0;
        while (chunk.size() < CHUNK_LINES && bytes < CHUNK_BYTES) {
            if (!chunk.isEmpty() && lines.isIdle()) {
                break;
            }
            Read read = next(lines);
            if (read == null) {
                break;
            }
            chunk.add(read);
            bytes += read.bytes();
        }
        return chunk;
    }

    private ByteArrayOutputStream answers(List<Read> reads, Answering answering, ByteArrayOutputStream out)
            throws IOException {
        for (Read read : reads) {
            answer(read, answering, out);
        }
        return out;
    }

    /** Writes what is done, and waits until no more than so many chunks are under way; small buffers are used again. */
    private static void write(
            Deque<Future<ByteArrayOutputStream>> underWay,
            int most,
            OutputStream out,
            Deque<ByteArrayOutputStream> spare)
            throws IOException {
        try {
            while (underWay.size() > most
                    || (!underWay.isEmpty() && underWay.peek().isDone())) {
                ByteArrayOutputStream answers = underWay.remove().get();
                answers.writeTo(out);
                if (answers.size() <= LARGEST_SPARE) {
                    answers.reset();
                    spare.push(answers);
                }
            }
            if (underWay.isEmpty()) {
                out.flush();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("The batch was interrupted.", interrupted);
        } catch (ExecutionException failed) {
            throw new IOException("A part of the batch failed.", failed.getCause());
        }
    }

    /** The next line that says something; null after the last. */
    private @Nullable Read next(Lines lines) throws IOException {
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            if (lines.wasTooLong() || lines.hadNoRoom()) {
                problems++;
                Halt why = lines.wasTooLong() ? tooLong() : Halt.of(Slug.BUSY);
                return new Read(lines.number(), null, why, 0);
            }
            if (!isBlank(line)) {
                return read(line, lines.number());
            }
        }
        return null;
    }

    private Read read(byte[] line, long number) {
        try {
            Checked<Wave> wave = moatmark.readWave(line);
            if (wave instanceof Checked.Invalid<Wave> invalid) {
                problems++;
                Halt halt = Halt.of(Problems.invalid(invalid.issues()), invalid.issues());
                return new Read(number, null, halt, line.length);
            }
            return new Read(number, wave.orThrow(), null, line.length);
        } catch (RuntimeException defect) {
            problems++;
            LOG.error("Line {} of a batch failed.", number, defect);
            return new Read(number, null, Problems.halt(defect), line.length);
        }
    }

    private Halt tooLong() {
        int most = longestLine / 1024;
        return Halt.of(
                Slug.PAYLOAD_TOO_LARGE, "The line is larger than " + most + " KiB.", "行が" + most + " KiBを超えています。");
    }

    private void answer(Read read, Answering answering, OutputStream out) throws IOException {
        if (read.halt() != null) {
            problem(read.halt(), read.number(), out);
        } else if (read.wave() != null) {
            try {
                answering.answer(read.wave(), out);
            } catch (RuntimeException defect) {
                // One bad line must not cost the others; a result is written in one piece, so nothing of it is out yet.
                LOG.error("Line {} of a batch failed.", read.number(), defect);
                problem(Problems.halt(defect), read.number(), out);
            }
        }
        out.write('\n');
    }

    private void problem(Halt halt, long number, OutputStream out) throws IOException {
        Members problem = Problems.document(halt, language, null).put("line", number);
        out.write(JsonText.of(problem.done()).getBytes(StandardCharsets.UTF_8));
    }

    static boolean isBlank(byte[] line) {
        for (byte one : line) {
            if (one != ' ' && one != '\t' && one != '\r') {
                return false;
            }
        }
        return true;
    }
}
