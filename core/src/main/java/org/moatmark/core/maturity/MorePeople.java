package org.moatmark.core.maturity;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many more people of a kind or of a group a claim would take.
 *
 * @param informant key of the informant kind, or null
 * @param group where any kind will do, whose people: {@code headquarters}, {@code genba}, {@code own} or {@code customers};
 *     null beside an informant kind, and where anybody will do
 * @param present how many are there
 * @param more how many more it takes, at least 1
 * @param units of a kind, how many of the present are in each business unit that the seats name; empty where seats name
 *     fewer than two
 */
public record MorePeople(
        @Nullable String informant, @Nullable String group, int present, int more, List<InUnit> units)
        implements Serializable {

    /**
     * How many people of a kind are in a business unit.
     *
     * @param unit the unit as the seats name it
     * @param present how many are there
     */
    public record InUnit(String unit, int present) implements Serializable {}

    /** Copies the list; refuses nobody, and a kind beside a group. */
    public MorePeople {
        units = List.copyOf(units);
        if (more < 1 || present < 0) {
            throw new IllegalArgumentException(
                    "More people are at least one, beside none or more, not " + more + " beside " + present + ".");
        }
        if (informant != null && group != null) {
            throw new IllegalArgumentException(
                    "More people are of kind '" + informant + "' or of the group '" + group + "', not of both.");
        }
    }

    static MorePeople anybody(int present, int more) {
        return new MorePeople(null, null, present, more, List.of());
    }

    static MorePeople of(String group, int present, int more) {
        return new MorePeople(null, group, present, more, List.of());
    }
}
