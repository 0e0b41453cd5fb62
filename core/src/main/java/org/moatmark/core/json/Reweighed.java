package org.moatmark.core.json;

import java.io.Serializable;
import java.util.Objects;
import org.moatmark.core.psychometrics.PriorityWeights;
import org.moatmark.core.questionnaire.Questionnaire;

/**
 * A new version of a questionnaire that differs in weights only.
 *
 * @param file the new file, indented; of what stood in the old one, only the version and weights that changed differ
 * @param questionnaire what the new file says when it is read, with its method hash
 * @param priorities where the weights come from and what changed
 */
public record Reweighed(String file, Questionnaire questionnaire, PriorityWeights priorities) implements Serializable {
    /** Refuses null. */
    public Reweighed {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(questionnaire, "questionnaire");
        Objects.requireNonNull(priorities, "priorities");
    }
}
