package org.moatmark.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.moatmark.core.questionnaire.Aggregation;
import org.moatmark.core.questionnaire.Catalogue;
import org.moatmark.core.questionnaire.Informant;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Option;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.Evidence;
import org.moatmark.core.response.EvidenceGrade;
import org.moatmark.core.response.Form;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Seat;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.IndexOnly;
import org.moatmark.core.scoring.ItemScore;
import org.moatmark.core.scoring.ItemState;
import org.moatmark.core.scoring.NodeScore;
import org.moatmark.core.scoring.Outcome;
import org.moatmark.core.scoring.ScoreTree;
import org.moatmark.core.scoring.Scorer;

/**
 * What changing one thing in a wave does to its scores: better answers, better evidence, answers to what is missing,
 * other words for not answering. A thousand random waves for each of the shipped questionnaires; the seed is in every
 * message. Long, since all changes are judged against the same waves and share what tells an exception of rule S10.
 */
class WaveChangesTest {

    private static final int WAVES = 1000;

    static List<Named<Questionnaire>> shipped() {
        Catalogue catalogue = Moatmark.shipped().catalogue();
        List<Named<Questionnaire>> shipped = ShippedQuestionnaires.IDS.stream()
                .map(id -> Named.of(id, catalogue.newest(id).orElseThrow()))
                .toList();
        assertThat(shipped).hasSize(3);
        return shipped;
    }

    private static String name(Questionnaire questionnaire, long seed) {
        return questionnaire.id() + ", seed " + seed;
    }

    /** By turns a wave in which every kind answers most, and one that may be nearly empty. */
    private static Wave fullOrThin(Questionnaire questionnaire, long seed) {
        return seed % 2 == 0 ? RandomWaves.ofEveryKind(questionnaire, seed) : RandomWaves.of(questionnaire, seed);
    }

    /** One answer of a wave. */
    private record Spot(String seat, Item item, Response.Answered answer) {}

    private static List<Spot> answers(Questionnaire questionnaire, Wave wave) {
        Map<String, Item> items = new HashMap<>();
        questionnaire.items().forEach(item -> items.put(item.key(), item));
        List<Spot> spots = new ArrayList<>();
        for (Respondent one : wave.respondents()) {
            one.answers().forEach((key, response) -> {
                if (response instanceof Response.Answered answer) {
                    spots.add(new Spot(one.seat().key(), items.get(key), answer));
                }
            });
        }
        return spots;
    }

    private static boolean answeredByOthers(Wave wave, Spot spot) {
        return wave.respondents().stream()
                .anyMatch(one -> !one.seat().key().equals(spot.seat())
                        && one.answers().get(spot.item().key()) instanceof Response.Answered);
    }

    /** A clearly better answer to an item, or null at the top, over an upper, or for words. */
    private static AnswerValue better(Item item, AnswerValue value) {
        ItemType type = item.type();
        if (type instanceof ItemType.Rubric && value instanceof AnswerValue.Number number) {
            return number.value() < 5 ? new AnswerValue.Number(number.value() + 1) : null;
        } else if (type instanceof ItemType.Agreement scale && value instanceof AnswerValue.Number number) {
            double next = number.value() + (scale.reverse() ? -1 : 1);
            return next >= 1 && next <= scale.points() ? new AnswerValue.Number(next) : null;
        } else if (value instanceof AnswerValue.YesNo answer) {
            return answer.yes() ? null : new AnswerValue.YesNo(true);
        } else if (type instanceof ItemType.Measure measure && value instanceof AnswerValue.Number number) {
            double top = measure.rising() ? measure.cut4() : measure.min();
            double next = number.value() + (top - number.value()) / 3;
            boolean further = measure.rising() ? next > number.value() : next < number.value();
            return measure.upper() == null && further ? new AnswerValue.Number(next) : null;
        } else if (type instanceof ItemType.Choice choice && value instanceof AnswerValue.OneOption chosen) {
            Option now = choice.options().stream()
                    .filter(option -> option.key().equals(chosen.option()))
                    .findFirst()
                    .orElseThrow();
            return choice.options().stream()
                    .filter(option -> option.score() > now.score())
                    .findFirst()
                    .map(option -> (AnswerValue) new AnswerValue.OneOption(option.key()))
                    .orElse(null);
        } else if (type instanceof ItemType.Choices choices && value instanceof AnswerValue.SomeOptions chosen) {
            for (Option option : choices.options()) {
                if (option.score() > 0 && !chosen.options().contains(option.key())) {
                    List<String> more = new ArrayList<>(chosen.options());
                    more.add(option.key());
                    return new AnswerValue.SomeOptions(more);
                }
            }
        }
        return null;
    }

    /** The answer with a better grade than it has, or null at the top. */
    private static Response.Answered withBetterEvidence(Response.Answered answer) {
        EvidenceGrade grade = answer.bestGrade();
        if (grade == EvidenceGrade.E4) {
            return null;
        }
        List<Evidence> evidence = new ArrayList<>(answer.evidence());
        evidence.add(new Evidence(EvidenceGrade.values()[grade.ordinal() + 1], null, null));
        return new Response.Answered(answer.value(), evidence, answer.remarks());
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void a_better_answer_or_better_evidence_lowers_nothing(Questionnaire questionnaire) {
        Scorer scorer = Scorer.of(questionnaire);
        Traits traits = new Traits(questionnaire);
        int answersRaised = 0;
        int evidenceRaised = 0;
        int rose = 0;
        for (long seed = 0; seed < WAVES; seed++) {
            Wave wave = RandomWaves.of(questionnaire, seed);
            SplittableRandom random = new SplittableRandom(seed);
            List<Spot> spots = answers(questionnaire, wave);
            ScoreTree before = scorer.scoreWithoutGains(wave);
            for (int change = 0; change < 10 && !spots.isEmpty(); change++) {
                Spot spot = spots.get(random.nextInt(spots.size()));
                if (spot.item().type().isFact() && answeredByOthers(wave, spot)) {
                    continue;
                }
                boolean byAnswer = change % 2 == 0;
                Response.Answered raised;
                if (byAnswer) {
                    AnswerValue value = better(spot.item(), spot.answer().value());
                    raised = value == null
                            ? null
                            : new Response.Answered(
                                    value,
                                    spot.answer().evidence(),
                                    spot.answer().remarks());
                } else {
                    raised = withBetterEvidence(spot.answer());
                }
                if (raised == null) {
                    continue;
                }
                answersRaised += byAnswer ? 1 : 0;
                evidenceRaised += byAnswer ? 0 : 1;
                Wave changed = RandomWaves.with(wave, spot.seat(), spot.item().key(), raised);
                ScoreTree after = scorer.scoreWithoutGains(changed);
                String name = name(questionnaire, seed) + ", seat " + spot.seat() + ", item "
                        + spot.item().key() + ": " + spot.answer() + " becomes " + raised;
                rose += lowersNothing(name, traits, before, after) ? 1 : 0;
            }
        }
        assertThat(answersRaised).as("answers raised").isGreaterThanOrEqualTo(WAVES);
        assertThat(evidenceRaised).as("evidence raised").isGreaterThanOrEqualTo(WAVES);
        assertThat(rose).as("changes that moved a score").isGreaterThan(WAVES / 4);
    }

    private static boolean lowersNothing(String name, Traits traits, ScoreTree before, ScoreTree after) {
        boolean rose = false;
        for (int i = 0; i < before.nodes().size(); i++) {
            NodeScore was = before.nodes().get(i);
            NodeScore is = after.nodes().get(i);
            assertThat(is.status()).as("%s, node %s", name, is.key()).isEqualTo(was.status());
            if (!traits.restsOnBalance(is.key())) {
                rose |= notLower(name + ", node " + is.key(), was.outcome(), is.outcome());
                if (is.bounds() != null && is.bounds().low() < was.bounds().low() - 1e-9) {
                    throw new AssertionError(name + ", node " + is.key() + ": low bound falls from "
                            + was.bounds().low() + " to " + is.bounds().low());
                }
            }
        }
        for (int i = 0; i < before.items().size(); i++) {
            ItemScore was = before.items().get(i);
            if (was.score() != null) {
                ItemScore is = after.items().get(i);
                rose |= notLower(name + ", item " + is.key(), was.score(), is.score());
            }
        }
        if (!traits.indexRestsOnBalance()) {
            rose |= notLower(
                    name + ", index", before.index().outcome(), after.index().outcome());
        }
        return rose;
    }

    private static boolean notLower(String name, Outcome was, Outcome is) {
        if (!(was instanceof Outcome.Scored before) || !(is instanceof Outcome.Scored after)) {
            assertThat(is).as(name).isEqualTo(was);
            return false;
        }
        if (after.evidenced() < before.evidenced() - 1e-9 || after.claimed() < before.claimed() - 1e-9) {
            throw new AssertionError(name + ": falls from " + before + " to " + after);
        }
        return after.evidenced() > before.evidenced() + 1e-9;
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void bounds_hold_the_score_of_every_completion(Questionnaire questionnaire) {
        Scorer scorer = Scorer.of(questionnaire);
        Traits traits = new Traits(questionnaire);
        int nodes = 0;
        int indexes = 0;
        for (long seed = 0; seed < WAVES; seed++) {
            Wave wave = fullOrThin(questionnaire, seed);
            ScoreTree open = scorer.scoreWithoutGains(wave);
            Completion completion = new Completion(questionnaire, traits, wave, open, seed);
            ScoreTree complete = scorer.scoreWithoutGains(completion.complete());
            Set<String> settled = completion.settledLeaves(complete);
            boolean all = true;
            for (int i = 0; i < open.nodes().size(); i++) {
                NodeScore before = open.nodes().get(i);
                boolean whole =
                        traits.leavesUnder(before.key()).stream().allMatch(leaf -> settled.contains(leaf.key()));
                all &= whole;
                if (whole && complete.nodes().get(i).outcome() instanceof Outcome.Scored scored) {
                    boolean inside = scored.evidenced() >= before.bounds().low() - 1e-9
                            && scored.evidenced() <= before.bounds().high() + 1e-9;
                    if (!inside) {
                        throw new AssertionError(name(questionnaire, seed) + ", node " + before.key()
                                + ": completed to " + scored.evidenced() + ", outside " + before.bounds() + " by "
                                + completion.filled);
                    }
                    nodes += completion.touched(traits, before.key()) ? 1 : 0;
                }
            }
            if (all && complete.index().outcome() instanceof Outcome.Scored scored) {
                assertThat(scored.evidenced())
                        .as("%s, index", name(questionnaire, seed))
                        .isBetween(
                                open.index().bounds().low() - 1e-9,
                                open.index().bounds().high() + 1e-9);
                indexes++;
            }
        }
        assertThat(nodes).as("nodes that were completed").isGreaterThan(WAVES / 2);
        assertThat(indexes).as("indexes that were completed").isGreaterThan(WAVES / 20);
    }

    /** Random answers to what is missing, from people who are there already, so that no side comes into being. */
    private static final class Completion {
        private final Traits traits;
        private final Wave wave;
        private final ScoreTree open;
        private final SplittableRandom random;
        private final RandomWaves answers;
        private final Map<String, Side> sides = new HashMap<>();
        private final Map<String, ItemScore> items = new HashMap<>();
        private final Map<String, String> filled = new HashMap<>();
        /** The seats that answered anything that they are asked. */
        private final Set<String> present = new HashSet<>();

        Completion(Questionnaire questionnaire, Traits traits, Wave wave, ScoreTree open, long seed) {
            this.traits = traits;
            this.wave = wave;
            this.open = open;
            this.random = new SplittableRandom(~seed);
            this.answers = new RandomWaves(questionnaire, ~seed);
            for (Informant kind : questionnaire.informants()) {
                sides.put(kind.key(), kind.side());
            }
            open.items().forEach(item -> items.put(item.key(), item));
            List<Item> all = questionnaire.items();
            wave.respondents().stream()
                    .filter(one -> all.stream()
                            .anyMatch(item -> one.answers().containsKey(item.key())
                                    && item.informants().stream()
                                            .anyMatch(one.seat().informants()::contains)))
                    .forEach(one -> present.add(one.seat().key()));
        }

        Wave complete() {
            Wave result = wave;
            for (Node.Leaf leaf : traits.leaves()) {
                Set<Side> existing = existing(leaf, wave, open);
                for (Item item : leaf.items()) {
                    if (missing(items.get(item.key()))) {
                        List<Respondent> people = wave.respondents().stream()
                                .filter(one -> mayFill(one, item, existing))
                                .toList();
                        if (!people.isEmpty()) {
                            Respondent one = people.get(random.nextInt(people.size()));
                            Response answer = answers.answered(item, random.nextInt(3) / 2.0, 1);
                            filled.put(item.key(), one.seat().key() + " " + answer);
                            result = RandomWaves.with(result, one.seat().key(), item.key(), answer);
                        }
                    }
                }
            }
            return result;
        }

        private static boolean missing(ItemScore item) {
            return item.state() == ItemState.DONT_KNOW || item.state() == ItemState.SKIPPED;
        }

        private boolean mayFill(Respondent one, Item item, Set<Side> existing) {
            Side side = sides.get(one.seat().informants().get(0));
            boolean asked = item.informants().stream().anyMatch(one.seat().informants()::contains);
            if (!asked || !present.contains(one.seat().key())) {
                return false;
            }
            boolean customersAlone = item.informants().stream().allMatch(kind -> sides.get(kind) == Side.CUSTOMERS);
            if (side == Side.CUSTOMERS) {
                return customersAlone;
            }
            return item.type().isFact() || side == Side.NEUTRAL || existing.contains(side);
        }

        /** The sides that a node with items has: half, by weight, of the opinions they are asked (S6). */
        private Set<Side> existing(Node.Leaf leaf, Wave of, ScoreTree tree) {
            Map<String, ItemState> states = new HashMap<>();
            tree.items().forEach(item -> states.put(item.key(), item.state()));
            Set<Side> existing = new HashSet<>();
            for (Side side : List.of(Side.HEADQUARTERS, Side.GENBA)) {
                double asked = 0;
                double answered = 0;
                for (Item item : leaf.items()) {
                    if (!item.type().isOpinion() || !states.get(item.key()).applies()) {
                        continue;
                    }
                    List<Respondent> own = of.respondents().stream()
                            .filter(one -> sides.get(one.seat().informants().get(0)) == side)
                            .filter(one -> present.contains(one.seat().key()))
                            .filter(one -> item.informants().stream()
                                    .anyMatch(one.seat().informants()::contains))
                            .toList();
                    asked += own.isEmpty() ? 0 : item.weight();
                    boolean any =
                            own.stream().anyMatch(one -> one.answers().get(item.key()) instanceof Response.Answered);
                    answered += any ? item.weight() : 0;
                }
                if (answered > 0 && answered / asked >= 0.5 - 1e-9) {
                    existing.add(side);
                }
            }
            return existing;
        }

        /** Leaves in which nothing is missing any more, and that have the sides they had. */
        Set<String> settledLeaves(ScoreTree complete) {
            Map<String, ItemScore> after = new HashMap<>();
            complete.items().forEach(item -> after.put(item.key(), item));
            Wave completed = complete.wave();
            Set<String> settled = new HashSet<>();
            for (Node.Leaf leaf : traits.leaves()) {
                boolean nothingMissing = leaf.items().stream()
                        .filter(item -> !(item.type() instanceof ItemType.FreeText))
                        .map(item -> after.get(item.key()).state())
                        .allMatch(state -> state == ItemState.ANSWERED || !state.applies());
                if (nothingMissing && existing(leaf, wave, open).equals(existing(leaf, completed, complete))) {
                    settled.add(leaf.key());
                }
            }
            return settled;
        }

        boolean touched(Traits of, String node) {
            return of.leavesUnder(node).stream()
                    .flatMap(leaf -> leaf.items().stream())
                    .anyMatch(item -> filled.containsKey(item.key()));
        }
    }

    /** The lowest answer there is. */
    private static AnswerValue lowest(Item item) {
        ItemType type = item.type();
        if (type instanceof ItemType.Agreement scale) {
            return new AnswerValue.Number(scale.reverse() ? scale.points() : 1);
        } else if (type instanceof ItemType.Rubric) {
            return new AnswerValue.Number(1);
        } else if (type instanceof ItemType.Measure measure) {
            return new AnswerValue.Number(measure.rising() ? measure.min() : measure.max());
        } else if (type instanceof ItemType.YesNo) {
            return new AnswerValue.YesNo(false);
        } else if (type instanceof ItemType.Choices) {
            return new AnswerValue.SomeOptions(List.of());
        }
        return null;
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void not_answering_in_any_of_its_forms_never_acts_as_the_lowest_answer(Questionnaire questionnaire) {
        Scorer scorer = Scorer.of(questionnaire);
        Traits traits = new Traits(questionnaire);
        Map<ItemState, Integer> lowered = new HashMap<>();
        for (long seed = 0; seed < WAVES; seed++) {
            Wave wave = fullOrThin(questionnaire, seed);
            ScoreTree open = scorer.scoreWithoutGains(wave);
            Completion completion = new Completion(questionnaire, traits, wave, open, seed);
            for (int i = 0; i < open.nodes().size(); i++) {
                NodeScore node = open.nodes().get(i);
                List<Node.Leaf> own = traits.leavesUnder(node.key());
                if (own.size() != 1
                        || !own.get(0).key().equals(node.key())
                        || !(own.get(0).aggregation() instanceof Aggregation.Arithmetic)
                        || !(node.outcome() instanceof Outcome.Scored scored)
                        || scored.evidenced() < 1) {
                    continue;
                }
                Node.Leaf leaf = own.get(0);
                Set<Side> existing = completion.existing(leaf, wave, open);
                for (Item item : leaf.items()) {
                    ItemState state = completion.items.get(item.key()).state();
                    boolean unanswered = state == ItemState.DONT_KNOW
                            || state == ItemState.SKIPPED
                            || state == ItemState.NOT_APPLICABLE;
                    AnswerValue lowest = lowest(item);
                    List<Respondent> people = wave.respondents().stream()
                            .filter(one -> completion.mayFill(one, item, existing))
                            .toList();
                    boolean sampled = questionnaire.items().size() < 50
                            || seed % 4 == item.key().length() % 4;
                    if (!unanswered || !sampled || lowest == null || people.isEmpty()) {
                        continue;
                    }
                    Response answer = new Response.Answered(lowest, List.of(), Response.Remarks.NONE);
                    String seat = people.get(0).seat().key();
                    Wave poor = RandomWaves.with(wave, seat, item.key(), answer);
                    ScoreTree after = scorer.scoreWithoutGains(poor);
                    if (!completion.existing(leaf, poor, after).equals(existing)) {
                        continue;
                    }
                    double score = ((Outcome.Scored) after.nodes().get(i).outcome()).evidenced();
                    double floor = after.items().stream()
                            .filter(one -> one.key().equals(item.key()))
                            .findFirst()
                            .orElseThrow()
                            .score()
                            .evidenced();
                    String name =
                            name(questionnaire, seed) + ", " + state + " item " + item.key() + " in " + node.key();
                    if (floor < scored.evidenced() - 1 && existing.size() < 2) {
                        assertThat(score).as(name).isLessThan(scored.evidenced());
                        lowered.merge(state, 1, Integer::sum);
                    }
                }
            }
        }
        assertThat(lowered.keySet())
                .containsExactlyInAnyOrder(ItemState.DONT_KNOW, ItemState.SKIPPED, ItemState.NOT_APPLICABLE);
        assertThat(lowered.values()).allSatisfy(count -> assertThat(count).isGreaterThan(20));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void what_is_not_applicable_might_as_well_not_be_asked(Questionnaire questionnaire) {
        Scorer scorer = Scorer.of(questionnaire);
        Map<String, Scorer> without = new HashMap<>();
        int compared = 0;
        for (long seed = 0; seed < WAVES; seed++) {
            Wave wave = RandomWaves.of(questionnaire, seed);
            if (wave.form() == Form.CORE) {
                // There the last item that was asked may go, which turns "not applicable" into "left out" (decision 5).
                continue;
            }
            ScoreTree with = scorer.scoreWithoutGains(wave);
            for (ItemScore item : with.items()) {
                if (item.state() != ItemState.NOT_APPLICABLE || !hasNeighbours(questionnaire, item.key())) {
                    continue;
                }
                Scorer reduced =
                        without.computeIfAbsent(item.key(), key -> Scorer.of(Reshaped.without(questionnaire, key)));
                ScoreTree after = reduced.scoreWithoutGains(forgotten(wave, item.key()));
                if (!after.present().equals(with.present())) {
                    continue;
                }
                String name = name(questionnaire, seed) + " without " + item.key();
                assertThat(after.nodes()).as(name).isEqualTo(with.nodes());
                assertThat(after.index()).as(name).isEqualTo(with.index());
                compared++;
                break;
            }
        }
        assertThat(compared).as("waves with something not applicable").isGreaterThan(WAVES / 5);
    }

    private static boolean hasNeighbours(Questionnaire questionnaire, String item) {
        return new Traits(questionnaire)
                .leaves().stream()
                        .filter(leaf -> leaf.items().size() > 1)
                        .anyMatch(leaf ->
                                leaf.items().stream().anyMatch(one -> one.key().equals(item)));
    }

    private static Wave forgotten(Wave wave, String item) {
        Wave result = wave;
        for (Respondent one : wave.respondents()) {
            result = RandomWaves.with(result, one.seat().key(), item, null);
        }
        return result;
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void to_skip_and_not_to_know_weigh_the_same(Questionnaire questionnaire) {
        Scorer scorer = Scorer.of(questionnaire);
        int compared = 0;
        for (long seed = 0; seed < WAVES; seed++) {
            Wave wave = RandomWaves.of(questionnaire, seed);
            List<Respondent> silent = new ArrayList<>();
            for (Respondent one : wave.respondents()) {
                Map<String, Response> answers = new HashMap<>(one.answers());
                answers.values().removeIf(Response.DontKnow.class::isInstance);
                silent.add(new Respondent(one.seat(), answers));
            }
            ScoreTree with = scorer.score(wave);
            ScoreTree without = scorer.score(RandomWaves.with(wave, silent));
            if (with.present().equals(without.present())) {
                assertThat(without.nodes()).as(name(questionnaire, seed)).isEqualTo(with.nodes());
                assertThat(without.index()).as(name(questionnaire, seed)).isEqualTo(with.index());
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(WAVES / 2);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void the_gain_of_a_step_is_what_the_better_answer_brings(Questionnaire questionnaire) {
        Scorer scorer = Scorer.of(questionnaire);
        int compared = 0;
        for (long seed = 0; seed < WAVES; seed++) {
            Wave wave = RandomWaves.ofOne(questionnaire, seed);
            ScoreTree before = scorer.score(wave);
            if (!(before.index().outcome() instanceof Outcome.Scored index)) {
                continue;
            }
            Map<String, Double> gains = new HashMap<>();
            before.items().forEach(item -> gains.put(item.key(), item.gainOfNextStep()));
            int steps = 0;
            for (Spot spot : answers(questionnaire, wave)) {
                boolean quarter = spot.item().type() instanceof ItemType.Rubric
                        && !spot.item().evidence()
                        && gains.get(spot.item().key()) != null;
                AnswerValue better = quarter ? better(spot.item(), spot.answer().value()) : null;
                if (better != null && steps++ < 3) {
                    Response raised = new Response.Answered(better, List.of(), Response.Remarks.NONE);
                    Wave changed =
                            RandomWaves.with(wave, spot.seat(), spot.item().key(), raised);
                    Outcome after = scorer.scoreWithoutGains(changed).index().outcome();
                    double rise = ((Outcome.Scored) after).evidenced() - index.evidenced();
                    assertThat(Math.abs(rise - gains.get(spot.item().key())))
                            .as(
                                    "%s, item %s",
                                    name(questionnaire, seed), spot.item().key())
                            .isLessThanOrEqualTo(1e-9);
                    compared++;
                }
            }
        }
        assertThat(compared).as("steps taken").isGreaterThan(WAVES / 4);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void the_index_alone_is_the_index_to_the_last_bit(Questionnaire questionnaire) {
        Scorer scorer = Scorer.of(questionnaire);
        Map<String, IndexOnly> byKind = new HashMap<>();
        List<Item> items = questionnaire.items();
        int scored = 0;
        for (long seed = 0; seed < WAVES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Wave drawn = RandomWaves.ofOne(questionnaire, seed);
            Respondent one = drawn.respondents().get(0);
            String kind = one.seat().informants().get(0);
            Map<String, Response> bare = new HashMap<>();
            double[] answers = new double[items.size() + 3];
            Arrays.fill(answers, Double.NaN);
            for (int i = 0; i < items.size(); i++) {
                Item item = items.get(i);
                boolean asked = item.informants().contains(kind) && !(item.type() instanceof ItemType.FreeText);
                if (asked && one.answers().get(item.key()) instanceof Response.Answered answer) {
                    bare.put(item.key(), new Response.Answered(answer.value(), List.of(), Response.Remarks.NONE));
                    answers[i + 3] = answer.value() instanceof AnswerValue.YesNo yes
                            ? (yes.yes() ? 1 : 0)
                            : ((AnswerValue.Number) answer.value()).value();
                }
            }
            // Nothing of the company is known, so that nothing is excluded; the form is the full one.
            Wave wave = new Wave(
                    questionnaire.id(),
                    questionnaire.version().toString(),
                    null,
                    null,
                    Form.FULL,
                    List.of(new Respondent(new Seat("s" + random.nextInt(9), null, null, null, List.of(kind)), bare)),
                    List.of());
            Outcome expected = scorer.scoreWithoutGains(wave).index().outcome();
            double actual = byKind.computeIfAbsent(kind, key -> IndexOnly.of(questionnaire, key))
                    .index(answers, 3);
            if (expected instanceof Outcome.Scored index) {
                scored++;
                assertThat(actual)
                        .as("%s, kind %s", name(questionnaire, seed), kind)
                        .isEqualTo(index.evidenced());
            } else {
                assertThat(actual)
                        .as("%s, kind %s", name(questionnaire, seed), kind)
                        .isNaN();
            }
        }
        assertThat(scored).as("waves with an index").isPositive();
    }
}
