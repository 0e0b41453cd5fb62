package org.moatmark.core.maturity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.psychometrics.ResponseStyle;
import org.moatmark.core.psychometrics.ResponseStylePolicy;
import org.moatmark.core.questionnaire.Informant;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.Company;
import org.moatmark.core.response.Form;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.AnswerScale;
import org.moatmark.core.scoring.Outcome;
import org.moatmark.core.scoring.ScoreTree;
import org.moatmark.core.scoring.Scorer;

/**
 * Collects many waves of one questionnaire, one a company or group, for a report on the instrument. Of every respondent only
 * the scores of his answers stay, so that a hundred thousand of them take little room. Not safe for several threads.
 *
 * <pre>{@code
 * InstrumentSample sample = InstrumentSample.of(questionnaire);
 * waves.forEach(sample::add);
 * InstrumentReport report = sample.report(InstrumentPolicy.DEFAULT);
 * }</pre>
 */
public final class InstrumentSample {

    private static final int QUARTERS = 4;

    /** One respondent. */
    static final class Person {
        final int wave;
        final String informant;
        final Side side;
        /** By item, as claimed, 0-100; NaN without an answer, or where it was not asked. */
        final double[] scores;
        /** By item, whether it was asked and not answered. */
        final boolean[] owed;

        final double[] styles;

        Person(int wave, String informant, Side side, double[] scores, boolean[] owed, double[] styles) {
            this.wave = wave;
            this.informant = informant;
            this.side = side;
            this.scores = scores;
            this.owed = owed;
            this.styles = styles;
        }
    }

    /** What became of one item so far. */
    static final class Tally {
        int answered;
        int dontKnow;
        int notApplicable;
        int skipped;
        int notAsked;
        final Map<String, Integer> counts = new LinkedHashMap<>();
    }

    /** Agreement within companies so far. */
    static final class AgreementSums {
        int companies;
        int people;
        double rwgJ;
        double rwgJSkewed;
        double ad;
        double adMedian;
        final EnumMap<SharedView, Integer> shared = new EnumMap<>(SharedView.class);
    }

    final Questionnaire questionnaire;
    final List<Item> items;
    final List<@Nullable Company> companies = new ArrayList<>();
    final List<Person> people = new ArrayList<>();
    final List<Tally> tallies = new ArrayList<>();
    final Map<String, Map<Side, AgreementSums>> agreement = new LinkedHashMap<>();

    /** By company, the claimed score of each item; NaN without. */
    final List<double[]> companyItems = new ArrayList<>();

    /** By company, the evidenced score of each node and, last, of the index; NaN without. */
    final List<double[]> companyNodes = new ArrayList<>();

    /** By node with gates, and "" for the organisation, by company: whether each level's own conditions hold. */
    final Map<String, List<double[]>> levels = new LinkedHashMap<>();

    int silent;

    private final Scorer scorer;
    private final Maturity maturity;
    private final Map<String, Side> sides = new TreeMap<>();

    private InstrumentSample(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
        items = questionnaire.items();
        scorer = Scorer.of(questionnaire);
        maturity = Maturity.of(questionnaire);
        for (Informant informant : questionnaire.informants()) {
            sides.put(informant.key(), informant.side());
        }
        for (Item item : items) {
            Tally tally = new Tally();
            answers(item.type()).forEach(answer -> tally.counts.put(answer, 0));
            tallies.add(tally);
        }
    }

    /**
     * A sample without waves.
     *
     * @param questionnaire what is asked
     * @return the sample
     */
    public static InstrumentSample of(Questionnaire questionnaire) {
        return new InstrumentSample(questionnaire);
    }

    /**
     * Takes one wave in.
     *
     * @param wave the answers of one company or group
     * @throws IllegalArgumentException if the wave is of another questionnaire or version, or was made by hand with answers
     *     that do not fit it
     */
    public void add(Wave wave) {
        ScoreTree tree = scorer.scoreWithoutGains(wave);
        int number = companies.size();
        companies.add(wave.company());
        for (Respondent respondent : wave.respondents()) {
            add(wave, respondent, number);
        }
        double[] ofItems = new double[items.size()];
        Arrays.setAll(ofItems, i -> {
            Outcome.Scored score = tree.items().get(i).score();
            return score == null ? Double.NaN : score.claimed();
        });
        companyItems.add(ofItems);
        int nodes = tree.nodes().size();
        double[] ofNodes = new double[nodes + 1];
        Arrays.setAll(ofNodes, i -> {
            Outcome outcome =
                    i < nodes ? tree.nodes().get(i).outcome() : tree.index().outcome();
            return outcome instanceof Outcome.Scored scored ? scored.evidenced() : Double.NaN;
        });
        companyNodes.add(ofNodes);
        maturity.eachLevelAlone(tree)
                .forEach((node, held) ->
                        levels.computeIfAbsent(node, any -> new ArrayList<>()).add(held));
        Perceptions perceptions = Perceptions.of(tree);
        if (perceptions != null) {
            perceptions.agreement().forEach(this::add);
        }
    }

    /**
     * What the waves so far say.
     *
     * @param policy how many cases each part takes
     * @return the report
     */
    public InstrumentReport report(InstrumentPolicy policy) {
        return new InstrumentValidation(this, policy).report();
    }

    /**
     * How many waves were taken in.
     *
     * @return at least 0
     */
    public int companies() {
        return companies.size();
    }

    private void add(SideAgreement one) {
        AgreementSums sums = agreement
                .computeIfAbsent(one.node(), any -> new EnumMap<>(Side.class))
                .computeIfAbsent(one.side(), any -> new AgreementSums());
        sums.companies++;
        sums.people += one.n();
        sums.rwgJ += one.rwgJ();
        sums.rwgJSkewed += one.rwgJSkewed();
        sums.ad += one.ad();
        sums.adMedian += one.adMedian();
        sums.shared.merge(one.shared(), 1, Integer::sum);
    }

    private void add(Wave wave, Respondent respondent, int number) {
        int n = items.size();
        double[] scores = new double[n];
        boolean[] open = new boolean[n];
        boolean present = false;
        for (int i = 0; i < n; i++) {
            Item item = items.get(i);
            open[i] = isAsked(item, wave, respondent);
            present |= open[i] && respondent.answers().containsKey(item.key());
        }
        if (!present) {
            silent++;
            return;
        }
        for (int i = 0; i < n; i++) {
            Response response = respondent.answers().get(items.get(i).key());
            scores[i] = Double.NaN;
            Tally tally = tallies.get(i);
            if (!open[i]) {
                tally.notAsked++;
            } else if (response instanceof Response.Answered answered) {
                tally.answered++;
                scores[i] = score(items.get(i), answered.value(), tally);
                open[i] = false;
            } else if (response instanceof Response.DontKnow) {
                tally.dontKnow++;
            } else if (response instanceof Response.NotApplicable) {
                tally.notApplicable++;
            } else {
                tally.skipped++;
            }
        }
        String informant = respondent.seat().informants().get(0);
        people.add(new Person(
                number, informant, sides.getOrDefault(informant, Side.NEUTRAL), scores, open, styles(respondent)));
    }

    /** Acquiescence, midpoint and extreme use; NaN where there is none. */
    private double[] styles(Respondent respondent) {
        ResponseStyle style = ResponseStyle.of(questionnaire, respondent, ResponseStylePolicy.DEFAULT);
        return new double[] {
            style.acquiescence().number().orElse(Double.NaN),
            style.midpoint().number().orElse(Double.NaN),
            style.extreme().number().orElse(Double.NaN)
        };
    }

    private static boolean isAsked(Item item, Wave wave, Respondent respondent) {
        Company company = wave.company();
        return !Collections.disjoint(item.informants(), respondent.seat().informants())
                && (item.core() || wave.form() != Form.CORE)
                && (company == null || !item.appliesTo().excludes(company.size(), company.market()));
    }

    private static double score(Item item, AnswerValue value, Tally tally) {
        if (item.type() instanceof ItemType.FreeText) {
            return Double.NaN;
        }
        double score = AnswerScale.score(item, value);
        String answer;
        if (value instanceof AnswerValue.YesNo yesNo) {
            answer = String.valueOf(yesNo.yes());
        } else if (value instanceof AnswerValue.OneOption chosen) {
            answer = chosen.option();
        } else if (value instanceof AnswerValue.Number number && item.type().isOpinion()) {
            answer = String.valueOf((int) number.value());
        } else {
            answer = quarter(Math.min(QUARTERS - 1, (int) (score / (100 / QUARTERS))));
        }
        tally.counts.merge(answer, 1, Integer::sum);
        return score;
    }

    private static String quarter(int at) {
        int width = 100 / QUARTERS;
        return at * width + "-" + (at + 1) * width;
    }

    /** All that can be answered, in order of the scale. */
    private static List<String> answers(ItemType type) {
        List<String> answers = new ArrayList<>();
        if (type.isOpinion()) {
            int points = type instanceof ItemType.Agreement scale ? scale.points() : ItemType.RUBRIC_ANCHORS;
            for (int point = 1; point <= points; point++) {
                answers.add(String.valueOf(point));
            }
        } else if (type instanceof ItemType.YesNo) {
            answers.addAll(List.of("false", "true"));
        } else if (type instanceof ItemType.Choice choice) {
            choice.options().forEach(option -> answers.add(option.key()));
        } else if (!(type instanceof ItemType.FreeText)) {
            for (int at = 0; at < QUARTERS; at++) {
                answers.add(quarter(at));
            }
        }
        return answers;
    }
}
