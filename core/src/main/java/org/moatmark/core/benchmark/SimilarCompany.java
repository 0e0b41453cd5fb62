package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.List;

/**
 * A case company with a profile like that of the company that is placed.
 *
 * @param id its id
 * @param distance the root of the mean squared difference over the dimensions of which both have a score, 0-100
 * @param common how many these are
 * @param alike those that differ by less than half a step (12.5 points)
 * @param different those that differ by a step (25 points) or more
 */
public record SimilarCompany(
        String id, double distance, int common, List<DimensionPair> alike, List<DimensionPair> different)
        implements Serializable {
    /** Copies the lists. */
    public SimilarCompany {
        alike = List.copyOf(alike);
        different = List.copyOf(different);
    }
}
