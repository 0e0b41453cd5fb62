package org.moatmark.core.maturity;

import java.io.Serializable;

/**
 * How far the people of one side agree on one opinion (rule S14).
 *
 * @param key key of the item
 * @param n how many of them answered it, at least 2
 * @param rwg r_wg against the uniform null, 0 to 1
 * @param rwgSkewed r_wg against the slightly skewed null, 0 to 1
 */
public record ItemAgreement(String key, int n, double rwg, double rwgSkewed) implements Serializable {}
