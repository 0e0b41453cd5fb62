package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.scoring.Bounds;

/**
 * At least k people whose answers to one item are told as one mean, once and for ever. Everything that is ever released
 * of protected answers is a function of the means of crowds, no two of which share an answer.
 *
 * @param item key of the item
 * @param members who is in it, with the very answer that they gave
 * @param department the department that all of them are of, or null where it is not told
 * @param mean the mean of their evidenced scores, or the middle of its band
 * @param band the band at an end of the scale in which the mean lies, or null if it is told as it is
 * @param standing whether releases are still made from it; an answer that was told once stays told
 */
public record Crowd(
        String item,
        List<Member> members,
        @Nullable String department,
        double mean,
        @Nullable Bounds band,
        boolean standing)
        implements Serializable {

    /** Copies the list; refuses an empty crowd and a mean outside 0-100. */
    public Crowd {
        Objects.requireNonNull(item, "item");
        members = List.copyOf(members);
        if (members.isEmpty() || !(mean >= 0 && mean <= 100)) {
            throw new IllegalArgumentException(
                    "Item '" + item + "': a crowd has members and a mean in 0-100, not " + mean + ".");
        }
    }

    /**
     * Somebody in a crowd.
     *
     * @param seat what names the seat for good
     * @param edition which of the answers that the seat gave to the item
     * @param side the side of the seat
     */
    public record Member(String seat, long edition, Side side) implements Serializable {
        /** Refuses null. */
        public Member {
            Objects.requireNonNull(seat, "seat");
            Objects.requireNonNull(side, "side");
        }
    }

    /** The same, no longer standing. */
    Crowd retired() {
        return new Crowd(item, members, department, mean, band, false);
    }

    /** How many members are on a side. */
    int count(Side side) {
        int count = 0;
        for (Member member : members) {
            count += member.side() == side ? 1 : 0;
        }
        return count;
    }

    /**
     * Whether members of more than one side are told as one.
     *
     * @return true if the mean says nothing of a side
     */
    public boolean isMixed() {
        return members.stream().map(Member::side).distinct().count() > 1;
    }
}
