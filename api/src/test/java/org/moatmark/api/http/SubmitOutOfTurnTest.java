package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.StackWalker.StackFrame;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.moatmark.api.store.Store;

/**
 * What a submit is told is put into words when its turn to write is over, so that others need not wait for words. The clock
 * sees it: a seat is put into words with the day, and the stack of who asks for it tells whether a transaction is under way.
 */
class SubmitOutOfTurnTest {

    private static final Watch CLOCK = new Watch();

    @RegisterExtension
    static final Served SERVED = Served.at(CLOCK);

    private final Http http;
    private final World world;

    SubmitOutOfTurnTest(Http http, World world) {
        this.http = http;
        this.world = world;
    }

    /** A clock that remembers of each time it was looked at for the words of a seat whether that was in a transaction. */
    private static final class Watch extends Turned {
        private final List<Boolean> inTransaction = new CopyOnWriteArrayList<>();

        Watch() {
            super("2026-11-01T00:00:00Z");
        }

        @Override
        public Instant instant() {
            List<StackFrame> frames = StackWalker.getInstance().walk(stack -> stack.toList());
            if (frames.stream().anyMatch(Watch::putsIntoWords)) {
                inTransaction.add(
                        frames.stream().anyMatch(frame -> frame.getClassName().equals(Store.class.getName())));
            }
            return super.instant();
        }

        private static boolean putsIntoWords(StackFrame frame) {
            return frame.getClassName().equals(RespondentRoutes.class.getName())
                    && frame.getMethodName().equals("place");
        }
    }

    private List<Boolean> submitted(String key) {
        World.Seat seat = world.seat(world.open());
        World.expect(
                200,
                http.ask("PATCH", "/v1/seat/answers/" + World.MLM)
                        .bearer(seat.token())
                        .with("If-Match", "*")
                        .patch("{\"answers\":{\"M1.1b\":{\"value\":50}}}")
                        .send());
        CLOCK.inTransaction.clear();
        Http.Ask submit = http.ask("POST", "/v1/seat/submit").bearer(seat.token());
        World.expect(
                200,
                key.isEmpty()
                        ? submit.send()
                        : submit.with("Idempotency-Key", key).send());
        return List.copyOf(CLOCK.inTransaction);
    }

    @Test
    void nobody_waits_for_the_words_that_a_submit_is_told() {
        assertThat(submitted("")).containsExactly(false);
    }

    @Test
    void the_words_that_are_kept_with_the_deed_are_found_before_it_ends() {
        assertThat(submitted("\"once\"")).containsExactly(true);
    }
}
