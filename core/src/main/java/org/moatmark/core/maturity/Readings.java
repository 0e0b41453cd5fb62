package org.moatmark.core.maturity;

import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.AppliesTo;
import org.moatmark.core.questionnaire.Condition;
import org.moatmark.core.questionnaire.Condition.Comparison;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.Company;
import org.moatmark.core.response.OtherResult;
import org.moatmark.core.scoring.ItemReading;
import org.moatmark.core.scoring.ItemScore;
import org.moatmark.core.scoring.ItemState;
import org.moatmark.core.scoring.ScoreTree;
import org.moatmark.core.scoring.Slack;
import org.moatmark.core.scoring.WaveReading;

/**
 * What a single condition reads of a scored wave, and whether it holds (rule S11). A condition on something without a
 * score does not hold.
 */
final class Readings {

    private final Ladder ladder;
    private final ScoreTree tree;
    private final WaveReading scored;
    private final @Nullable Company company;
    private final ToIntFunction<String> levelOf;
    private final boolean anyExcluded;

    /**
     * Readings of one scored wave.
     *
     * @param tree the wave as it was fielded
     * @param scored how it is scored: the tree, or one run of its resampling
     * @param levelOf the level of a node by key; 0 without a level
     */
    Readings(Ladder ladder, ScoreTree tree, WaveReading scored, ToIntFunction<String> levelOf) {
        this.ladder = ladder;
        this.tree = tree;
        this.scored = scored;
        this.levelOf = levelOf;
        this.company = tree.wave().company();
        boolean any = false;
        for (ItemScore item : tree.items()) {
            any |= item.state() == ItemState.EXCLUDED;
        }
        anyExcluded = any;
    }

    /** Whether a condition drops out, since it, its item or all items of its node are not meant for this company. */
    boolean drops(Condition condition) {
        if (excludes(condition.appliesTo())) {
            return true;
        }
        if (condition instanceof Condition.All all) {
            return all.parts().stream().allMatch(this::drops);
        } else if (condition instanceof Condition.Any any) {
            return any.parts().stream().allMatch(this::drops);
        } else if (!anyExcluded) {
            return false;
        } else if (condition instanceof Condition.OfItem of) {
            return excluded(ladder.item(of.item()));
        } else if (condition instanceof Condition.OfAnswer of) {
            return excluded(ladder.item(of.item()));
        } else if (condition instanceof Condition.AnswerIsYesNo of) {
            return excluded(ladder.item(of.item()));
        } else if (condition instanceof Condition.AnswerIsOption of) {
            return excluded(ladder.item(of.item()));
        } else if (condition instanceof Condition.OfNode of) {
            return nodeExcluded(of.node());
        } else if (condition instanceof Condition.LevelReached of) {
            return nodeExcluded(of.node());
        } else if (condition instanceof Condition.GapAtMost of) {
            return nodeExcluded(of.node());
        }
        return false;
    }

    private boolean excludes(AppliesTo appliesTo) {
        return appliesTo != AppliesTo.EVERYONE
                && company != null
                && appliesTo.excludes(company.size(), company.market());
    }

    private boolean excluded(int item) {
        return scored.state(item) == ItemState.EXCLUDED;
    }

    private boolean nodeExcluded(String node) {
        for (int item : ladder.itemsUnder[ladder.node(node)]) {
            if (!excluded(item)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a single condition holds; {@code inGate} asks raw answers for their evidence. */
    boolean holds(Condition condition, boolean inGate) {
        if (condition instanceof Condition.AnswerIsYesNo of) {
            ItemReading reading = reading(of.item());
            return counts(reading, inGate)
                    && reading.standing() instanceof AnswerValue.YesNo answer
                    && answer.yes() == of.is();
        } else if (condition instanceof Condition.AnswerIsOption of) {
            ItemReading reading = reading(of.item());
            return counts(reading, inGate) && contains(reading.standing(), of.option());
        } else if (condition instanceof Condition.OfAnswer of) {
            ItemReading reading = reading(of.item());
            return counts(reading, inGate) && compare(reading.number(), of.comparison(), of.bound());
        } else if (condition instanceof Condition.OfItem of) {
            return compare(value(of), of.comparison(), of.bound());
        } else if (condition instanceof Condition.OfNode of) {
            return compare(value(of), of.comparison(), of.bound());
        } else if (condition instanceof Condition.GapAtMost of) {
            return Slack.atMost(gap(of.node()), of.atMost());
        } else if (condition instanceof Condition.OfOther of) {
            return Slack.atLeast(other(of), of.atLeast());
        } else if (condition instanceof Condition.LevelReached of) {
            return levelOf.applyAsInt(of.node()) >= of.atLeast();
        } else if (condition instanceof Condition.InformantsPresent of) {
            return count(of.informant()) >= of.atLeast();
        }
        throw new IllegalArgumentException("'all' and 'any' are taken apart before they are read.");
    }

    /** What would make a single condition hold that does not. */
    Need need(Condition condition) {
        if (condition instanceof Condition.OfItem of) {
            ItemReading reading = reading(of.item());
            boolean notAsked = scored.state(ladder.item(of.item())) == ItemState.NOT_ASKED;
            boolean heldDown = of.comparison() == Comparison.AT_LEAST && !Double.isNaN(reading.customersMean());
            return new Need(
                    Need.Kind.ITEM,
                    of.item(),
                    null,
                    Need.numberOrNull(value(of)),
                    new AnswerValue.Number(of.bound()),
                    heldDown ? reading.customersMean() : null,
                    notAsked ? ladder.items[ladder.item(of.item())].informants() : List.of());
        } else if (condition instanceof Condition.OfNode of) {
            return Need.number(Need.Kind.NODE, of.node(), value(of), of.bound());
        } else if (condition instanceof Condition.OfAnswer of) {
            AnswerValue to = new AnswerValue.Number(of.bound());
            return answer(of.item(), Need.numberOrNull(reading(of.item()).number()), to);
        } else if (condition instanceof Condition.AnswerIsYesNo of) {
            return answer(of.item(), reading(of.item()).standing(), new AnswerValue.YesNo(of.is()));
        } else if (condition instanceof Condition.AnswerIsOption of) {
            return answer(of.item(), reading(of.item()).standing(), new AnswerValue.OneOption(of.option()));
        } else if (condition instanceof Condition.GapAtMost of) {
            return Need.number(Need.Kind.GAP, of.node(), gap(of.node()), of.atMost());
        } else if (condition instanceof Condition.LevelReached of) {
            int level = levelOf.applyAsInt(of.node());
            return Need.number(Need.Kind.LEVEL, of.node(), level == 0 ? Double.NaN : level, of.atLeast());
        } else if (condition instanceof Condition.InformantsPresent of) {
            return Need.number(Need.Kind.INFORMANTS, of.informant(), count(of.informant()), of.atLeast());
        } else if (condition instanceof Condition.OfOther of) {
            AnswerValue to = new AnswerValue.Number(of.atLeast());
            AnswerValue from = Need.numberOrNull(other(of));
            return new Need(Need.Kind.OTHER, of.node(), of.questionnaire(), from, to, null, List.of());
        }
        throw new IllegalArgumentException("'all' and 'any' are taken apart before they are read.");
    }

    private Need answer(String item, @Nullable AnswerValue from, AnswerValue to) {
        boolean notAsked = scored.state(ladder.item(item)) == ItemState.NOT_ASKED;
        List<String> ask = notAsked ? ladder.items[ladder.item(item)].informants() : List.of();
        return new Need(Need.Kind.ANSWER, item, null, from, to, null, ask);
    }

    private ItemReading reading(String item) {
        return scored.reading(ladder.item(item));
    }

    private double value(Condition.OfItem of) {
        ItemReading reading = reading(of.item());
        return of.comparison() == Comparison.AT_LEAST ? reading.lowest() : reading.highest();
    }

    private double value(Condition.OfNode of) {
        int node = ladder.node(of.node());
        return of.comparison() == Comparison.AT_LEAST ? scored.lowerSide(node) : scored.higherSide(node);
    }

    private static boolean counts(ItemReading reading, boolean inGate) {
        return !inGate || reading.documented();
    }

    private static boolean contains(@Nullable AnswerValue standing, String option) {
        if (standing instanceof AnswerValue.OneOption one) {
            return one.option().equals(option);
        }
        return standing instanceof AnswerValue.SomeOptions some
                && some.options().contains(option);
    }

    private static boolean compare(double value, Comparison how, double bound) {
        return switch (how) {
            case AT_LEAST -> Slack.atLeast(value, bound);
            case AT_MOST -> Slack.atMost(value, bound);
            case BELOW -> Slack.below(value, bound);
        };
    }

    private int count(String informant) {
        return tree.present().getOrDefault(informant, 0);
    }

    /**
     * How far the claimed views of headquarters and genba lie apart under a node, over the opinions that own
     * respondents of both answered; NaN if these are too few.
     */
    private double gap(String node) {
        double hq = 0;
        double genba = 0;
        double total = 0;
        int both = 0;
        int couldBeBoth = 0;
        for (int item : ladder.itemsUnder[ladder.node(node)]) {
            ItemState state = scored.state(item);
            if (ladder.askedOfBoth[item] && state != ItemState.EXCLUDED && state != ItemState.LEFT_OUT) {
                couldBeBoth++;
            }
            if (scored.reading(item).answeredByBothSides()) {
                double weight = ladder.items[item].weight();
                hq += weight * scored.claimedHeadquarters(item);
                genba += weight * scored.claimedGenba(item);
                total += weight;
                both++;
            }
        }
        return both >= 2 || (both == 1 && couldBeBoth == 1) ? Math.abs(hq / total - genba / total) : Double.NaN;
    }

    private double other(Condition.OfOther of) {
        for (OtherResult result : tree.wave().others()) {
            Double score = result.lowerSide().get(of.node());
            if (result.questionnaire().equals(of.questionnaire()) && score != null) {
                return score;
            }
        }
        return Double.NaN;
    }
}
