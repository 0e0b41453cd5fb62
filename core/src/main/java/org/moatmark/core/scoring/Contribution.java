package org.moatmark.core.scoring;

import java.io.Serializable;

/**
 * What a child or an item adds to the evidenced score of its node (rule S9).
 *
 * @param key key of the child, the item, or the node that a reference reads
 * @param weight its weight as declared
 * @param share its effective weight, 0-1
 * @param points its points; over all contributions of a node they sum to its evidenced score
 */
public record Contribution(String key, double weight, double share, double points) implements Serializable {}
