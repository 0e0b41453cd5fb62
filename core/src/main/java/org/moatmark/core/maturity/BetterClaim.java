package org.moatmark.core.maturity;

import java.io.Serializable;
import java.util.List;
import org.moatmark.core.issue.Words;

/**
 * A claim that cannot be made yet, and everything that is missing for it. What is missing is needed together, and none of
 * it can be left out. It never says that a score would rise: answers that nobody has given may be good or bad.
 *
 * <p>More people are meant to answer all that they are asked and that applies to the company; what is said of one claim
 * holds as far as everything else stays as it is.
 *
 * @param people more people who would have to answer
 * @param items keys of items without an answer that people who are there already were asked, and would have to answer;
 *     for a side people of that side
 * @param nodes keys of nodes that would first have to have the same status themselves
 * @param fullForm whether the full form would have to be fielded instead of the short one
 * @param allows what it would allow
 * @param message the same as a sentence; a program reads the rest
 */
public record BetterClaim(
        List<MorePeople> people,
        List<String> items,
        List<String> nodes,
        boolean fullForm,
        Allowed allows,
        Words message)
        implements Serializable {

    /** Copies the lists; refuses a claim for which nothing is missing. */
    public BetterClaim {
        people = List.copyOf(people);
        items = List.copyOf(items);
        nodes = List.copyOf(nodes);
        if (people.isEmpty() && items.isEmpty() && nodes.isEmpty() && !fullForm) {
            throw new IllegalArgumentException("A claim for which nothing is missing can be made already.");
        }
    }
}
