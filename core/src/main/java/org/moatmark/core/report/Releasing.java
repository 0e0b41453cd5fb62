package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.benchmark.Crowd;
import org.moatmark.core.benchmark.Offices;
import org.moatmark.core.benchmark.Secrecy;
import org.moatmark.core.maturity.Blocking;
import org.moatmark.core.maturity.MaturityVerdict;
import org.moatmark.core.maturity.NodeLevel;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.IndexScore;
import org.moatmark.core.scoring.ItemScore;
import org.moatmark.core.scoring.ItemState;
import org.moatmark.core.scoring.NodeScore;
import org.moatmark.core.scoring.NodeSides;
import org.moatmark.core.scoring.Outcome;
import org.moatmark.core.scoring.ScoreTree;
import org.moatmark.core.scoring.Sides;

/**
 * Makes a release from the scores of masked waves, property by property: what is not taken over here is not shown.
 *
 * <p>Needs the wave scored three times, with bands at their lower end, in the middle and at the upper end.
 */
public final class Releasing {

    private static final Release.Level NO_LEVEL = new Release.Level(null, null, null, List.of());

    private final ScoreTree low;
    private final ScoreTree middle;
    private final ScoreTree high;
    private final List<Crowd> crowds;
    private final Offices offices;
    private final List<Item> asked;
    private final Set<String> mixed = new HashSet<>();
    private final Set<String> suppressed = new HashSet<>();

    private Releasing(ScoreTree low, ScoreTree middle, ScoreTree high, List<Crowd> crowds, Offices offices) {
        this.low = low;
        this.middle = middle;
        this.high = high;
        this.crowds = crowds.stream().filter(Crowd::standing).toList();
        this.offices = offices;
        this.asked = middle.questionnaire().items();
        this.crowds.stream().filter(Crowd::isMixed).forEach(crowd -> mixed.add(crowd.item()));
        for (int i = 0; i < middle.items().size(); i++) {
            ItemScore score = middle.items().get(i);
            boolean meant = score.state() != ItemState.EXCLUDED && score.state() != ItemState.LEFT_OUT;
            if (meant && score.score() == null && isProtected(asked.get(i))) {
                suppressed.add(score.key());
            }
        }
        questionnaire().tree().forEach(this::mark);
    }

    /**
     * The release of masked waves.
     *
     * @param low the wave scored with bands at their lower end
     * @param middle in the middle
     * @param high at their upper end
     * @param verdict the verdict on the middle
     * @param crowds the crowds that the waves were masked with
     * @param offices who is not protected
     * @param terms what was agreed
     * @return the release
     */
    public static Release of(
            ScoreTree low,
            ScoreTree middle,
            ScoreTree high,
            MaturityVerdict verdict,
            List<Crowd> crowds,
            Offices offices,
            Secrecy terms) {
        Releasing made = new Releasing(low, middle, high, crowds, offices);
        Questionnaire questionnaire = middle.questionnaire();
        Release.Index index = made.index();
        List<Release.Node> nodes = new ArrayList<>();
        for (int i = 0; i < middle.nodes().size(); i++) {
            nodes.add(made.node(i, verdict.nodes().get(i)));
        }
        List<Release.Item> items = new ArrayList<>();
        for (int i = 0; i < middle.items().size(); i++) {
            items.add(made.item(i, made.asked.get(i)));
        }
        return new Release(
                questionnaire.id(),
                questionnaire.version().toString(),
                questionnaire.methodHash(),
                Result.ENGINE,
                middle.wave().company(),
                middle.wave().date(),
                terms.k(),
                index,
                index.suppressed()
                        ? NO_LEVEL
                        : new Release.Level(
                                verdict.level(), verdict.progress(), verdict.capped(), blocked(verdict.blocking())),
                nodes,
                items,
                terms.departments() ? made.departments() : List.of(),
                verdict.findings());
    }

    private Questionnaire questionnaire() {
        return middle.questionnaire();
    }

    /** Whether anybody is asked the item as one of many. */
    private boolean isProtected(Item item) {
        return middle.wave().respondents().stream()
                .anyMatch(one -> offices.protects(item, one.seat().informants()));
    }

    /** Marks nodes that have no score because of a part that is suppressed, and nodes whose sides were told as one. */
    private void mark(Node node) {
        List<String> parts = new ArrayList<>();
        if (node instanceof Node.Leaf leaf) {
            leaf.items().forEach(item -> parts.add(item.key()));
        } else if (node instanceof Node.Branch branch) {
            branch.nodes().forEach(child -> {
                mark(child);
                parts.add(child.key());
            });
        } else if (node instanceof Node.Reference reference) {
            parts.add(reference.target());
        }
        boolean scored = middle.nodes().stream()
                .anyMatch(one -> one.key().equals(node.key()) && one.outcome().isScored());
        if (!scored && parts.stream().anyMatch(suppressed::contains)) {
            suppressed.add(node.key());
        }
        if (parts.stream().anyMatch(mixed::contains)) {
            mixed.add(node.key());
        }
    }

    private Release.Index index() {
        IndexScore own = middle.index();
        Double score = evidenced(own.outcome());
        boolean hidden = score == null && !suppressed.isEmpty();
        return new Release.Index(
                hidden,
                Tenths.of(score),
                range(low.index().outcome(), own.outcome(), high.index().outcome()),
                own.outcome() instanceof Outcome.NotScored none ? none.reason() : null,
                own.status(),
                own.rule(),
                score == null ? List.of() : Tenths.points(own.contributions(), score));
    }

    private Release.Node node(int i, NodeLevel level) {
        NodeScore own = middle.nodes().get(i);
        Double score = evidenced(own.outcome());
        boolean hidden = suppressed.contains(own.key());
        return new Release.Node(
                own.key(),
                own.parent(),
                own.title(),
                hidden,
                Tenths.of(score),
                range(
                        low.nodes().get(i).outcome(),
                        own.outcome(),
                        high.nodes().get(i).outcome()),
                own.outcome() instanceof Outcome.NotScored none ? none.reason() : null,
                own.status(),
                own.rule(),
                mixed.contains(own.key())
                        ? null
                        : new NodeSides(
                                Tenths.of(own.sides().headquarters()),
                                Tenths.of(own.sides().genba())),
                hidden ? NO_LEVEL : new Release.Level(level.level(), level.progress(), null, blocked(level.blocking())),
                score == null ? List.of() : Tenths.points(own.contributions(), score));
    }

    private static List<Release.Blocked> blocked(List<Blocking> blocking) {
        return blocking.stream()
                .map(one -> new Release.Blocked(one.node(), one.level(), one.statement()))
                .toList();
    }

    private Release.Item item(int i, Item item) {
        ItemScore own = middle.items().get(i);
        boolean stated = !isProtected(item);
        return new Release.Item(
                own.key(),
                suppressed.contains(own.key()),
                own.state(),
                own.score() == null ? null : Tenths.of(own.score().evidenced()),
                range(
                        low.items().get(i).score(),
                        own.score(),
                        high.items().get(i).score()),
                mixed.contains(own.key()) ? null : sides(own.sides()),
                stated ? stated(own) : null);
    }

    private static NodeSides sides(Sides sides) {
        return new NodeSides(evidencedOf(sides.headquarters()), evidencedOf(sides.genba()));
    }

    private static @Nullable Double evidencedOf(Outcome.@Nullable Scored score) {
        return score == null ? null : Double.valueOf(Tenths.of(score.evidenced()));
    }

    private static Release.Stated stated(ItemScore own) {
        return new Release.Stated(
                own.score() == null
                        ? null
                        : Double.valueOf(Tenths.of(own.score().claimed())),
                new Sides(
                        rounded(own.sides().headquarters()), rounded(own.sides().genba())),
                own.conflict().stream()
                        .map(one -> new Release.Said(one.seat(), one.value()))
                        .toList(),
                own.respondents().stream()
                        .map(one ->
                                new Release.Scored(one.seat(), Tenths.of(one.claimed()), Tenths.of(one.evidenced())))
                        .toList(),
                Tenths.of(own.gainOfNextStep()));
    }

    private static Outcome.@Nullable Scored rounded(Outcome.@Nullable Scored score) {
        return score == null ? null : new Outcome.Scored(Tenths.of(score.claimed()), Tenths.of(score.evidenced()));
    }

    private static @Nullable Double evidenced(Outcome outcome) {
        return outcome instanceof Outcome.Scored scored ? Double.valueOf(scored.evidenced()) : null;
    }

    private static @Nullable Bounds range(@Nullable Outcome one, @Nullable Outcome two, @Nullable Outcome three) {
        return one instanceof Outcome.Scored low
                        && two instanceof Outcome.Scored middle
                        && three instanceof Outcome.Scored high
                ? Tenths.range(low.evidenced(), middle.evidenced(), high.evidenced())
                : null;
    }

    /** Departments of two seats and more; those of fewer than k answers without a number. */
    private List<Release.Department> departments() {
        Map<String, Integer> seats = new TreeMap<>();
        for (Respondent one : middle.wave().respondents()) {
            String name = one.seat().department();
            if (name != null) {
                seats.merge(name, 1, Integer::sum);
            }
        }
        List<Release.Department> departments = new ArrayList<>();
        seats.forEach((name, held) -> {
            if (held > 1) {
                departments.add(new Release.Department(name, opinions(name)));
            }
        });
        return departments;
    }

    private List<Release.Opinion> opinions(String department) {
        Map<String, List<Crowd>> ofItem = new HashMap<>();
        crowds.stream()
                .filter(crowd -> department.equals(crowd.department()))
                .forEach(crowd -> ofItem.computeIfAbsent(crowd.item(), none -> new ArrayList<>())
                        .add(crowd));
        List<Release.Opinion> opinions = new ArrayList<>();
        for (Node node : questionnaire().nodes()) {
            if (node instanceof Node.Leaf leaf) {
                double sum = 0;
                double weight = 0;
                double all = 0;
                for (Item item : leaf.items()) {
                    List<Crowd> told = ofItem.getOrDefault(item.key(), List.of());
                    all += item.type().isOpinion() ? item.weight() : 0;
                    if (!told.isEmpty()) {
                        sum += item.weight() * mean(told);
                        weight += item.weight();
                    }
                }
                if (weight > 0 && 2 * weight >= all) {
                    opinions.add(new Release.Opinion(leaf.key(), Tenths.of(sum / weight)));
                }
            }
        }
        return opinions;
    }

    private static double mean(List<Crowd> crowds) {
        double sum = 0;
        int people = 0;
        for (Crowd crowd : crowds) {
            sum += crowd.mean() * crowd.members().size();
            people += crowd.members().size();
        }
        return sum / people;
    }
}
