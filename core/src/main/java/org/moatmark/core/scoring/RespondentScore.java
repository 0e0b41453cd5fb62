package org.moatmark.core.scoring;

import java.io.Serializable;

/**
 * The scores of one answer.
 *
 * @param seat key of the seat
 * @param claimed as answered, 0-100
 * @param evidenced as far as evidence carries it, 0-100
 */
public record RespondentScore(String seat, double claimed, double evidenced) implements Serializable {}
