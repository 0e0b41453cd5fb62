package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the scores of a group of contributing companies are spread at one measure, as it was told once and for ever.
 *
 * @param year of which release the numbers are
 * @param by by what the group is chosen, or null for all companies
 * @param word which of these groups; null for all companies
 * @param measure key of a node, or {@link Measure#INDEX}
 * @param members who is in it; for the keeper alone
 * @param quartile first quartile, rounded to a whole point
 * @param median second quartile, rounded to a whole point
 * @param upperQuartile third quartile, rounded to a whole point
 */
public record ContributedSpread(
        int year,
        @Nullable Criterion by,
        @Nullable String word,
        String measure,
        List<Member> members,
        int quartile,
        int median,
        int upperQuartile)
        implements Serializable {

    /** Copies the list; refuses a group of nobody. */
    public ContributedSpread {
        Objects.requireNonNull(measure, "measure");
        members = List.copyOf(members);
        if (members.isEmpty() || (by == null) != (word == null)) {
            throw new IllegalArgumentException(
                    "A group of '" + measure + "' has members, and a word with its criterion.");
        }
    }

    /**
     * A company in a group, with the very score that it gave.
     *
     * @param tenant what stands for whoever assessed it
     * @param company what stands for the company
     * @param answer what stands for the score
     */
    public record Member(String tenant, String company, String answer) implements Serializable {

        /** Refuses null. */
        public Member {
            Objects.requireNonNull(tenant, "tenant");
            Objects.requireNonNull(company, "company");
            Objects.requireNonNull(answer, "answer");
        }
    }

    /**
     * How many companies are in it.
     *
     * @return at least 1
     */
    public int n() {
        return members.size();
    }

    /** Whether it is the same group of the same measure, in whatever year. */
    boolean isOf(@Nullable Criterion otherBy, @Nullable String otherWord) {
        return by == otherBy && Objects.equals(word, otherWord);
    }
}
