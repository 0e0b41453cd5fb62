package org.moatmark.core.scoring;

/**
 * What levels read of a scored wave: of the wave itself ({@link ScoreTree}), or of one run of its resampling. Nodes and
 * items are told by their places in tree order.
 */
public interface WaveReading {

    /**
     * Whether the index has a score.
     *
     * @return true with a score
     */
    boolean indexScored();

    /**
     * The evidenced score of the lower side of a node (rule S11).
     *
     * @param node place of the node
     * @return 0-100, or NaN without a score
     */
    double lowerSide(int node);

    /**
     * The claimed score of the higher side of a node (rule S11).
     *
     * @param node place of the node
     * @return 0-100, or NaN without a score
     */
    double higherSide(int node);

    /**
     * What became of an item.
     *
     * @param item place of the item
     * @return its state
     */
    ItemState state(int item);

    /**
     * What gates read of an item.
     *
     * @param item place of the item
     * @return its reading
     */
    ItemReading reading(int item);

    /**
     * The claimed score of headquarters on an item.
     *
     * @param item place of the item
     * @return 0-100, or NaN where the side does not exist
     */
    double claimedHeadquarters(int item);

    /**
     * The claimed score of the genba on an item.
     *
     * @param item place of the item
     * @return 0-100, or NaN where the side does not exist
     */
    double claimedGenba(int item);
}
