package org.moatmark.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moatmark.core.Moatmark;
import org.moatmark.core.RandomWaves;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.response.Form;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Seat;
import org.moatmark.core.response.Wave;

/** Draws of respondents are scored by the same rules as waves: what is fast is what is right. */
class DrawnItemsTest {

    private static final Moatmark MOATMARK = Moatmark.shipped();
    private static final int WAVES = 60;

    private static DrawnItems drawn(Questionnaire questionnaire, Wave wave, ScoreTree tree) {
        Plan plan = new Plan(questionnaire);
        Answers answers = new Answers(plan, wave);
        ItemAnswers[] items = new ItemAnswers[plan.items.length];
        for (int i = 0; i < items.length; i++) {
            items[i] = ItemAnswers.of(plan, answers, i, tree.items().get(i).state(), ScoringPolicy.DEFAULT);
        }
        return new DrawnItems(plan, answers, items);
    }

    /** The same people again and again, each time in a seat of his own. */
    private static Wave repeated(Wave wave, int[] times) {
        List<Respondent> sorted = new ArrayList<>(wave.respondents());
        sorted.sort(Comparator.comparing(one -> one.seat().key()));
        List<Respondent> respondents = new ArrayList<>();
        for (int r = 0; r < times.length; r++) {
            Seat seat = sorted.get(r).seat();
            for (int k = 0; k < times[r]; k++) {
                respondents.add(new Respondent(
                        new Seat(seat.key() + "/" + k, seat.department(), seat.role(), seat.unit(), seat.informants()),
                        sorted.get(r).answers()));
            }
        }
        return new Wave(
                wave.questionnaire(),
                wave.version(),
                wave.company(),
                wave.date(),
                wave.form(),
                respondents,
                wave.others());
    }

    private static void assertSame(double actual, double expected, double tolerance, String what) {
        if (Double.isNaN(expected) || Double.isNaN(actual)) {
            assertThat(Double.valueOf(actual)).as(what).isEqualTo(Double.valueOf(expected));
        } else {
            assertThat(actual).as(what).isCloseTo(expected, offset(tolerance));
        }
    }

    private static double side(Outcome.Scored side, boolean claimed) {
        return side == null ? Double.NaN : claimed ? side.claimed() : side.evidenced();
    }

    private static void assertScoredAs(ScoreTree tree, DrawnItems drawn, double tolerance, String where) {
        for (int i = 0; i < tree.items().size(); i++) {
            ItemScore item = tree.items().get(i);
            String what = where + ", item " + item.key();
            assertThat(drawn.state[i]).as(what).isEqualTo(item.state());
            assertSame(drawn.claimed.itemHq[i], side(item.sides().headquarters(), true), tolerance, what);
            assertSame(drawn.claimed.itemGenba[i], side(item.sides().genba(), true), tolerance, what);
            assertSame(drawn.evidenced.itemHq[i], side(item.sides().headquarters(), false), tolerance, what);
            assertSame(drawn.evidenced.itemGenba[i], side(item.sides().genba(), false), tolerance, what);
            ItemReading expected = tree.readings().get(i);
            ItemReading actual = drawn.reading(i);
            assertSame(actual.lowest(), expected.lowest(), tolerance, what);
            assertSame(actual.highest(), expected.highest(), tolerance, what);
            assertSame(actual.number(), expected.number(), tolerance, what);
            assertSame(actual.customersMean(), expected.customersMean(), tolerance, what);
            assertThat(actual.standing()).as(what).isEqualTo(expected.standing());
            assertThat(actual.documented()).as(what).isEqualTo(expected.documented());
            assertThat(actual.answeredByBothSides()).as(what).isEqualTo(expected.answeredByBothSides());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"business-model-differentiation", "marketing-leadership-maturity", "outside-view"})
    void everybody_drawn_once_is_the_wave_itself_to_the_last_bit(String id) {
        Questionnaire questionnaire = MOATMARK.catalogue().newest(id).orElseThrow();
        Scorer scorer = Scorer.of(questionnaire);
        for (long seed = 0; seed < WAVES; seed++) {
            Wave wave =
                    seed % 2 == 0 ? RandomWaves.of(questionnaire, seed) : RandomWaves.ofEveryKind(questionnaire, seed);
            ScoreTree tree = scorer.scoreWithoutGains(wave);
            DrawnItems drawn = drawn(questionnaire, wave, tree);
            Arrays.fill(drawn.times, 1);
            drawn.score();
            assertScoredAs(tree, drawn, 0, id + " seed " + seed);
            assertNodes(tree, drawn, new Plan(questionnaire), 0, id + " seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"business-model-differentiation", "marketing-leadership-maturity", "outside-view"})
    void a_draw_is_scored_as_a_wave_in_which_the_same_people_sit_several_times(String id) {
        Questionnaire questionnaire = MOATMARK.catalogue().newest(id).orElseThrow();
        Scorer scorer = Scorer.of(questionnaire);
        for (long seed = 0; seed < WAVES; seed++) {
            Random random = new Random(seed);
            Wave wave = RandomWaves.ofEveryKind(questionnaire, seed);
            DrawnItems drawn = drawn(questionnaire, wave, scorer.scoreWithoutGains(wave));
            for (int r = 0; r < drawn.times.length; r++) {
                drawn.times[r] = random.nextInt(4);
            }
            drawn.score();
            ScoreTree tree = scorer.scoreWithoutGains(repeated(wave, drawn.times));
            assertScoredAs(tree, drawn, 1e-9, id + " seed " + seed);
            assertNodes(tree, drawn, new Plan(questionnaire), 1e-9, id + " seed " + seed);
        }
    }

    private static void assertNodes(ScoreTree tree, DrawnItems drawn, Plan plan, double tolerance, String where) {
        boolean shortForm = tree.wave().form() == Form.CORE;
        NodeStructure structure = drawn.structure(ScoringPolicy.DEFAULT, shortForm);
        new NodeScoring(plan, structure, drawn.evidenced).all();
        double[] joined = drawn.evidenced.node.clone();
        for (int i = 0; i < joined.length; i++) {
            NodeScore node = tree.nodes().get(i);
            String what = where + ", node " + node.key();
            Outcome.Scored scored = node.outcome() instanceof Outcome.Scored one ? one : null;
            assertSame(joined[i], side(scored, false), tolerance, what);
            Double hq = node.sides().headquarters();
            assertSame(drawn.evidenced.nodeHq[i], hq == null ? Double.NaN : hq, tolerance, what);
        }
        drawn.evidenced.forgetNodes();
        NodeScoring again = new NodeScoring(plan, structure, drawn.evidenced);
        again.joined();
        assertThat(drawn.evidenced.node).as(where).isEqualTo(joined);
        if (structure.indexScored()) {
            assertSame(again.index(), side((Outcome.Scored) tree.index().outcome(), false), tolerance, where);
        } else {
            assertThat(tree.indexScored()).as(where).isFalse();
        }
    }
}
