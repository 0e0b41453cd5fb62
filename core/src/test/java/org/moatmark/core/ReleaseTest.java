package org.moatmark.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.moatmark.core.Tiny.branch;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.percent;
import static org.moatmark.core.Tiny.rubric;
import static org.moatmark.core.Tiny.seat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.moatmark.core.Tiny.Voice;
import org.moatmark.core.benchmark.Offices;
import org.moatmark.core.benchmark.Secrecy;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonValue;
import org.moatmark.core.json.ReleaseJson;
import org.moatmark.core.questionnaire.Catalogue;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.report.Release;
import org.moatmark.core.response.EvidenceGrade;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Seat;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.Contribution;
import org.moatmark.core.scoring.Outcome;

/** What is shown of a confidential assessment, and above all what is not. */
class ReleaseTest {

    private static final Moatmark SHIPPED = Moatmark.shipped();

    private static final Tiny TWO = Tiny.of(
            branch("T", leaf("A", rubric("a"), rubric("b").evidence(), percent("fact")), leaf("B", rubric("c"))));

    private static Release release(Tiny tiny, Voice... voices) {
        return Moatmark.of(new Catalogue(List.of(tiny.questionnaire()))).release(tiny.wave(voices), Secrecy.DEFAULT);
    }

    private static Release.Item item(Release release, String key) {
        return release.items().stream()
                .filter(item -> item.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Voice[] voices(int headquarters, int genba) {
        List<Voice> voices = new ArrayList<>();
        for (int i = 0; i < headquarters; i++) {
            voices.add(seat("h" + i, "H").says("a", 2 + i % 3).says("b", 3).says("c", 4));
        }
        for (int i = 0; i < genba; i++) {
            voices.add(seat("g" + i, "G").says("a", 2).says("c", 3));
        }
        return voices.toArray(new Voice[0]);
    }

    @Test
    void scores_of_groups_are_those_of_the_result_rounded_to_a_tenth() {
        Wave wave = TWO.wave(voices(7, 6));
        Moatmark moatmark = Moatmark.of(new Catalogue(List.of(TWO.questionnaire())));
        Release release = moatmark.release(wave, Secrecy.DEFAULT);
        var exact = moatmark.score(wave);
        assertThat(release.index().evidenced())
                .isCloseTo(((Outcome.Scored) exact.index().outcome()).evidenced(), within(0.05 + 1e-9));
        assertThat(item(release, "a").sides().headquarters())
                .isCloseTo(exact.item("a").sides().headquarters().evidenced(), within(0.05 + 1e-9));
        assertThat(release.index().range()).isNull();
    }

    @Test
    void points_sum_to_the_rounded_score() {
        Release release = release(TWO, voices(7, 6));
        for (Release.Node node : release.nodes()) {
            double sum = node.contributions().stream()
                    .mapToDouble(Contribution::points)
                    .sum();
            assertThat(sum).as(node.key()).isCloseTo(node.evidenced(), within(1e-9));
        }
    }

    @Test
    void what_fewer_than_k_say_is_suppressed() {
        Voice[] voices = voices(5, 0);
        Voice[] four = {
            voices[0], voices[1], voices[2], voices[3], seat("h4", "H").says("a", 3)
        };
        Release release = release(TWO, four);
        assertThat(item(release, "a").suppressed()).isFalse();
        assertThat(item(release, "c").suppressed()).isTrue();
        assertThat(item(release, "c").evidenced()).isNull();
        Release.Node b = release.nodes().get(2);
        assertThat(b.key()).isEqualTo("B");
        assertThat(b.suppressed()).isTrue();
        String json = ReleaseJson.document(release).toString();
        assertThat(json).doesNotContain("h4");
    }

    @Test
    void offices_and_facts_are_stated_by_name() {
        List<Voice> voices = new ArrayList<>(Arrays.asList(voices(6, 0)));
        voices.add(seat("ceo", "C").says("a", 5).says("fact", 80));
        voices.set(0, voices.get(0).says("fact", 60));
        Release release = release(TWO, voices.toArray(new Voice[0]));
        Release.Stated stated = item(release, "fact").statement();
        assertThat(stated.respondents()).extracting(Release.Scored::seat).containsExactly("ceo", "h0");
        assertThat(stated.conflict()).hasSize(2);
        assertThat(item(release, "a").statement()).isNull();
    }

    @Test
    void an_item_that_only_offices_are_asked_is_a_statement() {
        Tiny tiny = Tiny.of(leaf("A", rubric("a"), rubric("b").asked("C")));
        List<Voice> voices = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            voices.add(seat("h" + i, "H").says("a", 3));
        }
        voices.add(seat("ceo", "C").says("b", 5));
        Release release = release(tiny, voices.toArray(new Voice[0]));
        assertThat(item(release, "b").statement().claimed()).isEqualTo(100);
        assertThat(item(release, "b").statement().gainOfNextStep()).isEqualTo(0);
    }

    @Test
    void what_a_unanimous_group_says_is_a_range() {
        Voice[] voices = new Voice[5];
        Arrays.setAll(voices, i -> seat("h" + i, "H").says("a", 5).says("b", 3).says("c", 3));
        Release release = release(TWO, voices);
        assertThat(item(release, "a").evidenced()).isEqualTo(87.5);
        assertThat(item(release, "a").range()).isEqualTo(new Bounds(75, 100));
        assertThat(item(release, "c").range()).isNull();
        assertThat(release.index().range()).isNotNull();
    }

    @Test
    void the_evidence_of_one_of_many_does_not_lift_the_office_for_all_to_see() {
        List<Voice> voices = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            voices.add(
                    i == 0
                            ? seat("h0", "H").says("b", 5, EvidenceGrade.E3)
                            : seat("h" + i, "H").says("b", 2));
        }
        voices.add(seat("ceo", "C").says("b", 5));
        Release one = release(TWO, voices.toArray(new Voice[0]));
        // The same mean without anybody's evidence: 100 and five times 25, or 50 and 35 each.
        assertThat(item(one, "b").evidenced()).isCloseTo((6 * 37.5 + 50) / 7, within(0.05 + 1e-9));
    }

    /** Whoever swaps two answers of a group, or brings another set with the same mean, changes no byte. */
    @Test
    void two_worlds_with_the_same_means_give_the_same_bytes() {
        for (Questionnaire questionnaire : SHIPPED.catalogue().questionnaires()) {
            for (long seed = 1; seed <= 12; seed++) {
                SplittableRandom random = new SplittableRandom(seed);
                Wave wave = crowded(questionnaire, random);
                Wave swapped = swapped(questionnaire, wave, random);
                assertThat(swapped).isNotEqualTo(wave);
                String one = SHIPPED.write(SHIPPED.release(wave, Secrecy.DEFAULT));
                assertThat(SHIPPED.write(SHIPPED.release(swapped, Secrecy.DEFAULT)))
                        .as("%s, seed %d", questionnaire.id(), seed)
                        .isEqualTo(one);
            }
        }
    }

    /** Everybody of a few kinds answers nearly everything, on values from 2 to 4. */
    private static Wave crowded(Questionnaire questionnaire, SplittableRandom random) {
        List<Respondent> respondents = new ArrayList<>();
        int kinds = Math.min(4, questionnaire.informants().size());
        for (int kind = 0; kind < kinds; kind++) {
            String key = questionnaire.informants().get(kind).key();
            int people = kind == 3 ? 2 : 6 + random.nextInt(3);
            for (int i = 0; i < people; i++) {
                RandomWaves values = new RandomWaves(questionnaire, random.nextLong());
                Map<String, Response> answers = new LinkedHashMap<>();
                for (Item item : questionnaire.items()) {
                    if (item.informants().contains(key) && random.nextInt(20) > 0) {
                        answers.put(item.key(), values.answered(item, random.nextDouble(), 0.3));
                    }
                }
                respondents.add(new Respondent(
                        new Seat(key + "-" + i, "Department " + i % 3, null, null, List.of(key)), answers));
            }
        }
        return RandomWaves.with(RandomWaves.of(questionnaire, 7), respondents);
    }

    /** Every two neighbours of a side swap their answers to every protected item. */
    private static Wave swapped(Questionnaire questionnaire, Wave wave, SplittableRandom random) {
        Offices offices = Offices.of(
                wave.respondents().stream().map(one -> one.seat().informants()).toList(), 5);
        List<Map<String, Response>> answers = new ArrayList<>();
        wave.respondents().forEach(one -> answers.add(new LinkedHashMap<>(one.answers())));
        for (Item item : questionnaire.items()) {
            for (int i = 0; i + 1 < answers.size(); i++) {
                List<String> own = wave.respondents().get(i).seat().informants();
                List<String> next = wave.respondents().get(i + 1).seat().informants();
                boolean both = answers.get(i).containsKey(item.key())
                        && answers.get(i + 1).containsKey(item.key());
                if (both && own.equals(next) && offices.protects(item, own) && random.nextBoolean()) {
                    Response kept = answers.get(i).get(item.key());
                    answers.get(i).put(item.key(), answers.get(i + 1).get(item.key()));
                    answers.get(i + 1).put(item.key(), kept);
                }
            }
        }
        List<Respondent> respondents = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            respondents.add(new Respondent(wave.respondents().get(i).seat(), answers.get(i)));
        }
        return RandomWaves.with(wave, respondents);
    }

    @Test
    void nothing_is_in_the_document_but_what_somebody_decided_to_show() {
        Set<String> shown = new TreeSet<>();
        for (Questionnaire questionnaire : SHIPPED.catalogue().questionnaires()) {
            for (long seed = 1; seed <= 6; seed++) {
                Wave wave = crowded(questionnaire, new SplittableRandom(seed));
                collect("", ReleaseJson.document(SHIPPED.release(wave, new Secrecy(5, true))), shown);
            }
        }
        collect("", ReleaseJson.document(release(TWO, voices(5, 4))), shown);
        List<Voice> voices = new ArrayList<>(Arrays.asList(voices(6, 0)));
        voices.add(seat("ceo", "C").says("fact", 80));
        voices.set(0, voices.get(0).says("fact", 60));
        collect("", ReleaseJson.document(release(TWO, voices.toArray(new Voice[0]))), shown);
        collect("", ReleaseJson.document(release(TWO, voices(2, 0))), shown);
        shown.removeIf(path -> path.matches(".*/(en|ja)"));
        assertThat(WHITE_LIST.strip().split("\\s+")).containsAll(shown);
        assertThat(shown).hasSizeGreaterThan(80);
    }

    /** A new property is hidden until it is written into {@code ReleaseJson}, and here. */
    private static final String WHITE_LIST = """
            /format /rounded /k /engine /date
            /questionnaire /questionnaire/id /questionnaire/version /questionnaire/methodHash
            /company /company/name /company/country /company/region /company/sector /company/size /company/market
            /index /index/suppressed /index/evidenced /index/range /index/range/low /index/range/high /index/reason
            /index/status /index/rule
            /index/contributions /index/contributions/key /index/contributions/weight /index/contributions/share
            /index/contributions/points
            /level /level/suppressed /level/reason /level/value /level/progress /level/capped /level/capped/from
            /level/capped/reason
            /level/blocking /level/blocking/node /level/blocking/level /level/blocking/statement
            /nodes /nodes/key /nodes/parent /nodes/title /nodes/suppressed /nodes/reason /nodes/evidenced /nodes/range
            /nodes/range/low /nodes/range/high /nodes/status /nodes/rule
            /nodes/sides /nodes/sides/headquarters /nodes/sides/genba /nodes/sides/suppressed /nodes/sides/reason
            /nodes/level /nodes/progress
            /nodes/blocking /nodes/blocking/node /nodes/blocking/level /nodes/blocking/statement
            /nodes/contributions /nodes/contributions/key /nodes/contributions/weight /nodes/contributions/share
            /nodes/contributions/points
            /items /items/key /items/suppressed /items/reason /items/state /items/evidenced /items/range
            /items/range/low /items/range/high
            /items/sides /items/sides/headquarters /items/sides/genba /items/sides/suppressed /items/sides/reason
            /items/claimed /items/gainOfNextStep
            /items/sides/headquarters/claimed /items/sides/headquarters/evidenced
            /items/sides/genba/claimed /items/sides/genba/evidenced
            /items/conflict /items/conflict/seat /items/conflict/value
            /items/respondents /items/respondents/seat /items/respondents/claimed /items/respondents/evidenced
            /departments /departments/department /departments/suppressed /departments/reason
            /departments/opinions /departments/opinions/node /departments/opinions/mean
            /findings /findings/key /findings/tone /findings/message /findings/because
            """;

    private static void collect(String path, JsonValue value, Set<String> into) {
        if (value instanceof JsonObject object) {
            object.toMap().forEach((key, inner) -> {
                into.add(path + "/" + key);
                collect(path + "/" + key, inner, into);
            });
        } else if (value instanceof JsonArray array) {
            array.values().forEach(inner -> collect(path, inner, into));
        }
    }
}
