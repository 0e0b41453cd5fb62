package org.moatmark.core.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.Slack;
import org.moatmark.core.stats.Quantiles;

/**
 * Compares the profile of a company with those of the cases over the dimensions: the top nodes, or where there are fewer
 * than four of them the nodes with items.
 */
final class Profiles {

    private static final double HALF_STEP = 12.5;
    private static final double STEP = 25;
    private static final double STRONG = 75;
    private static final int STRONG_RATING = 4;
    private static final int TOP_NODES = 4;

    private final CaseLibrary library;
    private final List<String> dimensions = new ArrayList<>();
    private final Map<String, Set<String>> itemsOf = new HashMap<>();

    Profiles(CaseLibrary library) {
        this.library = library;
        Questionnaire questionnaire = library.questionnaire();
        boolean tops = questionnaire.tree().size() >= TOP_NODES;
        for (Node node : tops ? questionnaire.tree() : questionnaire.nodes()) {
            if (tops || node instanceof Node.Leaf) {
                dimensions.add(node.key());
                Set<String> items = new LinkedHashSet<>();
                collect(node, items);
                itemsOf.put(node.key(), items);
            }
        }
    }

    private static void collect(Node node, Set<String> items) {
        if (node instanceof Node.Leaf leaf) {
            leaf.items().stream().map(Item::key).forEach(items::add);
        } else if (node instanceof Node.Branch branch) {
            branch.nodes().forEach(child -> collect(child, items));
        }
    }

    List<String> dimensions() {
        return Collections.unmodifiableList(dimensions);
    }

    /** A case and how far it is. */
    private record Near(int company, double distance, int common) {}

    /** The nearest cases of the whole library; of equally near ones the first by id. */
    List<SimilarCompany> similar(Field field, List<Measure> own, @Nullable String self, Set<String> on, int most) {
        List<Integer> scored = scored(field, own);
        List<Near> near = new ArrayList<>();
        for (int c = 0; c < field.companies.size(); c++) {
            if (!field.companies.get(c).id().equals(self)) {
                Near one = near(field, own, scored, c);
                if (one != null) {
                    near.add(one);
                }
            }
        }
        near.sort(Comparator.comparingDouble(Near::distance));
        List<SimilarCompany> similar = new ArrayList<>();
        for (Near one : near.subList(0, Math.min(most, near.size()))) {
            similar.add(similar(field, own, scored, one, on));
        }
        return similar;
    }

    private SimilarCompany similar(Field field, List<Measure> own, List<Integer> scored, Near near, Set<String> on) {
        String id = field.companies.get(near.company).id();
        List<DimensionPair> alike = new ArrayList<>();
        List<DimensionPair> different = new ArrayList<>();
        for (int k : scored) {
            if (field.scored(k, near.company)) {
                double mine = score(own, k);
                double theirs = field.score[k][near.company];
                double apart = Math.abs(mine - theirs);
                if (Slack.below(apart, HALF_STEP)) {
                    alike.add(new DimensionPair(field.keys.get(k), mine, theirs, facts(id, field.keys.get(k), on)));
                } else if (Slack.atLeast(apart, STEP)) {
                    different.add(new DimensionPair(field.keys.get(k), mine, theirs, facts(id, field.keys.get(k), on)));
                }
            }
        }
        return new SimilarCompany(id, near.distance, near.common, alike, different);
    }

    /** Root mean squared difference over what both have; null if that is less than half of what the company has. */
    private static @Nullable Near near(Field field, List<Measure> own, List<Integer> places, int company) {
        double squares = 0;
        int common = 0;
        for (int k : places) {
            if (field.scored(k, company)) {
                double apart = score(own, k) - field.score[k][company];
                squares += apart * apart;
                common++;
            }
        }
        boolean enough = common > 0 && 2 * common >= places.size();
        return enough ? new Near(company, Math.sqrt(squares / common), common) : null;
    }

    /** The weak dimensions, the lowest first. */
    List<WeakDimension> weak(
            Field field, List<Measure> own, int[] members, @Nullable String self, Set<String> on, int most) {
        List<Integer> scored = scored(field, own);
        List<WeakDimension> weak = new ArrayList<>();
        for (int k : scored) {
            double[] peers = field.scores(k, members);
            boolean enough = peers.length >= Standing.RANK_FROM;
            Double index = own.get(0).score();
            if (!enough && index == null) {
                continue;
            }
            double reference = enough || index == null ? Quantiles.median(peers) : index;
            if (Slack.below(score(own, k), reference)) {
                weak.add(new WeakDimension(
                        field.keys.get(k),
                        score(own, k),
                        reference,
                        enough ? WeakDimension.Against.PEER_MEDIAN : WeakDimension.Against.OWN_INDEX,
                        examples(field, own, scored, k, self, on, most)));
            }
        }
        weak.sort(Comparator.comparingDouble(WeakDimension::own));
        return weak;
    }

    private List<WeakDimension.Example> examples(
            Field field,
            List<Measure> own,
            List<Integer> scored,
            int k,
            @Nullable String self,
            Set<String> on,
            int most) {
        List<Integer> elsewhere = scored.stream().filter(other -> other != k).toList();
        Bounds band = own.get(k).band();
        double upper = band == null ? score(own, k) : band.high();
        List<Near> strong = new ArrayList<>();
        for (int c = 0; c < field.companies.size(); c++) {
            boolean clear = Slack.atLeast(field.score[k][c], STRONG) && Slack.below(upper, field.low[k][c]);
            if (clear && !field.companies.get(c).id().equals(self)) {
                Near near = near(field, own, elsewhere, c);
                strong.add(near == null ? new Near(c, Double.POSITIVE_INFINITY, 0) : near);
            }
        }
        strong.sort(Comparator.comparingDouble(Near::distance));
        List<WeakDimension.Example> examples = new ArrayList<>();
        for (Near one : strong.subList(0, Math.min(most, strong.size()))) {
            String id = field.companies.get(one.company).id();
            List<CaseRating> ratings = ratings(id, field.keys.get(k), on).stream()
                    .filter(rating ->
                            rating.judgement() instanceof Judgement.Rated rated && rated.value() >= STRONG_RATING)
                    .toList();
            examples.add(new WeakDimension.Example(
                    id,
                    field.score[k][one.company],
                    one.common == 0 ? null : one.distance,
                    ratings,
                    facts(ratings).stream()
                            .flatMap(fact -> library.fact(fact).stream())
                            .toList()));
        }
        return examples;
    }

    private List<CaseRating> ratings(String company, String dimension, Set<String> on) {
        Set<String> items = itemsOf.getOrDefault(dimension, Set.of());
        return library.ratingsOf(company).stream()
                .filter(rating -> items.contains(rating.item()) && on.contains(rating.item()))
                .toList();
    }

    private List<String> facts(String company, String dimension, Set<String> on) {
        return facts(ratings(company, dimension, on));
    }

    private static List<String> facts(List<CaseRating> ratings) {
        Map<String, Boolean> seen = new LinkedHashMap<>();
        ratings.forEach(rating -> rating.basis().facts().forEach(fact -> seen.put(fact, true)));
        return List.copyOf(seen.keySet());
    }

    private List<Integer> scored(Field field, List<Measure> own) {
        List<Integer> scored = new ArrayList<>();
        for (int k = 1; k < field.keys.size(); k++) {
            if (own.get(k).score() != null && dimensions.contains(field.keys.get(k))) {
                scored.add(k);
            }
        }
        return scored;
    }

    private static double score(List<Measure> own, int k) {
        Double score = own.get(k).score();
        if (score == null) {
            throw new IllegalStateException("Place " + k + " has no score.");
        }
        return score;
    }
}
