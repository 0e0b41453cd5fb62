package org.moatmark.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.moatmark.core.benchmark.PeerMeans;
import org.moatmark.core.benchmark.Position;
import org.moatmark.core.benchmark.Secrecy;
import org.moatmark.core.json.PeerMeansJson;
import org.moatmark.core.questionnaire.Carrying;
import org.moatmark.core.questionnaire.Carrying.Verdict;
import org.moatmark.core.questionnaire.Catalogue;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.VersionDiff;
import org.moatmark.core.report.PeerChanges;
import org.moatmark.core.report.Result;
import org.moatmark.core.report.ScoreChange;
import org.moatmark.core.report.ScoreChange.Link;
import org.moatmark.core.report.ScoreChange.Reading;
import org.moatmark.core.report.SnapshotComparison;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.CarriedWave;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.Resampling;

/**
 * Rule S23: a change between two snapshots splits into you, ruler and peers, which add up. Long, since every kind of change is
 * reckoned by hand beside what is found.
 */
class SnapshotComparisonTest {

    private static final Resampling FEW = Resampling.DEFAULT.withRuns(200);

    /** How the first node of a file that has a mean takes it. */
    private static final String FIRST_RULE = "\"aggregation\": ?\"(arithmetic|geometric)\"";

    private static String file(String id) {
        return new String(ShippedFiles.read(id + ".json"), StandardCharsets.UTF_8);
    }

    /** The questionnaire of a file after a replacement, as version 9.0.0. */
    private static Questionnaire changed(String id, String what, String with) {
        String text = file(id);
        String other = text.replaceFirst(what, with).replaceFirst("\"version\": \"[0-9.]+\"", "\"version\": \"9.0.0\"");
        assertThat(other).as("%s is replaced", what).isNotEqualTo(text);
        return Moatmark.readQuestionnaire(other).orThrow();
    }

    private static Questionnaire first(String id) {
        return Moatmark.readQuestionnaire(file(id)).orThrow();
    }

    private static Moatmark both(Questionnaire one, Questionnaire other) {
        return Moatmark.of(new Catalogue(List.of(one, other)));
    }

    /** Every opinion of a wave moved by some points, as far as the scale goes. */
    private static Wave moved(Wave wave, int by) {
        List<Respondent> respondents = new ArrayList<>();
        for (Respondent one : wave.respondents()) {
            Map<String, Response> answers = new LinkedHashMap<>();
            one.answers().forEach((key, response) -> answers.put(key, moved(response, by)));
            respondents.add(new Respondent(one.seat(), answers));
        }
        return RandomWaves.with(wave, respondents);
    }

    private static Response moved(Response response, int by) {
        if (response instanceof Response.Answered answered
                && answered.value() instanceof AnswerValue.Number number
                && number.value() == Math.rint(number.value())
                && number.value() >= 1
                && number.value() <= 5) {
            double other = Math.max(1, Math.min(5, number.value() + by));
            return new Response.Answered(new AnswerValue.Number(other), answered.evidence(), answered.remarks());
        }
        return response;
    }

    @Test
    void between_snapshots_of_one_version_everything_is_due_to_the_answers() {
        Moatmark moatmark = Moatmark.shipped();
        Questionnaire asked = moatmark.catalogue().newest("outside-view").orElseThrow();
        Wave wave = RandomWaves.of(asked, 7);
        Result before = moatmark.score(wave, FEW);
        Result after = moatmark.score(moved(wave, 1), FEW);

        SnapshotComparison compared = moatmark.compare(before, null, after, FEW);

        assertThat(compared.alike()).isTrue();
        assertThat(compared.moved()).isEmpty();
        assertThat(compared.nodes()).hasSize(asked.nodes().size()).allSatisfy(change -> {
            assertThat(change.link()).isEqualTo(Link.CONNECTED);
            assertThat(change.carried()).isNull();
            if (change.you() != null) {
                assertThat(change.ruler()).isZero();
                assertThat(change.you().points())
                        .isEqualTo(Objects.requireNonNull(change.after().evidenced())
                                - Objects.requireNonNull(change.before().evidenced()));
            }
        });
        assertThat(compared.nodes())
                .anyMatch(change -> change.you() != null && change.you().points() > 0);
    }

    @Test
    void versions_that_score_alike_are_one_ruler() {
        Moatmark moatmark = Moatmark.shipped();
        Questionnaire old = moatmark.catalogue().find("outside-view", "1.0.0").orElseThrow();
        Questionnaire now = moatmark.catalogue().find("outside-view", "1.1.0").orElseThrow();
        Wave wave = RandomWaves.of(old, 11);
        Result before = moatmark.score(wave, FEW);
        Result after = moatmark.score(CarriedWave.onto(wave, old, now), FEW);

        SnapshotComparison compared = moatmark.compare(before, wave, after, FEW);

        assertThat(compared.alike()).isTrue();
        assertThat(moatmark.rescore(before, wave, "1.1.0", FEW)).isEmpty();
        assertThat(compared.index().link()).isEqualTo(Link.CONNECTED);
        assertThat(Objects.requireNonNull(compared.index().you()).points()).isZero();
    }

    @Test
    void what_the_later_version_scores_otherwise_is_split_and_adds_up_and_the_rest_stays_joined() {
        SplittableRandom random = new SplittableRandom(20261122);
        int split = 0;
        int joined = 0;
        for (String id : List.of("outside-view", "business-model-differentiation", "marketing-leadership-maturity")) {
            Questionnaire old = first(id);
            Questionnaire now = changed(id, FIRST_RULE, "\"aggregation\": \"minimum\"");
            Moatmark moatmark = both(old, now);
            VersionDiff diff = VersionDiff.between(old, now);
            for (int round = 0; round < 6; round++) {
                Wave wave = RandomWaves.of(old, random.nextLong());
                Wave later = moved(CarriedWave.onto(wave, old, now), 1 + random.nextInt(2));
                SnapshotComparison compared = moatmark.compare(
                        moatmark.score(wave, Resampling.NONE),
                        wave,
                        moatmark.score(later, Resampling.NONE),
                        Resampling.NONE);
                List<ScoreChange> all = new ArrayList<>(compared.nodes());
                all.add(compared.index());
                for (ScoreChange change : all) {
                    boolean moves =
                            diff.nodes().contains(change.key()) || (change.key().equals("index") && diff.index());
                    assertThat(change.link()).isEqualTo(moves ? Link.SEPARATED : Link.CONNECTED);
                    if (change.you() != null && change.ruler() != null) {
                        double whole = Objects.requireNonNull(change.after().evidenced())
                                - Objects.requireNonNull(change.before().evidenced());
                        assertThat(change.you().points() + change.ruler())
                                .as("%s of %s", change.key(), id)
                                .isCloseTo(whole, within(1e-9));
                        split += moves && change.ruler() != 0 ? 1 : 0;
                        joined += moves ? 0 : 1;
                    }
                }
            }
        }
        assertThat(split).isGreaterThan(10);
        assertThat(joined).isGreaterThan(100);
    }

    @Test
    void without_the_answers_nothing_is_said_of_what_can_move() {
        Questionnaire old = first("outside-view");
        Questionnaire now = changed("outside-view", FIRST_RULE, "\"aggregation\": \"minimum\"");
        Moatmark moatmark = both(old, now);
        Wave wave = RandomWaves.of(old, 3);
        Result before = moatmark.score(wave, Resampling.NONE);
        Result after = moatmark.score(CarriedWave.onto(wave, old, now), Resampling.NONE);

        SnapshotComparison compared = moatmark.compare(before, null, after, Resampling.NONE);

        assertThat(compared.index().link()).isEqualTo(Link.NOT_COMPARABLE);
        assertThat(compared.index().you()).isNull();
        assertThat(compared.index().ruler()).isNull();
        assertThat(compared.nodes()).anyMatch(change -> change.link() == Link.CONNECTED);
    }

    @Test
    void another_wording_is_not_joined_though_it_moves_no_score() {
        Questionnaire old = first("outside-view");
        Questionnaire now = changed("outside-view", "(?s)(\"items\".*?\"text\": ?\\{\\s*\"en\": ?\")", "$1In fact: ");
        Moatmark moatmark = both(old, now);
        Wave wave = RandomWaves.of(old, 5);
        Carrying carrying = Carrying.between(old, now);
        String item = carrying.keys(Verdict.REWORDED).get(0);

        SnapshotComparison compared = moatmark.compare(
                moatmark.score(wave, Resampling.NONE),
                wave,
                moatmark.score(CarriedWave.onto(wave, old, now), Resampling.NONE),
                Resampling.NONE);

        assertThat(carrying.keys(Verdict.REWORDED)).hasSize(1);
        assertThat(item).isEqualTo(old.items().get(0).key());
        assertThat(compared.alike()).isFalse();
        assertThat(compared.moved()).isEmpty();
        assertThat(compared.index().link()).isEqualTo(Link.SEPARATED);
        assertThat(compared.index().reworded()).isTrue();
        assertThat(compared.nodes()).anyMatch(change -> change.link() == Link.CONNECTED && !change.reworded());
    }

    @Test
    void a_change_counts_if_the_bands_are_apart_or_the_index_of_reliable_change_exceeds_its_criterion() {
        Moatmark moatmark = Moatmark.shipped();
        Wave wave = demo();
        Result before = moatmark.score(moved(wave, -4), FEW);
        Result same = moatmark.score(wave, FEW);
        Result after = moatmark.score(moved(wave, 4), FEW);

        ScoreChange up = moatmark.compare(before, null, after, FEW).index();
        ScoreChange down = moatmark.compare(after, null, before, FEW).index();
        ScoreChange none = moatmark.compare(same, null, same, FEW).index();

        ScoreChange.Due due = Objects.requireNonNull(up.you());
        assertThat(due.reading()).isEqualTo(Reading.RISEN);
        assertThat(due.reliableChange()).isCloseTo(due.points() / Objects.requireNonNull(due.error()), within(1e-12));
        assertThat(due.low()).isLessThan(due.points());
        assertThat(due.high()).isGreaterThan(due.points());
        assertThat(Objects.requireNonNull(down.you()).reading()).isEqualTo(Reading.FALLEN);
        assertThat(Objects.requireNonNull(none.you()).reading()).isEqualTo(Reading.NOT_SHOWN);
        assertThat(none.you().error()).isGreaterThan(0);
    }

    private static Wave demo() {
        Moatmark moatmark = Moatmark.shipped();
        Questionnaire asked = moatmark.catalogue().newest("outside-view").orElseThrow();
        StringBuilder respondents = new StringBuilder();
        for (int person = 0; person < 6; person++) {
            StringBuilder answers = new StringBuilder();
            for (int i = 0; i < asked.items().size(); i++) {
                answers.append(i == 0 ? "" : ",")
                        .append('"')
                        .append(asked.items().get(i).key())
                        .append("\":{\"value\":")
                        .append(2 + (person + i) % 3)
                        .append(",\"evidence\":[{\"grade\":\"E2\"}]}");
            }
            respondents
                    .append(person == 0 ? "" : ",")
                    .append("{\"seat\":{\"key\":\"p")
                    .append(person)
                    .append("\",\"informant\":\"")
                    .append(asked.items().get(0).informants().get(0))
                    .append("\"},\"answers\":{")
                    .append(answers)
                    .append("}}");
        }
        return moatmark.readWave(
                        "{\"format\":\"moatmark/wave/1\",\"questionnaire\":{\"id\":\"outside-view\",\"version\":\""
                                + asked.version()
                                + "\"},\"company\":{\"name\":\"E\"},\"date\":\"2026-11-01\",\"respondents\":["
                                + respondents + "]}")
                .orThrow();
    }

    @Test
    void without_intervals_nothing_is_judged() {
        Moatmark moatmark = Moatmark.shipped();
        Result result = moatmark.score(demo(), Resampling.NONE);

        ScoreChange.Due due = Objects.requireNonNull(
                moatmark.compare(result, null, result, FEW).index().you());

        assertThat(due.reading()).isEqualTo(Reading.NOT_JUDGED);
        assertThat(due.error()).isNull();
        assertThat(due.points()).isZero();
    }

    @Test
    void what_is_suppressed_in_a_release_stays_so_in_what_is_compared() {
        Moatmark moatmark = Moatmark.shipped();
        Questionnaire asked =
                moatmark.catalogue().newest("marketing-leadership-maturity").orElseThrow();
        Wave wave = RandomWaves.of(asked, 21);
        var few = moatmark.release(RandomWaves.with(wave, wave.respondents().subList(0, 1)), Secrecy.DEFAULT);
        var many = moatmark.release(wave, Secrecy.DEFAULT);

        SnapshotComparison compared = moatmark.compare(few, many);

        for (int i = 0; i < few.nodes().size(); i++) {
            if (few.nodes().get(i).suppressed()) {
                ScoreChange change = compared.nodes().get(i);
                assertThat(change.before().missing()).isEqualTo("fewer_than_k");
                assertThat(change.you()).isNull();
            }
        }
        assertThat(compared.nodes())
                .allMatch(change -> change.before().claimed() == null
                        && change.after().claimed() == null
                        && (change.you() == null || change.you().reading() == Reading.NOT_JUDGED));
    }

    @Test
    void you_ruler_and_peers_add_up_to_the_change_of_the_distance() {
        Moatmark moatmark = Moatmark.shipped();
        Wave wave = demo();
        Position before = moatmark.position(moatmark.score(wave, FEW)).orThrow();
        Position after = moatmark.position(moatmark.score(moved(wave, 1), FEW)).orThrow();
        PeerMeans now = PeerMeans.of(after);
        PeerMeans then = new PeerMeans(
                now.companies(),
                now.means().stream()
                        .map(mean -> new PeerMeans.Mean(mean.key(), mean.n(), mean.mean() / 2))
                        .toList());

        PeerChanges changes = PeerChanges.of(before, before, after, PeerMeansJson.read(PeerMeansJson.write(then)), now);

        PeerChanges.Distance index = changes.index();
        PeerChanges.Place old = Objects.requireNonNull(index.before());
        PeerChanges.Place fresh = Objects.requireNonNull(index.after());
        assertThat(index.ruler()).isZero();
        assertThat(index.peers()).isEqualTo(old.mean() - fresh.mean()).isLessThan(0);
        assertThat(index.total()).isCloseTo((fresh.own() - fresh.mean()) - (old.own() - old.mean()), within(1e-9));
        assertThat(PeerChanges.of(before, null, after, then, now).index().total())
                .isNull();
    }

    @Test
    void answers_stand_where_question_and_kind_of_answer_are_the_same() {
        String id = "marketing-leadership-maturity";
        Questionnaire old = first(id);

        assertThat(Carrying.between(old, old).keys(Verdict.UNCHANGED))
                .hasSize(old.items().size());
        assertThat(Carrying.between(old, changed(id, "\"evidence\": ?true", "\"evidence\": false"))
                        .keys(Verdict.RESCORED))
                .hasSize(1);
        String reversed = Carrying.between(old, changed(id, "\"reverse\": ?true", "\"reverse\": false"))
                .keys(Verdict.REPLACED)
                .get(0);
        String renamed = old.items().stream()
                .map(item -> item.key())
                .filter(key -> file(id).split("\"" + key + "\"", -1).length == 2)
                .findFirst()
                .orElseThrow();
        Carrying other = Carrying.between(old, changed(id, "\"key\": ?\"" + renamed + "\"", "\"key\": \"Z9\""));

        assertThat(reversed).isNotEmpty();
        assertThat(other.of(renamed)).isEqualTo(Verdict.REMOVED);
        assertThat(other.of("Z9")).isEqualTo(Verdict.ADDED);
        assertThat(other.of(renamed).stands()).isFalse();
    }

    @Test
    void answers_that_do_not_stand_are_left_out_as_if_they_had_been_skipped() {
        String id = "marketing-leadership-maturity";
        Questionnaire old = first(id);
        Questionnaire now = changed(id, "\"reverse\": ?true", "\"reverse\": false");
        String replaced = Carrying.between(old, now).keys(Verdict.REPLACED).get(0);
        Wave wave = RandomWaves.of(old, 2);

        Wave carried = CarriedWave.onto(wave, old, now);

        assertThat(carried.version()).isEqualTo("9.0.0");
        assertThat(carried.respondents()).hasSameSizeAs(wave.respondents());
        for (int i = 0; i < carried.respondents().size(); i++) {
            Map<String, Response> expected =
                    new LinkedHashMap<>(wave.respondents().get(i).answers());
            expected.remove(replaced);
            assertThat(carried.respondents().get(i).answers()).isEqualTo(expected);
        }
        assertThat(both(old, now).score(carried, Resampling.NONE).version()).isEqualTo("9.0.0");
        assertThatThrownBy(() -> CarriedWave.onto(carried, old, now))
                .hasMessage(
                        "The wave is of questionnaire '" + id + "' 9.0.0, not of '" + id + "' " + old.version() + ".");
    }

    @Test
    void different_questionnaires_are_not_compared() {
        Moatmark moatmark = Moatmark.shipped();
        Result one = moatmark.score(demo(), Resampling.NONE);
        Questionnaire other =
                moatmark.catalogue().newest("business-model-differentiation").orElseThrow();
        Result two = moatmark.score(RandomWaves.of(other, 1), Resampling.NONE);

        assertThatThrownBy(() -> moatmark.compare(one, null, two, FEW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Snapshots of 'outside-view' and of 'business-model-differentiation' are of different"
                        + " questionnaires and cannot be compared.");
    }

    @Test
    void a_document_says_every_part_by_name() {
        Moatmark moatmark = Moatmark.shipped();
        Result result = moatmark.score(demo(), FEW);

        String document = Moatmark.write("outside-view", moatmark.compare(result, null, result, FEW));

        assertThat(document)
                .startsWith("{\"format\":\"moatmark/snapshot-comparison/1\",\"engine\":")
                .contains("\"alike\":true", "\"moved\":[]", "\"index\":{\"key\":\"index\"", "\"link\":\"connected\"")
                .contains("\"you\":{\"points\":0,", "\"reading\":\"not-shown\"", "\"ruler\":0")
                .contains("\"level\":{\"before\":", "\"peers\":null}");
    }
}
