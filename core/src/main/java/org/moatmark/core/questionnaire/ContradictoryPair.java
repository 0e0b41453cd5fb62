package org.moatmark.core.questionnaire;

import java.io.Serializable;

/**
 * Two items whose answers contradict each other when both are high (rule S17); in no score.
 *
 * @param first key of an item
 * @param second key of another item
 */
public record ContradictoryPair(String first, String second) implements Serializable {}
