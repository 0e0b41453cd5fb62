package org.moatmark.core;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.moatmark.core.maturity.Maturity;
import org.moatmark.core.maturity.MaturityVerdict;
import org.moatmark.core.maturity.RespondentCheck;
import org.moatmark.core.psychometrics.ResponseStylePolicy;
import org.moatmark.core.questionnaire.Aggregation;
import org.moatmark.core.questionnaire.AppliesTo;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Condition;
import org.moatmark.core.questionnaire.Condition.Comparison;
import org.moatmark.core.questionnaire.ContradictoryPair;
import org.moatmark.core.questionnaire.Finding;
import org.moatmark.core.questionnaire.Gate;
import org.moatmark.core.questionnaire.IndexRule;
import org.moatmark.core.questionnaire.Informant;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.Market;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Option;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.questionnaire.SideJoin;
import org.moatmark.core.questionnaire.StagingRow;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.questionnaire.Version;
import org.moatmark.core.questionnaire.Vignette;
import org.moatmark.core.report.Result;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.Company;
import org.moatmark.core.response.Evidence;
import org.moatmark.core.response.EvidenceGrade;
import org.moatmark.core.response.Form;
import org.moatmark.core.response.OtherResult;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Seat;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.Resampling;
import org.moatmark.core.scoring.ScoreTree;
import org.moatmark.core.scoring.Scorer;

/**
 * Questionnaires small enough for pencil and paper, and answers to them.
 *
 * <pre>{@code
 * Seen seen = Tiny.of(leaf("A", rubric("a"), rubric("b"))).score(seat("h1", "H").says("a", 5).says("b", 3));
 * assertThat(seen.node("A")).isEqualTo(75);
 * }</pre>
 *
 * <p>Informant kinds are {@code H} and {@code C} (headquarters), {@code G} (genba), {@code N} (neutral) and {@code X}
 * (customers). An item is asked of all but customers unless it says otherwise. The index is the arithmetic mean unless
 * it is said otherwise.
 *
 * <p>Long, since it is one small language: a method for each thing that a questionnaire or an answer can say.
 */
public final class Tiny {

    private final List<Node> tree;
    private IndexRule index = new IndexRule(new Aggregation.Arithmetic(), 1);
    private final List<Gate> gates = new ArrayList<>();
    private final List<StagingRow> staging = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Vignette> vignettes = new ArrayList<>();
    private final List<ContradictoryPair> pairs = new ArrayList<>();
    private Company company = new Company("Tiny", null, null, null, CompanySize.LARGE, Market.BOTH);
    private Form form = Form.FULL;
    private final List<OtherResult> others = new ArrayList<>();

    private Tiny(List<Node> tree) {
        this.tree = tree;
    }

    public static Tiny of(Part... tops) {
        return new Tiny(Arrays.stream(tops).map(Part::build).toList());
    }

    public Tiny index(Aggregation how, double floor) {
        index = new IndexRule(how, floor);
        return this;
    }

    public Tiny gate(String node, int level, Condition... require) {
        gates.add(new Gate(node, level, text(node + " on " + level), List.of(require)));
        return this;
    }

    public Tiny staging(int level, Condition... require) {
        staging.add(new StagingRow(level, List.of(require)));
        return this;
    }

    public Tiny finding(String key, Condition when) {
        findings.add(new Finding(key, Finding.Tone.RISK, when, text("Message of " + key), List.of()));
        return this;
    }

    /** An invented company to rate on an item; the lowest comes first. */
    public Tiny vignette(String item, String key, int order) {
        vignettes.add(new Vignette(item, key, text("Story " + key), order));
        return this;
    }

    /** Two items that cannot both be high. */
    public Tiny pair(String first, String second) {
        pairs.add(new ContradictoryPair(first, second));
        return this;
    }

    public Tiny company(CompanySize size, Market market) {
        company = new Company("Tiny", null, null, null, size, market);
        return this;
    }

    public Tiny shortForm() {
        form = Form.CORE;
        return this;
    }

    public Tiny given(String questionnaire, String node, double score) {
        others.add(new OtherResult(questionnaire, "1.0.0", Map.of(node, score)));
        return this;
    }

    public Questionnaire questionnaire() {
        return new Questionnaire(
                "tiny",
                new Version(1, 0, 0),
                "sha256:" + "0".repeat(64),
                text("Tiny"),
                text("For tests"),
                "CC-BY-4.0",
                List.of(),
                List.of(
                        new Informant("H", Side.HEADQUARTERS, text("Headquarters")),
                        new Informant("C", Side.HEADQUARTERS, text("Top team")),
                        new Informant("G", Side.GENBA, text("Genba")),
                        new Informant("N", Side.NEUTRAL, text("Neutral")),
                        new Informant("X", Side.CUSTOMERS, text("Customers"))),
                List.of(),
                tree,
                index,
                List.of(),
                gates,
                staging,
                findings,
                vignettes,
                pairs);
    }

    public Wave wave(Voice... voices) {
        return new Wave(
                "tiny",
                "1.0.0",
                company,
                LocalDate.of(2026, 11, 1),
                form,
                Arrays.stream(voices).map(Voice::build).toList(),
                others);
    }

    public Seen score(Voice... voices) {
        return score(wave(voices));
    }

    public Seen score(Wave wave) {
        Questionnaire questionnaire = questionnaire();
        Scorer scorer = Scorer.of(questionnaire);
        Maturity maturity = Maturity.of(questionnaire);
        ScoreTree scored = scorer.score(wave);
        MaturityVerdict verdict = maturity.verdict(scored);
        RespondentCheck check = RespondentCheck.of(scorer, maturity, ResponseStylePolicy.DEFAULT);
        return new Seen(Result.of(scored, maturity).with(check.check(scored, verdict)));
    }

    /** A result with intervals over joint runs. */
    public Result resampled(Resampling how, Voice... voices) {
        Questionnaire questionnaire = questionnaire();
        Scorer scorer = Scorer.of(questionnaire);
        Maturity maturity = Maturity.of(questionnaire);
        ScoreTree scored = scorer.score(wave(voices));
        MaturityVerdict verdict = maturity.verdict(scored);
        return Result.of(scored, maturity, verdict, maturity.confidence(scored, verdict, scorer, how), how);
    }

    /** The same text in both languages. */
    public static TextMap text(String words) {
        return TextMap.of(words, words);
    }

    // Nodes

    /** A node that is being written down. */
    public static final class Part {
        private final String key;
        private final List<Item> items;
        private final List<Node> nodes;
        private final String target;
        private Aggregation how = new Aggregation.Arithmetic();
        private SideJoin sides = SideJoin.MEAN;
        private Double flagBelow;
        private double weight = 1;

        private Part(String key, List<Item> items, List<Node> nodes, String target) {
            this.key = key;
            this.items = items;
            this.nodes = nodes;
            this.target = target;
        }

        public Part how(Aggregation aggregation) {
            how = aggregation;
            return this;
        }

        public Part sides(SideJoin join) {
            sides = join;
            return this;
        }

        public Part flagBelow(double points) {
            flagBelow = points;
            return this;
        }

        public Part weight(double number) {
            weight = number;
            return this;
        }

        private Node build() {
            Node.Head head = new Node.Head(key, text("Node " + key), null, List.of(), weight);
            if (target != null) {
                return new Node.Reference(head, target);
            }
            return items.isEmpty()
                    ? new Node.Branch(head, how, flagBelow, nodes)
                    : new Node.Leaf(head, how, sides, flagBelow, items);
        }
    }

    public static Part leaf(String key, Ask... items) {
        return new Part(key, Arrays.stream(items).map(Ask::build).toList(), List.of(), null);
    }

    public static Part branch(String key, Part... children) {
        return new Part(key, List.of(), Arrays.stream(children).map(Part::build).toList(), null);
    }

    public static Part reference(String key, String target) {
        return new Part(key, List.of(), List.of(), target);
    }

    public static Aggregation arithmetic() {
        return new Aggregation.Arithmetic();
    }

    public static Aggregation geometric() {
        return new Aggregation.Geometric();
    }

    public static Aggregation minimum() {
        return new Aggregation.Minimum();
    }

    public static Aggregation meanOfBest(int n) {
        return new Aggregation.MeanOfBest(n);
    }

    public static Aggregation balance() {
        return new Aggregation.Balance();
    }

    // Items

    /** An item that is being written down. */
    public static final class Ask {
        private final String key;
        private final ItemType type;
        private List<String> informants = List.of("H", "C", "G", "N");
        private boolean core;
        private boolean evidence;
        private double weight = 1;
        private AppliesTo appliesTo = AppliesTo.EVERYONE;

        private Ask(String key, ItemType type) {
            this.key = key;
            this.type = type;
        }

        public Ask asked(String... kinds) {
            informants = List.of(kinds);
            return this;
        }

        public Ask core() {
            core = true;
            return this;
        }

        public Ask evidence() {
            evidence = true;
            return this;
        }

        public Ask weight(double number) {
            weight = number;
            return this;
        }

        public Ask only(CompanySize... sizes) {
            appliesTo = new AppliesTo(Set.of(sizes), appliesTo.market());
            return this;
        }

        public Ask only(Market... markets) {
            appliesTo = new AppliesTo(appliesTo.size(), Set.of(markets));
            return this;
        }

        public Item build() {
            return new Item(
                    key,
                    type,
                    text("Item " + key),
                    informants,
                    core,
                    evidence,
                    weight,
                    null,
                    List.of(),
                    List.of(),
                    appliesTo,
                    null);
        }
    }

    public static Ask rubric(String key) {
        return new Ask(key, new ItemType.Rubric(List.of(text("1"), text("2"), text("3"), text("4"), text("5"))));
    }

    public static Ask agreement(String key, int points) {
        return new Ask(key, new ItemType.Agreement("scale", points, false));
    }

    public static Ask reversed(String key, int points) {
        return new Ask(key, new ItemType.Agreement("scale", points, true));
    }

    public static Ask yesNo(String key) {
        return new Ask(key, new ItemType.YesNo());
    }

    public static Ask number(String key, double min, double max, double... cuts) {
        return new Ask(key, new ItemType.Measure(text("%"), min, max, cuts[0], cuts[1], cuts[2], cuts[3], null));
    }

    /** A number whose score falls again above {@code upper}. */
    public static Ask peak(String key, double min, double max, double upper, double... cuts) {
        return new Ask(key, new ItemType.Measure(text("%"), min, max, cuts[0], cuts[1], cuts[2], cuts[3], upper));
    }

    /** 0 to 100 in percent: the answer is its score. */
    public static Ask percent(String key) {
        return number(key, 0, 100, 25, 50, 75, 100);
    }

    public static Ask choice(String key, Option... options) {
        return new Ask(key, new ItemType.Choice(List.of(options)));
    }

    public static Ask share(String key, Option... options) {
        return new Ask(key, new ItemType.Choices(List.of(options), ItemType.Count.SHARE));
    }

    public static Ask sum(String key, Option... options) {
        return new Ask(key, new ItemType.Choices(List.of(options), ItemType.Count.SUM));
    }

    public static Ask words(String key) {
        return new Ask(key, new ItemType.FreeText());
    }

    public static Option option(String key, double score) {
        return new Option(key, text(key), score);
    }

    // Respondents

    /** Somebody who answers. */
    public static final class Voice {
        private final Seat seat;
        private final Map<String, Response> answers = new LinkedHashMap<>();
        private final Map<String, Integer> vignettes = new LinkedHashMap<>();

        private Voice(Seat seat) {
            this.seat = seat;
        }

        public Voice says(String item, double number, EvidenceGrade... grades) {
            return answers(item, new AnswerValue.Number(number), grades);
        }

        public Voice says(String item, boolean yes, EvidenceGrade... grades) {
            return answers(item, new AnswerValue.YesNo(yes), grades);
        }

        public Voice picks(String item, String option, EvidenceGrade... grades) {
            return answers(item, new AnswerValue.OneOption(option), grades);
        }

        public Voice picksAll(String item, String... options) {
            return answers(item, new AnswerValue.SomeOptions(List.of(options)));
        }

        public Voice picksAll(String item, List<String> options, EvidenceGrade... grades) {
            return answers(item, new AnswerValue.SomeOptions(options), grades);
        }

        public Voice writes(String item, String words) {
            return answers(item, new AnswerValue.FreeText(words));
        }

        public Voice callsNotApplicable(String item) {
            answers.put(item, new Response.NotApplicable("not here", Response.Remarks.NONE));
            return this;
        }

        public Voice doesNotKnow(String item) {
            answers.put(item, new Response.DontKnow(Response.Remarks.NONE));
            return this;
        }

        /** How an invented company is rated. */
        public Voice rates(String vignette, int point) {
            vignettes.put(vignette, point);
            return this;
        }

        /** A rating or a point of agreement that took so many seconds. */
        public Voice saysIn(double seconds, String item, double number) {
            Response.Remarks time = new Response.Remarks(null, seconds);
            answers.put(item, new Response.Answered(new AnswerValue.Number(number), List.of(), time));
            return this;
        }

        /** An answer with whatever belongs to it. */
        public Voice gives(String item, Response response) {
            answers.put(item, response);
            return this;
        }

        private Voice answers(String item, AnswerValue value, EvidenceGrade... grades) {
            List<Evidence> evidence = Arrays.stream(grades)
                    .map(grade -> new Evidence(grade, null, null))
                    .toList();
            answers.put(item, new Response.Answered(value, evidence, Response.Remarks.NONE));
            return this;
        }

        private Respondent build() {
            return new Respondent(seat, answers, vignettes);
        }
    }

    /** A seat of one or several informant kinds; the first decides the side. */
    public static Voice seat(String key, String... kinds) {
        return new Voice(new Seat(key, null, null, null, List.of(kinds)));
    }

    /** A seat in a business unit. */
    public static Voice seatIn(String unit, String key, String... kinds) {
        return new Voice(new Seat(key, null, null, unit, List.of(kinds)));
    }

    // Conditions

    public static Condition item(String key, Comparison how, double bound) {
        return new Condition.OfItem(key, how, bound, AppliesTo.EVERYONE);
    }

    public static Condition itemAtLeast(String key, double bound) {
        return item(key, Comparison.AT_LEAST, bound);
    }

    public static Condition node(String key, Comparison how, double bound) {
        return new Condition.OfNode(key, how, bound, AppliesTo.EVERYONE);
    }

    public static Condition nodeAtLeast(String key, double bound) {
        return node(key, Comparison.AT_LEAST, bound);
    }

    public static Condition answer(String key, Comparison how, double bound) {
        return new Condition.OfAnswer(key, how, bound, AppliesTo.EVERYONE);
    }

    public static Condition answerIs(String key, boolean yes) {
        return new Condition.AnswerIsYesNo(key, yes, AppliesTo.EVERYONE);
    }

    public static Condition answerIs(String key, String option) {
        return new Condition.AnswerIsOption(key, option, AppliesTo.EVERYONE);
    }

    public static Condition level(String node, int atLeast) {
        return new Condition.LevelReached(node, atLeast, AppliesTo.EVERYONE);
    }

    public static Condition gap(String node, double atMost) {
        return new Condition.GapAtMost(node, atMost, AppliesTo.EVERYONE);
    }

    public static Condition informants(String kind, int atLeast) {
        return new Condition.InformantsPresent(kind, atLeast, AppliesTo.EVERYONE);
    }

    public static Condition other(String questionnaire, String node, double atLeast) {
        return new Condition.OfOther(questionnaire, node, atLeast, AppliesTo.EVERYONE);
    }

    public static Condition all(Condition... parts) {
        return new Condition.All(List.of(parts), AppliesTo.EVERYONE);
    }

    public static Condition any(Condition... parts) {
        return new Condition.Any(List.of(parts), AppliesTo.EVERYONE);
    }

    /** A condition on a node that is meant for some sizes only. */
    public static Condition nodeAtLeast(String key, double bound, CompanySize size) {
        return new Condition.OfNode(key, Comparison.AT_LEAST, bound, new AppliesTo(Set.of(size), Set.of()));
    }
}
