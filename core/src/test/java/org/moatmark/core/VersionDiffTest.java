package org.moatmark.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.json.QuestionnaireJson;
import org.moatmark.core.questionnaire.Catalogue;
import org.moatmark.core.questionnaire.Change;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.VersionDiff;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.NodeScore;
import org.moatmark.core.scoring.Outcome;
import org.moatmark.core.scoring.Resampling;

class VersionDiffTest {

    /** One number or word of the rules each; what the pattern finds is replaced at a random place. */
    private static final List<String[]> MUTATIONS = List.of(
            new String[] {"\"weight\": ?[0-9.]+", "\"weight\": 2.5"},
            new String[] {"\"type\": ?\"yesNo\"", "\"type\": \"text\""},
            new String[] {"\"evidence\": ?true", "\"evidence\": false"},
            new String[] {"\"core\": ?true", "\"core\": false"},
            new String[] {"\"score\": ?[0-9.]+", "\"score\": 37"},
            new String[] {"\"aggregation\": ?\"geometric\"", "\"aggregation\": \"arithmetic\""},
            new String[] {"\"aggregation\": ?\"arithmetic\"", "\"aggregation\": \"minimum\""},
            new String[] {"\"sides\": ?\"[a-z]+\"", "\"sides\": \"lower\""},
            new String[] {"\"atLeast\": ?[0-9.]+", "\"atLeast\": 41"},
            new String[] {"\"floor\": ?[0-9.]+", "\"floor\": 7"},
            new String[] {"\"reverse\": ?true", "\"reverse\": false"},
            new String[] {"\"en\": ?\"", "\"en\": \"My "});

    private static final List<String> IDS =
            List.of("business-model-differentiation", "marketing-leadership-maturity", "outside-view");

    private static String file(String id) {
        return new String(ShippedFiles.read(id + ".json"), StandardCharsets.UTF_8);
    }

    @Test
    void a_version_does_not_differ_from_itself() {
        for (Questionnaire one : Moatmark.shipped().catalogue().questionnaires()) {
            VersionDiff diff = VersionDiff.between(one, one);

            assertThat(diff.changes()).isEmpty();
            assertThat(diff.nodes()).isEmpty();
            assertThat(diff.index() || diff.levels() || diff.findings()).isFalse();
        }
    }

    @Test
    void a_title_moves_nothing() {
        String text = file("outside-view");
        Questionnaire before = QuestionnaireJson.read(text).orThrow();
        Questionnaire after = QuestionnaireJson.read(text.replaceFirst("\"en\": ?\"", "\"en\": \"My "))
                .orThrow();
        VersionDiff diff = VersionDiff.between(before, after);

        assertThat(diff.changes())
                .containsExactly(
                        new Change(Change.What.QUESTIONNAIRE, "", Change.Kind.CHANGED, List.of("title"), false));
        assertThat(diff.findings()).isFalse();
    }

    /** What is said to stay stays: seeded, one change at a random place, random answers under both versions. */
    @Test
    void a_score_that_is_not_named_does_not_move() {
        SplittableRandom random = new SplittableRandom(20261122);
        int compared = 0;
        Set<String> kinds = new HashSet<>();
        for (int round = 0; round < 120; round++) {
            String text = file(IDS.get(round % 3));
            String[] mutation = MUTATIONS.get(random.nextInt(MUTATIONS.size()));
            var read = QuestionnaireJson.read(mutated(text, mutation, random));
            if (!(read instanceof Checked.Valid<Questionnaire>)) {
                continue;
            }
            Questionnaire before = QuestionnaireJson.read(text).orThrow();
            Questionnaire after = read.orThrow();
            VersionDiff diff = VersionDiff.between(before, after);
            if (!before.methodHash().equals(after.methodHash())) {
                assertThat(diff.changes())
                        .as("%s in round %d", mutation[1], round)
                        .isNotEmpty();
                kinds.add(mutation[1]);
            }
            Wave wave = RandomWaves.of(before, round);
            var one = Moatmark.of(new Catalogue(List.of(before))).score(wave, Resampling.NONE);
            var other = Moatmark.of(new Catalogue(List.of(after))).score(wave, Resampling.NONE);
            for (int i = 0; i < one.nodes().size(); i++) {
                NodeScore node = one.nodes().get(i);
                if (!diff.nodes().contains(node.key())) {
                    same(node.outcome(), other.nodes().get(i).outcome(), node.key() + " in round " + round);
                    compared++;
                }
            }
            if (!diff.index()) {
                same(one.index().outcome(), other.index().outcome(), "index in round " + round);
            }
            if (!diff.levels()) {
                assertThat(other.maturity().level()).isEqualTo(one.maturity().level());
            }
        }
        assertThat(compared).isGreaterThan(1_000);
        assertThat(kinds.size()).isGreaterThan(5);
    }

    private static void same(Outcome one, Outcome other, String where) {
        if (one instanceof Outcome.Scored was && other instanceof Outcome.Scored is) {
            assertThat(is.evidenced()).as(where).isCloseTo(was.evidenced(), within(1e-9));
            assertThat(is.claimed()).as(where).isCloseTo(was.claimed(), within(1e-9));
        } else {
            assertThat(other).as(where).isEqualTo(one);
        }
    }

    private static String mutated(String text, String[] mutation, SplittableRandom random) {
        Matcher places = Pattern.compile(mutation[0]).matcher(text);
        List<Integer> starts = new ArrayList<>();
        while (places.find()) {
            starts.add(places.start());
        }
        if (starts.isEmpty()) {
            return text;
        }
        int at = starts.get(random.nextInt(starts.size()));
        return text.substring(0, at) + text.substring(at).replaceFirst(mutation[0], mutation[1]);
    }
}
