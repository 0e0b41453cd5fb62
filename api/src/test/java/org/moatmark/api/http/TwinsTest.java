package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.moatmark.api.Running;

/**
 * Random organisations live twice through the same confidential assessment, in a tenant each. In the second life the
 * people of every group have exchanged what they answer as one of many, and those who are not counted yet answer
 * something else altogether. After every step every role calls every address that can be read, over HTTP, and all that
 * comes back is compared: status, headers, length and body, to the byte but for ids. So whatever anybody reads, in
 * whatever order or shape, fits an organisation in which each protected answer is another one.
 *
 * <p>One organisation in every build; {@code .ci/attack} takes more. Counts are left in {@code target/twins.txt}.
 */
@Tag("once")
class TwinsTest {

    private static final int ORGANISATIONS = Integer.getInteger("moatmark.twins", 1);
    private static final long FIRST = Long.getLong("moatmark.twins.first", 1);

    /** Goes on by a minute with every step, the same for both lives. */
    private static final Turned CLOCK = new Turned("2026-11-01T00:00:00Z");

    private long compared;
    private long exchanged;
    private int steps;

    @Test
    void what_one_of_many_answers_changes_no_byte_of_anything_that_anybody_reads() throws IOException {
        try (Running server = Running.start(Running.WIDE, CLOCK, Running.OWNER)) {
            for (long seed = FIRST; seed < FIRST + ORGANISATIONS; seed++) {
                live(server, seed);
            }
        }
        Files.writeString(
                Path.of("target", "twins.txt"),
                ORGANISATIONS + (ORGANISATIONS == 1 ? " organisation" : " organisations") + " lived twice, " + steps
                        + " steps, " + compared + " answers compared, " + exchanged
                        + " protected answers were others\n");
        assertThat(compared).as("answers compared").isGreaterThan(500L * ORGANISATIONS);
        assertThat(exchanged).as("protected answers exchanged").isGreaterThan(20L * ORGANISATIONS);
    }

    private void live(Running server, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int k = 3 + random.nextInt(2);
        boolean departments = random.nextBoolean();
        List<Twin> twins = List.of(new Twin(server, 0, k, departments), new Twin(server, 1, k, departments));
        int first = k + random.nextInt(3);
        int second = k + random.nextInt(2);
        step(seed, twins, true, twin -> {
            twin.seats(first, "H", "Sales");
            twin.seats(second, "G", "Plant");
            twin.seats(1, "B", "Board");
            twin.seats(1, "H", "Lonely");
        });
        step(seed, twins, false, Twin::open);
        long one = random.nextLong();
        step(seed, twins, false, twin -> twin.exchange(0, first, one));
        long two = random.nextLong();
        step(seed, twins, true, twin -> twin.exchange(first, second, two));
        step(seed, twins, false, twin -> twin.state(first + second));
        long three = random.nextLong();
        step(seed, twins, true, twin -> twin.differ(first + second + 1, three));
        int changed = random.nextInt(first);
        long four = random.nextLong();
        step(seed, twins, false, twin -> {
            twin.again(changed);
            twin.differ(changed, four);
        });
        exchanged += Twin.OPINIONS * (first + second + 2L);
        int moved = random.nextInt(first);
        step(seed, twins, true, twin -> twin.handOver(moved));
        int erased = first + random.nextInt(second);
        step(seed, twins, false, twin -> twin.erase(erased));
        step(seed, twins, true, Twin::close);
        step(seed, twins, false, twin -> twin.freeze("first"));
        step(seed, twins, false, Twin::reopen);
        step(seed, twins, false, Twin::close);
        step(seed, twins, true, twin -> twin.freeze("second"));
    }

    private void step(long seed, List<Twin> twins, boolean strangers, Consumer<Twin> deed) {
        CLOCK.pass(Duration.ofMinutes(1));
        steps++;
        twins.forEach(deed);
        List<List<String>> read = new ArrayList<>();
        twins.forEach(twin -> read.add(twin.readAll(strangers)));
        assertThat(read.get(1)).as("seed %d", seed).hasSameSizeAs(read.get(0));
        for (int i = 0; i < read.get(0).size(); i++) {
            String one = read.get(0).get(i);
            String other = read.get(1).get(i);
            int from = 0;
            while (from < Math.min(one.length(), other.length()) && one.charAt(from) == other.charAt(from)) {
                from++;
            }
            assertThat(excerpt(other, from))
                    .as("seed %d, step %d, %s", seed, steps, excerpt(one, 0))
                    .isEqualTo(excerpt(one, from));
        }
        compared += read.get(0).size();
    }

    private static String excerpt(String text, int from) {
        return text.substring(Math.max(0, from - 80), Math.min(text.length(), from + 80));
    }
}
