package org.moatmark.core.benchmark;

import java.io.Serializable;

/**
 * A case company as a point beside the one that is placed.
 *
 * @param id its id
 * @param score its score, 0-100
 * @param low the lower end of its band: what blanks and disputed ratings leave open
 * @param high the upper end
 * @param disputed how many items behind the score are disputed between raters
 */
public record PeerPoint(String id, double score, double low, double high, int disputed) implements Serializable {}
