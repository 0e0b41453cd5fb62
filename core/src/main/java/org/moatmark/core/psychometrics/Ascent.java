package org.moatmark.core.psychometrics;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.moatmark.core.stats.Cholesky;

/**
 * Climbs a log-likelihood: a Newton-like step with the information of the complete data (the gradient form of the EM
 * algorithm), bent by what the last steps taught about the information that is missing (limited-memory quasi-Newton),
 * halved until the log-likelihood rises enough. No step ever lowers it.
 *
 * @see <a href="https://doi.org/10.1111/j.2517-6161.1995.tb02037.x">K. Lange (1995), A gradient algorithm locally
 *     equivalent to the EM algorithm, Journal of the Royal Statistical Society B 57, 425-437</a>
 * @see <a href="https://doi.org/10.1111/1467-9868.00083">M. Jamshidian and R. I. Jennrich (1997), Acceleration of the EM
 *     algorithm by using quasi-Newton methods, Journal of the Royal Statistical Society B 59, 569-587</a>
 * @see <a href="https://doi.org/10.1007/978-0-387-40065-5">J. Nocedal and S. J. Wright (2006), Numerical Optimization, 2nd
 *     edition, algorithm 7.4, 178</a>
 */
final class Ascent {

    private static final int MEMORY = 12;
    private static final int HALVINGS = 40;
    private static final double ENOUGH = 1e-4;
    /** No parameter moves further in one step. */
    private static final double LONGEST = 2;
    /** Rounding in a log-likelihood, as a part of it. */
    private static final double ROUNDING = 1e-14;

    /** What is climbed. */
    interface Hill {
        /** The height at a place, or negative infinity where one must not go. */
        double height(double[] place);

        /** The slope at the place whose height was asked last. */
        double[] gradient();

        /** A positive definite stand-in for the curvature there. */
        double[][] curvature();

        /** Whether the place, though allowed, shows that there is no summit. */
        boolean isHopeless(double[] place);
    }

    /** How a climb ended. */
    enum End {
        SUMMIT,
        OUT_OF_STEPS,
        HOPELESS,
        STUCK
    }

    private record Lesson(double[] step, double[] fall, double product) {}

    double[] place;
    double height;
    double[] gradient;
    double remaining = Double.POSITIVE_INFINITY;
    int steps;
    End end = End.OUT_OF_STEPS;

    private final Hill hill;
    private final Deque<Lesson> lessons = new ArrayDeque<>();

    private Ascent(Hill hill, double[] start) {
        this.hill = hill;
        place = start;
        height = hill.height(start);
        gradient = hill.gradient();
    }

    static Ascent climb(Hill hill, double[] start, int iterations, double tolerance) {
        Ascent ascent = new Ascent(hill, start);
        while (true) {
            Cholesky metric = Cholesky.of(hill.curvature()).orElse(null);
            if (metric == null) {
                ascent.end = End.STUCK;
                return ascent;
            }
            double[] direction = ascent.direction(metric);
            ascent.remaining = dot(direction, ascent.gradient) / 2;
            if (ascent.remaining < tolerance) {
                ascent.end = hill.isHopeless(ascent.place) ? End.HOPELESS : End.SUMMIT;
                return ascent;
            }
            if (ascent.steps >= iterations) {
                return ascent;
            }
            if (hill.isHopeless(ascent.place)) {
                ascent.end = End.HOPELESS;
                return ascent;
            }
            if (!ascent.step(direction)) {
                if (ascent.lessons.isEmpty()) {
                    ascent.end = End.STUCK;
                    return ascent;
                }
                ascent.lessons.clear();
                hill.height(ascent.place);
            }
        }
    }

    /** One step along a direction, or false if no part of it leads upward. */
    private boolean step(double[] direction) {
        double longest = 0;
        for (double part : direction) {
            longest = Math.max(longest, Math.abs(part));
        }
        double part = longest > LONGEST ? LONGEST / longest : 1;
        double slope = dot(direction, gradient);
        for (int halving = 0; halving < HALVINGS; halving++, part /= 2) {
            double[] next = place.clone();
            for (int i = 0; i < next.length; i++) {
                next[i] += part * direction[i];
            }
            double reached = hill.height(next);
            if (reached >= height + ENOUGH * part * slope - ROUNDING * Math.abs(height)) {
                learn(next, hill.gradient());
                height = reached;
                steps++;
                return true;
            }
        }
        return false;
    }

    private void learn(double[] next, double[] nextGradient) {
        int n = next.length;
        double[] step = new double[n];
        double[] fall = new double[n];
        for (int i = 0; i < n; i++) {
            step[i] = next[i] - place[i];
            fall[i] = gradient[i] - nextGradient[i];
        }
        double product = dot(step, fall);
        if (product > 0) {
            lessons.addLast(new Lesson(step, fall, product));
            if (lessons.size() > MEMORY) {
                lessons.removeFirst();
            }
        }
        place = next;
        gradient = nextGradient;
    }

    private double[] direction(Cholesky metric) {
        double[] rest = gradient.clone();
        double[] parts = new double[lessons.size()];
        int at = parts.length;
        for (Iterator<Lesson> last = lessons.descendingIterator(); last.hasNext(); ) {
            Lesson lesson = last.next();
            at--;
            parts[at] = dot(lesson.step(), rest) / lesson.product();
            add(rest, -parts[at], lesson.fall());
        }
        double[] direction = metric.solve(rest);
        for (Lesson lesson : lessons) {
            double back = dot(lesson.fall(), direction) / lesson.product();
            add(direction, parts[at++] - back, lesson.step());
        }
        return direction;
    }

    private static void add(double[] to, double factor, double[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * what[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
