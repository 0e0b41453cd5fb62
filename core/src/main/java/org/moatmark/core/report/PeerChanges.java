package org.moatmark.core.report;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.benchmark.NodePosition;
import org.moatmark.core.benchmark.PeerMeans;
import org.moatmark.core.benchmark.Position;
import org.moatmark.core.questionnaire.TextMap;

/**
 * How the distance of a company to the mean of its peers changed, and what that is due to (rule S23): the answers, the
 * method, and the peers, which add up. Everything is in the tree of the cases, where companies of other questionnaires stand
 * with the items that are linked to it.
 *
 * @param before ids of the peers then
 * @param after ids of the peers now
 * @param index the index
 * @param nodes every node of the cases' questionnaire, in tree order
 */
public record PeerChanges(List<String> before, List<String> after, Distance index, List<Distance> nodes)
        implements Serializable {

    /** Copies the lists. */
    public PeerChanges {
        before = List.copyOf(before);
        after = List.copyOf(after);
        nodes = List.copyOf(nodes);
    }

    /**
     * The distance at one node, in points.
     *
     * @param key key of the node, or {@code index}
     * @param title its name
     * @param before then; null without a score or without peers
     * @param after now; null without a score or without peers
     * @param you what is due to the answers; null where it cannot be said
     * @param ruler what is due to the method; null where it cannot be said
     * @param peers what is due to the peers: above 0 where their mean fell
     * @param total how much the distance changed: the sum of the three; null where one of them cannot be said
     */
    public record Distance(
            String key,
            TextMap title,
            @Nullable Place before,
            @Nullable Place after,
            @Nullable Double you,
            @Nullable Double ruler,
            @Nullable Double peers,
            @Nullable Double total)
            implements Serializable {}

    /**
     * Where the company and its peers are.
     *
     * @param own the score of the company, 0-100
     * @param mean the mean of the peers, 0-100
     * @param n how many peers have a score there
     */
    public record Place(double own, double mean, int n) implements Serializable {}

    /**
     * Compares two positions among peers of two times.
     *
     * @param before the earlier scores of the company, placed
     * @param carried its earlier answers scored by the later version, placed; {@code before} again where the versions score
     *     alike; null where that is not known
     * @param after the later scores, placed
     * @param then the peers then
     * @param now the peers now
     * @return what changed
     * @throws IllegalArgumentException if the positions are in the trees of different cases
     */
    public static PeerChanges of(
            Position before, @Nullable Position carried, Position after, PeerMeans then, PeerMeans now) {
        Map<String, PeerMeans.Mean> old = byKey(then);
        Map<String, PeerMeans.Mean> fresh = byKey(now);
        if (before.nodes().size() != after.nodes().size()) {
            throw new IllegalArgumentException("The two positions are in the trees of different cases.");
        }
        List<Distance> nodes = new ArrayList<>();
        for (int i = 0; i < after.nodes().size(); i++) {
            nodes.add(distance(
                    before.nodes().get(i),
                    carried == null ? null : carried.nodes().get(i),
                    after.nodes().get(i),
                    old,
                    fresh));
        }
        NodePosition between = carried == null ? null : carried.index();
        return new PeerChanges(
                then.companies(), now.companies(), distance(before.index(), between, after.index(), old, fresh), nodes);
    }

    private static Map<String, PeerMeans.Mean> byKey(PeerMeans means) {
        Map<String, PeerMeans.Mean> byKey = new HashMap<>();
        means.means().forEach(mean -> byKey.put(mean.key(), mean));
        return byKey;
    }

    private static Distance distance(
            NodePosition before,
            @Nullable NodePosition carried,
            NodePosition after,
            Map<String, PeerMeans.Mean> old,
            Map<String, PeerMeans.Mean> fresh) {
        if (!before.key().equals(after.key())) {
            throw new IllegalArgumentException("The two positions are in the trees of different cases.");
        }
        Place then = place(before, old);
        Place now = place(after, fresh);
        Double between = carried == null ? null : carried.own().score();
        if (then == null || now == null) {
            return new Distance(after.key(), after.title(), then, now, null, null, null, null);
        }
        double peers = then.mean() - now.mean();
        if (between == null) {
            return new Distance(after.key(), after.title(), then, now, null, null, peers, null);
        }
        double you = now.own() - between;
        double ruler = between - then.own();
        return new Distance(after.key(), after.title(), then, now, you, ruler, peers, you + ruler + peers);
    }

    private static @Nullable Place place(NodePosition node, Map<String, PeerMeans.Mean> means) {
        Double own = node.own().score();
        PeerMeans.Mean mean = means.get(node.key());
        return own == null || mean == null ? null : new Place(own, mean.mean(), mean.n());
    }
}
