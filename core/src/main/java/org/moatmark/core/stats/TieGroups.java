package org.moatmark.core.stats;

import java.util.Arrays;

/**
 * Equal numbers put together, and the groups numbered in ascending order: all that ranks need, without sorting the
 * whole. A bucket in which all numbers are equal is a group at once; what is left in the others is sorted there.
 */
final class TieGroups {

    private static final int FEW = 48;
    private static final int MOST_BUCKETS = 1 << 16;
    private static final int DEEPEST = 4;

    /** The group of every number, from 0. */
    private final int[] group;

    /** How many numbers are in each group. */
    private final int[] size;

    private TieGroups(int[] group, int[] size) {
        this.group = group;
        this.size = size;
    }

    /** Groups of finite numbers; minus zero equals zero. */
    static TieGroups of(double[] values) {
        return of(values, 0);
    }

    private static TieGroups of(double[] values, int depth) {
        int n = values.length;
        if (n < FEW || depth == DEEPEST) {
            return sorted(values);
        }
        Buckets buckets = Buckets.of(values, Math.min(MOST_BUCKETS, Integer.highestOneBit(n)));
        if (buckets.size() == 1) {
            return sorted(values);
        }
        return groups(values, buckets, depth);
    }

    /** The same by sorting a copy and looking every number up. */
    private static TieGroups sorted(double[] values) {
        int n = values.length;
        double[] different = values.clone();
        for (int i = 0; i < n; i++) {
            different[i] += 0.0;
        }
        Arrays.sort(different);
        int[] size = new int[n];
        int groups = 0;
        for (double value : different) {
            if (groups == 0 || value != different[groups - 1]) {
                different[groups++] = value;
            }
            size[groups - 1]++;
        }
        int[] group = new int[n];
        for (int i = 0; i < n; i++) {
            group[i] = Arrays.binarySearch(different, 0, groups, values[i] + 0.0);
        }
        return new TieGroups(group, Arrays.copyOf(size, groups));
    }

    /** The rank of every number, from 1. */
    double[] ranks(TieRule rule) {
        double[] rank = new double[group.length];
        double[] next = new double[size.length];
        double below = 0;
        for (int g = 0; g < size.length; g++) {
            next[g] = switch (rule) {
                case MEAN -> below + (size[g] + 1) / 2.0;
                case MIN, ORDINAL -> below + 1;
                case MAX -> below + size[g];
                case DENSE -> g + 1;
            };
            below += size[g];
        }
        for (int i = 0; i < rank.length; i++) {
            rank[i] = next[group[i]];
            if (rule == TieRule.ORDINAL) {
                next[group[i]]++;
            }
        }
        return rank;
    }

    /** How many numbers are in each group, in ascending order of the groups. */
    int[] sizes() {
        return size.clone();
    }

    private static TieGroups groups(double[] values, Buckets buckets, int depth) {
        int[] begins = new int[buckets.size()];
        int inMixed = 0;
        for (int bucket = 0; bucket < begins.length; bucket++) {
            begins[bucket] = inMixed;
            inMixed += buckets.mixed(bucket) ? buckets.count(bucket) : 0;
        }
        Members members = new Members(inMixed);
        if (inMixed > 0) {
            members.gather(values, buckets, begins.clone());
        }
        int[] group = new int[values.length];
        int[] size = new int[values.length];
        int[] firstGroup = new int[begins.length];
        int groups = 0;
        for (int bucket = 0; bucket < begins.length; bucket++) {
            int count = buckets.count(bucket);
            firstGroup[bucket] = groups;
            if (buckets.mixed(bucket)) {
                groups = count <= FEW
                        ? members.few(begins[bucket], begins[bucket] + count, group, size, groups)
                        : members.many(begins[bucket], begins[bucket] + count, group, size, groups, depth + 1);
            } else if (count > 0) {
                size[groups++] = count;
            }
        }
        if (inMixed < values.length) {
            alike(values, buckets, firstGroup, group);
        }
        return new TieGroups(group, Arrays.copyOf(size, groups));
    }

    private static void alike(double[] values, Buckets buckets, int[] firstGroup, int[] group) {
        for (int i = 0; i < values.length; i++) {
            int bucket = buckets.at(values[i]);
            if (!buckets.mixed(bucket)) {
                group[i] = firstGroup[bucket];
            }
        }
    }

    /** The numbers of all buckets that hold different ones, bucket by bucket, with their places in the array. */
    private static final class Members {

        private final double[] members;
        private final int[] places;

        Members(int size) {
            this.members = new double[size];
            this.places = new int[size];
        }

        void gather(double[] values, Buckets buckets, int[] next) {
            for (int i = 0; i < values.length; i++) {
                int bucket = buckets.at(values[i]);
                if (buckets.mixed(bucket)) {
                    int place = next[bucket]++;
                    members[place] = values[i];
                    places[place] = i;
                }
            }
        }

        /** Sorts a short stretch together with its places, and numbers the groups in it. */
        int few(int begin, int end, int[] group, int[] size, int groupsBefore) {
            for (int i = begin + 1; i < end; i++) {
                double member = members[i];
                int place = places[i];
                int j = i - 1;
                while (j >= begin && members[j] > member) {
                    members[j + 1] = members[j];
                    places[j + 1] = places[j];
                    j--;
                }
                members[j + 1] = member;
                places[j + 1] = place;
            }
            int groups = groupsBefore;
            for (int i = begin; i < end; i++) {
                if (i == begin || members[i] != members[i - 1]) {
                    groups++;
                }
                group[places[i]] = groups - 1;
                size[groups - 1]++;
            }
            return groups;
        }

        /** Numbers the groups in a long stretch by the same method on it alone. */
        int many(int begin, int end, int[] group, int[] size, int groupsBefore, int depth) {
            TieGroups inside = TieGroups.of(Arrays.copyOfRange(members, begin, end), depth);
            for (int i = begin; i < end; i++) {
                group[places[i]] = groupsBefore + inside.group[i - begin];
            }
            System.arraycopy(inside.size, 0, size, groupsBefore, inside.size.length);
            return groupsBefore + inside.size.length;
        }
    }
}
