package org.moatmark.core.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.moatmark.core.Moatmark;
import org.moatmark.core.psychometrics.Estimate;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Market;
import org.moatmark.core.report.Result;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.Status;

/** The shipped library: its own companies and the demonstration company as subjects. */
class ShippedPositionTest {

    private static final Moatmark MOATMARK = Moatmark.shipped();

    private static final CaseLibrary CASES = MOATMARK.cases();

    private static final Benchmark BENCHMARK = Benchmark.of(CASES);

    private static Subject demo(String questionnaire) {
        try {
            Wave wave = MOATMARK.readWave(
                            Files.readAllBytes(Path.of("../api/src/main/resources/demo/" + questionnaire + ".json")))
                    .orThrow();
            Result result = MOATMARK.score(wave);
            return MOATMARK.subject(result).orThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void the_group_of_the_demonstration_company_has_to_be_widened_and_says_so() {
        Position position = BENCHMARK
                .position(demo("business-model-differentiation"), PositionSettings.DEFAULT)
                .orThrow();

        PeerGroup group = position.group();
        assertThat(group.steps().get(0).choice())
                .isEqualTo(new PeerCriteria(
                        "industrial-and-components", "Japan", CompanySize.MEDIUM, Market.B2B, 2021, 2031));
        assertThat(group.widened()).isTrue();
        assertThat(group.steps().get(1).letGo()).isEqualTo(Criterion.SIZE);
        assertThat(group.n()).isGreaterThanOrEqualTo(10);
        assertThat(position.crosswalk().rows()).hasSize(11);
        assertThat(position.node("M").own().status()).isEqualTo(Status.INSUFFICIENT);
        assertThat(position.node("D4").own().score()).isNotNull();
        assertThat(position.referencePoints()).extracting(ReferencePoint::node).contains("D4.3");
        assertThat(position.honesty().in("en")).isEqualTo(CASES.honesty().in("en"));
    }

    @Test
    void the_second_instrument_reaches_the_other_half_of_the_tree() {
        Position position = BENCHMARK
                .position(demo("marketing-leadership-maturity"), PositionSettings.DEFAULT.with(PeerCriteria.ANYONE))
                .orThrow();

        assertThat(position.crosswalk().rows()).hasSize(13);
        assertThat(position.node("M").own().status()).isEqualTo(Status.FULL);
        assertThat(position.index().own().status()).isEqualTo(Status.PROVISIONAL);
        assertThat(position.node("M").standing().word()).isEqualTo("percentile");
        assertThat(position.node("D1").standing().word()).isEqualTo("none");
        assertThat(position.referencePoints()).extracting(ReferencePoint::node).contains("M4");
    }

    @Test
    void apple_hp_and_dell_stand_side_by_side() {
        List<Subject> three = List.of("apple", "hp", "dell").stream()
                .map(id -> Subject.of(CASES, id))
                .toList();
        Comparison comparison = BENCHMARK.compare(three).orThrow();

        assertThat(comparison.lines()).hasSize(11);
        Comparison.Line index = comparison.lines().get(0);
        assertThat(index.entries()).allSatisfy(entry -> assertThat(entry.rank()).isNotNull());
        assertThat(index.entries().get(0).measure().score())
                .isGreaterThan(index.entries().get(1).measure().score())
                .isGreaterThan(index.entries().get(2).measure().score());
    }

    @Test
    void every_case_company_can_be_placed_and_nothing_contradicts_itself() {
        PositionSettings quick =
                PositionSettings.DEFAULT.with(PeerCriteria.ANYONE).with(50, 1);
        for (CaseCompany company : CASES.companies()) {
            Position position =
                    BENCHMARK.position(Subject.of(CASES, company.id()), quick).orThrow();
            for (NodePosition node : position.nodes()) {
                assertThat(node.n())
                        .isEqualTo(node.card().n())
                        .isEqualTo(node.peers().size());
                assertThat(node.n() + node.card().withoutScore().size())
                        .isEqualTo(position.group().members().size());
                assertThat(node.peers()).extracting(PeerPoint::id).doesNotContain(company.id());
                for (PeerPoint point : node.peers()) {
                    assertThat(point.score()).isBetween(point.low(), point.high());
                }
            }
            assertThat(position.similar()).hasSize(5);
            assertThat(position.similar()).extracting(SimilarCompany::distance).isSorted();
            for (WeakDimension weak : position.weak()) {
                assertThat(weak.own()).isLessThan(weak.reference());
                assertThat(weak.examples()).allSatisfy(example -> {
                    assertThat(example.score()).isGreaterThanOrEqualTo(75);
                    assertThat(example.id()).isNotEqualTo(company.id());
                    assertThat(example.ratings()).isNotEmpty();
                });
            }
        }
    }

    @Test
    void a_card_names_the_agreement_of_the_raters_on_the_items_behind_its_number() {
        Position whole = BENCHMARK
                .position(Subject.of(CASES, "apple"), PositionSettings.DEFAULT)
                .orThrow();
        Position linked = BENCHMARK
                .position(demo("business-model-differentiation"), PositionSettings.DEFAULT)
                .orThrow();

        RaterReliability reliability = CASES.reliability();
        assertThat(whole.index().card().agreement().alpha().orThrow())
                .isCloseTo(reliability.overall().alpha().orThrow(), within(1e-12));
        reliability.nodes().forEach((key, node) -> {
            Agreement agreement = whole.node(key).card().agreement();
            assertThat(agreement.alpha().orThrow()).isCloseTo(node.alpha().orThrow(), within(1e-12));
            assertThat(agreement.iccAverage().orThrow())
                    .isCloseTo(node.iccAverage().orThrow(), within(1e-12));
        });
        Agreement all = whole.node("D4").card().agreement();
        assertThat(linked.node("D4").card().agreement()).isEqualTo(all);
        assertThat(linked.node("D1").card().agreement())
                .isNotEqualTo(whole.node("D1").card().agreement());
        assertThat(linked.node("L").card().agreement().alpha()).isInstanceOf(Estimate.NotComputable.class);
    }

    @Test
    void facts_stand_behind_what_is_alike_and_different() {
        Position position = BENCHMARK
                .position(Subject.of(CASES, "apple"), PositionSettings.DEFAULT)
                .orThrow();

        List<String> facts = position.similar().stream()
                .flatMap(similar -> similar.alike().stream())
                .flatMap(pair -> pair.facts().stream())
                .toList();
        assertThat(facts)
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(CASES.fact(fact)).isPresent());
    }

    @Test
    void many_threads_and_a_copy_come_to_the_same() throws IOException, ClassNotFoundException {
        Subject subject = Subject.of(CASES, "dell");
        Position once = BENCHMARK.position(subject, PositionSettings.DEFAULT).orThrow();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(BENCHMARK);
        }
        Benchmark copy;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            copy = (Benchmark) in.readObject();
        }

        assertThat(IntStream.range(0, 16)
                        .parallel()
                        .mapToObj(i -> BENCHMARK
                                .position(subject, PositionSettings.DEFAULT)
                                .orThrow())
                        .distinct())
                .containsExactly(once);
        Position copied = copy.position(subject, PositionSettings.DEFAULT).orThrow();
        assertThat(copied.index()).isEqualTo(once.index());
        assertThat(copied.nodes()).isEqualTo(once.nodes());
        assertThat(copied.similar()).isEqualTo(once.similar());
    }
}
