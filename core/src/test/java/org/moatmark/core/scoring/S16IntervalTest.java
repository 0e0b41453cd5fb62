package org.moatmark.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;
import static org.moatmark.core.Tiny.branch;
import static org.moatmark.core.Tiny.geometric;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.minimum;
import static org.moatmark.core.Tiny.rubric;
import static org.moatmark.core.Tiny.seat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moatmark.core.Moatmark;
import org.moatmark.core.RandomWaves;
import org.moatmark.core.Tiny;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.report.Result;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Wave;

/**
 * Rule S16: intervals from joint runs, on questionnaires so small that what runs can give is counted by hand. Long, since what
 * runs can give is counted beside each.
 */
class S16IntervalTest {

    private static final int RUNS = 2_000;
    private static final Moatmark MOATMARK = Moatmark.shipped();

    private static Resampled scores(Result result) {
        return result.confidence().scores();
    }

    private static Resampled resampled(Tiny tiny, Tiny.Voice... voices) {
        return scores(tiny.resampled(Resampling.DEFAULT, voices));
    }

    private static VariancePart part(Resampled scores, VariancePart.Source source) {
        return scores.parts().get(source.ordinal());
    }

    private static MethodEffect effect(Resampled scores, MethodEffect.Choice choice) {
        return scores.effects().get(choice.ordinal());
    }

    /** Draws of two out of 50 and 100: mean 50 in a quarter of them, 75 in half, 100 in a quarter. */
    @Test
    void two_respondents_and_one_item_are_all_people() {
        Resampled scores = resampled(
                Tiny.of(leaf("A", rubric("a"))),
                seat("h1", "H").says("a", 5),
                seat("h2", "H").says("a", 3));

        assertThat(scores.index()).isEqualTo(new ScoreInterval(50, 100, 1, RUNS, 0));
        assertThat(scores.nodes().get(0).joined()).isEqualTo(scores.index());
        assertThat(scores.nodes().get(0).headquarters()).isEqualTo(scores.index());
        assertThat(scores.nodes().get(0).genba()).isNull();
        assertThat(scores.strata()).isEqualTo(Map.of(Side.HEADQUARTERS, 2));
        // Standard deviation 25 / sqrt(2); of the mean that over sqrt(2000), so that 1.2 are three of its errors.
        assertThat(scores.mean()).isCloseTo(75, offset(1.2));
        assertThat(scores.deviation()).isCloseTo(25 / Math.sqrt(2), offset(1.0));
        assertThat(part(scores, VariancePart.Source.PEOPLE).first()).isCloseTo(1, offset(0.1));
        assertThat(part(scores, VariancePart.Source.PEOPLE).total()).isCloseTo(1, offset(0.1));
        for (VariancePart.Source none : List.of(VariancePart.Source.ITEMS, VariancePart.Source.METHOD)) {
            assertThat(part(scores, none)).isEqualTo(new VariancePart(none, 0, 0));
        }
    }

    /**
     * Three out of 0, 50 and 100: of the 27 draws 1 has the mean 0, 3 have 16.7, 6 have 33.3, 7 have 50, and so on up. A
     * 27th is less than the twentieth part, four 27ths are more: the 5th percentile is 16.7.
     */
    @Test
    void three_respondents_have_the_quantiles_of_their_27_draws() {
        Resampled scores = resampled(
                Tiny.of(leaf("A", rubric("a"))),
                seat("h1", "H").says("a", 5),
                seat("h2", "H").says("a", 3),
                seat("h3", "H").says("a", 1));

        assertThat(scores.nodes().get(0).joined().low()).isCloseTo(100.0 / 6, offset(1e-12));
        assertThat(scores.nodes().get(0).joined().high()).isCloseTo(500.0 / 6, offset(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 42, -7, Resampling.GREATEST_SEED})
    void counted_quantiles_are_the_same_for_every_seed(long seed) {
        Result result = Tiny.of(leaf("A", rubric("a")))
                .resampled(
                        Resampling.DEFAULT.withSeed(seed),
                        seat("h1", "H").says("a", 5),
                        seat("h2", "H").says("a", 3));

        assertThat(scores(result).index()).isEqualTo(new ScoreInterval(50, 100, seed, RUNS, 0));
    }

    /** Every side is drawn for itself, so that neither can take the other's place. */
    @Test
    void sides_that_agree_within_do_not_vary_however_far_they_are_apart() {
        Resampled scores = resampled(
                Tiny.of(leaf("A", rubric("a"))),
                seat("h1", "H").says("a", 5),
                seat("h2", "C").says("a", 5),
                seat("g1", "G").says("a", 1),
                seat("g2", "G").says("a", 1));

        assertThat(scores.index()).isEqualTo(new ScoreInterval(50, 50, 1, RUNS, 0));
        assertThat(scores.nodes().get(0).headquarters().low()).isEqualTo(100);
        assertThat(scores.nodes().get(0).genba().high()).isZero();
        assertThat(scores.deviation()).isZero();
        assertThat(scores.parts()).isEmpty();
        assertThat(effect(scores, MethodEffect.Choice.WEIGHTS).part()).isNull();
    }

    /** Of 100, 50 and 0 one is left out: the means are 25, 50 and 75 but for the weights, which are drawn. */
    @Test
    void where_all_answer_the_same_nothing_is_due_to_people() {
        Resampled scores = resampled(
                Tiny.of(leaf("A", rubric("a"), rubric("b"), rubric("c"))),
                seat("h1", "H").says("a", 5).says("b", 3).says("c", 1),
                seat("h2", "H").says("a", 5).says("b", 3).says("c", 1));

        assertThat(part(scores, VariancePart.Source.PEOPLE))
                .isEqualTo(new VariancePart(VariancePart.Source.PEOPLE, 0, 0));
        // Between the means of 25, 50, 75: 2 * 25^2 / 3 = 417. Of the weights: two shares of deviation 0.15 at most,
        // over a
        // distance of 50, 50 or 100: (7.5^2 + 7.5^2 + 15^2) / 3 = 113. So items are 0.79 or a little more.
        assertThat(part(scores, VariancePart.Source.ITEMS).first()).isCloseTo(0.82, offset(0.08));
        assertThat(scores.mean()).isCloseTo(50, offset(1.5));
    }

    @Test
    void of_two_items_none_is_left_out() {
        Resampled scores = resampled(
                Tiny.of(leaf("A", rubric("a"), rubric("b")).how(minimum())),
                seat("h1", "H").says("a", 5).says("b", 3),
                seat("h2", "H").says("a", 5).says("b", 3));

        assertThat(scores.index()).isEqualTo(new ScoreInterval(50, 50, 1, RUNS, 0));
    }

    /** Of 100, 100, 0 the lowest is left out in a third of the runs, so that the lowest is 100 there. */
    @Test
    void what_is_left_out_does_not_count_as_missing() {
        Resampled scores = resampled(
                Tiny.of(leaf("A", rubric("a"), rubric("b"), rubric("c")).how(minimum())),
                seat("h1", "H").says("a", 5).says("b", 5).says("c", 1),
                seat("h2", "H").says("a", 5).says("b", 5).says("c", 1));

        assertThat(scores.nodes().get(0).joined()).isEqualTo(new ScoreInterval(0, 100, 1, RUNS, 0));
        assertThat(part(scores, VariancePart.Source.ITEMS).first()).isCloseTo(1, offset(0.1));
    }

    /**
     * Of 100 and 25 the arithmetic mean is 62.5, the geometric 50. With a weight w of deviation 0.15 around a half the
     * geometric mean is 25 * 4^w, on average 50 * (1 + ln(4)^2 * 0.15^2 / 2) = 51.1.
     */
    @Test
    void what_means_and_weights_do_is_told_apart() {
        Resampled scores = resampled(
                Tiny.of(leaf("A", rubric("a")), leaf("B", rubric("b"))),
                seat("h1", "H").says("a", 5).says("b", 2),
                seat("h2", "H").says("a", 5).says("b", 2));

        assertThat(part(scores, VariancePart.Source.METHOD).first()).isCloseTo(1, offset(0.1));
        assertThat(part(scores, VariancePart.Source.PEOPLE).total()).isZero();
        List<MethodEffect.Shift> means =
                effect(scores, MethodEffect.Choice.AGGREGATION).shifts();
        assertThat(means.get(0)).isEqualTo(new MethodEffect.Shift("arithmetic", "declared", RUNS, 0.0, 0.0));
        assertThat(means.get(1).mean()).isCloseTo(51.1 - 62.5, offset(0.3));
        MethodEffect.Shift weights =
                effect(scores, MethodEffect.Choice.WEIGHTS).shifts().get(0);
        assertThat(weights.mean()).isCloseTo(0, offset(1.0));
        assertThat(weights.deviation()).isCloseTo(75 * 0.15, offset(1.0));
        // The three options 62.5, 62.5 and 51.1: variance 11.4^2 * 2 / 9 = 28.9, beside some 117 of the weights.
        assertThat(effect(scores, MethodEffect.Choice.AGGREGATION).part()).isCloseTo(28.9 / 146, offset(0.04));
        assertThat(effect(scores, MethodEffect.Choice.WEIGHTS).part()).isCloseTo(0.8, offset(0.1));
        assertThat(effect(scores, MethodEffect.Choice.MISSING_RULE).part()).isZero();
    }

    /** A minimum, the best of several and a balance say something else than a mean: no run makes means of them. */
    @Test
    void only_means_are_exchanged_for_means() {
        Tiny.Voice[] voices = {
            seat("h1", "H").says("a", 5).says("b", 2),
            seat("h2", "H").says("a", 5).says("b", 2)
        };
        Resampled lowest = resampled(
                Tiny.of(branch("P", leaf("A", rubric("a")), leaf("B", rubric("b")))
                        .how(minimum())),
                voices);
        Resampled mean = resampled(
                Tiny.of(branch("P", leaf("A", rubric("a")), leaf("B", rubric("b")))
                        .how(geometric())),
                voices);

        assertThat(lowest.index()).isEqualTo(new ScoreInterval(25, 25, 1, RUNS, 0));
        assertThat(effect(mean, MethodEffect.Choice.AGGREGATION).shifts().get(0).mean())
                .isCloseTo(62.5 - 51.1, offset(0.3));
    }

    /** One of two items is answered: half is enough for the one missing rule and too little for the other. */
    @Test
    void runs_without_a_score_are_counted() {
        Resampled scores = resampled(
                Tiny.of(leaf("A", rubric("a"), rubric("b"))),
                seat("h1", "H").says("a", 5).doesNotKnow("b"),
                seat("h2", "H").says("a", 5).doesNotKnow("b"));

        ScoreInterval index = scores.index();
        assertThat(index.unscored()).isBetween(RUNS / 2 - 100, RUNS / 2 + 100);
        assertThat(scores.nodes().get(0).joined()).isEqualTo(index);
        MethodEffect.Shift rule =
                effect(scores, MethodEffect.Choice.MISSING_RULE).shifts().get(0);
        assertThat(rule).isEqualTo(new MethodEffect.Shift("2/3", "1/2", 0, null, null));
    }

    @Test
    void a_node_without_a_score_has_no_interval() {
        Resampled scores = resampled(
                Tiny.of(leaf("A", rubric("a")), leaf("B", rubric("b"), rubric("c"), rubric("d"))),
                seat("h1", "H").says("a", 5).says("b", 1),
                seat("h2", "H").says("a", 5));

        assertThat(scores.nodes().get(1)).isEqualTo(NodeInterval.NONE);
        assertThat(scores.nodes().get(0).joined()).isEqualTo(new ScoreInterval(100, 100, 1, RUNS, 0));
    }

    /** A claim of 5 without evidence counts 50 (S2). */
    @Test
    void the_evidence_cap_is_the_distance_of_claimed_from_evidenced() {
        Resampled scores = resampled(
                Tiny.of(leaf("A", rubric("a").evidence())),
                seat("h1", "H").says("a", 5),
                seat("h2", "H").says("a", 5));

        MethodEffect cap = effect(scores, MethodEffect.Choice.EVIDENCE_CAP);
        assertThat(cap.part()).isNull();
        assertThat(cap.shifts()).containsExactly(new MethodEffect.Shift("claimed", "evidenced", RUNS, 50.0, 0.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"business-model-differentiation", "marketing-leadership-maturity", "outside-view"})
    void the_order_of_respondents_and_answers_changes_no_number(String id) {
        Questionnaire questionnaire = MOATMARK.catalogue().newest(id).orElseThrow();
        Resampling how = new Resampling(3, 150, Long.MAX_VALUE);
        for (long seed = 0; seed < 4; seed++) {
            Wave wave = RandomWaves.ofEveryKind(questionnaire, seed);
            Result result = MOATMARK.score(wave, how);
            assertThat(MOATMARK.write(MOATMARK.score(shuffled(wave, seed), how)))
                    .as("seed %s", seed)
                    .isEqualTo(MOATMARK.write(result));
            assertSound(result, how);
        }
    }

    private static Wave shuffled(Wave wave, long seed) {
        List<Respondent> respondents = new ArrayList<>();
        for (Respondent one : wave.respondents()) {
            Map<String, Response> answers = new TreeMap<>(Collections.reverseOrder());
            answers.putAll(one.answers());
            respondents.add(new Respondent(one.seat(), answers, one.vignettes()));
        }
        Collections.shuffle(respondents, new Random(seed));
        return new Wave(
                wave.questionnaire(),
                wave.version(),
                wave.company(),
                wave.date(),
                wave.form(),
                respondents,
                wave.others());
    }

    private static void assertSound(Result result, Resampling how) {
        Resampled scores = scores(result);
        assertThat(scores.nodes()).hasSameSizeAs(result.nodes());
        for (int i = 0; i < scores.nodes().size(); i++) {
            ScoreInterval joined = scores.nodes().get(i).joined();
            boolean scored = result.nodes().get(i).outcome().isScored();
            assertThat(joined == null || scored).isTrue();
            assertThat(joined == null || joined.runs() == how.runs()).isTrue();
        }
        for (VariancePart part : scores.parts()) {
            assertThat(part.total()).isGreaterThanOrEqualTo(0);
        }
    }

    @Test
    void the_first_runs_of_many_are_the_same_runs() {
        Tiny tiny = Tiny.of(leaf("A", rubric("a")));
        List<List<Double>> seen = new ArrayList<>();
        for (int runs : new int[] {10, 50}) {
            Scorer scorer = Scorer.of(tiny.questionnaire());
            ScoreTree tree = scorer.score(
                    tiny.wave(seat("h1", "H").says("a", 5), seat("h2", "H").says("a", 3)));
            List<Double> scores = new ArrayList<>();
            scorer.resample(tree, Resampling.DEFAULT.withRuns(runs), run -> scores.add(run.lowerSide(0)));
            seen.add(scores);
        }
        assertThat(seen.get(1).subList(0, 10)).isEqualTo(seen.get(0));
    }

    @Test
    void one_respondent_has_no_interval_and_is_called_indicative() {
        Result alone = Tiny.of(leaf("A", rubric("a")))
                .resampled(Resampling.DEFAULT, seat("h1", "H").says("a", 5));

        assertThat(alone.confidence()).isNull();
        assertThat(alone.warnings().get(0).message().en()).contains("single informant - indicative");
        assertThat(alone.warnings().get(0).message().ja()).contains("参考値");
        assertThat(alone.explain()).contains("Index 100 (single informant - indicative), claimed 100");
    }

    @Test
    void a_side_of_one_is_named() {
        Result result = Tiny.of(leaf("A", rubric("a")))
                .resampled(
                        Resampling.DEFAULT,
                        seat("h1", "H").says("a", 5),
                        seat("h2", "H").says("a", 3),
                        seat("g1", "G").says("a", 3));

        assertThat(result.warnings()).hasSize(1);
        Issue warning = result.warnings().get(0);
        assertThat(warning.code()).isEqualTo("interval-side-of-one");
        assertThat(warning.message().en())
                .isEqualTo("Side 'genba' has a single respondent: the intervals hold nothing of how others of that side"
                        + " would have answered.");
        assertThat(warning.message().ja()).isEqualTo("「現場」側の回答者は一人だけです。この側の他の人ならどう答えたかという不確かさは、区間に含まれません。");
    }

    @Test
    void too_much_work_gives_a_warning_instead_of_an_interval() {
        // Two respondents and the nodes' fifty, one item, 2000 runs: 104000.
        Tiny tiny = Tiny.of(leaf("A", rubric("a")));
        Tiny.Voice[] voices = {seat("h1", "H").says("a", 5), seat("h2", "H").says("a", 3)};
        Result over = tiny.resampled(Resampling.DEFAULT.withMostWork(103_999), voices);

        assertThat(tiny.resampled(Resampling.DEFAULT.withMostWork(104_000), voices)
                        .confidence())
                .isNotNull();
        assertThat(over.confidence()).isNull();
        assertThat(over.warnings()).hasSize(1);
        Issue warning = over.warnings().get(0);
        assertThat(warning.code()).isEqualTo("interval-too-large");
        assertThat(warning.message().en())
                .isEqualTo(
                        "No interval is computed: 2000 runs over 2 respondents and 1 items are more work than is done"
                                + " here.");
        assertThat(warning.hint().en())
                .isEqualTo("Ask for at most 1999 runs, or score on the command line or with the library, which have no"
                        + " such limit.");
        assertThat(warning.hint().ja()).isEqualTo("回数を1999回以下にするか、上限のないコマンドラインまたはライブラリーで採点してください。");
    }

    @Test
    void no_runs_mean_no_interval_and_no_warning() {
        Result none = Tiny.of(leaf("A", rubric("a")))
                .resampled(
                        Resampling.NONE,
                        seat("h1", "H").says("a", 5),
                        seat("h2", "H").says("a", 3));

        assertThat(none.confidence()).isNull();
        assertThat(none.warnings()).isEmpty();
    }

    @Test
    void settings_out_of_range_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Resampling.DEFAULT.withRuns(-1))
                .withMessage("There are 0 to 1000000 runs, not -1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Resampling.DEFAULT.withSeed(Resampling.GREATEST_SEED + 1))
                .withMessage(
                        "A seed is a whole number from -9007199254740991 to 9007199254740991, not 9007199254740992.");
        Tiny tiny = Tiny.of(leaf("A", rubric("a")));
        Scorer scorer = Scorer.of(tiny.questionnaire());
        ScoreTree alone = scorer.score(tiny.wave(seat("h1", "H").says("a", 5)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scorer.resample(alone, Resampling.DEFAULT, run -> {}))
                .withMessage("Resampling needs at least two respondents and one run, not 1 and 2000.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoreInterval(60, 50, 1, 10, 0))
                .withMessage("An interval from 60.0 to 50.0 does not lie in 0-100.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoreInterval(50, 60, 1, 10, 10))
                .withMessage("An interval rests on at least one run with a score, not on 0 of 10.");
    }
}
