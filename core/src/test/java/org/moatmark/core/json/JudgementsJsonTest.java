package org.moatmark.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.rubric;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moatmark.core.Moatmark;
import org.moatmark.core.Seen;
import org.moatmark.core.Tiny;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.psychometrics.PriorityWeights;
import org.moatmark.core.psychometrics.Reweighting.Change;
import org.moatmark.core.psychometrics.Reweighting.Kind;
import org.moatmark.core.questionnaire.Catalogue;
import org.moatmark.core.questionnaire.Version;
import org.moatmark.core.reference.ReferenceCase;
import org.moatmark.core.report.WeightChanges;

/**
 * Judgements in, weights out: what they change, and every fault that they can have. Long, since documents are written out here.
 */
class JudgementsJsonTest {

    private static final String OUTSIDE = file("outside-view");
    private static final Version NEXT = new Version(1, 5, 0);

    /** OV18 over OV19 over OV20 in L, each twice as important as the next: 4 to 2 to 1. */
    private static final String LEADERSHIP = judge(
            "ceo", comparison("L", pair("OV18", "OV19", "2"), pair("OV20", "OV19", "0.5"), pair("OV18", "OV20", "4")));

    private static String file(String name) {
        try {
            return Files.readString(Path.of("..", "questionnaires", name + ".json"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String pair(String a, String b, String value) {
        return "{\"a\":\"" + a + "\",\"b\":\"" + b + "\",\"value\":" + value + "}";
    }

    private static String comparison(String node, String... pairs) {
        String of = node.isEmpty() ? "" : "\"node\":\"" + node + "\",";
        return "{" + of + "\"pairs\":[" + String.join(",", pairs) + "]}";
    }

    private static String judge(String key, String... comparisons) {
        return "{\"key\":\"" + key + "\",\"comparisons\":[" + String.join(",", comparisons) + "]}";
    }

    private static String about(String id, String joining, String... judges) {
        return "{\"format\":\"moatmark/judgements/1\",\"questionnaire\":{\"id\":\"" + id
                + "\",\"version\":\"1.0.0\"},\"aggregation\":\"" + joining + "\",\"judges\":["
                + String.join(",", judges) + "]}";
    }

    private static String document(String... judges) {
        return about("outside-view", "judgements", judges);
    }

    private static Reweighed reweigh(String file, String judgements) {
        return Moatmark.reweigh(
                        file.getBytes(StandardCharsets.UTF_8), judgements.getBytes(StandardCharsets.UTF_8), NEXT)
                .orThrow();
    }

    private static List<Issue> faults(String judgements, Version next) {
        List<Issue> issues = Moatmark.reweigh(
                        OUTSIDE.getBytes(StandardCharsets.UTF_8), judgements.getBytes(StandardCharsets.UTF_8), next)
                .issues();
        Bilingual.check(issues);
        return issues;
    }

    private static void refused(String judgements, String... faults) {
        assertThat(faults(judgements, NEXT))
                .extracting(issue -> issue.path() + " " + issue.code() + " "
                        + issue.message().en())
                .containsExactly(faults);
    }

    @Test
    void weights_follow_the_priorities_and_keep_their_sum() {
        Reweighed next = reweigh(OUTSIDE, document(LEADERSHIP));

        // 4/7, 2/7 and 1/7 of a sum of 3.
        assertThat(next.priorities().weighed().changes())
                .containsExactly(
                        new Change(Kind.ITEM, "OV18", 1, 1.71428571429),
                        new Change(Kind.ITEM, "OV19", 1, 0.857142857143),
                        new Change(Kind.ITEM, "OV20", 1, 0.428571428571));
        assertThat(next.priorities().weighed().movable()).containsExactly("M", "L");
    }

    @ParameterizedTest
    @ValueSource(strings = {"outside-view", "business-model-differentiation", "marketing-leadership-maturity"})
    void only_weights_and_the_version_differ_in_the_file(String id) {
        String before = file(id);
        List<String> tops = QuestionnaireJson.read(before).orThrow().tree().stream()
                .map(node -> node.key())
                .toList();
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < tops.size(); i++) {
            for (int j = i + 1; j < tops.size(); j++) {
                pairs.add(pair(tops.get(i), tops.get(j), "3"));
            }
        }
        Reweighed next =
                reweigh(before, about(id, "judgements", judge("ceo", comparison("", pairs.toArray(new String[0])))));

        List<String> lines = next.file().lines().toList();
        List<String> added = lines.stream()
                .filter(line -> line.contains("\"weight\": ") || line.contains("\"version\": "))
                .toList();
        assertThat(added).hasSizeGreaterThanOrEqualTo(tops.size() + 1);
        assertThat(lines.stream().filter(line -> !added.contains(line)))
                .containsExactlyElementsOf(before.lines()
                        .filter(line -> !line.contains("\"weight\": ") && !line.contains("\"version\": "))
                        .toList());
        assertThat(next.file()).endsWith("}\n");
    }

    @Test
    void the_method_hash_is_that_of_the_file_when_it_is_read_again() {
        Reweighed next = reweigh(OUTSIDE, document(LEADERSHIP));

        assertThat(QuestionnaireJson.read(next.file()).orThrow()).isEqualTo(next.questionnaire());
        assertThat(next.questionnaire().version()).isEqualTo(NEXT);
        assertThat(next.questionnaire().methodHash())
                .isEqualTo(CanonicalJson.sha256(JsonTree.parse(next.file()).orThrow()))
                .isNotEqualTo(QuestionnaireJson.read(OUTSIDE).orThrow().methodHash());
    }

    @Test
    void scores_move_by_the_weights_alone() {
        Reweighed next = reweigh(OUTSIDE, document(LEADERSHIP));
        Moatmark door = Moatmark.of(
                new Catalogue(List.of(QuestionnaireJson.read(OUTSIDE).orThrow(), next.questionnaire())));
        String wave =
                "{\"format\":\"moatmark/wave/1\",\"questionnaire\":{\"id\":\"outside-view\",\"version\":\"1.0.0\"},"
                        + "\"company\":{\"name\":\"Example KK\"},\"date\":\"2026-11-01\",\"respondents\":["
                        + "{\"seat\":{\"key\":\"o1\",\"informant\":\"outsider\"},\"answers\":{\"OV18\":{\"value\":5},"
                        + "\"OV19\":{\"value\":3},\"OV20\":{\"value\":1},\"OV21\":{\"value\":4},\"OV22\":{\"value\":2},"
                        + "\"OV23\":{\"value\":2}}}]}";
        Seen before = new Seen(door.score(door.readWave(wave).orThrow()));
        Seen after = new Seen(
                door.score(door.readWave(wave.replace("1.0.0", "1.5.0")).orThrow()));

        assertThat(before.claimed("L")).isEqualTo(50);
        assertThat(after.claimed("L")).isCloseTo((4 * 100 + 2 * 50) / 7.0, within(1e-9));
        assertThat(after.claimed("P")).isEqualTo(before.claimed("P"));
        assertThat(after.result().node("P").status())
                .isEqualTo(before.result().node("P").status());
    }

    @Test
    void judgements_that_say_what_the_weights_say_change_nothing() {
        Reweighed next = reweigh(
                OUTSIDE,
                document(judge(
                        "ceo",
                        comparison(
                                "L",
                                pair("OV18", "OV19", "1"),
                                pair("OV19", "OV20", "1"),
                                pair("OV18", "OV20", "1")))));

        assertThat(next.priorities().weighed().changes()).isEmpty();
        assertThat(next.file()).isEqualTo(OUTSIDE.replace("\"version\": \"1.0.0\"", "\"version\": \"1.5.0\""));
        assertThat(WeightChanges.of(next.priorities(), next.questionnaire(), "en"))
                .endsWith("\nNo score can move.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"judgements", "priorities"})
    void a_group_is_the_geometric_mean_of_its_judges(String joining) {
        // 8 counts twice and 1 once: the cube root of 64 is 4, so 4/5 and 1/5 of a sum of 2.
        String heavy = judge("ceo", comparison("", pair("B", "M", "8"))).replace("{\"key\"", "{\"weight\":2,\"key\"");
        String light = judge("cfo", comparison("", pair("M", "B", "1")));
        PriorityWeights priorities =
                reweigh(OUTSIDE, about("outside-view", joining, heavy, light)).priorities();

        assertThat(priorities.weighed().changes())
                .containsExactly(new Change(Kind.NODE, "B", 1, 1.6), new Change(Kind.NODE, "M", 1, 0.4));
        assertThat(priorities.parents().get(0).joint() == null).isEqualTo(joining.equals("priorities"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ahp_drinks", "ahp_school"})
    void the_examples_of_saaty_become_weights(String name) {
        ReferenceCase given = ReferenceCase.of(name).again();
        double[][] matrix = ReferenceCase.numbers(name + ".csv");
        int n = matrix.length;
        Tiny.Ask[] items = new Tiny.Ask[n];
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            items[i] = rubric("i" + i);
            for (int j = i + 1; j < n; j++) {
                pairs.add(pair("i" + i, "i" + j, CanonicalJson.number(matrix[i][j])));
            }
        }
        String file = QuestionnaireJson.write(Tiny.of(leaf("A", items)).questionnaire());
        Reweighed next = reweigh(
                file,
                about(
                        QuestionnaireJson.read(file).orThrow().id(),
                        "judgements",
                        judge("saaty", comparison("A", pairs.toArray(new String[0])))));

        given.check(
                "weights_eigenvector",
                next.questionnaire().items().stream()
                        .mapToDouble(item -> item.weight() / n)
                        .toArray());
        given.check(
                "CR",
                next.priorities()
                        .parents()
                        .get(0)
                        .own()
                        .get(0)
                        .consistencyRatio()
                        .orThrow());
        assertThat(WeightChanges.of(next.priorities(), next.questionnaire(), "en")
                        .contains("WARNING: above 0.10"))
                .isEqualTo(name.equals("ahp_school"));
    }

    @Test
    void all_faults_are_named_at_once() {
        refused(
                document(
                        judge("ceo", comparison("LL", pair("B", "M", "1")), comparison("", pair("B", "X", "10"))),
                        judge("cfo", comparison("L", pair("OV18", "OV19", "0"), pair("OV18", "OV18", "1")))),
                "/judges/0/comparisons/0/node unknown-reference Judge 'ceo': there is no node 'LL'.",
                "/judges/0/comparisons/1/pairs/0/b unknown-reference Judge 'ceo': there is no child 'X'.",
                "/judges/0/comparisons/1/pairs/0/value out-of-range Judge 'ceo': 'value' is 10, but a number from 1/9 (0.111)"
                        + " to 9 is expected.",
                "/judges/1/comparisons/0/pairs missing-pairs Judge 'cfo': 2 of the 3 pairs under node 'L' are missing.",
                "/judges/1/comparisons/0/pairs/0/value out-of-range Judge 'cfo': 'value' is 0, but a number from 1/9 (0.111)"
                        + " to 9 is expected.",
                "/judges/1/comparisons/0/pairs/1 compared-with-itself Judge 'cfo': 'OV18' is compared with itself.");
    }

    @Test
    void a_pair_may_be_said_twice_but_not_against_itself() {
        assertThat(faults(document(judge("ceo", comparison("", pair("B", "M", "3"), pair("M", "B", "0.333")))), NEXT))
                .isEmpty();
        refused(
                document(judge("ceo", comparison("", pair("B", "M", "4"), pair("M", "B", "4")))),
                "/judges/0/comparisons/0/pairs/1/value contradicting-pair Judge 'ceo': this pair is judged twice: 4 here, which"
                        + " by /judges/0/comparisons/0/pairs/0/value would be 0.25.");
    }

    @Test
    void a_judge_has_a_key_and_compares_each_node_once() {
        String index = comparison("", pair("B", "M", "3"));
        refused(
                document(judge("ceo", index, index), judge("ceo", index)),
                "/judges/0/comparisons/1 listed-twice Judge 'ceo': 'index' is listed more than once.",
                "/judges/1/key key-not-unique Judge 2: key 'ceo' is used before, at /judges/0/key.");
        refused(
                document(),
                "/judges wrong-count The judgements: 'judges' is an empty list, but at least one element is expected.");
    }

    @Test
    void the_new_version_is_above_the_old_one() {
        assertThat(faults(document(LEADERSHIP), new Version(1, 0, 0)))
                .extracting(issue -> issue.path() + " " + issue.code() + " "
                        + issue.message().en())
                .containsExactly(
                        "/questionnaire/version version-not-newer The judgements: new weights need a version above"
                                + " 1.0.0, not 1.0.0.");
    }

    @Test
    void judgements_are_about_this_questionnaire() {
        refused(
                about("outside-veiw", "judgements", LEADERSHIP),
                "/questionnaire another-questionnaire The judgements: they are about outside-veiw 1.0.0, but the questionnaire is"
                        + " outside-view 1.0.0.");
    }

    @Test
    void nothing_to_compare_is_said() {
        String file = QuestionnaireJson.write(Tiny.of(leaf("A", rubric("a"))).questionnaire());
        String id = QuestionnaireJson.read(file).orThrow().id();
        String judged = about(id, "judgements", judge("ceo", comparison("A", pair("a", "a", "1"))));
        List<Issue> issues = Moatmark.reweigh(
                        file.getBytes(StandardCharsets.UTF_8), judged.getBytes(StandardCharsets.UTF_8), NEXT)
                .issues();

        Bilingual.check(issues);
        assertThat(issues).extracting(Issue::code).containsExactly("nothing-to-compare");
        assertThat(issues.get(0).message().en()).isEqualTo("Judge 'ceo': node 'A' has one child only.");
    }
}
