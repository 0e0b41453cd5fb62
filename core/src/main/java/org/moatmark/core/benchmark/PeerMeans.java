package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The means of the peers among which a company stood at one time: what has to be kept to tell later how far others moved. Of
 * the company itself nothing is in it.
 *
 * @param companies ids of the peers
 * @param means the means of the index and of every node at which a peer has a score, in tree order
 */
public record PeerMeans(List<String> companies, List<Mean> means) implements Serializable {

    /** Copies the lists. */
    public PeerMeans {
        companies = List.copyOf(companies);
        means = List.copyOf(means);
    }

    /**
     * The mean of the peers at one node.
     *
     * @param key key of the node, or {@link Measure#INDEX}
     * @param n how many peers have a score there, at least 1
     * @param mean their mean, 0-100
     */
    public record Mean(String key, int n, double mean) implements Serializable {
        /** Refuses a mean of nobody, and one outside 0-100. */
        public Mean {
            Objects.requireNonNull(key, "key");
            if (n < 1 || !(mean >= 0 && mean <= 100)) {
                throw new IllegalArgumentException(
                        "A mean of peers lies in 0-100 and has at least one, not " + mean + " of " + n + ".");
            }
        }
    }

    /**
     * The means of a position.
     *
     * @param position where a company stands
     * @return the means of its peers
     */
    public static PeerMeans of(Position position) {
        List<Mean> means = new ArrayList<>();
        add(position.index(), means);
        position.nodes().forEach(node -> add(node, means));
        return new PeerMeans(position.group().members(), means);
    }

    private static void add(NodePosition node, List<Mean> means) {
        GroupMean mean = node.mean();
        Double raw = mean.raw();
        if (raw != null) {
            means.add(new Mean(node.key(), mean.n(), raw));
        }
    }
}
