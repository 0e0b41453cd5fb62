package org.moatmark.core.stats;

/**
 * Random numbers that are the same on every machine and Java version: the same seed gives the same numbers for ever.
 *
 * <p>The generator is xoshiro256++ (period 2^256 - 1), its state filled by SplitMix64 from the seed; both are written
 * from the published algorithms. It is fast and passes the usual statistical batteries, and it is <em>not</em> fit for
 * keys or passwords: whoever sees a few numbers can foretell the rest.
 *
 * <p>For work that is split over threads or repeated in parts give every part its own {@link #stream(long)}: its
 * numbers depend on the seed and its index alone, not on what was drawn before. One generator must not be shared
 * between threads.
 *
 * @see <a href="https://doi.org/10.1145/3460772">D. Blackman and S. Vigna (2021), Scrambled linear pseudorandom number
 *     generators, ACM Transactions on Mathematical Software 47(4), 36:1-36:32</a>
 * @see <a href="https://doi.org/10.1145/2660193.2660195">G. L. Steele, D. Lea and C. H. Flood (2014), Fast splittable
 *     pseudorandom number generators, OOPSLA 2014, 453-472</a>
 */
public final class SeededRandom {

    /** Odd integer nearest to 2^64 divided by the golden ratio: the step of SplitMix64. */
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private static final double TWO_TO_MINUS_53 = 0x1.0p-53;

    /** Of Marsaglia and Tsang (2000), section 4. */
    private static final double SQUEEZE = 0.0331;

    private final long key;

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    private double spareGaussian;
    private boolean hasSpareGaussian;

    private SeededRandom(long key) {
        this.key = key;
        long counter = key;
        s0 = mix(counter += GOLDEN);
        s1 = mix(counter += GOLDEN);
        s2 = mix(counter += GOLDEN);
        s3 = mix(counter + GOLDEN);
    }

    /** A generator in a given state, of which at least one word must not be 0. */
    SeededRandom(long key, long s0, long s1, long s2, long s3) {
        this.key = key;
        this.s0 = s0;
        this.s1 = s1;
        this.s2 = s2;
        this.s3 = s3;
    }

    /**
     * A generator at its beginning.
     *
     * @param seed any number; each gives a sequence of its own
     * @return a new generator
     */
    public static SeededRandom of(long seed) {
        return new SeededRandom(seed);
    }

    /**
     * A further generator, at its beginning, whose numbers have nothing to do with this one's or another index's. It
     * depends on this generator's seed (and, for a stream of a stream, on both indices), never on how much was drawn.
     *
     * @param index any number, such as the number of the part of the work
     * @return a new generator; the same for the same seed and index
     */
    public SeededRandom stream(long index) {
        return new SeededRandom(mix(mix(key ^ GOLDEN) + index * GOLDEN));
    }

    /**
     * Any {@code long}, all equally likely.
     *
     * @return the next 64 random bits
     */
    public long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /**
     * A whole number from 0 to {@code bound - 1}, all exactly equally likely (multiplication with rejection).
     *
     * @param bound how many numbers there are to choose from, at least 1
     * @return a number from 0, below the bound
     * @throws IllegalArgumentException if the bound is below 1
     * @see <a href="https://doi.org/10.1145/3230636">D. Lemire (2019), Fast random integer generation in an interval,
     *     ACM Transactions on Modeling and Computer Simulation 29(1), 3:1-3:12, algorithm 5</a>
     */
    public int nextInt(int bound) {
        checkBound(bound);
        long product = (nextLong() >>> 32) * bound;
        if ((product & 0xffffffffL) < bound) {
            product = fair(product, bound);
        }
        return (int) (product >>> 32);
    }

    /**
     * Fills an array with whole numbers from 0 to {@code bound - 1}: the same as {@link #nextInt(int)} for one place after
     * the other, and faster.
     *
     * @param into {@code int[]}, overwritten
     * @param bound how many numbers there are to choose from, at least 1
     * @throws IllegalArgumentException if the bound is below 1
     */
    public void fill(int[] into, int bound) {
        checkBound(bound);
        // The state in local variables, which the compiler keeps in registers; otherwise as in nextLong.
        long a = s0;
        long b = s1;
        long c = s2;
        long d = s3;
        for (int i = 0; i < into.length; i++) {
            long bits = Long.rotateLeft(a + d, 23) + a;
            long shifted = b << 17;
            c ^= a;
            d ^= b;
            b ^= c;
            a ^= d;
            c ^= shifted;
            d = Long.rotateLeft(d, 45);
            long product = (bits >>> 32) * bound;
            if ((product & 0xffffffffL) < bound) {
                state(a, b, c, d);
                product = fair(product, bound);
                a = s0;
                b = s1;
                c = s2;
                d = s3;
            }
            into[i] = (int) (product >>> 32);
        }
        state(a, b, c, d);
    }

    private void state(long a, long b, long c, long d) {
        s0 = a;
        s1 = b;
        s2 = c;
        s3 = d;
    }

    private static void checkBound(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException(
                    "A random whole number below " + bound + " does not exist: the bound is at least 1.");
        }
    }

    /** Draws again while the product is one of the few that would favour a number. */
    private long fair(long product, int bound) {
        long unfair = (0x100000000L - bound) % bound;
        long next = product;
        while ((next & 0xffffffffL) < unfair) {
            next = (nextLong() >>> 32) * bound;
        }
        return next;
    }

    /**
     * A number from 0 (included) to 1 (excluded): one of the 2^53 multiples of 2^-53, all equally likely.
     *
     * @return a number in [0, 1)
     */
    public double nextDouble() {
        return (nextLong() >>> 11) * TWO_TO_MINUS_53;
    }

    /**
     * A standard normal number (mean 0, variance 1) by Marsaglia's polar method. It makes two at a time and keeps the
     * second for the next call.
     *
     * @return a finite number
     * @see <a href="https://doi.org/10.1137/1006063">G. Marsaglia and T. A. Bray (1964), A convenient method for
     *     generating normal variables, SIAM Review 6(3), 260-264</a>
     */
    public double nextGaussian() {
        if (hasSpareGaussian) {
            hasSpareGaussian = false;
            return spareGaussian;
        }
        while (true) {
            double u = 2 * nextDouble() - 1;
            double v = 2 * nextDouble() - 1;
            double square = u * u + v * v;
            if (square > 0 && square < 1) {
                double factor = Math.sqrt(-2 * StrictMath.log(square) / square);
                spareGaussian = v * factor;
                hasSpareGaussian = true;
                return u * factor;
            }
        }
    }

    /**
     * A gamma number with scale 1 (its mean and its variance are both the shape), by the squeeze of Marsaglia and
     * Tsang; a shape below 1 is raised by one and brought back with a power of a uniform number.
     *
     * @param shape finite and above 0
     * @return a number of at least 0; 0 only where a tiny shape underflows
     * @throws IllegalArgumentException if the shape is not finite or not above 0
     * @see <a href="https://doi.org/10.1145/358407.358414">G. Marsaglia and W. W. Tsang (2000), A simple method for
     *     generating gamma variables, ACM Transactions on Mathematical Software 26(3), 363-372, sections 4 and 6</a>
     */
    public double nextGamma(double shape) {
        if (!(shape > 0 && shape < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "A gamma distribution with shape " + shape + " does not exist: the shape is finite and above 0.");
        }
        if (shape < 1) {
            double raised = nextGamma(shape + 1);
            return raised * StrictMath.pow(1 - nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = nextGaussian();
            double root = 1 + c * x;
            if (root > 0) {
                double v = root * root * root;
                double u = 1 - nextDouble();
                // Most numbers pass the squeeze, which needs no logarithm; none that passes would fail the exact test.
                if (u < 1 - SQUEEZE * (x * x) * (x * x)
                        || StrictMath.log(u) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                    return d * v;
                }
            }
        }
    }

    /**
     * Shares that add up to 1, from a Dirichlet distribution. The mean of share i is {@code a[i] / A} and its variance
     * {@code a[i] * (A - a[i]) / (A * A * (A + 1))}, where {@code A} is the sum of all {@code a}.
     *
     * @param concentrations {@code double[shares]}, at least one, each finite and above 0; not modified
     * @return {@code double[shares]}, each from 0 to 1, their sum 1 up to rounding
     * @throws IllegalArgumentException if there is no share or a concentration is not finite or not above 0
     */
    public double[] nextDirichlet(double[] concentrations) {
        if (concentrations.length == 0) {
            throw new IllegalArgumentException("A Dirichlet distribution needs at least one share, not none.");
        }
        double[] shares = new double[concentrations.length];
        double sum = 0;
        while (!(sum > 0)) {
            sum = 0;
            for (int i = 0; i < shares.length; i++) {
                shares[i] = nextGamma(concentrations[i]);
                sum += shares[i];
            }
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    /** Scrambles a number: the output function of SplitMix64 (variant 13 of Stafford's mixers). */
    private static long mix(long number) {
        long z = number;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
