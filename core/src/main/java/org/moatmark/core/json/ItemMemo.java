package org.moatmark.core.json;

import org.jspecify.annotations.Nullable;
import org.moatmark.core.scoring.ItemScore;
import org.moatmark.core.scoring.Outcome;
import org.moatmark.core.scoring.RespondentScore;
import org.moatmark.core.scoring.Sides;

/**
 * Remembers the JSON of items that one seat alone answered, whose sides say what the item says. Such items take few
 * values, and a batch of them is most of what it writes. Not safe for several threads.
 */
final class ItemMemo {

    /** A power of two. */
    private static final int PLACES = 1 << 10;

    /** Spreads the bits over the places: 2^64 divided by the golden ratio. */
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private static final int SHIFT = Long.SIZE - 10;

    private final @Nullable Entry[] entries = new Entry[PLACES];

    private record Entry(String seat, double claimed, double evidenced, int sides, byte[] json) {}

    /** Whether an item is of that kind. */
    static boolean holds(ItemScore item) {
        Outcome.Scored score = item.score();
        if (score == null || item.respondents().size() != 1 || !item.conflict().isEmpty()) {
            return false;
        }
        RespondentScore only = item.respondents().get(0);
        Sides sides = item.sides();
        return only.claimed() == score.claimed()
                && only.evidenced() == score.evidenced()
                && (sides.headquarters() == null || sides.headquarters() == score)
                && (sides.genba() == null || sides.genba() == score);
    }

    /** What was kept for an item of the same seat, scores and sides; null if nothing was. */
    byte @Nullable [] find(ItemScore item) {
        Entry entry = entries[place(item)];
        RespondentScore only = item.respondents().get(0);
        boolean same = entry != null
                && entry.sides == sides(item)
                && entry.claimed == only.claimed()
                && entry.evidenced == only.evidenced()
                && entry.seat.equals(only.seat());
        return same ? entry.json : null;
    }

    void keep(ItemScore item, byte[] json) {
        RespondentScore only = item.respondents().get(0);
        entries[place(item)] = new Entry(only.seat(), only.claimed(), only.evidenced(), sides(item), json);
    }

    private static int sides(ItemScore item) {
        return (item.sides().headquarters() == null ? 0 : 1) + (item.sides().genba() == null ? 0 : 2);
    }

    private static int place(ItemScore item) {
        RespondentScore only = item.respondents().get(0);
        long bits = 31 * Double.doubleToRawLongBits(only.claimed()) + Double.doubleToRawLongBits(only.evidenced());
        return (int) ((31 * (bits + only.seat().hashCode()) + sides(item)) * SPREAD >>> SHIFT);
    }
}
