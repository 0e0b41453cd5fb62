package org.moatmark.core.questionnaire;

import java.io.Serializable;
import java.util.List;

/**
 * What differs between two versions of a questionnaire, and which numbers can differ for the same answers.
 *
 * <p>What is not named here stays: a node that is not among {@code nodes} has the same claimed and evidenced score under both
 * versions, whatever was answered, up to the order in which its parts are added (1e-9). What is named can move, and need not.
 * Both versions may be of the same questionnaire or not; keys are compared as they are.
 *
 * @param changes what differs, by kind of thing in the order of {@link Change.What}, then as the later version has it, with
 *     what is gone at the end
 * @param nodes keys of the nodes of the later version whose scores can move, in tree order
 * @param index whether the score of the index can move
 * @param levels whether a level, of the organisation or of a node, can move
 * @param findings whether findings can come or go
 */
public record VersionDiff(List<Change> changes, List<String> nodes, boolean index, boolean levels, boolean findings)
        implements Serializable {

    /** Copies the lists. */
    public VersionDiff {
        changes = List.copyOf(changes);
        nodes = List.copyOf(nodes);
    }

    /**
     * Compares two versions.
     *
     * @param before the earlier one
     * @param after the later one
     * @return what differs
     */
    public static VersionDiff between(Questionnaire before, Questionnaire after) {
        List<Change> changes = new Comparing(before, after).changes();
        Movement movement = new Movement(before, after);
        boolean scores = movement.index() || !movement.nodes().isEmpty();
        boolean levels = scores || moved(changes, Change.What.GATE, Change.What.STAGING, Change.What.LEVEL);
        boolean findings = levels || moved(changes, Change.What.FINDING);
        return new VersionDiff(changes, movement.nodes(), movement.index(), levels, findings);
    }

    private static boolean moved(List<Change> changes, Change.What... kinds) {
        return changes.stream()
                .anyMatch(change -> change.moves() && List.of(kinds).contains(change.what()));
    }
}
