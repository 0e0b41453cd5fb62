package org.moatmark.core.maturity;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.psychometrics.Convergence;
import org.moatmark.core.psychometrics.DifferentialUse;
import org.moatmark.core.psychometrics.Dimensionality;
import org.moatmark.core.psychometrics.EffectiveWeights;
import org.moatmark.core.psychometrics.Estimate;
import org.moatmark.core.psychometrics.GroupReliability;
import org.moatmark.core.psychometrics.GuttmanErrors;
import org.moatmark.core.psychometrics.IntervalEstimate;
import org.moatmark.core.psychometrics.ItemFit;
import org.moatmark.core.psychometrics.Omega;
import org.moatmark.core.psychometrics.ScaleReliability;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Side;

/**
 * Does a questionnaire measure what it should? What many waves of it say: how its items are answered, how reliable and how
 * one-sided its nodes are, whether levels are in order, whether groups use it alike, and what its weights come to. Made by
 * {@link InstrumentSample}. Long, since every part of it is a value with its words.
 *
 * <p>All of it is about many respondents together; no block tells of a single one. The parts stand in this file, since
 * nobody needs one of them without the others.
 *
 * @param questionnaire what was asked
 * @param companies waves, one a company or group
 * @param respondents people who answered or said something to at least one item that they were asked
 * @param silent seats from which nothing came; they are in no number
 * @param policy how many cases each part takes
 * @param withheld why nothing more is said, or null; with fewer respondents than secrecy takes all lists are empty
 * @param items every item in file order
 * @param nodes every node with items, in tree order
 * @param levels the nodes with gates in tree order, and last the organisation (key null) if there is staging
 * @param contrasts groups of people beside one another
 * @param dimensions keys of the top nodes, in file order
 * @param weights what the top nodes are worth to the index, in the order of {@code dimensions}
 */
public record InstrumentReport(
        Questionnaire questionnaire,
        int companies,
        int respondents,
        int silent,
        InstrumentPolicy policy,
        @Nullable Words withheld,
        List<ItemUse> items,
        List<NodeQuality> nodes,
        List<LevelOrder> levels,
        List<Contrast> contrasts,
        List<String> dimensions,
        Block<EffectiveWeights> weights)
        implements Serializable {

    /** Copies the lists. */
    public InstrumentReport {
        items = List.copyOf(items);
        nodes = List.copyOf(nodes);
        levels = List.copyOf(levels);
        contrasts = List.copyOf(contrasts);
        dimensions = List.copyOf(dimensions);
    }

    /**
     * How one item is answered: what its respondents did with it (rule S3), and how the answers are spread.
     *
     * @param item the item
     * @param answered how many gave an answer
     * @param dontKnow how many said that they do not know
     * @param notApplicable how many said that it does not apply
     * @param skipped how many were asked and gave nothing
     * @param notAsked how many were not asked: other informants, another kind of company, or not in the short form
     * @param spread the answers
     */
    public record ItemUse(
            Item item, int answered, int dontKnow, int notApplicable, int skipped, int notAsked, Block<Spread> spread)
            implements Serializable {

        /**
         * The share of those who were asked that gave an answer.
         *
         * @return 0-1; NaN if nobody was asked
         */
        public double answeredShare() {
            return (double) answered / (answered + dontKnow + notApplicable + skipped);
        }
    }

    /**
     * How answers are spread.
     *
     * @param counts by answer, in order of the scale: points as they were answered, {@code false} and {@code true}, options,
     *     or for numbers and lists of options scores by quarters such as {@code 25-50}
     * @param mean of the scores 0-100, reversed items turned
     * @param deviation standard deviation of the scores, n - 1
     * @param floor share of answers that score 0
     * @param ceiling share of answers that score 100
     * @param flags {@code floor} and {@code ceiling} from the policy's share on, {@code constant} where all answers are the same
     */
    public record Spread(
            Map<String, Integer> counts,
            double mean,
            double deviation,
            double floor,
            double ceiling,
            List<String> flags)
            implements Serializable {
        /** Copies the map and the list, in their order. */
        public Spread {
            counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
            flags = List.copyOf(flags);
        }
    }

    /**
     * How well one node measures.
     *
     * @param node the node
     * @param opinions keys of its opinions (rubric, agreement), on which all that is about people rests
     * @param people consistency over respondents who answered all opinions
     * @param companies consistency over companies, of all items with a score, each with the company's own number
     * @param dimensions eigenvalues over respondents who answered all opinions
     * @param agreement within companies, by side
     * @param rasch items under the partial credit model
     * @param graded items under the graded response model
     * @param order errors of order in the opinions, by popularity
     */
    public record NodeQuality(
            Node.Leaf node,
            List<String> opinions,
            Block<Consistent> people,
            Block<Consistent> companies,
            Block<Dimensionality.Found> dimensions,
            List<Agreement> agreement,
            Block<Rasch> rasch,
            Block<Graded> graded,
            Block<GuttmanErrors> order)
            implements Serializable {
        /** Copies the lists. */
        public NodeQuality {
            opinions = List.copyOf(opinions);
            agreement = List.copyOf(agreement);
        }
    }

    /**
     * Consistency of some items.
     *
     * @param items their keys
     * @param reliability on scores 0-100, which for items on the same scale are the answers up to the unit
     * @param interval Feldt's 95 % interval of alpha
     * @param omega from a one-factor model by maximum likelihood
     */
    public record Consistent(
            List<String> items, ScaleReliability reliability, IntervalEstimate interval, Block<Omega> omega)
            implements Serializable {
        /** Copies the list. */
        public Consistent {
            items = List.copyOf(items);
        }
    }

    /**
     * Agreement of the people of one side with others of their company (rule S14).
     *
     * @param side whose people
     * @param companies with agreement: two such people at least
     * @param people in them
     * @param shared by word of {@link SharedView}, how many of these companies
     * @param means over these companies
     * @param reliability ICC(1) and ICC(2) of people's means over the node's opinions on 1-5, over companies
     */
    public record Agreement(
            Side side,
            int companies,
            int people,
            Map<String, Integer> shared,
            Block<AgreementMeans> means,
            Block<GroupReliability> reliability)
            implements Serializable {
        /** Copies the map in its order. */
        public Agreement {
            shared = Collections.unmodifiableMap(new LinkedHashMap<>(shared));
        }
    }

    /**
     * Means of agreement over companies; n is the number of companies that have the number.
     *
     * @param rwgJ r_wg(J) against the uniform null
     * @param rwgJSkewed r_wg(J) against the slightly skewed null
     * @param rwgStar r*_wg(J) against the uniform null, over people who answered all opinions
     * @param awg a_wg(J), over the same
     * @param ad AD around the mean, in steps of 1-5
     * @param adMedian AD around the median
     */
    public record AgreementMeans(
            Estimate rwgJ, Estimate rwgJSkewed, Estimate rwgStar, Estimate awg, Estimate ad, Estimate adMedian)
            implements Serializable {}

    /**
     * Items under the partial credit model, by conditional maximum likelihood. Only a fit that converged stands here.
     *
     * @param respondents who inform it
     * @param convergence how the fit ended
     * @param items in file order; those that nobody or everybody answers alike are left out
     */
    public record Rasch(int respondents, Convergence convergence, List<RaschUse> items) implements Serializable {
        /** Copies the list. */
        public Rasch {
            items = List.copyOf(items);
        }
    }

    /**
     * One item under the partial credit model.
     *
     * @param key its key
     * @param answers the scores 0-100 of the answers that somebody gave, rising
     * @param thresholds between neighbouring ones of these, in logits
     * @param errors their standard errors
     * @param ordered whether the thresholds rise, so that each answer is the likeliest somewhere
     * @param fit infit and outfit
     */
    public record RaschUse(
            String key,
            List<Double> answers,
            List<Double> thresholds,
            List<Estimate> errors,
            boolean ordered,
            ItemFit fit)
            implements Serializable {
        /** Copies the lists. */
        public RaschUse {
            answers = List.copyOf(answers);
            thresholds = List.copyOf(thresholds);
            errors = List.copyOf(errors);
        }
    }

    /**
     * Items under the graded response model, by marginal maximum likelihood. Only a fit that converged stands here.
     *
     * @param respondents who inform it
     * @param convergence how the fit ended
     * @param logLikelihood marginal
     * @param reliability marginal
     * @param abilities where information is given, in standard deviations of the respondents
     * @param information of all items together at these
     * @param items in file order
     */
    public record Graded(
            int respondents,
            Convergence convergence,
            double logLikelihood,
            double reliability,
            List<Double> abilities,
            List<Double> information,
            List<GradedUse> items)
            implements Serializable {
        /** Copies the lists. */
        public Graded {
            abilities = List.copyOf(abilities);
            information = List.copyOf(information);
            items = List.copyOf(items);
        }
    }

    /**
     * One item under the graded response model.
     *
     * @param key its key
     * @param answers the scores 0-100 of the answers that somebody gave, rising
     * @param slope its discrimination
     * @param slopeError standard error of it
     * @param thresholds where an answer or a higher one becomes as likely as not; empty with slope 0
     * @param information at the abilities of the model
     */
    public record GradedUse(
            String key,
            List<Double> answers,
            double slope,
            Estimate slopeError,
            List<Double> thresholds,
            List<Double> information)
            implements Serializable {
        /** Copies the lists. */
        public GradedUse {
            answers = List.copyOf(answers);
            thresholds = List.copyOf(thresholds);
            information = List.copyOf(information);
        }
    }

    /**
     * Whether levels are reached from below: each level's own conditions and score line are looked at, whatever those below
     * it say.
     *
     * @param node key of the node; null: the organisation
     * @param reached how many companies meet the conditions of each level, from level 2 up
     * @param errors companies that meet a level without one below it
     */
    public record LevelOrder(@Nullable String node, List<Integer> reached, Block<GuttmanErrors> errors)
            implements Serializable {
        /** Copies the list. */
        public LevelOrder {
            reached = List.copyOf(reached);
        }
    }

    /**
     * Two groups of people.
     *
     * @param by what parts them: {@code side}, {@code informant}, {@code country}, {@code region}, {@code size} or
     *     {@code market}
     * @param reference word of the larger group
     * @param focal word of the smaller one
     * @param referenceN people in the larger group
     * @param focalN people in the smaller one
     * @param items differential use of items
     * @param styles how differently both use scales: the focal group minus the reference group
     */
    public record Contrast(
            String by,
            String reference,
            String focal,
            int referenceN,
            int focalN,
            Block<Uses> items,
            Block<Styles> styles)
            implements Serializable {}

    /**
     * Differential use of the items of all nodes with three opinions or more; people are matched on the sum of a node's
     * opinions, the looked-at item among them, and count if they answered all of these.
     *
     * @param items in file order; those that fewer people could be compared on than the policy says are left out
     */
    public record Uses(List<Use> items) implements Serializable {
        /** Copies the list. */
        public Uses {
            items = List.copyOf(items);
        }
    }

    /**
     * Differential use of one item.
     *
     * @param key its key
     * @param use what was found, on scores 0-100
     */
    public record Use(String key, DifferentialUse use) implements Serializable {}

    /**
     * Differences in response style.
     *
     * @param differences by kind: acquiescence, midpoint, extreme
     */
    public record Styles(List<Style> differences) implements Serializable {
        /** Copies the list. */
        public Styles {
            differences = List.copyOf(differences);
        }
    }

    /**
     * One difference in response style.
     *
     * @param kind {@code acquiescence}, {@code midpoint} or {@code extreme}
     * @param difference of the means
     * @param interval Welch's 95 % interval of it
     * @param hedgesG the difference in standard deviations
     */
    public record Style(String kind, Estimate difference, IntervalEstimate interval, Estimate hedgesG)
            implements Serializable {}

    /**
     * What a reader should look at first: every flag, misfit, disorder and large difference, as a list of keys by kind.
     *
     * @return by kind, in a fixed order: {@code floor}, {@code ceiling}, {@code constant}, {@code disordered} (thresholds),
     *     {@code misfit} (infit or outfit outside 0.6 to 1.4), {@code differential} (large); kinds without items are absent
     */
    public Map<String, List<String>> attention() {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (String flag : List.of("floor", "ceiling", "constant")) {
            for (ItemUse use : items) {
                boolean flagged = use.spread()
                        .found()
                        .map(one -> one.flags().contains(flag))
                        .orElse(false);
                note(found, flag, use.item().key(), flagged);
            }
        }
        for (NodeQuality node : nodes) {
            for (RaschUse use : node.rasch().found().map(Rasch::items).orElse(List.of())) {
                note(found, "disordered", use.key(), !use.ordered());
            }
        }
        for (NodeQuality node : nodes) {
            for (RaschUse use : node.rasch().found().map(Rasch::items).orElse(List.of())) {
                note(
                        found,
                        "misfit",
                        use.key(),
                        isOff(use.fit().infit()) || isOff(use.fit().outfit()));
            }
        }
        for (Contrast contrast : contrasts) {
            for (Use use : contrast.items().found().map(Uses::items).orElse(List.of())) {
                note(found, "differential", use.key(), use.use().size() == DifferentialUse.Size.LARGE);
            }
        }
        return Collections.unmodifiableMap(found);
    }

    private static void note(Map<String, List<String>> found, String kind, String key, boolean isSo) {
        if (isSo && !found.getOrDefault(kind, List.of()).contains(key)) {
            found.computeIfAbsent(kind, any -> new ArrayList<>()).add(key);
        }
    }

    private static boolean isOff(Estimate meanSquare) {
        return meanSquare instanceof Estimate.Point point && !(point.value() >= 0.6 && point.value() <= 1.4);
    }
}
