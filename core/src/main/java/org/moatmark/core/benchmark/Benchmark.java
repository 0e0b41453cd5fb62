package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.scoring.NodesOnly;

/**
 * Places companies among the cases of a library (rules S18 to S21, S25). The companies of the library are public, so that
 * no group of them is too small to be shown (rule S22).
 *
 * <p>Made once for a library; immutable, serialisable and safe for many threads. The same library, subject and settings
 * give the same numbers to the last bit, in whatever order the library lists its companies.
 */
public final class Benchmark implements Serializable {

    private static final long serialVersionUID = 1L;

    /** More sets of linked items than there are questionnaires in one program are not worth keeping. */
    private static final int MOST_KEPT = 16;

    private final CaseLibrary library;
    private final transient Field field;
    private final transient NodesOnly scoring;
    private final transient Profiles profiles;
    private final transient Set<String> everyItem;
    private final transient Map<Set<String>, Field> onLinked = new ConcurrentHashMap<>();

    private Benchmark(CaseLibrary library) {
        this.library = library;
        field = Field.of(library);
        scoring = NodesOnly.of(library.questionnaire());
        profiles = new Profiles(library);
        everyItem = new LinkedHashSet<>();
        library.questionnaire().items().stream().map(Item::key).forEach(everyItem::add);
    }

    /**
     * Prepares a library: scores every company.
     *
     * @param library the cases
     * @return the benchmark
     */
    public static Benchmark of(CaseLibrary library) {
        return new Benchmark(Objects.requireNonNull(library, "library"));
    }

    /**
     * The cases.
     *
     * @return the library
     */
    public CaseLibrary library() {
        return library;
    }

    /**
     * Places a company. One that was scored on the questionnaire of the cases is placed as it is; one of another
     * questionnaire comes through the items that are linked to the cases' by {@code outsideView}, and the cases are scored
     * on the same items.
     *
     * @param subject who is to be placed; a company that is itself a case says so by {@link Subject#being}, and is then
     *     neither its own peer nor an example to itself
     * @param settings how
     * @return where it stands, or what keeps it from being placed: an unknown peer, an unknown word, another version of
     *     the questionnaire, or no links; with a warning where the company's sector or region is not in the library
     */
    public Checked<Position> position(Subject subject, PositionSettings settings) {
        PeerChoice choice = settings.peers() == null ? PeerCriteria.of(subject, library) : settings.peers();
        List<Issue> issues = new ArrayList<>(faults(choice, subject.self()));
        Linking linking = new Linking(subject, library.questionnaire());
        boolean direct = isDirect(subject);
        if (!direct) {
            Issue issue = fault("", subject, linking);
            if (issue != null) {
                issues.add(issue);
            }
        }
        if (!issues.isEmpty()) {
            return new Checked.Invalid<>(issues);
        }
        Set<String> on = direct ? everyItem : linking.linked();
        List<Measure> own = direct ? measures(subject) : linking.measures(scoring, on);
        Crosswalk crosswalk = direct ? null : linking.crosswalk(own, on);
        List<Issue> warnings = settings.peers() == null ? new PlacingChecks(library).leftAside(subject) : List.of();
        return new Checked.Valid<>(placed(subject, settings, choice, fieldOn(on), own, crosswalk, on), warnings);
    }

    private Position placed(
            Subject subject,
            PositionSettings settings,
            PeerChoice choice,
            Field among,
            List<Measure> own,
            @Nullable Crosswalk crosswalk,
            Set<String> on) {
        PeerGroup group = group(among, choice, settings.minimum(), subject.self());
        int[] members = members(among, group);
        List<NodePosition> nodes = new Placing(library, among, members, own)
                .all(new MeanShrinking(among, group.used(), subject.self()), settings.runs(), settings.seed());
        return new Position(
                subject,
                group,
                crosswalk,
                nodes.get(0),
                nodes.subList(1, nodes.size()),
                profiles.dimensions(),
                profiles.similar(among, own, subject.self(), on, settings.examples()),
                profiles.weak(among, own, members, subject.self(), on, settings.examples()),
                referencePoints(subject),
                settings.runs(),
                settings.seed(),
                library.honesty());
    }

    /**
     * Compares companies. Those of one questionnaire are compared in its own tree; those of different ones in the tree of
     * the cases, all on the items that every one of them has or is linked to.
     *
     * @param subjects at least 2 and at most 50
     * @return the comparison, or what keeps them from being compared
     */
    public Checked<Comparison> compare(List<Subject> subjects) {
        boolean mixed = subjects.stream().map(Subject::ruler).distinct().count() > 1;
        if (!mixed || subjects.size() > Comparison.MOST) {
            return Comparison.of(subjects);
        }
        List<Issue> issues = new ArrayList<>();
        List<Linking> linkings = new ArrayList<>();
        Set<String> on = new LinkedHashSet<>(everyItem);
        for (int i = 0; i < subjects.size(); i++) {
            Linking linking = new Linking(subjects.get(i), library.questionnaire());
            Issue issue = isDirect(subjects.get(i)) ? null : fault("/" + i, subjects.get(i), linking);
            if (issue != null) {
                issues.add(issue);
            }
            linkings.add(linking);
            on.retainAll(linking.linked());
        }
        Questionnaire questionnaire = library.questionnaire();
        if (issues.isEmpty() && on.isEmpty()) {
            issues.add(PlacingIssues.nothingInCommon(questionnaire.id()));
        }
        if (!issues.isEmpty()) {
            return new Checked.Invalid<>(issues);
        }
        List<List<Measure>> measures =
                linkings.stream().map(linking -> linking.measures(scoring, on)).toList();
        return new Checked.Valid<>(
                new Comparison(
                        questionnaire.id(),
                        questionnaire.version().toString(),
                        questionnaire.methodHash(),
                        List.copyOf(on),
                        Comparison.lines(measures),
                        subjects),
                List.of());
    }

    /**
     * How the scores of a group of cases are spread.
     *
     * @param choice which cases
     * @param minimum until how many companies with an index a group by criteria is widened; 1 to take it as it is
     * @return the spread at every node, or what is wrong with the choice
     */
    public Checked<Distribution> distribution(PeerChoice choice, int minimum) {
        return distribution(field, choice, minimum);
    }

    /**
     * How the scores of a group of cases are spread for those who answer another questionnaire: on the items that are
     * linked to the cases' by {@code outsideView}, and no others.
     *
     * @param asked the questionnaire; of the cases' own questionnaire all items count
     * @param choice which cases
     * @param minimum until how many companies with an index a group by criteria is widened; 1 to take it as it is
     * @return the spread at every node of the cases' tree, or what is wrong with the choice
     * @throws IllegalArgumentException if nothing is {@linkplain #linked linked}
     */
    public Checked<Distribution> distribution(Questionnaire asked, PeerChoice choice, int minimum) {
        Set<String> linked = linked(asked);
        if (linked.isEmpty()) {
            throw new IllegalArgumentException("No item of questionnaire '" + asked.id() + "' is linked to the cases.");
        }
        return distribution(fieldOn(linked), choice, minimum);
    }

    /**
     * The items of the cases on which those are compared who answer a questionnaire.
     *
     * @param asked the questionnaire
     * @return keys of the items that are linked by {@code outsideView}, in file order; all items for the cases' own
     */
    public Set<String> linked(Questionnaire asked) {
        if (asked.scoresLike(library.questionnaire())) {
            return everyItem;
        }
        Set<String> targets = new HashSet<>();
        asked.items().forEach(item -> targets.add(item.outsideView()));
        Set<String> linked = new LinkedHashSet<>(everyItem);
        linked.retainAll(targets);
        return linked;
    }

    private Checked<Distribution> distribution(Field among, PeerChoice choice, int minimum) {
        List<Issue> issues = faults(choice, null);
        if (!issues.isEmpty()) {
            return new Checked.Invalid<>(issues);
        }
        PeerGroup group = group(among, choice, minimum, null);
        int[] members = members(among, group);
        return new Checked.Valid<>(new Spreading(library, among).of(group, members), List.of());
    }

    /**
     * Published figures on a node of a questionnaire; points, never norms.
     *
     * @param node key of the node
     * @return the figures in file order; empty if there are none
     */
    public List<ReferencePoint> referencePoints(String node) {
        return library.referencePoints().stream()
                .filter(point -> point.node().equals(node))
                .toList();
    }

    private List<ReferencePoint> referencePoints(Subject subject) {
        Set<String> keys = new LinkedHashSet<>();
        subject.nodes().forEach(node -> keys.add(node.key()));
        return library.referencePoints().stream()
                .filter(point -> keys.contains(point.node()))
                .toList();
    }

    private boolean isDirect(Subject subject) {
        return subject.ruler().equals(library.questionnaire().methodHash());
    }

    private @Nullable Issue fault(String path, Subject subject, Linking linking) {
        return new PlacingChecks(library).subject(path, subject, linking);
    }

    private List<Issue> faults(PeerChoice choice, @Nullable String self) {
        return new PlacingChecks(library).choice(choice, self);
    }

    private static PeerGroup group(Field among, PeerChoice choice, int minimum, @Nullable String self) {
        return choice instanceof PeerCriteria criteria
                ? PeerSearch.byCriteria(among, criteria, minimum, self)
                : PeerSearch.byName(among, (NamedPeers) choice, minimum, self);
    }

    private static int[] members(Field among, PeerGroup group) {
        return group.members().stream()
                .mapToInt(id -> Objects.requireNonNull(among.companyPlace.get(id)))
                .toArray();
    }

    private static List<Measure> measures(Subject subject) {
        List<Measure> own = new ArrayList<>();
        own.add(subject.index());
        own.addAll(subject.nodes());
        return own;
    }

    private Field fieldOn(Set<String> items) {
        if (items.equals(everyItem)) {
            return field;
        }
        Field known = onLinked.get(items);
        if (known == null) {
            known = Field.on(library, scoring, items);
            if (onLinked.size() < MOST_KEPT) {
                onLinked.put(Set.copyOf(items), known);
            }
        }
        return known;
    }

    private Object readResolve() {
        return new Benchmark(library);
    }
}
