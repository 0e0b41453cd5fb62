package org.moatmark.core.scoring;

import java.io.Serializable;
import org.moatmark.core.response.AnswerValue;

/**
 * What one seat says of a fact on which seats differ (rule S4).
 *
 * @param seat key of the seat
 * @param value the answer as given
 */
public record Statement(String seat, AnswerValue value) implements Serializable {}
