package org.moatmark.core.questionnaire;

import java.io.Serializable;
import java.util.List;

/**
 * An agreement scale that several items share.
 *
 * @param key what items name
 * @param points how many points, at least 2
 * @param labels one per point, lowest first
 */
public record AgreementScale(String key, int points, List<TextMap> labels) implements Serializable {
    /** Copies the labels; refuses fewer than two points, or another number of labels than points. */
    public AgreementScale {
        labels = List.copyOf(labels);
        if (points < 2 || labels.size() != points) {
            throw new IllegalArgumentException(
                    "Scale '" + key + "' needs at least two points and one label per point.");
        }
    }
}
