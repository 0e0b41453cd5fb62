package org.moatmark.core.questionnaire;

import java.io.Serializable;

/**
 * A kind of people who can answer.
 *
 * @param key what items name
 * @param side from which side they answer
 * @param name its name
 */
public record Informant(String key, Side side, TextMap name) implements Serializable {}
