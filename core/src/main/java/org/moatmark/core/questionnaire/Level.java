package org.moatmark.core.questionnaire;

import java.io.Serializable;

/**
 * A maturity level of an organisation.
 *
 * @param level its number, from 1
 * @param name its name
 * @param definition what is true of an organisation on it
 */
public record Level(int level, TextMap name, TextMap definition) implements Serializable {}
