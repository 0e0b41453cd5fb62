package org.moatmark.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same numbers for ever, spread as promised. */
class SeededRandomTest {

    private static final int DRAWS = 200_000;

    /** The first outputs of xoshiro256++ from the state 1, 2, 3, 4, as its reference code in C prints them. */
    @Test
    void the_generator_is_xoshiro256_plus_plus() {
        SeededRandom random = new SeededRandom(0, 1, 2, 3, 4);
        long[] expected = {
            41943041L,
            58720359L,
            3588806011781223L,
            3591011842654386L,
            Long.parseUnsignedLong("9228616714210784205"),
            Long.parseUnsignedLong("9973669472204895162"),
            Long.parseUnsignedLong("14011001112246962877"),
            Long.parseUnsignedLong("12406186145184390807"),
            Long.parseUnsignedLong("15849039046786891736"),
            Long.parseUnsignedLong("10450023813501588000")
        };
        assertThat(IntStream.range(0, expected.length)
                        .mapToLong(i -> random.nextLong())
                        .toArray())
                .containsExactly(expected);
    }

    /** The splittable generator of the JDK is SplitMix64 as well. */
    @Test
    void the_state_is_filled_by_split_mix_64() {
        for (long seed : new long[] {0, 1, -1, 20261101, Long.MIN_VALUE}) {
            SplittableRandom words = new SplittableRandom(seed);
            SeededRandom expected =
                    new SeededRandom(seed, words.nextLong(), words.nextLong(), words.nextLong(), words.nextLong());
            SeededRandom random = SeededRandom.of(seed);
            for (int i = 0; i < 10; i++) {
                assertThat(random.nextLong()).as("seed " + seed).isEqualTo(expected.nextLong());
            }
        }
    }

    /** Printed once, on Java 17 and on Java 25 alike: what changes here changes results that were already given. */
    @Test
    void a_seed_gives_these_numbers_for_ever() {
        SeededRandom random = SeededRandom.of(1);
        assertThat(random.nextLong()).isEqualTo(-3475142291704528229L);
        assertThat(random.nextInt(1000)).isEqualTo(747);
        assertThat(random.nextDouble()).isEqualTo(0.10015090353378375);
        assertThat(random.nextGaussian()).isEqualTo(0.581244039546994);
        assertThat(random.nextGamma(0.5)).isEqualTo(9.186532065394875E-5);
        assertThat(random.stream(7).nextLong()).isEqualTo(-4481622016714575342L);
    }

    @Test
    void a_stream_depends_on_seed_and_index_alone() {
        SeededRandom fresh = SeededRandom.of(5);
        SeededRandom used = SeededRandom.of(5);
        used.nextGaussian();
        assertThat(used.stream(3).nextLong()).isEqualTo(fresh.stream(3).nextLong());
        assertThat(used.stream(3).stream(1).nextLong())
                .isEqualTo(fresh.stream(3).stream(1).nextLong());
        long[] firsts = IntStream.range(0, 10_000)
                .mapToLong(i -> fresh.stream(i).nextLong())
                .toArray();
        assertThat(firsts).doesNotHaveDuplicates();
        assertThat(SeededRandom.of(6).stream(3).nextLong()).isNotEqualTo(firsts[3]);
    }

    @Test
    void neighbouring_streams_do_not_go_together() {
        SeededRandom root = SeededRandom.of(11);
        double products = 0;
        for (int i = 0; i < DRAWS; i++) {
            double one = root.stream(i).nextDouble() - 0.5;
            double other = root.stream(i + 1L).nextDouble() - 0.5;
            products += one * other * 12;
        }
        assertThat(products / DRAWS).isCloseTo(0, within(4 / Math.sqrt(DRAWS)));
    }

    @Test
    void whole_numbers_are_equally_likely() {
        SeededRandom random = SeededRandom.of(2);
        for (int bound : new int[] {1, 2, 7, 137}) {
            int[] seen = new int[bound];
            for (int i = 0; i < DRAWS; i++) {
                seen[random.nextInt(bound)]++;
            }
            double expected = (double) DRAWS / bound;
            double chiSquared = IntStream.of(seen)
                    .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                    .sum();
            assertThat(chiSquared).as("bound " + bound).isLessThan(bound - 1 + 5 * Math.sqrt(2.0 * bound));
        }
    }

    @Test
    void filling_an_array_is_drawing_one_by_one() {
        for (int bound : new int[] {1, 29, 137, 3 << 29, Integer.MAX_VALUE}) {
            SeededRandom one = SeededRandom.of(bound);
            SeededRandom all = SeededRandom.of(bound);
            int[] filled = new int[1000];
            all.fill(filled, bound);
            for (int i = 0; i < filled.length; i++) {
                assertThat(filled[i]).isEqualTo(one.nextInt(bound));
            }
            assertThat(all.nextLong()).isEqualTo(one.nextLong());
        }
    }

    /** Just above half of all 32-bit numbers: taking a remainder would make the low third twice as likely. */
    @Test
    void huge_bounds_are_fair_too() {
        SeededRandom random = SeededRandom.of(3);
        int bound = 3 << 29;
        int low = 0;
        for (int i = 0; i < DRAWS; i++) {
            int number = random.nextInt(bound);
            assertThat(number).isBetween(0, bound - 1);
            if (number < bound / 3) {
                low++;
            }
        }
        assertThat((double) low / DRAWS).isCloseTo(1.0 / 3, within(0.005));
    }

    @Test
    void fractions_fill_the_unit_interval() {
        SeededRandom random = SeededRandom.of(4);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double number = random.nextDouble();
            assertThat(number).isGreaterThanOrEqualTo(0).isLessThan(1);
            sum += number;
            squares += number * number;
        }
        assertThat(sum / DRAWS).isCloseTo(0.5, within(0.003));
        assertThat(squares / DRAWS).isCloseTo(1.0 / 3, within(0.003));
    }

    @Test
    void normal_numbers_have_the_moments_of_the_normal_distribution() {
        SeededRandom random = SeededRandom.of(5);
        double[] moments = new double[5];
        for (int i = 0; i < DRAWS; i++) {
            double number = random.nextGaussian();
            double power = 1;
            for (int m = 1; m <= 4; m++) {
                power *= number;
                moments[m] += power / DRAWS;
            }
        }
        assertThat(moments[1]).isCloseTo(0, within(0.01));
        assertThat(moments[2]).isCloseTo(1, within(0.02));
        assertThat(moments[3]).isCloseTo(0, within(0.05));
        assertThat(moments[4]).isCloseTo(3, within(0.1));
    }

    @Test
    void gamma_numbers_have_the_mean_and_variance_of_their_shape() {
        for (double shape : new double[] {0.05, 0.5, 1, 2.5, 40}) {
            SeededRandom random = SeededRandom.of(6);
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < DRAWS; i++) {
                double number = random.nextGamma(shape);
                assertThat(number).isGreaterThanOrEqualTo(0);
                sum += number;
                squares += number * number;
            }
            double mean = sum / DRAWS;
            assertThat(mean / shape).as("shape " + shape).isCloseTo(1, within(0.05));
            assertThat((squares / DRAWS - mean * mean) / shape)
                    .as("shape " + shape)
                    .isCloseTo(1, within(0.1));
        }
    }

    @Test
    void dirichlet_shares_add_up_to_one_around_their_means() {
        SeededRandom random = SeededRandom.of(7);
        double[] concentrations = {1, 2, 7};
        double[] means = new double[3];
        int runs = 50_000;
        for (int i = 0; i < runs; i++) {
            double[] shares = random.nextDirichlet(concentrations);
            assertThat(shares[0] + shares[1] + shares[2]).isCloseTo(1, within(1e-12));
            for (int k = 0; k < 3; k++) {
                means[k] += shares[k] / runs;
            }
        }
        assertThat(means[0]).isCloseTo(0.1, within(0.003));
        assertThat(means[1]).isCloseTo(0.2, within(0.003));
        assertThat(means[2]).isCloseTo(0.7, within(0.003));
        assertThat(concentrations).containsExactly(1, 2, 7);
        assertThat(random.nextDirichlet(new double[] {3})).containsExactly(1);
    }

    @Test
    void what_does_not_exist_is_refused_in_a_sentence() {
        SeededRandom random = SeededRandom.of(8);
        assertThatThrownBy(() -> random.nextInt(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A random whole number below 0 does not exist: the bound is at least 1.");
        assertThatThrownBy(() -> random.fill(new int[3], -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A random whole number below -1 does not exist: the bound is at least 1.");
        for (double shape : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> random.nextGamma(shape))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("A gamma distribution with shape " + shape
                            + " does not exist: the shape is finite and above 0.");
        }
        assertThatThrownBy(() -> random.nextDirichlet(new double[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A Dirichlet distribution needs at least one share, not none.");
    }
}
