package org.moatmark.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.moatmark.core.Moatmark;
import org.moatmark.core.benchmark.Benchmark;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.Comparison;
import org.moatmark.core.benchmark.Distribution;
import org.moatmark.core.benchmark.NamedPeers;
import org.moatmark.core.benchmark.PeerCriteria;
import org.moatmark.core.benchmark.Position;
import org.moatmark.core.benchmark.PositionSettings;
import org.moatmark.core.benchmark.RaterReliability;
import org.moatmark.core.benchmark.Standing;
import org.moatmark.core.benchmark.Subject;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.psychometrics.Estimate;
import org.moatmark.core.psychometrics.IntervalEstimate;

/** Positions, comparisons, benchmarks and reliability as documents. */
class PlacingJsonTest {

    private static final Moatmark MOATMARK = Moatmark.shipped();

    private static final CaseLibrary CASES = MOATMARK.cases();

    private static final Benchmark BENCHMARK = MOATMARK.benchmark();

    private static Checked.Valid<Position> placed(String id, PositionSettings settings) {
        return (Checked.Valid<Position>) BENCHMARK.position(Subject.of(CASES, id), settings);
    }

    private static JsonObject document(String id, PositionSettings settings) {
        return PositionJson.document(placed(id, settings), CASES);
    }

    @Test
    void a_position_has_the_numbers_of_the_library_unrounded() {
        Position position = placed("apple", PositionSettings.DEFAULT.with(PeerCriteria.ANYONE))
                .value();
        JsonObject document = document("apple", PositionSettings.DEFAULT.with(PeerCriteria.ANYONE));
        Standing.Percentile standing = (Standing.Percentile) position.index().standing();

        assertThat(Dig.text(document, "format")).isEqualTo("moatmark/position/1");
        assertThat(Dig.text(document, "subject", "case")).isEqualTo("apple");
        assertThat(Dig.number(document, "index", "own", "score"))
                .isEqualTo(CASES.scores().of("apple").index().score());
        assertThat(Dig.text(document, "index", "standing", "kind")).isEqualTo("percentile");
        assertThat(Dig.number(document, "index", "standing", "percent")).isEqualTo(standing.percent());
        assertThat(Dig.number(document, "index", "standing", "low")).isEqualTo(standing.low());
        assertThat(Dig.number(document, "index", "standing", "level")).isEqualTo(0.9);
        assertThat(Dig.number(document, "index", "standing", "rank", "best"))
                .isEqualTo(standing.rank().best());
        assertThat(Dig.list(document, "nodes"))
                .hasSize(CASES.questionnaire().nodes().size());
        assertThat(Dig.number(document, "runs")).isEqualTo(2_000);
        assertThat(Dig.number(document, "index", "mean", "raw"))
                .isEqualTo(position.index().mean().raw());
        assertThat(Dig.at(document, "index", "mean", "shrunk")).isEqualTo(JsonNull.NULL);
        assertThat(Dig.text(document, "index", "mean", "why", "en"))
                .isEqualTo("The group is the whole library, so that there is nothing to shrink toward.");
    }

    @Test
    void every_number_carries_its_card_and_the_whole_its_page_of_honesty() {
        JsonObject document = document("apple", PositionSettings.DEFAULT);

        for (JsonValue node : Dig.list(document, "nodes")) {
            assertThat(Dig.number(node, "card", "n")).isEqualTo(Dig.number(node, "n"));
            assertThat(Dig.text(node, "card", "methodHash"))
                    .isEqualTo(CASES.questionnaire().methodHash());
            assertThat(Dig.number(node, "card", "agreement", "alpha", "value")).isBetween(0.5, 1.0);
            assertThat(Dig.list(node, "card", "raters")).hasSize(2);
            assertThat(Dig.list(node, "card", "thin")).isNotEmpty();
        }
        assertThat(Dig.text(document, "honesty", "en"))
                .isEqualTo(CASES.honesty().in("en"));
        assertThat(Dig.text(document, "honesty", "ja"))
                .isEqualTo(CASES.honesty().in("ja"));
    }

    @Test
    void each_widening_is_told_step_by_step() {
        JsonObject document = document("apple", PositionSettings.DEFAULT);

        assertThat(Dig.at(document, "group", "widened")).isEqualTo(JsonBool.TRUE);
        assertThat(Dig.list(document, "group", "steps")).hasSize(5);
        assertThat(Dig.at(document, "group", "steps", 0, "letGo")).isEqualTo(JsonNull.NULL);
        assertThat(Dig.text(document, "group", "steps", 4, "letGo")).isEqualTo("region");
        assertThat(Dig.text(document, "group", "asked", "region")).isEqualTo("North America");
        assertThat(Dig.number(document, "group", "asked", "firstYear")).isEqualTo(2007);
        assertThat(Dig.at(document, "group", "used", "region")).isEqualTo(JsonNull.NULL);
        assertThat(Dig.list(document, "group", "members")).doesNotContain(new JsonString("apple"));
    }

    @Test
    void few_peers_give_points_with_the_reason_and_no_percentile() {
        JsonObject document = document("apple", PositionSettings.DEFAULT.with(new NamedPeers(List.of("hp", "dell"))));

        assertThat(Dig.list(document, "group", "used", "peers")).hasSize(2);
        assertThat(Dig.text(document, "index", "standing", "kind")).isEqualTo("points");
        assertThat(Dig.at(document, "index", "standing", "percent")).isNull();
        assertThat(Dig.at(document, "index", "standing", "rank")).isNull();
        assertThat(Dig.text(document, "index", "standing", "why", "en")).startsWith("Ranks need 10 companies; 2 have");
        assertThat(Dig.list(document, "index", "peers")).hasSize(2);
    }

    @Test
    void every_company_and_fact_that_is_spoken_of_stands_in_it_once() {
        JsonObject document = document("apple", PositionSettings.DEFAULT);
        Set<String> companies = new HashSet<>();
        Dig.list(document, "companies")
                .forEach(one -> assertThat(companies.add(Dig.text(one, "id"))).isTrue());
        Set<String> facts = new HashSet<>();
        Dig.list(document, "facts")
                .forEach(one -> assertThat(facts.add(Dig.text(one, "id"))).isTrue());

        for (JsonValue similar : Dig.list(document, "similar")) {
            assertThat(companies).contains(Dig.text(similar, "id"));
            Dig.list(similar, "alike")
                    .forEach(pair -> Dig.list(pair, "facts")
                            .forEach(fact -> assertThat(facts).contains(((JsonString) fact).value())));
        }
        for (JsonValue weak : Dig.list(document, "weak")) {
            for (JsonValue example : Dig.list(weak, "examples")) {
                assertThat(companies).contains(Dig.text(example, "id"));
                Dig.list(example, "facts").forEach(fact -> assertThat(facts).contains(((JsonString) fact).value()));
                assertThat(Dig.list(example, "ratings")).isNotEmpty();
            }
        }
        Dig.list(document, "group", "members")
                .forEach(member -> assertThat(companies).contains(((JsonString) member).value()));
        Dig.list(document, "index", "peers")
                .forEach(point -> assertThat(companies).contains(Dig.text(point, "id")));
    }

    @Test
    void the_same_question_gives_the_same_bytes_and_another_seed_others() {
        String one = CompactJson.of(document("dell", PositionSettings.DEFAULT));
        PositionSettings wide = PositionSettings.DEFAULT.with(PeerCriteria.ANYONE);

        assertThat(CompactJson.of(document("dell", PositionSettings.DEFAULT))).isEqualTo(one);
        assertThat(CompactJson.of(document("dell", wide.with(200, 1))))
                .isNotEqualTo(CompactJson.of(document("dell", wide.with(200, 2))));
    }

    @Test
    void a_comparison_says_who_where_and_which_rank() {
        List<Subject> subjects =
                List.of(Subject.of(CASES, "apple"), Subject.of(CASES, "hp"), Subject.of(CASES, "dell"));
        Comparison comparison = BENCHMARK.compare(subjects).orThrow();
        JsonObject document = ComparisonJson.document(comparison, CASES.questionnaire(), CASES);

        assertThat(Dig.text(document, "format")).isEqualTo("moatmark/comparison/1");
        assertThat(Dig.text(document, "subjects", 1, "case")).isEqualTo("hp");
        assertThat(Dig.list(document, "subjects", 0, "disputed")).hasSize(4);
        assertThat(Dig.list(document, "subjects", 0, "facts")).hasSize(8);
        assertThat(Dig.text(document, "lines", 0, "key")).isEqualTo("index");
        assertThat(Dig.text(document, "lines", 1, "title", "en")).isEqualTo("Business-model differentiation");
        assertThat(Dig.number(document, "lines", 0, "entries", 0, "whole")).isEqualTo(69);
        assertThat(Dig.number(document, "lines", 0, "entries", 0, "score"))
                .isEqualTo(CASES.scores().of("apple").index().score());
        assertThat(Dig.text(document, "lines", 0, "entries", 0, "rank", "word")).isEqualTo("clear");
        assertThat(Dig.text(document, "lines", 0, "entries", 1, "rank", "word")).isEqualTo("tie");
        assertThat(Dig.text(document, "honesty", "en"))
                .isEqualTo(CASES.honesty().in("en"));
    }

    @Test
    void a_benchmark_has_quantiles_from_ten_companies_on() {
        Distribution all = BENCHMARK
                .distribution(CASES.questionnaire(), PeerCriteria.ANYONE, 1)
                .orThrow();
        JsonObject document = BenchmarkJson.document(CASES.questionnaire(), all, BENCHMARK);
        Distribution few = BENCHMARK
                .distribution(new NamedPeers(List.of("apple", "hp", "dell")), 1)
                .orThrow();
        JsonObject points = BenchmarkJson.document(CASES.questionnaire(), few, BENCHMARK);

        assertThat(Dig.text(document, "format")).isEqualTo("moatmark/benchmark/1");
        assertThat(Dig.number(document, "places", 0, "quantiles", "p50"))
                .isEqualTo(all.places().get(0).quantiles().get(3));
        assertThat(Dig.list(document, "items")).hasSize(29);
        assertThat(Dig.at(points, "places", 0, "quantiles")).isEqualTo(JsonNull.NULL);
        assertThat(Dig.text(points, "places", 0, "why", "en"))
                .isEqualTo("Quantiles need 10 companies; 3 have a score here, so that points alone are shown.");
        assertThat(Dig.text(points, "places", 0, "why", "ja")).isEqualTo("分位点には10社が必要ですが、ここで得点があるのは3社なので、各社の点だけを示します。");
    }

    @Test
    void a_full_instrument_is_benchmarked_on_the_items_that_are_linked() {
        var instrument =
                MOATMARK.catalogue().newest("marketing-leadership-maturity").orElseThrow();
        Distribution spread =
                BENCHMARK.distribution(instrument, PeerCriteria.ANYONE, 1).orThrow();
        JsonObject document = BenchmarkJson.document(instrument, spread, BENCHMARK);

        assertThat(Dig.list(document, "items")).hasSize(13).contains(new JsonString("OV20"));
        assertThat(Dig.number(Dig.where("key", "D1", document, "places"), "n")).isZero();
        assertThat(Dig.number(Dig.where("key", "L", document, "places"), "n")).isGreaterThan(100);
        assertThat(Dig.list(document, "referencePoints"))
                .anySatisfy(point -> assertThat(Dig.text(point, "node")).isEqualTo("M4"))
                .noneSatisfy(point -> assertThat(Dig.text(point, "node")).startsWith("D"));
    }

    @Test
    void reliability_is_that_of_the_library_overall_by_node_and_by_item() {
        JsonObject document = ReliabilityJson.document(CASES);
        RaterReliability all = CASES.reliability();
        double alpha = ((Estimate.Point) all.overall().alpha()).value();
        double low = ((IntervalEstimate.Limits) all.overall().alphaInterval().limits()).low();

        assertThat(Dig.number(document, "overall", "alpha", "value")).isEqualTo(alpha);
        assertThat(Dig.number(document, "overall", "alphaInterval", "low")).isEqualTo(low);
        assertThat(Dig.list(document, "nodes")).hasSize(8);
        assertThat(Dig.list(document, "items")).hasSize(29);
        assertThat(Dig.number(Dig.where("key", "OV10", document, "items"), "disputed"))
                .isEqualTo(all.items().get("OV10").disputed());
    }

    @Test
    void what_cannot_be_computed_is_null_with_the_reason() {
        assertThat(CompactJson.of(ReliabilityJson.estimate(Estimate.notComputable("Too few.", "少なすぎます。"))))
                .isEqualTo("{\"value\":null,\"why\":{\"en\":\"Too few.\",\"ja\":\"少なすぎます。\"}}");
    }
}
