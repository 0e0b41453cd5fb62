package org.moatmark.core.maturity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.psychometrics.TwoGroups;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.scoring.ScoreTree;
import org.moatmark.core.scoring.Slack;

/**
 * How many people it would take to say whether two groups part (rule S15).
 *
 * <p>Where a group has fewer than two people with a view, two. Where the difference is under what the numbers of people
 * can show: so many in each group, both as large, that a difference of 0.5, from which on it is called a gap, or the one
 * that was seen if that is larger, is no longer under it, at the spread of those who answered.
 *
 * <p>By hand: two and two people whose pooled standard deviation is 0.354 can show {@code 5.65 * 0.354 * sqrt(2/2)} = 2.0
 * and no less. To show a gap of 1.0 three a side do not suffice, {@code 3.76 * 0.354 * sqrt(2/3)} = 1.09, but four do,
 * {@code 3.37 * 0.354 * sqrt(2/4)} = 0.84: two more each.
 */
final class GapClaims {

    private static final double GAP_FROM = 0.5;
    private static final int FEWEST = 2;

    /** Under what the noncentrality falls to with many people. */
    private static final double LEAST_NONCENTRALITY = 2.8;

    private final Claims claims;
    private final Attendance people;
    private final ScoreTree tree;
    private final Map<Long, PerceptionGap> known = new HashMap<>();

    private record More(
            List<MorePeople> people,
            PerceptionGap.Between between,
            @Nullable Double difference) {}

    GapClaims(Claims claims, Attendance people, ScoreTree tree, List<PerceptionGap> gaps) {
        this.claims = claims;
        this.people = people;
        this.tree = tree;
        for (PerceptionGap gap : gaps) {
            known.put(key(claims.ladder.node(gap.node()), gap.between()), gap);
        }
    }

    private static long key(int node, PerceptionGap.Between between) {
        return (long) node * PerceptionGap.Between.values().length + between.ordinal();
    }

    void addTo(ClaimList list) {
        Map<More, List<String>> found = new LinkedHashMap<>();
        for (PerceptionGap.Between between : PerceptionGap.Between.values()) {
            for (Claims.Leaf leaf : claims.leaves) {
                PerceptionGap gap = known.get(key(leaf.node(), between));
                More more = gap == null || gap.detectable() == null ? twoEach(leaf, between) : enough(gap);
                if (more != null) {
                    found.computeIfAbsent(more, none -> new ArrayList<>())
                            .add(leaf.declared().key());
                }
            }
        }
        found.forEach(
                (more, nodes) -> list.add(more.people(), new Allowed.Gap(more.between(), more.difference(), nodes)));
    }

    private @Nullable More enough(PerceptionGap gap) {
        Double detectable = gap.detectable();
        if (gap.reading() != null || detectable == null) {
            return null;
        }
        double difference = Math.max(Math.abs(gap.difference()), GAP_FROM);
        if (!Slack.below(difference, detectable)) {
            return null;
        }
        int first = gap.first();
        int second = gap.second();
        double spread = detectable / (noncentrality(first + second) * Math.sqrt(1.0 / first + 1.0 / second));
        int each = each(spread, difference);
        List<MorePeople> more = new ArrayList<>();
        if (each > first) {
            more.add(MorePeople.of(gap.between().first(), first, each - first));
        }
        if (each > second) {
            more.add(MorePeople.of(gap.between().second(), second, each - second));
        }
        return more.isEmpty() ? null : new More(more, gap.between(), difference);
    }

    /** The fewest people in each of two groups who could show a difference at this spread. */
    private int each(double spread, double difference) {
        double root = LEAST_NONCENTRALITY * spread / difference;
        int each = Math.max(FEWEST, (int) (2 * root * root));
        while (Slack.below(difference, noncentrality(2 * each) * spread * Math.sqrt(2.0 / each))) {
            each++;
        }
        return each;
    }

    private double noncentrality(int people) {
        return TwoGroups.noncentrality(people - 2);
    }

    /**
     * What brings both groups to two people with a view over opinions that both answered: the fewest people, of one kind
     * in each group; of equally few those of kinds who are there already, then the first kinds.
     */
    private @Nullable More twoEach(Claims.Leaf leaf, PerceptionGap.Between between) {
        boolean customers = between == PerceptionGap.Between.CUSTOMERS;
        long ofSecond = claims.kindsOf(customers ? Side.CUSTOMERS : Side.GENBA);
        long ofFirst = customers ? ~ofSecond : claims.kindsOf(Side.HEADQUARTERS);
        List<MorePeople> best = null;
        int fewest = Integer.MAX_VALUE;
        for (int a = 0; a < claims.kinds.length; a++) {
            for (int b = 0; b < claims.kinds.length; b++) {
                if ((ofFirst >>> a & 1) == 1 && (ofSecond >>> b & 1) == 1 && shared(leaf, a, b)) {
                    int absent = (people.count(a) == 0 ? 1 : 0) + (people.count(b) == 0 ? 1 : 0);
                    for (int both = 0; both <= 2 * FEWEST; both++) {
                        for (int more = Math.max(0, both - FEWEST); more <= Math.min(FEWEST, both); more++) {
                            int cost = both * (2 * FEWEST) + absent;
                            if (cost < fewest && bothHaveTwo(leaf, customers, a, more, b, both - more)) {
                                fewest = cost;
                                best = list(a, more, b, both - more);
                            }
                        }
                    }
                }
            }
        }
        return best == null || best.isEmpty() ? null : new More(best, between, null);
    }

    private List<MorePeople> list(int a, int ofA, int b, int ofB) {
        List<MorePeople> list = new ArrayList<>();
        if (ofA > 0) {
            list.add(people.more(a, ofA));
        }
        if (ofB > 0) {
            list.add(people.more(b, ofB));
        }
        return list;
    }

    private boolean shared(Claims.Leaf leaf, int a, int b) {
        long both = 1L << a | 1L << b;
        for (int i = leaf.first(); i < leaf.end(); i++) {
            if (isOpinion(i) && (claims.asked[i] & both) == both) {
                return true;
            }
        }
        return false;
    }

    private boolean isOpinion(int item) {
        return claims.opinion[item] && tree.items().get(item).state().applies();
    }

    private boolean inFirst(int respondent, boolean customers) {
        Side side = people.side[respondent];
        return customers ? side != Side.CUSTOMERS : side == Side.HEADQUARTERS;
    }

    private boolean inSecond(int respondent, boolean customers) {
        return people.side[respondent] == (customers ? Side.CUSTOMERS : Side.GENBA);
    }

    private boolean bothHaveTwo(Claims.Leaf leaf, boolean customers, int a, int ofA, int b, int ofB) {
        boolean[] viewed = new boolean[people.kinds.length];
        boolean newInFirst = false;
        boolean newInSecond = false;
        for (int i = leaf.first(); i < leaf.end(); i++) {
            if (!isOpinion(i)) {
                continue;
            }
            boolean newFirst = ofA > 0 && (claims.asked[i] >>> a & 1) == 1;
            boolean newSecond = ofB > 0 && (claims.asked[i] >>> b & 1) == 1;
            boolean first = newFirst;
            boolean second = newSecond;
            for (int r : people.answeredBy(i)) {
                first |= inFirst(r, customers);
                second |= inSecond(r, customers);
            }
            if (first && second) {
                newInFirst |= newFirst;
                newInSecond |= newSecond;
                for (int r : people.answeredBy(i)) {
                    viewed[r] = true;
                }
            }
        }
        int inFirst = newInFirst ? ofA : 0;
        int inSecond = newInSecond ? ofB : 0;
        for (int r = 0; r < viewed.length; r++) {
            inFirst += viewed[r] && inFirst(r, customers) ? 1 : 0;
            inSecond += viewed[r] && inSecond(r, customers) ? 1 : 0;
        }
        return inFirst >= FEWEST && inSecond >= FEWEST;
    }
}
