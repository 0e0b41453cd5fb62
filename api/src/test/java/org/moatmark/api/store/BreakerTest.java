package org.moatmark.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Nobody waits for a server that is away, and nobody is sent away for a fault that passes by itself. */
class BreakerTest {

    private static final StoreFault LOST = StoreFault.of(new SQLException("connection lost", "08006"));
    private static final StoreFault OWN = StoreFault.of(new SQLException("no space", "53100"));

    private final AtomicInteger knocks = new AtomicInteger();
    private final AtomicBoolean back = new AtomicBoolean();

    private Breaker breaker() {
        return new Breaker(() -> {
            knocks.incrementAndGet();
            return back.get();
        });
    }

    private static void until(BooleanSupplier holds) throws InterruptedException {
        for (int i = 0; i < 1_000 && !holds.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }

    private static boolean isOpen(Breaker breaker) {
        try {
            breaker.pass();
            return false;
        } catch (StoreFault away) {
            return true;
        }
    }

    @Test
    void a_connection_that_is_lost_while_others_do_well_closes_nothing() {
        Breaker breaker = breaker();
        breaker.well();
        breaker.failed(LOST);

        assertThatCode(breaker::pass).doesNotThrowAnyException();
        assertThat(knocks).hasValue(0);
    }

    @Test
    void after_two_seconds_without_a_good_end_all_are_told_at_once_until_somebody_answers_the_knock() throws Exception {
        Breaker breaker = breaker();
        Thread.sleep(2_050);
        breaker.failed(OWN);
        assertThat(isOpen(breaker)).as("a fault of the statement").isFalse();

        breaker.failed(LOST);
        breaker.failed(LOST);
        assertThatThrownBy(breaker::pass)
                .isInstanceOfSatisfying(
                        StoreFault.class, fault -> assertThat(fault.kind()).isEqualTo(LOST.kind()));
        until(() -> knocks.get() >= 2);
        assertThat(isOpen(breaker)).isTrue();

        back.set(true);
        until(() -> !isOpen(breaker));
        int last = knocks.get();
        breaker.failed(LOST);
        assertThat(isOpen(breaker)).as("it was good a moment ago").isFalse();
        assertThat(knocks).hasValue(last);
        breaker.close();
    }
}
