package org.moatmark.core.questionnaire;

import java.io.Serializable;

/**
 * A short invented company to rate on the same item (rule S17); in no score.
 *
 * @param item key of the item it is rated on
 * @param key unique in the questionnaire
 * @param text the story
 * @param order expected place among the vignettes of the item, lowest first
 */
public record Vignette(String item, String key, TextMap text, int order) implements Serializable {}
