package org.moatmark.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moatmark.core.benchmark.Subject;
import org.moatmark.core.json.QuestionnaireJson;
import org.moatmark.core.questionnaire.ContradictoryPair;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Vignette;
import org.moatmark.core.report.Result;

/** The versions that come with the library: what was published stays, and what was added is in no score. */
class ShippedQuestionnairesTest {

    private static final Moatmark MOATMARK = Moatmark.shipped();

    private static Questionnaire version(String id, String version) {
        return MOATMARK.catalogue().find(id, version).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"business-model-differentiation", "marketing-leadership-maturity", "outside-view"})
    void the_first_version_is_what_its_file_says(String id) {
        Questionnaire file =
                QuestionnaireJson.read(ShippedFiles.read(id + ".json")).orThrow();

        assertThat(version(id, "1.0.0")).isEqualTo(file);
        assertThat(version(id, "1.0.0").methodHash()).isEqualTo(file.methodHash());
    }

    @ParameterizedTest
    @ValueSource(strings = {"business-model-differentiation", "marketing-leadership-maturity", "outside-view"})
    void the_newest_version_scores_as_the_first(String id) {
        Questionnaire newest = MOATMARK.catalogue().newest(id).orElseThrow();

        assertThat(newest.version()).hasToString("1.1.0");
        assertThat(newest.scoresLike(version(id, "1.0.0"))).isTrue();
        assertThat(newest.methodHash()).isNotEqualTo(version(id, "1.0.0").methodHash());
        assertThat(MOATMARK.catalogue().oldestAlike(newest)).isEqualTo(version(id, "1.0.0"));
    }

    @Test
    void the_outside_view_tells_two_stories_each_for_eight_items() {
        Questionnaire newest = version("outside-view", "1.1.0");
        Map<String, Integer> last = new HashMap<>();

        for (Vignette vignette : newest.vignettes()) {
            int before = last.getOrDefault(vignette.item(), 0);
            assertThat(vignette.order()).as(vignette.key()).isEqualTo(before + 1);
            assertThat(vignette.text().languages()).containsExactly("en", "ja");
            last.put(vignette.item(), vignette.order());
        }

        assertThat(last)
                .hasSize(8)
                .allSatisfy((item, stories) -> assertThat(stories).as(item).isEqualTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"business-model-differentiation", "marketing-leadership-maturity"})
    void each_contradictory_pair_has_a_reversed_item_and_somebody_who_is_asked_both(String id) {
        Questionnaire newest = version(id, "1.1.0");
        Map<String, Item> items = new HashMap<>();
        newest.items().forEach(item -> items.put(item.key(), item));

        assertThat(newest.pairs()).hasSizeGreaterThan(5);
        for (ContradictoryPair pair : newest.pairs()) {
            Item first = items.get(pair.first());
            Item second = items.get(pair.second());
            assertThat(second.type())
                    .isInstanceOfSatisfying(
                            ItemType.Agreement.class,
                            type -> assertThat(type.reverse()).as(second.key()).isTrue());
            assertThat(Collections.disjoint(first.informants(), second.informants()))
                    .as(pair.toString())
                    .isFalse();
        }
    }

    @Test
    void answers_to_the_newest_outside_view_are_placed_among_the_cases_as_those_to_the_first() {
        String answers = "\"answers\":{\"OV18\":{\"value\":3},\"OV19\":{\"value\":4},\"OV01\":{\"value\":5}}}]}";
        List<Result> results = List.of("1.0.0", "1.1.0").stream()
                .map(version ->
                        "{\"format\":\"moatmark/wave/1\",\"questionnaire\":{\"id\":\"outside-view\",\"version\":\""
                                + version
                                + "\"},\"company\":{\"name\":\"Example KK\"},\"date\":\"2026-11-01\",\"respondents\":["
                                + "{\"seat\":{\"key\":\"o1\",\"informant\":\"outsider\"}," + answers)
                .map(json -> MOATMARK.score(MOATMARK.readWave(json).orThrow()))
                .toList();
        var first = MOATMARK.position(results.get(0)).orThrow();
        var newest = MOATMARK.position(results.get(1)).orThrow();

        assertThat(newest.crosswalk()).isNull();
        assertThat(newest.subject().version()).isEqualTo("1.1.0");
        assertThat(newest.index()).isEqualTo(first.index());
        assertThat(newest.nodes()).isEqualTo(first.nodes());
        List<Subject> both = results.stream()
                .map(result -> MOATMARK.subject(result).orThrow())
                .toList();
        assertThat(MOATMARK.benchmark().compare(both).orThrow().items()).isEmpty();
    }
}
