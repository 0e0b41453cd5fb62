package org.moatmark.core.maturity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.scoring.ScoreTree;
import org.moatmark.core.scoring.ScoringPolicy;
import org.moatmark.core.scoring.Slack;
import org.moatmark.core.scoring.Status;

/** What would let a side have a view of a node (rule S6), and its people an agreement that can be measured (rule S14). */
final class SideClaims {

    private final Claims claims;
    private final Attendance people;
    private final ScoreTree tree;

    private record More(Side side, int kind, int more) {}

    SideClaims(Claims claims, Attendance people, ScoreTree tree) {
        this.claims = claims;
        this.people = people;
        this.tree = tree;
    }

    void addTo(ClaimList list) {
        Map<More, List<String>> views = new LinkedHashMap<>();
        Map<More, List<String>> agreement = new LinkedHashMap<>();
        for (Claims.Leaf leaf : claims.leaves) {
            int[] opinions = opinions(leaf);
            if (opinions.length == 0) {
                continue;
            }
            Status status = tree.nodes().get(leaf.node()).status();
            if (status == Status.FULL || status == Status.PROVISIONAL) {
                view(leaf, opinions, Side.HEADQUARTERS, views, list);
                view(leaf, opinions, Side.GENBA, views, list);
            }
            for (Side side : Side.values()) {
                agreement(leaf, opinions, side, agreement);
            }
        }
        views.forEach((key, nodes) ->
                list.add(List.of(people.more(key.kind(), key.more())), new Allowed.SideView(key.side(), nodes)));
        agreement.forEach((key, nodes) ->
                list.add(List.of(people.more(key.kind(), key.more())), new Allowed.Agreement(key.side(), nodes)));
    }

    /** The opinions of a leaf that apply. */
    private int[] opinions(Claims.Leaf leaf) {
        int[] found = new int[leaf.end() - leaf.first()];
        int n = 0;
        for (int i = leaf.first(); i < leaf.end(); i++) {
            if (claims.opinion[i] && tree.items().get(i).state().applies()) {
                found[n++] = i;
            }
        }
        return Arrays.copyOf(found, n);
    }

    private void view(Claims.Leaf leaf, int[] opinions, Side side, Map<More, List<String>> views, ClaimList list) {
        double asked = 0;
        double answered = 0;
        List<Integer> open = new ArrayList<>();
        long ofSide = people.kindsFrom(side);
        for (int i : opinions) {
            double weight = claims.ladder.items[i].weight();
            if ((claims.asked[i] & ofSide) != 0) {
                asked += weight;
                if (people.answeredFrom(i, side)) {
                    answered += weight;
                } else {
                    open.add(i);
                }
            }
        }
        if (asked == 0) {
            int kind = firstAsked(opinions, claims.kindsOf(side));
            if (kind >= 0) {
                views.computeIfAbsent(new More(side, kind, 1), none -> new ArrayList<>())
                        .add(leaf.declared().key());
            }
        } else if (answered == 0 || !exists(answered, asked)) {
            list.add(
                    List.of(),
                    heaviest(open, answered, asked),
                    new Allowed.SideView(side, List.of(leaf.declared().key())));
        }
    }

    private static boolean exists(double answered, double asked) {
        return Slack.atLeast(answered / asked, ScoringPolicy.DEFAULT.sidePart());
    }

    /** The fewest opinions that would do, in file order. */
    private List<String> heaviest(List<Integer> open, double answered, double asked) {
        List<Integer> byWeight = new ArrayList<>(open);
        byWeight.sort(Comparator.comparingDouble(item -> -claims.ladder.items[item].weight()));
        List<Integer> taken = new ArrayList<>();
        double have = answered;
        for (int item : byWeight) {
            if (have == 0 || !exists(have, asked)) {
                have += claims.ladder.items[item].weight();
                taken.add(item);
            }
        }
        return taken.stream()
                .sorted()
                .map(item -> claims.ladder.items[item].key())
                .toList();
    }

    /** The first of some kinds that is asked any of these opinions; -1 if none is. */
    private int firstAsked(int[] opinions, long among) {
        long asked = 0;
        for (int i : opinions) {
            asked |= claims.asked[i];
        }
        return asked(asked & among);
    }

    private static int asked(long kinds) {
        return kinds == 0 ? -1 : Long.numberOfTrailingZeros(kinds);
    }

    private void agreement(Claims.Leaf leaf, int[] opinions, Side side, Map<More, List<String>> agreement) {
        boolean anyAsked = false;
        // By opinion how many answered it of those who answered all that they were asked.
        int[] complete = new int[opinions.length];
        for (int r = 0; r < people.kinds.length; r++) {
            if (people.side[r] == side) {
                int asked = 0;
                int answered = 0;
                for (int i : opinions) {
                    if ((claims.asked[i] & people.kinds[r]) != 0) {
                        asked++;
                        answered += people.answered(i, r) ? 1 : 0;
                    }
                }
                anyAsked |= asked > 0;
                if (asked > 0 && answered == asked) {
                    for (int k = 0; k < opinions.length; k++) {
                        complete[k] += (claims.asked[opinions[k]] & people.kinds[r]) != 0 ? 1 : 0;
                    }
                }
            }
        }
        if (!anyAsked) {
            return;
        }
        long joining = 0;
        long any = 0;
        for (int k = 0; k < opinions.length; k++) {
            if (complete[k] > 1) {
                return;
            }
            joining |= complete[k] == 1 ? claims.asked[opinions[k]] : 0;
            any |= claims.asked[opinions[k]];
        }
        boolean one = (joining & claims.kindsOf(side)) != 0;
        long kinds = (one ? joining : any) & claims.kindsOf(side);
        long there = kinds & people.present;
        int kind = asked(there != 0 ? there : kinds);
        if (kind >= 0) {
            agreement
                    .computeIfAbsent(new More(side, kind, one ? 1 : 2), none -> new ArrayList<>())
                    .add(leaf.declared().key());
        }
    }
}
