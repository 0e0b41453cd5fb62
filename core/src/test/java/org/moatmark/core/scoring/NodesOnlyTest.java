package org.moatmark.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moatmark.core.Moatmark;
import org.moatmark.core.benchmark.CaseCompany;
import org.moatmark.core.questionnaire.Questionnaire;

/** Node scores from item scores: the same numbers as from answers, and spans of items that are not sure. */
class NodesOnlyTest {

    private static final Moatmark MOATMARK = Moatmark.shipped();

    private static final Questionnaire OUTSIDE_VIEW =
            MOATMARK.catalogue().find("outside-view", "1.0.0").orElseThrow();

    private static final NodesOnly NODES = NodesOnly.of(OUTSIDE_VIEW);

    private static final int ITEMS = OUTSIDE_VIEW.items().size();

    private static double[] all(double score) {
        double[] scores = new double[ITEMS];
        Arrays.fill(scores, score);
        return scores;
    }

    private static List<ItemState> states(double[] scores) {
        List<ItemState> states = new ArrayList<>();
        for (double score : scores) {
            states.add(Double.isNaN(score) ? ItemState.DONT_KNOW : ItemState.ANSWERED);
        }
        return states;
    }

    private static NodeScore node(NodeScores scores, String key) {
        return scores.nodes().stream()
                .filter(node -> node.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_numbers_of_every_case_company_are_those_of_the_scorer_to_the_last_bit() {
        Scorer scorer = Scorer.of(OUTSIDE_VIEW);
        for (CaseCompany company : MOATMARK.cases().companies()) {
            ScoreTree tree = scorer.scoreWithoutGains(MOATMARK.cases().wave(company.id()));
            double[] scores = new double[ITEMS];
            List<ItemState> states = new ArrayList<>();
            for (int i = 0; i < ITEMS; i++) {
                ItemScore item = tree.items().get(i);
                scores[i] = item.score() == null ? Double.NaN : item.score().evidenced();
                states.add(item.state());
            }

            NodeScores again = NODES.score(scores, states);

            assertThat(again.index()).as(company.id()).isEqualTo(tree.index());
            for (int i = 0; i < tree.nodes().size(); i++) {
                NodeScore expected = tree.nodes().get(i);
                assertThat(again.nodes().get(i))
                        .usingRecursiveComparison()
                        .ignoringFields("flags")
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void items_that_are_sure_have_no_wider_bounds_than_rule_s8_gives() {
        double[] scores = all(50);
        scores[3] = Double.NaN;

        assertThat(NODES.score(scores, scores, scores, states(scores))).isEqualTo(NODES.score(scores, states(scores)));
    }

    @Test
    void an_unsure_item_widens_the_bounds_of_its_node_by_hand() {
        // D4 has three items of weight 1: (50 + 50 + 50) / 3, with the last anywhere from 25 to 100.
        double[] scores = all(50);
        double[] low = all(50);
        double[] high = all(50);
        low[15] = 25;
        high[15] = 100;

        NodeScores spanned = NODES.score(scores, low, high, states(scores));

        assertThat(node(spanned, "D4").bounds().low()).isEqualTo(125.0 / 3);
        assertThat(node(spanned, "D4").bounds().high()).isEqualTo(200.0 / 3);
        assertThat(node(spanned, "D3").bounds()).isEqualTo(new Bounds(50, 50));
        // B is the geometric mean of four children.
        assertThat(node(spanned, "B").bounds().low()).isCloseTo(Math.pow(50 * 50 * 50 * 125.0 / 3, 0.25), offset(1e-9));
        assertThat(spanned.index().bounds().high()).isGreaterThan(50).isLessThan(60);
    }

    @Test
    void what_was_not_asked_counts_in_coverage_but_not_in_asked_coverage() {
        double[] scores = all(50);
        scores[5] = Double.NaN;
        scores[8] = Double.NaN;
        List<ItemState> notAsked = states(scores);
        notAsked.set(5, ItemState.NOT_ASKED);
        notAsked.set(8, ItemState.NOT_ASKED);

        NodeScore asked = node(NODES.score(scores, states(scores)), "D2");
        NodeScore unasked = node(NODES.score(scores, notAsked), "D2");

        assertThat(asked.status()).isEqualTo(Status.PROVISIONAL);
        assertThat(asked.askedCoverage()).isEqualTo(0.5);
        assertThat(unasked.status()).isEqualTo(Status.FULL);
        assertThat(unasked.coverage()).isEqualTo(0.5);
        assertThat(unasked.askedCoverage()).isEqualTo(1.0);
        assertThat(unasked.bounds()).isEqualTo(asked.bounds()).isEqualTo(new Bounds(25, 75));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatever_the_unsure_items_turn_out_to_be_the_score_lies_in_the_bounds(long seed) {
        Random random = new Random(seed);
        double[] low = new double[ITEMS];
        double[] high = new double[ITEMS];
        double[] scores = new double[ITEMS];
        for (int i = 0; i < ITEMS; i++) {
            low[i] = random.nextInt(5) * 25.0;
            high[i] = Math.min(100, low[i] + random.nextInt(4) * 25);
            scores[i] = (low[i] + high[i]) / 2;
            if (random.nextInt(6) == 0) {
                low[i] = high[i] = scores[i] = Double.NaN;
            }
        }
        List<ItemState> states = states(scores);
        NodeScores spanned = NODES.score(scores, low, high, states);

        for (int run = 0; run < 200; run++) {
            double[] turned = scores.clone();
            List<ItemState> answered = new ArrayList<>(states);
            for (int i = 0; i < ITEMS; i++) {
                if (Double.isNaN(scores[i])) {
                    turned[i] = random.nextDouble() * 100;
                    answered.set(i, ItemState.ANSWERED);
                } else {
                    turned[i] = low[i] + random.nextDouble() * (high[i] - low[i]);
                }
            }
            NodeScores drawn = NODES.score(turned, answered);
            for (int i = 0; i < drawn.nodes().size(); i++) {
                Outcome.Scored score = (Outcome.Scored) drawn.nodes().get(i).outcome();
                Bounds bounds = spanned.nodes().get(i).bounds();
                assertThat(score.evidenced())
                        .as("seed " + seed + ", node " + drawn.nodes().get(i).key())
                        .isBetween(bounds.low() - Slack.SLACK, bounds.high() + Slack.SLACK);
            }
            assertThat(((Outcome.Scored) drawn.index().outcome()).evidenced())
                    .isBetween(
                            spanned.index().bounds().low() - Slack.SLACK,
                            spanned.index().bounds().high() + Slack.SLACK);
        }
    }

    @Test
    void scores_that_do_not_fit_are_the_callers_mistake() {
        double[] scores = all(50);
        assertThatThrownBy(() -> NODES.score(new double[3], List.of(ItemState.ANSWERED)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Questionnaire 'outside-view' has 29 items, but there are 3 scores and 1 states.");
        assertThatThrownBy(() -> NODES.score(all(101), states(scores)))
                .hasMessage(
                        "Item 'OV01' is answered with a score of 101.0; answered items have 0-100, all others NaN.");
        assertThatThrownBy(() -> NODES.score(all(Double.NaN), states(scores)))
                .hasMessage("Item 'OV01' is answered with a score of NaN; answered items have 0-100, all others NaN.");
        assertThatThrownBy(() -> NODES.score(scores, states(all(Double.NaN))))
                .hasMessage("Item 'OV01' is dontKnow with a score of 50.0; answered items have 0-100, all others NaN.");
        assertThatThrownBy(() -> NODES.score(scores, all(60), all(70), states(scores)))
                .hasMessage("Item 'OV01': 50.0 does not lie from 60.0 to 70.0.");
        assertThatThrownBy(() -> NODES.score(scores, all(-1), all(70), states(scores)))
                .hasMessage("Item 'OV01' is answered with a lowest score of -1.0; answered items have 0-100, all others"
                        + " NaN.");
    }
}
