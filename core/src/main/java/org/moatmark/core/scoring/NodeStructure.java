package org.moatmark.core.scoring;

import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Aggregation;

/**
 * Which nodes have a score, on which sides, and resting on how much: the part of rules S6 and S7 that does not depend on
 * how good the answers are.
 *
 * <p>By hand: of four items of weight 1 one is answered and the other three are asked of nobody present. Coverage is
 * 1/4, asked coverage 1/1: provisional. With a fifth such item coverage is 1/5: insufficient.
 */
final class NodeStructure {

    private final Plan plan;
    private final ItemState[] states;
    private final boolean[] ownHq;
    private final boolean[] ownGenba;
    private final long headquartersKinds;
    private final long genbaKinds;
    private final ScoringPolicy policy;
    private final boolean shortForm;

    final Status[] status;
    final boolean[] scored;
    final boolean[] hasHq;
    final boolean[] hasGenba;
    final boolean[] thin;
    final boolean[] asked;

    /** By node whether it has a score and nothing that applies to it is missing. */
    final boolean[] complete;

    final double[] coverage;
    final double[] askedCoverage;
    final Status indexStatus;

    NodeStructure(Plan plan, Answers answers, ItemScoring items, ScoringPolicy policy, boolean shortForm) {
        this(
                plan,
                items.state,
                items.ownHq,
                items.ownGenba,
                answers.headquartersKinds,
                answers.genbaKinds,
                policy,
                shortForm);
    }

    /** Of items whose scores belong to no side. */
    NodeStructure(Plan plan, ItemState[] states, ScoringPolicy policy) {
        this(plan, states, new boolean[states.length], new boolean[states.length], 0, 0, policy, false);
    }

    /** Of items in given states, of which own respondents of the two sides answered some. */
    NodeStructure(
            Plan plan,
            ItemState[] states,
            boolean[] ownHq,
            boolean[] ownGenba,
            long headquartersKinds,
            long genbaKinds,
            ScoringPolicy policy,
            boolean shortForm) {
        this.plan = plan;
        this.states = states;
        this.ownHq = ownHq;
        this.ownGenba = ownGenba;
        this.headquartersKinds = headquartersKinds;
        this.genbaKinds = genbaKinds;
        this.policy = policy;
        this.shortForm = shortForm;
        int n = plan.nodes.length;
        status = new Status[n];
        scored = new boolean[n];
        hasHq = new boolean[n];
        hasGenba = new boolean[n];
        thin = new boolean[n];
        asked = new boolean[n];
        complete = new boolean[n];
        coverage = new double[n];
        askedCoverage = new double[n];
        for (int node : plan.order) {
            if (plan.target[node] >= 0) {
                reference(node, plan.target[node]);
            } else if (plan.itemCount[node] > 0) {
                leaf(node);
            } else {
                branch(node);
            }
        }
        indexStatus = indexStatus();
    }

    boolean itemApplies(int i) {
        return !plan.text[i] && states[i].applies();
    }

    boolean itemScored(int i) {
        return !plan.text[i] && states[i] == ItemState.ANSWERED;
    }

    private void leaf(int node) {
        double whole = 0;
        double askedWeight = 0;
        double answered = 0;
        double hqAsked = 0;
        double hqAnswered = 0;
        double genbaAsked = 0;
        double genbaAnswered = 0;
        boolean leftOut = true;
        boolean complete = true;
        int end = plan.firstItem[node] + plan.itemCount[node];
        for (int i = plan.firstItem[node]; i < end; i++) {
            leftOut &= states[i] == ItemState.LEFT_OUT;
            if (!itemApplies(i)) {
                continue;
            }
            double weight = plan.itemWeight[i];
            whole += weight;
            askedWeight += states[i] == ItemState.NOT_ASKED ? 0 : weight;
            if (itemScored(i)) {
                answered += weight;
            } else {
                complete = false;
            }
            if (plan.opinion[i]) {
                hqAsked += (plan.asked[i] & headquartersKinds) != 0 ? weight : 0;
                genbaAsked += (plan.asked[i] & genbaKinds) != 0 ? weight : 0;
                hqAnswered += ownHq[i] ? weight : 0;
                genbaAnswered += ownGenba[i] ? weight : 0;
            }
        }
        if (whole == 0) {
            status[node] = leftOut ? Status.LEFT_OUT : Status.NOT_APPLICABLE;
            return;
        }
        asked[node] = askedWeight > 0;
        coverage[node] = answered / whole;
        askedCoverage[node] = askedWeight > 0 ? answered / askedWeight : 0;
        boolean minimumMisses = plan.aggregation[node] instanceof Aggregation.Minimum && !complete;
        status[node] = minimumMisses ? Status.INSUFFICIENT : leafStatus(askedCoverage[node], coverage[node]);
        scored[node] = status[node] != Status.INSUFFICIENT;
        this.complete[node] = complete && scored[node];
        hasHq[node] = exists(hqAnswered, hqAsked);
        hasGenba[node] = exists(genbaAnswered, genbaAsked);
        thin[node] = (hqAnswered > 0 && !hasHq[node]) || (genbaAnswered > 0 && !hasGenba[node]);
    }

    private boolean exists(double answered, double askedOf) {
        return answered > 0 && Slack.atLeast(answered / askedOf, policy.sidePart());
    }

    private Status leafStatus(double ofAsked, double ofWhole) {
        if (!shortForm
                && Slack.atLeast(ofAsked, policy.fullAskedCoverage())
                && Slack.atLeast(ofWhole, policy.fullCoverage())) {
            return Status.FULL;
        }
        boolean provisional = Slack.atLeast(ofAsked, policy.provisionalAskedCoverage())
                && Slack.atLeast(ofWhole, policy.provisionalCoverage());
        return provisional ? Status.PROVISIONAL : Status.INSUFFICIENT;
    }

    private void branch(int node) {
        int[] children = plan.children[node];
        Status empty = empty(plan.aggregation[node], children);
        if (empty != null) {
            status[node] = empty;
            return;
        }
        for (int child : children) {
            asked[node] |= asked[child];
            hasHq[node] |= scored[child] && hasHq[child];
            hasGenba[node] |= scored[child] && hasGenba[child];
        }
        coverage[node] = part(plan.aggregation[node], children, plan.nodeWeight, true);
        askedCoverage[node] = coverage[node];
        status[node] = branchStatus(plan.aggregation[node], children, coverage[node]);
        scored[node] = status[node] != Status.INSUFFICIENT;
        complete[node] = scored[node];
        for (int child : children) {
            complete[node] &= !status[child].applies() || complete[child];
        }
    }

    /**
     * The status of a parent to which nothing applies, and of a balance that lacks a child; else null. What the short
     * form leaves out decides only where nothing else is there.
     */
    private @Nullable Status empty(Aggregation how, int[] children) {
        int leftOut = 0;
        int applicable = 0;
        for (int child : children) {
            leftOut += status[child] == Status.LEFT_OUT ? 1 : 0;
            applicable += status[child].applies() ? 1 : 0;
        }
        if (how instanceof Aggregation.Balance && applicable > 0 && applicable < children.length) {
            return leftOut > 0 ? Status.LEFT_OUT : Status.NOT_APPLICABLE;
        } else if (applicable == 0) {
            return leftOut == children.length ? Status.LEFT_OUT : Status.NOT_APPLICABLE;
        }
        return null;
    }

    /** The part of S7: weight of scored over applicable children; of best-of counts. */
    private double part(Aggregation how, int[] children, double[] weights, boolean byNode) {
        double whole = 0;
        double have = 0;
        int applicable = 0;
        int scoredOnes = 0;
        for (int k = 0; k < children.length; k++) {
            int child = children[k];
            if (status[child].applies()) {
                double weight = weights[byNode ? child : k];
                whole += weight;
                applicable++;
                if (scored[child]) {
                    have += weight;
                    scoredOnes++;
                }
            }
        }
        if (how instanceof Aggregation.MeanOfBest best) {
            return Math.min(1.0, (double) scoredOnes / Math.min(best.n(), applicable));
        }
        return have / whole;
    }

    private Status branchStatus(Aggregation how, int[] children, double part) {
        boolean complete = true;
        boolean provisionalChild = false;
        for (int child : children) {
            complete &= !status[child].applies() || scored[child];
            provisionalChild |= status[child] == Status.PROVISIONAL;
        }
        boolean needsAll = how instanceof Aggregation.Minimum || how instanceof Aggregation.Balance;
        if ((needsAll && !complete) || !Slack.atLeast(part, policy.provisionalAskedCoverage())) {
            return Status.INSUFFICIENT;
        }
        boolean full = Slack.atLeast(part, policy.fullAskedCoverage()) && !provisionalChild && !shortForm;
        return full ? Status.FULL : Status.PROVISIONAL;
    }

    private void reference(int node, int target) {
        status[node] = status[target];
        scored[node] = scored[target];
        hasHq[node] = hasHq[target];
        hasGenba[node] = hasGenba[target];
        asked[node] = asked[target];
        complete[node] = complete[target];
        coverage[node] = coverage[target];
        askedCoverage[node] = askedCoverage[target];
    }

    private Status indexStatus() {
        boolean complete = true;
        for (int top : plan.tops) {
            complete &= !status[top].applies() || scored[top];
        }
        Aggregation how = plan.questionnaire.index().aggregation();
        Status empty = empty(how, plan.tops);
        if (empty != null) {
            return empty;
        }
        Status reached = branchStatus(how, plan.tops, part(how, plan.tops, plan.topWeight, false));
        return reached == Status.FULL && !complete ? Status.PROVISIONAL : reached;
    }

    /** Why a node without a score has none. */
    Reason reason(int node) {
        if (plan.target[node] >= 0) {
            return reason(plan.target[node]);
        }
        return switch (status[node]) {
            case NOT_APPLICABLE -> Reason.NOT_APPLICABLE;
            case LEFT_OUT -> Reason.NOT_ASKED;
            default ->
                plan.itemCount[node] == 0
                        ? Reason.CHILD_MISSING
                        : asked[node] ? Reason.TOO_FEW_ANSWERS : Reason.NOT_ASKED;
        };
    }

    /** Why an index without a score has none. */
    Reason indexReason() {
        return switch (indexStatus) {
            case NOT_APPLICABLE -> Reason.NOT_APPLICABLE;
            case LEFT_OUT -> Reason.NOT_ASKED;
            default -> Reason.CHILD_MISSING;
        };
    }

    boolean indexScored() {
        return indexStatus == Status.FULL || indexStatus == Status.PROVISIONAL;
    }
}
