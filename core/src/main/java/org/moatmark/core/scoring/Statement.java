package org.moatmark.core.scoring;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.EvidenceGrade;

/**
 * What one seat says of a fact on which seats differ (rule S4).
 *
 * @param seat key of the seat
 * @param value the answer as given
 * @param grade the best evidence that the seat gives for it; null in a document that does not say so
 * @param stands whether the value is the one that stands for the fact
 */
public record Statement(
        String seat, AnswerValue value, @Nullable EvidenceGrade grade, boolean stands) implements Serializable {}
