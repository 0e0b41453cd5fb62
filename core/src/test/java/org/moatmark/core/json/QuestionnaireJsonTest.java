package org.moatmark.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.questionnaire.Aggregation;
import org.moatmark.core.questionnaire.AppliesTo;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Condition;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.Market;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.questionnaire.SideJoin;

class QuestionnaireJsonTest {

    private static final Questionnaire SMALL = QuestionnaireJson.read(
                    Corpus.resource("/questionnaires/valid/base.json"))
            .orThrow();

    static List<Path> reference() {
        return Corpus.documents("/reference/scoring");
    }

    @ParameterizedTest
    @CsvSource({
        "business-model-differentiation, 37, 123, 96",
        "marketing-leadership-maturity, 29, 138, 84",
        "outside-view, 10, 29, 0"
    })
    void reads_the_shipped_questionnaires_completely(String id, int nodes, int items, int gates) {
        Questionnaire questionnaire = shipped(id);

        assertThat(questionnaire.id()).isEqualTo(id);
        assertThat(questionnaire.nodes()).hasSize(nodes);
        assertThat(questionnaire.items()).hasSize(items);
        assertThat(questionnaire.gates()).hasSize(gates);
        SameQuestionnaire.check(
                QuestionnaireJson.read(QuestionnaireJson.write(questionnaire)).orThrow(), questionnaire);
    }

    @ParameterizedTest
    @MethodSource("reference")
    void reads_the_questionnaires_of_the_reference_cases(Path file) {
        assertThat(QuestionnaireJson.read(Corpus.bytes(file)).issues()).isEmpty();
    }

    @Test
    void reads_every_property_of_a_node() {
        assertThat(SMALL.tree()).hasSize(3);
        Node.Leaf leaf = (Node.Leaf) SMALL.tree().get(0);
        assertThat(leaf.head().weight()).isEqualTo(2);
        assertThat(leaf.head().question().in("ja")).isEqualTo("Question of A?（日本語）");
        assertThat(leaf.head().sources()).containsExactly("own");
        assertThat(leaf.flagBelow()).isEqualTo(15);
        assertThat(leaf.sides()).isEqualTo(SideJoin.LOWER);
        assertThat(leaf.aggregation()).isEqualTo(new Aggregation.Arithmetic());
        Node.Branch branch = (Node.Branch) SMALL.tree().get(1);
        assertThat(branch.aggregation()).isEqualTo(new Aggregation.Geometric());
        Node.Leaf best = (Node.Leaf) branch.nodes().get(0);
        assertThat(best.aggregation()).isEqualTo(new Aggregation.MeanOfBest(2));
        assertThat(best.head().weight()).isEqualTo(1);
        assertThat(best.flagBelow()).isNull();
        Node.Branch balance = (Node.Branch) SMALL.tree().get(2);
        assertThat(balance.aggregation()).isEqualTo(new Aggregation.Balance());
        assertThat(((Node.Reference) balance.nodes().get(1)).target()).isEqualTo("B1");
    }

    @Test
    void reads_every_property_of_an_item() {
        List<Item> items = SMALL.items();
        assertThat(items).extracting(Item::key).containsExactly("a", "g", "y", "n", "c", "s", "t");
        Item rubric = items.get(0);
        assertThat(rubric.core()).isTrue();
        assertThat(rubric.evidence()).isTrue();
        assertThat(rubric.informants()).containsExactly("H", "G", "X", "N");
        assertThat(rubric.seeds()).containsExactly("K01");
        assertThat(((ItemType.Rubric) rubric.type()).anchors().get(4).in("en")).isEqualTo("Anchor 5");
        Item agreement = items.get(1);
        assertThat(agreement.type()).isEqualTo(new ItemType.Agreement("a5", 5, true));
        assertThat(agreement.outsideView()).isEqualTo("OV01");
        assertThat(items.get(2).appliesTo().size()).containsExactlyInAnyOrder(CompanySize.MEDIUM, CompanySize.LARGE);
        assertThat(items.get(2).appliesTo().market()).containsExactly(Market.B2B);
        ItemType.Measure measure = (ItemType.Measure) items.get(3).type();
        assertThat(List.of(
                        measure.min(), measure.max(), measure.cut1(), measure.cut2(), measure.cut3(), measure.cut4()))
                .containsExactly(0.0, 100.0, 10.0, 25.0, 40.0, 60.0);
        assertThat(measure.upper()).isEqualTo(80);
        assertThat(items.get(3).weight()).isEqualTo(1.5);
        assertThat(((ItemType.Choice) items.get(4).type()).options().get(1).score())
                .isEqualTo(60);
        assertThat(((ItemType.Choices) items.get(5).type()).count()).isEqualTo(ItemType.Count.SHARE);
        assertThat(items.get(6).type()).isEqualTo(new ItemType.FreeText());
        assertThat(SMALL.informants().get(2).side()).isEqualTo(Side.CUSTOMERS);
    }

    @Test
    void reads_every_form_of_a_condition() {
        AppliesTo all = AppliesTo.EVERYONE;
        AppliesTo large = new AppliesTo(Set.of(CompanySize.LARGE), Set.of());
        assertThat(SMALL.gates().get(0).require())
                .containsExactly(
                        new Condition.OfItem("a", Condition.Comparison.AT_LEAST, 50, all),
                        new Condition.Any(
                                List.of(
                                        new Condition.AnswerIsYesNo("y", true, large),
                                        new Condition.AnswerIsOption("c", "o2", all)),
                                all));
        assertThat(SMALL.gates().get(1).require())
                .containsExactly(
                        new Condition.GapAtMost("A", 25, all),
                        new Condition.InformantsPresent("G", 2, all),
                        new Condition.OfAnswer("n", Condition.Comparison.AT_LEAST, 25, all));
        assertThat(SMALL.gates().get(2).require().get(0)).isEqualTo(new Condition.LevelReached("A", 2, all));
        assertThat(SMALL.staging().get(1).require().get(0))
                .isEqualTo(new Condition.OfOther("outside-view", "OV", 40, all));
        assertThat(SMALL.findings().get(0).when())
                .isEqualTo(new Condition.All(
                        List.of(
                                new Condition.OfItem("a", Condition.Comparison.BELOW, 50, all),
                                new Condition.AnswerIsOption("s", "o1", all)),
                        all));
    }

    @Test
    void the_method_hash_is_that_of_the_canonical_file() {
        byte[] file = Corpus.resource("/questionnaires/valid/base.json");
        String compact = CanonicalJson.of(JsonTree.parse(file).orThrow());

        assertThat(SMALL.methodHash())
                .isEqualTo(CanonicalJson.sha256(JsonTree.parse(file).orThrow()));
        assertThat(QuestionnaireJson.read(compact).orThrow().methodHash()).isEqualTo(SMALL.methodHash());
    }

    @Test
    void a_broken_thing_is_known_to_those_who_name_it() {
        String broken = text("/questionnaires/valid/base.json")
                .replace("\"type\": \"rubric\"", "\"type\": \"rubric\", \"x\": 0");

        assertThat(QuestionnaireJson.read(broken).issues())
                .extracting(Issue::code, Issue::path)
                .containsExactly(tuple("unknown-property", "/tree/0/items/0/x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr", "de", "ja"})
    void the_locale_changes_nothing(String language) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            Questionnaire again = shipped("marketing-leadership-maturity");
            assertThat(QuestionnaireJson.write(again))
                    .isEqualTo(QuestionnaireJson.write(again))
                    .doesNotContain("ı");
            String faulty = text("/questionnaires/invalid/node-property-misspelt.json");
            assertThat(QuestionnaireJson.read(faulty).issues())
                    .extracting(issue -> issue.hint().en())
                    .allMatch(hint -> hint.startsWith("Did you mean 'weight'?"));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Questionnaire shipped(String id) {
        return QuestionnaireJson.read(Corpus.resource("/org/moatmark/questionnaires/" + id + ".json"))
                .orThrow();
    }

    private static String text(String resource) {
        return new String(Corpus.resource(resource), StandardCharsets.UTF_8);
    }
}
