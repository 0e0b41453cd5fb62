package org.moatmark.core.scoring;

import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.EvidenceGrade;
import org.moatmark.core.stats.Means;

/** Rules S2, S4 and S5 of an opinion, for draws of respondents. */
final class OpinionAnswers extends ItemAnswers {

    private final boolean customersOnly;
    private final boolean customersCap;
    private final int customersNeeded;
    private final double customersRoom;

    /** Whether nothing asks for evidence. */
    private final boolean plain;

    /** By answer whether its evidence serves all. */
    private final boolean[] serves;

    // A mean per group: of headquarters with the neutral, of the genba with the neutral, of the neutral, of customers.
    private static final int HQ = 0;
    private static final int GENBA = 1;
    private static final int NEUTRAL = 2;
    private static final int CUSTOMERS = 3;
    private static final int GROUPS = 4;

    private final double[] least = new double[GROUPS];
    private final double[] greatest = new double[GROUPS];
    private final double[] sum = new double[GROUPS];
    private final int[] count = new int[GROUPS];

    OpinionAnswers(Plan plan, Answers answers, int item, ItemState state, ScoringPolicy policy) {
        super(plan, answers, item, state, policy);
        customersOnly = plan.customersOnly[item];
        customersCap = plan.customersToo[item];
        customersNeeded = policy.customersNeeded();
        customersRoom = policy.customersRoom();
        plain = !plan.items[item].evidence();
        serves = new boolean[ones.length];
        for (int k = 0; k < ones.length; k++) {
            serves[k] = !plain
                    && ones[k].side() != Side.CUSTOMERS
                    && ones[k].grade().compareTo(EvidenceGrade.E2) >= 0;
        }
    }

    @Override
    void answered(DrawnItems into) {
        int headquarters = 0;
        int genba = 0;
        double served = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < ones.length; k++) {
            int there = into.times[ones[k].who()];
            if (there > 0) {
                headquarters += ones[k].side() == Side.HEADQUARTERS ? there : 0;
                genba += ones[k].side() == Side.GENBA ? there : 0;
                served = serves[k] ? Math.max(served, ones[k].own()) : served;
            }
        }
        into.ownHq[item] = headquarters > 0;
        into.ownGenba[item] = genba > 0;
        claimed(into.times);
        double cap = Double.POSITIVE_INFINITY;
        double customers = mean(CUSTOMERS);
        if (customersCap && count[CUSTOMERS] >= customersNeeded) {
            cap = customers + customersRoom;
        }
        boolean binds = set(into.claimed, headquarters, genba, cap);
        if (!plain) {
            evidenced(into.times, served);
        }
        binds |= set(into.evidenced, headquarters, genba, cap);
        into.cappedBy[item] = binds ? customers : Double.NaN;
    }

    private void claimed(int[] times) {
        clear();
        for (One one : ones) {
            add(one, times[one.who()], one.claimed());
        }
    }

    private void evidenced(int[] times, double served) {
        clear();
        for (One one : ones) {
            boolean customer = one.side() == Side.CUSTOMERS;
            double score = customer ? one.claimed() : Math.min(one.claimed(), Math.max(one.own(), served));
            add(one, times[one.who()], score);
        }
    }

    private void clear() {
        for (int group = 0; group < GROUPS; group++) {
            least[group] = Double.POSITIVE_INFINITY;
            greatest[group] = Double.NEGATIVE_INFINITY;
            sum[group] = 0;
            count[group] = 0;
        }
    }

    private void add(One one, int there, double score) {
        if (there > 0) {
            switch (one.side()) {
                case HEADQUARTERS -> add(HQ, there, score);
                case GENBA -> add(GENBA, there, score);
                case CUSTOMERS -> add(CUSTOMERS, there, score);
                case NEUTRAL -> {
                    add(HQ, there, score);
                    add(GENBA, there, score);
                    add(NEUTRAL, there, score);
                }
            }
        }
    }

    private void add(int group, int there, double score) {
        sum[group] += there * score;
        count[group] += there;
        least[group] = Math.min(least[group], score);
        greatest[group] = Math.max(greatest[group], score);
    }

    private double mean(int group) {
        return Means.clamp(sum[group] / count[group], least[group], greatest[group]);
    }

    /** Sets the sides of rule S4 under a cap; whether the cap binds. */
    private boolean set(Pass pass, int headquarters, int genba, double cap) {
        double hq;
        double gb;
        if (customersOnly) {
            hq = gb = mean(CUSTOMERS);
        } else if (headquarters == 0 && genba == 0) {
            hq = gb = mean(NEUTRAL);
        } else {
            hq = headquarters > 0 ? mean(HQ) : Double.NaN;
            gb = genba > 0 ? mean(GENBA) : Double.NaN;
        }
        pass.setItem(item, Math.min(hq, cap), Math.min(gb, cap));
        double clearly = cap + Slack.SLACK;
        return hq > clearly || gb > clearly;
    }

    @Override
    ItemReading answeredReading(DrawnItems drawn) {
        double raw = 0;
        int answers = 0;
        boolean documented = plain;
        for (int k = 0; k < ones.length; k++) {
            int there = drawn.times[ones[k].who()];
            if (there > 0) {
                raw += there * ((AnswerValue.Number) ones[k].value()).value();
                answers += there;
                documented |= serves[k];
            }
        }
        double hq = drawn.evidenced.itemHq[item];
        double genba = drawn.evidenced.itemGenba[item];
        double claimedHq = drawn.claimed.itemHq[item];
        double claimedGenba = drawn.claimed.itemGenba[item];
        return new ItemReading(
                Double.isNaN(hq) ? genba : Double.isNaN(genba) ? hq : Math.min(hq, genba),
                Double.isNaN(claimedHq)
                        ? claimedGenba
                        : Double.isNaN(claimedGenba) ? claimedHq : Math.max(claimedHq, claimedGenba),
                raw / answers,
                null,
                documented,
                drawn.ownHq[item] && drawn.ownGenba[item],
                drawn.cappedBy[item]);
    }
}
