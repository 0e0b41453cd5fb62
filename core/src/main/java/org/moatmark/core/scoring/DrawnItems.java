package org.moatmark.core.scoring;

import org.moatmark.core.questionnaire.Side;

/**
 * Every item of a wave scored for a draw of its respondents, each of whom may be there several times or not at all
 * (rules S1 to S5). One object serves draw after draw; drawn once each, the numbers are those of {@link ItemScoring}, to
 * the last bit.
 */
final class DrawnItems {

    private final Plan plan;
    private final Answers answers;
    private final ItemAnswers[] items;

    /** How often each respondent is there, in order of seat keys. */
    final int[] times;

    final ItemState[] state;
    final Pass claimed;
    final Pass evidenced;

    /** By item: whether own respondents of headquarters, of the genba answered. */
    final boolean[] ownHq;

    final boolean[] ownGenba;

    /** By item the mean of its customers where it caps the item, else NaN. */
    final double[] cappedBy;

    /** Informant kinds of those of each side who are there. */
    private long headquartersKinds;

    private long genbaKinds;

    DrawnItems(Plan plan, Answers answers, ItemAnswers[] items) {
        this.plan = plan;
        this.answers = answers;
        this.items = items;
        times = new int[answers.respondents.length];
        state = new ItemState[items.length];
        claimed = new Pass(plan);
        evidenced = new Pass(plan);
        ownHq = new boolean[items.length];
        ownGenba = new boolean[items.length];
        cappedBy = new double[items.length];
    }

    /** Scores the items for the {@link #times} that are set. */
    void score() {
        headquartersKinds = kinds(Side.HEADQUARTERS);
        genbaKinds = kinds(Side.GENBA);
        for (ItemAnswers item : items) {
            item.score(this);
        }
    }

    /** Scores one item again. */
    void score(int item) {
        items[item].score(this);
    }

    /** Takes an item out as if the questionnaire did not have it. */
    void leaveOut(int item) {
        state[item] = ItemState.EXCLUDED;
        blank(item);
    }

    private long kinds(Side side) {
        long kinds = 0;
        for (int r = 0; r < times.length; r++) {
            kinds |= times[r] > 0 && answers.side[r] == side ? answers.kinds[r] : 0;
        }
        return kinds;
    }

    /** An item without any score. */
    void blank(int item) {
        claimed.setItem(item, Double.NaN, Double.NaN);
        evidenced.setItem(item, Double.NaN, Double.NaN);
        ownHq[item] = false;
        ownGenba[item] = false;
        cappedBy[item] = Double.NaN;
    }

    /** Which nodes have a score, under some thresholds. */
    NodeStructure structure(ScoringPolicy policy, boolean shortForm) {
        return new NodeStructure(plan, state, ownHq, ownGenba, headquartersKinds, genbaKinds, policy, shortForm);
    }

    /** What gates read of an item. */
    ItemReading reading(int item) {
        return items[item].reading(this);
    }
}
