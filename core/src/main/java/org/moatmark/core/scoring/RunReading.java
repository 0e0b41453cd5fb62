package org.moatmark.core.scoring;

/**
 * What levels read of one run. Nodes are as the run scored them; items are as its respondents answered them, also the one
 * that the run left out of its node: a gate names its items, which are no sample of anything.
 */
final class RunReading implements WaveReading {

    private final DrawnItems items;
    private final double[] lower;
    private final double[] higher;
    private boolean indexScored;

    RunReading(Plan plan, DrawnItems items) {
        this.items = items;
        lower = new double[plan.nodes.length];
        higher = new double[plan.nodes.length];
    }

    /** Keeps what the passes say of the nodes now. */
    void keepNodes(boolean scored) {
        indexScored = scored;
        for (int i = 0; i < lower.length; i++) {
            double hq = items.evidenced.nodeHq[i];
            double genba = items.evidenced.nodeGenba[i];
            lower[i] = one(hq, genba, Math.min(hq, genba), items.evidenced.node[i]);
            hq = items.claimed.nodeHq[i];
            genba = items.claimed.nodeGenba[i];
            higher[i] = one(hq, genba, Math.max(hq, genba), items.claimed.node[i]);
        }
    }

    private static double one(double hq, double genba, double both, double neither) {
        if (Double.isNaN(hq)) {
            return Double.isNaN(genba) ? neither : genba;
        }
        return Double.isNaN(genba) ? hq : both;
    }

    @Override
    public boolean indexScored() {
        return indexScored;
    }

    @Override
    public double lowerSide(int node) {
        return lower[node];
    }

    @Override
    public double higherSide(int node) {
        return higher[node];
    }

    @Override
    public ItemState state(int item) {
        return items.state[item];
    }

    @Override
    public ItemReading reading(int item) {
        return items.reading(item);
    }

    @Override
    public double claimedHeadquarters(int item) {
        return items.claimed.itemHq[item];
    }

    @Override
    public double claimedGenba(int item) {
        return items.claimed.itemGenba[item];
    }
}
