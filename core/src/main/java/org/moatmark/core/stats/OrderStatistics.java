package org.moatmark.core.stats;

import java.util.Arrays;

/**
 * Picks single places out of the sorted order of many numbers without sorting them all. Many numbers are counted into
 * buckets and only the buckets that hold a wanted place are looked at again; few are parted by Hoare's selection.
 *
 * @see <a href="https://doi.org/10.1145/366622.366647">C. A. R. Hoare (1961), Algorithm 65: Find, Communications of the
 *     ACM 4(7), 321-322</a>
 */
final class OrderStatistics {

    private static final int MANY = 8192;
    private static final int BUCKETS = 4096;
    private static final int FEW = 12;
    private static final int NOT_WANTED = -1;

    private final int[] places;
    private final double[] found;

    private OrderStatistics(int[] places) {
        this.places = places;
        this.found = new double[places.length];
    }

    /**
     * The numbers at some places of the sorted order.
     *
     * @param values finite, at least one, not modified
     * @param places from 0 to n - 1, ascending, not modified
     * @return for each place the number there; never minus zero
     */
    static double[] at(double[] values, int[] places) {
        OrderStatistics search = new OrderStatistics(places);
        if (values.length < MANY) {
            search.part(values.clone(), 0, values.length, 0, 0, places.length);
        } else {
            search.count(values, 0, 0, places.length);
        }
        for (int i = 0; i < search.found.length; i++) {
            search.found[i] += 0.0;
        }
        return search.found;
    }

    /** Finds {@code places[from]} up to {@code places[to]} among values that begin at place {@code before}. */
    private void count(double[] values, int before, int from, int to) {
        Buckets buckets = Buckets.of(values, BUCKETS);
        if (buckets.size() == 1) {
            double[] work = values.clone();
            part(work, 0, work.length, before, from, to);
            return;
        }
        int[] begins = new int[buckets.size()];
        int gathered = 0;
        int below = before;
        int next = from;
        for (int bucket = 0; bucket < begins.length; bucket++) {
            int first = next;
            below += buckets.count(bucket);
            while (next < to && places[next] < below) {
                found[next++] = buckets.first(bucket);
            }
            begins[bucket] = NOT_WANTED;
            if (first < next && buckets.mixed(bucket)) {
                begins[bucket] = gathered;
                gathered += buckets.count(bucket);
            }
        }
        if (gathered == 0) {
            return;
        }
        double[] members = gather(values, buckets, begins.clone(), gathered);
        below = before;
        next = from;
        for (int bucket = 0; bucket < begins.length; bucket++) {
            int first = next;
            while (next < to && places[next] < below + buckets.count(bucket)) {
                next++;
            }
            if (begins[bucket] != NOT_WANTED) {
                within(members, begins[bucket], buckets.count(bucket), values.length, below, first, next);
            }
            below += buckets.count(bucket);
        }
    }

    private static double[] gather(double[] values, Buckets buckets, int[] begins, int size) {
        double[] members = new double[size];
        for (double value : values) {
            int bucket = buckets.at(value);
            if (begins[bucket] != NOT_WANTED) {
                members[begins[bucket]++] = value;
            }
        }
        return members;
    }

    /** Goes on in one bucket, by counting again if a few far-off numbers have left it with many. */
    private void within(double[] members, int begin, int size, int of, int below, int from, int to) {
        if (size >= MANY && size < of) {
            count(Arrays.copyOfRange(members, begin, begin + size), below, from, to);
        } else {
            part(members, begin, begin + size, below, from, to);
        }
    }

    /**
     * Finds {@code places[from]} up to {@code places[to]} in a stretch of {@code work}, whose least number has the place
     * {@code below}; reorders the stretch.
     */
    private void part(double[] work, int begin, int end, int below, int from, int to) {
        int budget = 2 * (32 - Integer.numberOfLeadingZeros(end - begin));
        int low = begin;
        int high = end;
        int place = below;
        int first = from;
        int last = to;
        while (first < last) {
            if (high - low <= FEW || budget-- == 0) {
                sort(work, low, high);
                for (int i = first; i < last; i++) {
                    found[i] = work[low + places[i] - place];
                }
                return;
            }
            double pivot = median(work[low], work[(low + high) >>> 1], work[high - 1]);
            int left = low;
            int right = high - 1;
            while (left <= right) {
                while (work[left] < pivot) {
                    left++;
                }
                while (work[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    double swap = work[left];
                    work[left++] = work[right];
                    work[right--] = swap;
                }
            }
            // Up to right: at most the pivot; from left on: at least the pivot; one between them: the pivot.
            int middle = first;
            while (middle < last && places[middle] - place + low <= right) {
                middle++;
            }
            int beyond = middle;
            while (beyond < last && places[beyond] - place + low < left) {
                found[beyond++] = pivot;
            }
            if (beyond < last && first < middle) {
                part(work, low, right + 1, place, first, middle);
            }
            if (beyond < last) {
                place += left - low;
                low = left;
                first = beyond;
            } else {
                high = right + 1;
                last = middle;
            }
        }
    }

    private static void sort(double[] work, int from, int to) {
        if (to - from > FEW) {
            Arrays.sort(work, from, to);
            return;
        }
        for (int i = from + 1; i < to; i++) {
            double value = work[i];
            int j = i - 1;
            while (j >= from && work[j] > value) {
                work[j + 1] = work[j];
                j--;
            }
            work[j + 1] = value;
        }
    }

    private static double median(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
