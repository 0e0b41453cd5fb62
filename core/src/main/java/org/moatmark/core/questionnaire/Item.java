package org.moatmark.core.questionnaire;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One question.
 *
 * @param key unique in the questionnaire
 * @param type what kind of answer it takes
 * @param text what a respondent reads
 * @param informants keys of those who are asked, at least one
 * @param core whether it is part of the short form
 * @param evidence whether a high answer needs evidence (rule S2)
 * @param weight relative weight inside its node, finite and above 0
 * @param help more for the respondent, or null
 * @param seeds codes that trace the item to its founding texts; kept, never read
 * @param sources keys of sources
 * @param appliesTo the companies it is meant for
 * @param outsideView key of the item of {@code outside-view} that measures the same thing from outside, or null
 */
public record Item(
        String key,
        ItemType type,
        TextMap text,
        List<String> informants,
        boolean core,
        boolean evidence,
        double weight,
        @Nullable TextMap help,
        List<String> seeds,
        List<String> sources,
        AppliesTo appliesTo,
        @Nullable String outsideView)
        implements Serializable {

    /** Copies the lists; refuses an item without informants and a weight that is not finite and above 0. */
    public Item {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(appliesTo, "appliesTo");
        informants = List.copyOf(informants);
        seeds = List.copyOf(seeds);
        sources = List.copyOf(sources);
        if (informants.isEmpty()) {
            throw new IllegalArgumentException("Item '" + key + "': nobody is asked.");
        }
        Weights.check("Item", key, weight);
    }
}
