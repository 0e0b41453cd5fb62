package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.benchmark.NodePosition;
import org.moatmark.core.benchmark.Position;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.response.Wave;

/**
 * The charts of a result or of a release. Which there are depends on what is known: with a wave there are also those of
 * single answers, with a position those among peers.
 */
public final class Charts {

    /** Index and dimensions as {@link BulletBars}. */
    public static final String INDEX = "index";

    /** The dimensions as a {@link DotPlot}. */
    public static final String PROFILE = "profile";

    /** Where to act, as {@link ActionBars}. */
    public static final String ACTIONS = "actions";

    /** How far views lie apart, as a {@link RangeStrip}. */
    public static final String VIEWS = "views";

    /** The profile of each department, as {@link SmallMultiples}. */
    public static final String DEPARTMENTS = "departments";

    /** How answers are spread, as {@link LikertBars}: by dimension, or of the items of one node. */
    public static final String ITEMS = "items";

    /** Who says what, as a {@link HeatMap}: by dimension, or of the items of one node. */
    public static final String ANSWERS = "answers";

    /** The dimensions of the cases as a {@link DotPlot} with peers. */
    public static final String PEERS = "peers";

    /** The place among companies, as a {@link RankStrip}. */
    public static final String RANK = "rank";

    /** Two results side by side, as a {@link Slope}. */
    public static final String CHANGE = "change";

    /** The names of all charts that can be. */
    public static final List<String> NAMES =
            List.of(INDEX, PROFILE, ACTIONS, VIEWS, DEPARTMENTS, ITEMS, ANSWERS, PEERS, RANK, CHANGE);

    private static final Words PEERS_MEDIAN = Peerage.MEDIAN;

    private final Figures figures;
    private final @Nullable Result result;
    private final @Nullable Release release;
    private final @Nullable Wave wave;
    private final @Nullable Position position;
    private final @Nullable Figures before;

    private Charts(
            Figures figures,
            @Nullable Result result,
            @Nullable Release release,
            @Nullable Wave wave,
            @Nullable Position position,
            @Nullable Figures before) {
        this.figures = figures;
        this.result = result;
        this.release = release;
        this.wave = wave;
        this.position = position;
        this.before = before;
    }

    /**
     * The charts of a result.
     *
     * @param questionnaire what was asked, in the version of the result
     * @param result the result, of an assessment in which everybody may see every answer
     * @return its charts
     * @throws IllegalArgumentException if the result is of another questionnaire
     */
    public static Charts of(Questionnaire questionnaire, Result result) {
        check(
                questionnaire,
                result.questionnaire(),
                result.version(),
                result.nodes().size());
        return new Charts(Figures.of(questionnaire, result), result, null, null, null, null);
    }

    /**
     * The charts of a release: they show what the release shows, and nothing else.
     *
     * @param questionnaire what was asked, in the version of the release
     * @param release the release of a confidential assessment
     * @return its charts
     * @throws IllegalArgumentException if the release is of another questionnaire
     */
    public static Charts of(Questionnaire questionnaire, Release release) {
        check(
                questionnaire,
                release.questionnaire(),
                release.version(),
                release.nodes().size());
        return new Charts(Figures.of(questionnaire, release), null, release, null, null, null);
    }

    private static void check(Questionnaire questionnaire, String id, String version, int nodes) {
        if (!questionnaire.id().equals(id)
                || !questionnaire.version().toString().equals(version)
                || questionnaire.nodes().size() != nodes) {
            throw new IllegalArgumentException(
                    "Charts of '" + id + "' " + version + " cannot be made with questionnaire '" + questionnaire.id()
                            + "' " + questionnaire.version() + ".");
        }
    }

    /**
     * The same with the answers behind the result.
     *
     * @param answers the wave that was scored
     * @return charts that also know departments, sides and what was left blank
     * @throws IllegalStateException if these are the charts of a release, or charts without seats, which must not know
     *     answers
     */
    public Charts with(Wave answers) {
        if (result == null) {
            throw new IllegalStateException("Charts of a release, and charts without seats, know no answers.");
        }
        return new Charts(figures, result, null, answers, position, before);
    }

    /**
     * The same without what single people say: neither {@link #VIEWS}, {@link #DEPARTMENTS}, {@link #ITEMS} nor
     * {@link #ANSWERS}, as each dot or square of these can be one person.
     *
     * @return charts of the company alone
     */
    public Charts withoutSeats() {
        return new Charts(figures, null, release, null, position, before);
    }

    /**
     * The same with peers.
     *
     * @param among where the company stands
     * @return charts that also show peers
     */
    public Charts with(Position among) {
        return new Charts(figures, result, release, wave, among, before);
    }

    /**
     * The same with an earlier result or release of the same company.
     *
     * @param earlier its charts
     * @return charts that also show what changed; numbers of versions that score differently are not joined
     */
    public Charts since(Charts earlier) {
        return new Charts(figures, result, release, wave, position, earlier.figures);
    }

    /**
     * The names of the charts that there are.
     *
     * @return names for {@link #find}, some or all of {@link #NAMES}
     */
    public List<String> names() {
        return NAMES.stream().filter(this::has).toList();
    }

    private boolean has(String name) {
        return switch (name) {
            case INDEX, PROFILE, ACTIONS -> true;
            case VIEWS -> result != null || release != null;
            case DEPARTMENTS -> release != null ? !release.departments().isEmpty() : wave != null;
            case ITEMS, ANSWERS -> result != null;
            case PEERS, RANK -> position != null;
            case CHANGE -> before != null;
            default -> false;
        };
    }

    /**
     * All charts that there are, in the order of {@link #NAMES}.
     *
     * @return the charts
     */
    public List<Chart> all() {
        return names().stream().map(name -> find(name).orElseThrow()).toList();
    }

    /**
     * A chart.
     *
     * @param name its name
     * @return the chart; empty if there is none of that name
     */
    public Optional<Chart> find(String name) {
        return find(name, null);
    }

    /**
     * A chart, of one node where it is one of items.
     *
     * @param name its name
     * @param node key of a node, or null for the whole; {@link #ITEMS} and {@link #ANSWERS} alone read it
     * @return the chart; empty if there is none of that name, or no such node
     */
    public Optional<Chart> find(String name, @Nullable String node) {
        Optional<Node> of = figures.questionnaire().nodes().stream()
                .filter(one -> one.key().equals(node))
                .findFirst();
        return !has(name) || (node != null && of.isEmpty())
                ? Optional.empty()
                : Optional.of(make(name, of.orElse(null)));
    }

    private Chart make(String name, @Nullable Node node) {
        if (result != null) {
            switch (name) {
                case ITEMS:
                    return Answered.bars(figures, result, wave, node);
                case ANSWERS:
                    return viewpoints(result).heat(node);
                case VIEWS:
                    return viewpoints(result).ranges();
                case DEPARTMENTS:
                    return viewpoints(result).departments();
                default:
            }
        }
        if (position != null) {
            if (name.equals(PEERS)) {
                return Peerage.profile(position, figures.us());
            } else if (name.equals(RANK)) {
                return Peerage.ranks(position, figures.us());
            }
        }
        if (release != null && name.equals(DEPARTMENTS)) {
            return RangeRows.departments(figures.questionnaire(), release);
        } else if (release != null && name.equals(VIEWS)) {
            return RangeRows.ranges(figures.questionnaire(), release);
        } else if (before != null && name.equals(CHANGE)) {
            return Changes.of(before, figures);
        }
        return switch (name) {
            case INDEX -> index();
            case PROFILE -> profile();
            default -> actions();
        };
    }

    private Viewpoints viewpoints(Result of) {
        return new Viewpoints(figures.questionnaire(), of, wave);
    }

    /**
     * The index and the dimensions.
     *
     * @return bullet bars
     */
    public BulletBars index() {
        List<ChartValue.Row> rows = new ArrayList<>();
        rows.add(withPeers(figures.index()));
        figures.dimensions().forEach(row -> rows.add(withPeers(row)));
        return new BulletBars(
                INDEX,
                TextMap.of("Index and dimensions", "指数と次元"),
                figures.us(),
                figures.band(),
                onOwnTree() ? PEERS_MEDIAN : null,
                rows,
                figures.notes());
    }

    /**
     * The profile.
     *
     * @return a dot plot of the dimensions
     */
    public DotPlot profile() {
        return new DotPlot(
                PROFILE,
                TextMap.of("Profile", "プロフィール"),
                figures.us(),
                figures.band(),
                onOwnTree() ? PEERS_MEDIAN : null,
                figures.dimensions().stream().map(this::withPeers).toList(),
                figures.notes());
    }

    /** Whether the company was placed on the very questionnaire that it answered. */
    private boolean onOwnTree() {
        return position != null && position.crosswalk() == null;
    }

    private ChartValue.Row withPeers(ChartValue.Row row) {
        if (position == null || position.crosswalk() != null) {
            return row;
        }
        NodePosition place = row == figures.index() ? position.index() : position.node(row.key());
        return row.with(Peerage.spread(place));
    }

    /**
     * Where to act: measured up to the median of the peers where these answered the same questionnaire and lie above, else
     * up to 100.
     *
     * @return at most five dimensions
     */
    public ActionBars actions() {
        List<ActionBars.Row> rows = new ArrayList<>();
        for (ChartValue.Row row : figures.nodes()) {
            Double weight = figures.weights().get(row.key());
            if (weight != null && row.value() instanceof ChartValue.Scored scored) {
                ChartValue.Spread peers = onOwnTree() ? withPeers(row).peers() : null;
                double target = onOwnTree() ? (peers == null ? 0 : peers.median()) : 100;
                if (target > scored.score()) {
                    rows.add(new ActionBars.Row(
                            row.key(),
                            row.label(),
                            scored.score(),
                            target,
                            Math.min(1, weight),
                            figures.gain(row.key(), target),
                            figures.next().get(row.key())));
                }
            }
        }
        rows.sort(Comparator.comparingDouble(row -> -row.pull()));
        return new ActionBars(
                ACTIONS,
                TextMap.of("Where to act", "どこから取り組むか"),
                onOwnTree() ? PEERS_MEDIAN : new Words("100", "100"),
                rows.subList(0, Math.min(ActionBars.MOST, rows.size())),
                figures.notes());
    }
}
