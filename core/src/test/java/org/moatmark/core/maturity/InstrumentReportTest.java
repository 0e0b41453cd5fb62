package org.moatmark.core.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.moatmark.core.Moatmark;
import org.moatmark.core.psychometrics.DifferentialUse;
import org.moatmark.core.psychometrics.Estimate;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.report.InstrumentTable;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.Company;
import org.moatmark.core.response.Form;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Seat;
import org.moatmark.core.response.Wave;
import org.moatmark.core.stats.SeededRandom;

/**
 * What many waves say about a questionnaire: how many each part has and needs, and what it then finds. Long, since the waves
 * are made here.
 */
class InstrumentReportTest {

    /** Two nodes: four opinions for all, and a yes/no with a number for headquarters; node A has gates of levels 2 and 3. */
    private static final Questionnaire SMALL = Moatmark.readQuestionnaire("""
            {"format": "moatmark/questionnaire/1", "id": "small", "version": "1.0.0",
             "title": {"en": "Small"}, "purpose": {"en": "To try."}, "licence": "CC-BY-4.0", "sources": [],
             "informants": [{"key": "hq", "side": "headquarters", "name": {"en": "Headquarters"}},
                            {"key": "gb", "side": "genba", "name": {"en": "Genba"}}],
             "scales": [{"key": "five", "points": 5, "labels":
               [{"en": "1"}, {"en": "2"}, {"en": "3"}, {"en": "4"}, {"en": "5"}]}],
             "tree": [
               {"key": "A", "title": {"en": "A"}, "items": [
                 {"key": "A1", "type": "agreement", "scale": "five", "text": {"en": "a1"}, "informants": ["hq", "gb"]},
                 {"key": "A2", "type": "agreement", "scale": "five", "text": {"en": "a2"}, "informants": ["hq", "gb"]},
                 {"key": "A3", "type": "agreement", "scale": "five", "text": {"en": "a3"}, "informants": ["hq", "gb"]},
                 {"key": "A4", "type": "agreement", "scale": "five", "text": {"en": "a4"}, "informants": ["hq", "gb"]}]},
               {"key": "B", "title": {"en": "B"}, "items": [
                 {"key": "B1", "type": "yesNo", "text": {"en": "b1"}, "informants": ["hq"]},
                 {"key": "B2", "type": "number", "text": {"en": "b2"}, "informants": ["hq"],
                  "unit": {"en": "%"}, "min": 0, "max": 100, "cuts": [20, 40, 60, 80]}]}],
             "index": {"aggregation": "arithmetic", "floor": 1},
             "levels": [{"level": 1, "name": {"en": "One"}, "definition": {"en": "One."}},
                        {"level": 2, "name": {"en": "Two"}, "definition": {"en": "Two."}},
                        {"level": 3, "name": {"en": "Three"}, "definition": {"en": "Three."}}],
             "gates": [{"node": "A", "level": 2, "statement": {"en": "Yes to B1."}, "require": [{"answer": "B1", "is": true}]},
                       {"node": "A", "level": 3, "statement": {"en": "A1 at 50."}, "require": [{"item": "A1", "atLeast": 50}]}],
             "staging": [], "findings": []}
            """).orThrow();

    private static Respondent person(String key, String informant, Map<String, AnswerValue> answers) {
        return new Respondent(
                new Seat(key, null, null, null, List.of(informant)),
                answers.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                one -> new Response.Answered(one.getValue(), List.of(), Response.Remarks.NONE))),
                Map.of());
    }

    private static Map<String, AnswerValue> opinions(int... points) {
        return IntStream.range(0, points.length)
                .boxed()
                .collect(Collectors.toMap(i -> "A" + (i + 1), i -> new AnswerValue.Number(points[i])));
    }

    private static Wave wave(Company company, List<Respondent> people) {
        return new Wave("small", "1.0.0", company, null, Form.FULL, people, List.of());
    }

    private static InstrumentReport report(List<Wave> waves) {
        return Moatmark.validateInstrument(SMALL, waves);
    }

    /** Companies of {@code size} people of the genba whose four answers follow one ability, but for noise. */
    private static List<Wave> scale(int companies, int size, long seed) {
        SeededRandom random = SeededRandom.of(seed);
        return many(companies, company -> {
            double own = 0.6 * random.nextGaussian();
            return wave(
                    Company.named("C" + company),
                    IntStream.range(0, size)
                            .mapToObj(i -> person("p" + i, "gb", opinions(four(own + random.nextGaussian(), random))))
                            .toList());
        });
    }

    private static int[] four(double theta, SeededRandom random) {
        int[] points = new int[4];
        for (int i = 0; i < 4; i++) {
            points[i] = (int) Math.max(1, Math.min(5, Math.round(3 + theta - i * 0.2 + 0.8 * random.nextGaussian())));
        }
        return points;
    }

    private static List<Wave> many(int n, IntFunction<Wave> each) {
        return IntStream.range(0, n).mapToObj(each).toList();
    }

    private static InstrumentReport.NodeQuality node(InstrumentReport report, String key) {
        return report.nodes().stream()
                .filter(node -> node.node().key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static String why(Block<?> block) {
        return ((Block.NotComputed<?>) block).why().en();
    }

    @Test
    void under_five_respondents_nothing_is_said() {
        InstrumentReport report = report(scale(2, 2, 1));

        assertThat(Objects.requireNonNull(report.withheld()).en())
                .isEqualTo("Nothing is said about fewer than 5 respondents.");
        assertThat(report.respondents()).isEqualTo(4);
        assertThat(report.items()).isEmpty();
        assertThat(report.nodes()).isEmpty();
        assertThat(Moatmark.write(report)).contains("\"items\":[]").doesNotContain("\"counts\"");
        assertThat(InstrumentTable.of(report, "ja")).endsWith("回答者が5人未満のため、何も報告しません。\n");
    }

    @Test
    void each_part_says_how_many_it_has_and_needs() {
        InstrumentReport report = report(scale(2, 5, 1));
        InstrumentReport.NodeQuality a = node(report, "A");

        assertThat(why(a.people()))
                .isEqualTo("Not computed, because n = 10 respondents who answered all of it (needs 30).");
        assertThat(why(a.companies())).isEqualTo("Not computed, because n = 2 companies (needs 30).");
        assertThat(why(a.dimensions()))
                .isEqualTo("Not computed, because n = 10 respondents who answered all of it (needs 100).");
        assertThat(why(a.rasch())).isEqualTo("Not computed, because n = 10 respondents (needs 100).");
        assertThat(why(a.graded())).isEqualTo("Not computed, because n = 10 respondents (needs 500).");
        assertThat(why(a.agreement().get(0).means())).isEqualTo("Not computed, because n = 2 companies (needs 10).");
        assertThat(why(node(report, "B").people()))
                .isEqualTo("Not computed, because n = 0 opinions in the node (needs 2).");
        assertThat(why(report.weights())).isEqualTo("Not computed, because n = 0 companies (needs 30).");
        assertThat(report.contrasts()).isEmpty();
        assertThat(InstrumentTable.of(report, "en")).contains("the waves tell of no two groups of 5 respondents");
    }

    @Test
    void coverage_counts_every_state_and_silent_seats_are_in_no_number() {
        List<Respondent> people = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            people.add(person("g" + i, "gb", opinions(5, 4, i + 1)));
        }
        people.add(person("nobody", "hq", Map.of()));
        people.add(new Respondent(
                new Seat("h", null, null, null, List.of("hq")),
                Map.of(
                        "A1", new Response.DontKnow(Response.Remarks.NONE),
                        "A2", new Response.NotApplicable("no such thing", Response.Remarks.NONE),
                        "B1", new Response.Answered(new AnswerValue.YesNo(true), List.of(), Response.Remarks.NONE)),
                Map.of()));
        InstrumentReport report = report(List.of(wave(Company.named("C"), people)));

        assertThat(report.respondents()).isEqualTo(6);
        assertThat(report.silent()).isEqualTo(1);
        InstrumentReport.ItemUse a1 = report.items().get(0);
        assertThat(List.of(a1.answered(), a1.dontKnow(), a1.notApplicable(), a1.skipped(), a1.notAsked()))
                .containsExactly(5, 1, 0, 0, 0);
        assertThat(a1.answeredShare()).isEqualTo(5 / 6.0);
        assertThat(a1.spread().found().orElseThrow().flags()).containsExactly("ceiling", "constant");
        assertThat(report.items().get(1).notApplicable()).isEqualTo(1);
        InstrumentReport.ItemUse a3 = report.items().get(2);
        assertThat(a3.skipped()).isEqualTo(1);
        assertThat(a3.spread().found().orElseThrow().counts())
                .isEqualTo(Map.of("1", 1, "2", 1, "3", 1, "4", 1, "5", 1));
        assertThat(a3.spread().found().orElseThrow().mean()).isEqualTo(50);
        assertThat(report.items().get(3).skipped()).isEqualTo(6);
        InstrumentReport.ItemUse b1 = report.items().get(4);
        assertThat(b1.notAsked()).isEqualTo(5);
        assertThat(why(b1.spread())).isEqualTo("Not computed, because n = 1 respondents (needs 5).");
        assertThat(report.attention()).containsEntry("ceiling", List.of("A1"));
    }

    @Test
    void a_sound_scale_is_found_sound() {
        InstrumentReport.NodeQuality a = node(report(scale(40, 20, 3)), "A");

        InstrumentReport.Consistent people = a.people().found().orElseThrow();
        assertThat(people.reliability().n()).isEqualTo(800);
        assertThat(people.reliability().alpha().orThrow()).isGreaterThan(0.8);
        assertThat(people.omega().found()).isPresent();
        assertThat(a.companies().found().orElseThrow().reliability().n()).isEqualTo(40);
        assertThat(a.dimensions().found().orElseThrow().dimensions()).isEqualTo(1);
        assertThat(a.rasch().found().orElseThrow().items())
                .extracting(InstrumentReport.RaschUse::ordered)
                .containsOnly(true);
        assertThat(a.graded().found().orElseThrow().convergence().isConverged()).isTrue();
        assertThat(a.agreement().get(0).reliability().found().orElseThrow().groups())
                .isEqualTo(40);
        assertThat(a.order().found().orElseThrow().scalability().orThrow()).isGreaterThan(0.4);
    }

    @Test
    void a_fit_that_does_not_converge_says_so() {
        // A1 is 5 exactly where the other three are high: its slope has no end.
        SeededRandom random = SeededRandom.of(5);
        List<Wave> waves = many(
                30,
                company -> wave(
                        Company.named("C" + company),
                        IntStream.range(0, 20)
                                .mapToObj(i -> {
                                    double theta = random.nextGaussian();
                                    int[] points = four(theta, random);
                                    points[0] = points[1] + points[2] + points[3] > 9 ? 5 : 1;
                                    return person("p" + i, "gb", opinions(points));
                                })
                                .toList()));
        InstrumentReport report = report(waves);

        assertThat(why(node(report, "A").graded()))
                .isEqualTo(
                        "The slope of item 'A1' grows without bound: its answers split the respondents almost perfectly.");
        assertThat(Moatmark.write(report))
                .contains(
                        "\"gradedResponse\":{\"computed\":false,\"n\":600,\"needs\":null,\"why\":{\"en\":\"The slope of item 'A1'"
                                + " grows without bound");
        assertThat(InstrumentTable.of(report, "ja")).contains("項目「A1」の傾きが際限なく大きくなります。");
    }

    @Test
    void levels_that_are_reached_without_those_below_are_counted() {
        // B1 (level 2) is no in ten companies of forty; A1 (level 3) holds in all of them and in ten of the others.
        List<Wave> waves = many(40, company -> {
            boolean yes = company >= 10;
            Map<String, AnswerValue> hq = new java.util.HashMap<>(opinions(company < 20 ? 4 : 1, 4, 4, 4));
            hq.put("B1", new AnswerValue.YesNo(yes));
            return wave(Company.named("C" + company), List.of(person("h", "hq", hq)));
        });
        InstrumentReport.LevelOrder order = report(waves).levels().get(0);

        assertThat(order.node()).isEqualTo("A");
        assertThat(order.reached()).containsExactly(30, 20);
        assertThat(order.errors().found().orElseThrow().flawed()).isEqualTo(Estimate.of(0.25, 40));
        // By chance 40 * (10/40) * (20/40) = 5 errors, found 10.
        assertThat(order.errors().found().orElseThrow().scalability().orThrow()).isCloseTo(-1, within(1e-12));
    }

    @Test
    void sides_that_use_an_item_differently_are_found() {
        SeededRandom random = SeededRandom.of(6);
        List<Wave> waves = many(
                30,
                company -> wave(
                        Company.named("C" + company),
                        IntStream.range(0, 20)
                                .mapToObj(i -> {
                                    boolean genba = i % 2 == 0;
                                    int[] points = four(random.nextGaussian(), random);
                                    points[3] = genba ? Math.max(1, points[3] - 1) : points[3];
                                    return person("p" + i, genba ? "gb" : "hq", opinions(points));
                                })
                                .toList()));
        InstrumentReport report = report(waves);

        InstrumentReport.Contrast sides = report.contrasts().get(0);
        assertThat(sides.by()).isEqualTo("side");
        assertThat(sides.focalN()).isEqualTo(300);
        Map<String, DifferentialUse.Size> sizes = sides.items().found().orElseThrow().items().stream()
                .collect(Collectors.toMap(
                        InstrumentReport.Use::key,
                        use -> Objects.requireNonNull(use.use().size())));
        assertThat(sizes).containsEntry("A4", DifferentialUse.Size.LARGE);
        assertThat(report.attention().get("differential")).contains("A4");
        assertThat(sides.styles().found().orElseThrow().differences()).hasSize(3);
        assertThat(InstrumentTable.of(report, "en")).contains("side: headquarters (300) - genba (300)");
    }

    @Test
    void the_order_of_waves_and_people_changes_no_number_of_items() {
        List<Wave> waves = scale(12, 10, 8);
        List<Wave> turned = new ArrayList<>(waves);
        java.util.Collections.reverse(turned);

        assertThat(report(turned).items()).isEqualTo(report(waves).items());
    }

    @Test
    void a_report_can_be_kept_and_is_the_same_every_time() throws Exception {
        InstrumentReport report = report(scale(12, 10, 9));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(report);
        Object again = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

        assertThat(Moatmark.write((InstrumentReport) again)).isEqualTo(Moatmark.write(report));
        assertThat(Moatmark.write(report(scale(12, 10, 9)))).isEqualTo(Moatmark.write(report));
    }

    @Test
    void a_policy_keeps_to_what_secrecy_takes() {
        assertThatThrownBy(() -> new InstrumentPolicy(2, 30, 100, 5, 100, 500, 200, 30, 10, 30, 0.5, 1, 1000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("A report on an instrument takes at least 3 respondents for secrecy");
    }
}
