package org.moatmark.api.faults;

import java.time.Duration;

/** Waits for something to become true. */
final class Until {

    private Until() {}

    /** What is waited for. */
    interface Question {
        boolean yes() throws Exception;
    }

    /** Whether it became true in time. */
    static boolean holds(Duration patience, Question question) throws InterruptedException {
        return took(patience, question).compareTo(patience) < 0;
    }

    /** How long it took; the patience itself if it did not come true. */
    static Duration took(Duration patience, Question question) throws InterruptedException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < patience.toNanos()) {
            if (asked(question)) {
                return Duration.ofNanos(System.nanoTime() - start);
            }
            Thread.sleep(10);
        }
        return patience;
    }

    private static boolean asked(Question question) throws InterruptedException {
        try {
            return question.yes();
        } catch (InterruptedException told) {
            throw told;
        } catch (Exception notYet) {
            return false;
        }
    }
}
