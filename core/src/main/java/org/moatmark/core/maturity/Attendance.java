package org.moatmark.core.maturity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Seat;
import org.moatmark.core.scoring.RespondentScore;
import org.moatmark.core.scoring.ScoreTree;

/** Who is present in one wave (rule S3), from which side, and who answered what. */
final class Attendance {

    private static final int[] NOBODY = {};

    private final Claims claims;
    private final ScoreTree tree;
    private final List<Seat> seats = new ArrayList<>();
    private final TreeMap<String, long[]> units = new TreeMap<>();

    /** By respondent who is present: his kinds, and his side. */
    final long[] kinds;

    final Side[] side;

    /** The kinds of all who are present. */
    final long present;

    private final long[] presentOfSide = new long[Side.values().length];

    private final Map<String, Integer> places = new HashMap<>();

    /** By item who answered it, as far as that was asked for. */
    private final int[] @Nullable [] answeredBy;

    Attendance(Claims claims, ScoreTree tree) {
        this.claims = claims;
        this.tree = tree;
        for (Respondent respondent : tree.wave().respondents()) {
            if (isPresent(respondent)) {
                places.put(respondent.seat().key(), seats.size());
                seats.add(respondent.seat());
            }
        }
        kinds = new long[seats.size()];
        side = new Side[kinds.length];
        long all = 0;
        for (int r = 0; r < kinds.length; r++) {
            Seat seat = seats.get(r);
            kinds[r] = claims.mask(seat.informants());
            side[r] = claims.sideOfKind[claims.kind(seat.informants().get(0))];
            presentOfSide[side[r].ordinal()] |= kinds[r];
            all |= kinds[r];
            if (seat.unit() != null) {
                units.computeIfAbsent(seat.unit(), unit -> new long[claims.kinds.length]);
                count(units.get(seat.unit()), kinds[r]);
            }
        }
        present = all;
        answeredBy = new int[claims.asked.length][];
    }

    /** Who answered an item, a fact or an opinion. */
    int[] answeredBy(int item) {
        int[] known = answeredBy[item];
        if (known != null) {
            return known;
        }
        List<RespondentScore> scores = tree.items().get(item).respondents();
        int n = scores.size();
        int[] by = n == 0 ? NOBODY : new int[n];
        for (int k = 0; k < n; k++) {
            by[k] = places.getOrDefault(scores.get(k).seat(), 0);
        }
        answeredBy[item] = by;
        return by;
    }

    private static void count(long[] counts, long mask) {
        for (int k = 0; k < counts.length; k++) {
            counts[k] += mask >>> k & 1;
        }
    }

    private boolean isPresent(Respondent respondent) {
        long mask = claims.mask(respondent.seat().informants());
        for (String item : respondent.answers().keySet()) {
            if ((claims.asked[claims.ladder.item(item)] & mask) != 0) {
                return true;
            }
        }
        return false;
    }

    /** The kinds of those who are present from a side; the first kind of a seat decides its side. */
    long kindsFrom(Side from) {
        return presentOfSide[from.ordinal()];
    }

    int count(int kind) {
        return tree.present().getOrDefault(claims.kinds[kind], 0);
    }

    boolean answered(int item, int respondent) {
        for (int r : answeredBy(item)) {
            if (r == respondent) {
                return true;
            }
        }
        return false;
    }

    /** Whether anybody from a side answered an item. */
    boolean answeredFrom(int item, Side from) {
        for (int r : answeredBy(item)) {
            if (side[r] == from) {
                return true;
            }
        }
        return false;
    }

    MorePeople more(int kind, int more) {
        List<MorePeople.InUnit> inUnits = new ArrayList<>();
        if (units.size() > 1) {
            units.forEach((unit, counts) -> inUnits.add(new MorePeople.InUnit(unit, (int) counts[kind])));
        }
        return new MorePeople(claims.kinds[kind], null, count(kind), more, inUnits);
    }
}
