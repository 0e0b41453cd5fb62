package org.moatmark.core.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.rubric;
import static org.moatmark.core.Tiny.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.moatmark.core.Tiny;

/** A questionnaire that exists is valid in its parts; what is refused says so in a whole sentence. */
class GuardsTest {

    private static void refuses(ThrowingCallable made, String message) {
        assertThatIllegalArgumentException().isThrownBy(made).withMessage(message);
    }

    private static ItemType.Measure measure(
            double min, double max, double c1, double c2, double c3, double c4, Double up) {
        return new ItemType.Measure(text("%"), min, max, c1, c2, c3, c4, up);
    }

    @Test
    void aggregations() {
        refuses(() -> new Aggregation.MeanOfBest(0), "meanOfBest 0: at least 1 child is needed.");
        assertThat(new Aggregation.Arithmetic().word()).isEqualTo("arithmetic");
        assertThat(new Aggregation.Geometric().word()).isEqualTo("geometric");
        assertThat(new Aggregation.Minimum().word()).isEqualTo("minimum");
        assertThat(new Aggregation.MeanOfBest(1).word()).isEqualTo("meanOfBest");
        assertThat(new Aggregation.Balance().word()).isEqualTo("balance");
    }

    @Test
    void agreement_scales() {
        refuses(
                () -> new AgreementScale("s", 1, List.of(text("a"))),
                "Scale 's' needs at least two points and one label per point.");
        refuses(
                () -> new AgreementScale("s", 3, List.of(text("a"), text("b"))),
                "Scale 's' needs at least two points and one label per point.");
    }

    @Test
    void what_applies_to_whom() {
        refuses(
                () -> new AppliesTo(Set.of(), Set.of(Market.BOTH)),
                "appliesTo names b2b or b2c, not both: leave it out for everyone.");
        assertThat(AppliesTo.EVERYONE.excludes(CompanySize.MICRO, Market.B2C)).isFalse();
    }

    @Test
    void catalogues() {
        Questionnaire one = Tiny.of(leaf("A", rubric("a"))).questionnaire();
        refuses(() -> Catalogue.EMPTY.with(one).with(one), "Questionnaire 'tiny' 1.0.0 is there twice.");
        Catalogue catalogue =
                Catalogue.EMPTY.with(version(one, 1, 10, 0)).with(one).with(version(one, 1, 9, 0));
        assertThat(catalogue.questionnaires().stream()
                        .map(each -> each.version().toString()))
                .containsExactly("1.0.0", "1.9.0", "1.10.0");
        assertThat(catalogue.newest("tiny").orElseThrow().version()).isEqualTo(new Version(1, 10, 0));
        assertThat(catalogue.newest("big")).isEmpty();
        assertThat(catalogue.find("tiny", "1.9.0")).isPresent();
        assertThat(catalogue.find("tiny", "1.9.1")).isEmpty();
        assertThat(catalogue.find("big", "1.9.0")).isEmpty();
    }

    private static Questionnaire version(Questionnaire old, int major, int minor, int patch) {
        return new Questionnaire(
                old.id(),
                new Version(major, minor, patch),
                old.methodHash(),
                old.title(),
                old.purpose(),
                old.licence(),
                old.sources(),
                old.informants(),
                old.scales(),
                old.tree(),
                old.index(),
                old.levels(),
                old.gates(),
                old.staging(),
                old.findings(),
                old.vignettes(),
                old.pairs());
    }

    @Test
    void conditions() {
        refuses(Tiny::all, "'all' and 'any' need at least one condition.");
        refuses(Tiny::any, "'all' and 'any' need at least one condition.");
    }

    @Test
    void gates_and_rows() {
        refuses(() -> new Gate("A", 1, text("x"), List.of()), "Level 1: gates and staging start at level 2.");
        refuses(() -> new StagingRow(1, List.of()), "Level 1: gates and staging start at level 2.");
    }

    @Test
    void the_floor_of_the_index() {
        var how = new Aggregation.Geometric();
        refuses(() -> new IndexRule(how, 0.5), "Floor 0.5 is not in 1-100.");
        refuses(() -> new IndexRule(how, 100.5), "Floor 100.5 is not in 1-100.");
        refuses(() -> new IndexRule(how, Double.NaN), "Floor NaN is not in 1-100.");
    }

    @Test
    void items() {
        refuses(() -> rubric("a").asked().build(), "Item 'a': nobody is asked.");
        refuses(() -> rubric("a").weight(0).build(), "Item 'a': weight 0.0 is not finite and above 0.");
        refuses(() -> rubric("a").weight(-1).build(), "Item 'a': weight -1.0 is not finite and above 0.");
        refuses(() -> rubric("a").weight(Double.NaN).build(), "Item 'a': weight NaN is not finite and above 0.");
        refuses(
                () -> rubric("a").weight(Double.POSITIVE_INFINITY).build(),
                "Item 'a': weight Infinity is not finite and above 0.");
    }

    @Test
    void rubrics_and_scales() {
        refuses(() -> new ItemType.Rubric(List.of(text("1"))), "A rubric has five anchors, not 1.");
        refuses(() -> new ItemType.Agreement("s", 1, false), "Agreement scale 's' needs at least two points.");
    }

    @Test
    void measured_numbers() {
        String cuts = "Cuts must be strictly monotone and lie inside min and max.";
        refuses(() -> measure(0, 100, 10, 10, 20, 30, null), cuts);
        refuses(() -> measure(0, 100, 10, 30, 20, 40, null), cuts);
        refuses(() -> measure(11, 100, 10, 20, 30, 40, null), cuts);
        refuses(() -> measure(0, 39, 10, 20, 30, 40, null), cuts);
        refuses(() -> measure(0, 100, 101, 50, 30, 10, null), cuts);
        refuses(() -> measure(20, 100, 90, 50, 30, 10, null), cuts);
        refuses(() -> measure(0, Double.POSITIVE_INFINITY, 10, 20, 30, 40, null), cuts);
        refuses(() -> measure(0, 100, Double.NaN, 20, 30, 40, null), cuts);
        String upper = "'upper' needs rising cuts and lies between cut 4 and max.";
        refuses(() -> measure(0, 100, 10, 20, 30, 40, 39.0), upper);
        refuses(() -> measure(0, 100, 10, 20, 30, 40, 101.0), upper);
        refuses(() -> measure(0, 100, 40, 30, 20, 10, 50.0), upper);
        assertThat(measure(0, 100, 10, 20, 30, 40, 50.0).upperPoint()).hasValue(50);
        assertThat(measure(0, 100, 40, 30, 20, 10, null).upperPoint()).isEmpty();
    }

    @Test
    void choices() {
        refuses(() -> new ItemType.Choice(List.of()), "A choice needs at least one option.");
        refuses(() -> new ItemType.Choice(List.of(Tiny.option("p", 101))), "Option 'p': score 101.0 is not in 0-100.");
        refuses(() -> new ItemType.Choice(List.of(Tiny.option("p", -1))), "Option 'p': score -1.0 is not in 0-100.");
        refuses(() -> new ItemType.Choices(List.of(), ItemType.Count.SUM), "Choices need at least one option.");
        refuses(() -> Tiny.option("p", Double.NaN), "Option 'p': its score is not a finite number.");
    }

    @Test
    void nodes() {
        refuses(() -> Tiny.of(Tiny.branch("P")), "Node 'P' has no children.");
        refuses(
                () -> Tiny.of(Tiny.branch("P", leaf("A", rubric("a"))).how(Tiny.balance())),
                "Node 'P': balance takes exactly two children.");
        refuses(
                () -> new Node.Leaf(
                        new Node.Head("A", text("A"), null, List.of(), 1),
                        new Aggregation.Arithmetic(),
                        SideJoin.MEAN,
                        null,
                        List.of()),
                "Node 'A' has no items.");
        refuses(() -> Tiny.of(leaf("A", rubric("a")).weight(0)), "Node 'A': weight 0.0 is not finite and above 0.");
    }

    @Test
    void questionnaires_need_a_tree_and_informants() {
        refuses(() -> Tiny.of().questionnaire(), "Questionnaire 'tiny' needs a tree and informants.");
    }

    @Test
    void texts() {
        refuses(() -> new TextMap(Map.of()), "A text map needs a text in at least one language.");
        TextMap both = TextMap.of("cat", "猫");
        assertThat(both.in("ja")).isEqualTo("猫");
        assertThat(both.in("fr")).isEqualTo("cat");
        assertThat(both.languages()).containsExactly("en", "ja");
        assertThat(new TextMap(Map.of("ja", "猫")).in("en")).isEqualTo("猫");
    }

    @Test
    void versions() {
        refuses(() -> new Version(1, -1, 0), "A version has no negative number.");
        refuses(() -> Version.parse("1.0"), "'1.0' is not a version like 1.0.0.");
        refuses(() -> Version.parse("01.0.0"), "'01.0.0' is not a version like 1.0.0.");
        refuses(() -> Version.parse("1.0.0-beta"), "'1.0.0-beta' is not a version like 1.0.0.");
        assertThat(Version.parse("10.2.3")).isEqualTo(new Version(10, 2, 3)).hasToString("10.2.3");
        assertThat(Version.parse("1.10.0")).isGreaterThan(Version.parse("1.9.9"));
        assertThat(Version.isVersion("1.0.0")).isTrue();
        assertThat(Version.isVersion("1.0.9999999999")).isFalse();
    }

    @Test
    void null_is_refused_where_something_must_be() {
        assertThatNullPointerException().isThrownBy(() -> new Option(null, text("x"), 1));
        assertThatNullPointerException()
                .isThrownBy(() -> new Node.Reference(new Node.Head("R", text("R"), null, List.of(), 1), null));
    }

    @Test
    void what_goes_in_is_copied_and_what_comes_out_cannot_be_changed() {
        Map<String, String> words = new HashMap<>(Map.of("en", "before"));
        TextMap title = new TextMap(words);
        words.put("en", "after");
        assertThat(title.in("en")).isEqualTo("before");
        assertThatThrownBy(() -> title.byLanguage().put("en", "after"))
                .isInstanceOf(UnsupportedOperationException.class);
        List<Condition> require = new ArrayList<>(List.of(Tiny.nodeAtLeast("A", 1)));
        Gate gate = new Gate("A", 2, title, require);
        require.clear();
        assertThat(gate.require()).hasSize(1);
        assertThatThrownBy(() -> gate.require().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void nodes_and_items_are_listed_in_the_order_of_the_file() {
        Questionnaire questionnaire = Tiny.of(
                        Tiny.branch("P", leaf("A", rubric("a2"), rubric("a1")), Tiny.reference("R", "Z")),
                        leaf("Z", rubric("z")))
                .questionnaire();
        assertThat(questionnaire.nodes().stream().map(Node::key)).containsExactly("P", "A", "R", "Z");
        assertThat(questionnaire.items().stream().map(Item::key)).containsExactly("a2", "a1", "z");
    }
}
