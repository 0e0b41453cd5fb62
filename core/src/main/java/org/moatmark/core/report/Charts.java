package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.benchmark.NodePosition;
import org.moatmark.core.benchmark.Position;
import org.moatmark.core.issue.Words;
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

    /** How answers are spread, as {@link LikertBars}: by dimension, or of the items of one node. */
    public static final String ITEMS = "items";

    private static final Words MEDIAN = new Words("median of the peers", "比較企業の中央値");

    private final Figures figures;
    private final @Nullable Result result;
    private final @Nullable Wave wave;
    private final @Nullable Position position;

    private Charts(Figures figures, @Nullable Result result, @Nullable Wave wave, @Nullable Position position) {
        this.figures = figures;
        this.result = result;
        this.wave = wave;
        this.position = position;
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
        return new Charts(Figures.of(questionnaire, result), result, null, null);
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
        return new Charts(Figures.of(questionnaire, release), null, null, null);
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
     * @throws IllegalStateException if these are the charts of a release, which must not know answers
     */
    public Charts with(Wave answers) {
        if (result == null) {
            throw new IllegalStateException("Charts of a release are made from the release alone.");
        }
        return new Charts(figures, result, answers, position);
    }

    /**
     * The same with peers.
     *
     * @param among where the company stands
     * @return charts that also show peers
     */
    public Charts with(Position among) {
        return new Charts(figures, result, wave, among);
    }

    /**
     * The names of the charts that there are.
     *
     * @return names for {@link #find}
     */
    public List<String> names() {
        List<String> names = new ArrayList<>(List.of(INDEX, PROFILE));
        if (result != null) {
            names.add(ITEMS);
        }
        return names;
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
     * @param node key of a node, or null for the whole
     * @return the chart; empty if there is none of that name, or no such node
     */
    public Optional<Chart> find(String name, @Nullable String node) {
        if (!names().contains(name)
                || (node != null
                        && figures.nodes().stream().noneMatch(row -> row.key().equals(node)))) {
            return Optional.empty();
        }
        return Optional.of(
                switch (name) {
                    case INDEX -> index();
                    case PROFILE -> profile();
                    default -> Answered.bars(figures, Objects.requireNonNull(result), wave, node);
                });
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
                onOwnTree() ? MEDIAN : null,
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
                onOwnTree() ? MEDIAN : null,
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
}
