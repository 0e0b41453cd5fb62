package org.moatmark.core.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.NodesOnly;

/**
 * The scores of all case companies, laid out by place (index or node) and company. Companies are in alphabetical order of
 * their ids, so that the order of a file changes no number.
 *
 * <p>Arrays are never changed once it is made.
 */
final class Field {

    final List<CaseCompany> companies;
    final Map<String, Integer> companyPlace = new HashMap<>();

    /** The index first, then the nodes in tree order. */
    final List<String> keys;

    /** By key and company, NaN without a score. */
    final double[][] score;

    /** The lower ends of the bands. */
    final double[][] low;

    /** The upper ends of the bands. */
    final double[][] high;

    /** By key and company, how many items are disputed. */
    final int[][] disputed;

    /** By key the agreement of the raters on the items behind it. */
    final List<Agreement> agreements = new ArrayList<>();

    private Field(CaseLibrary library, Map<String, List<Measure>> measures, Set<String> items) {
        companies = library.companies().stream()
                .sorted(Comparator.comparing(CaseCompany::id))
                .toList();
        Questionnaire questionnaire = library.questionnaire();
        keys = keys(questionnaire);
        score = new double[keys.size()][companies.size()];
        low = new double[keys.size()][companies.size()];
        high = new double[keys.size()][companies.size()];
        disputed = new int[keys.size()][companies.size()];
        List<Set<String>> under = under(questionnaire);
        under.forEach(place -> place.retainAll(items));
        Map<String, List<double[]>> units = RaterReliability.units(library, library.raters());
        under.forEach(place -> agreements.add(Agreement.on(units, place)));
        for (int c = 0; c < companies.size(); c++) {
            CaseCompany company = companies.get(c);
            companyPlace.put(company.id(), c);
            List<Measure> own = measures.getOrDefault(company.id(), List.of());
            for (int k = 0; k < keys.size(); k++) {
                Double known = own.get(k).score();
                Bounds band = own.get(k).band();
                score[k][c] = known == null ? Double.NaN : known;
                low[k][c] = band == null ? Double.NaN : band.low();
                high[k][c] = band == null ? Double.NaN : band.high();
            }
            for (ConsensusItem item : library.scores().of(company.id()).items()) {
                for (int k = 0; item.disputed() && k < keys.size(); k++) {
                    disputed[k][c] += under.get(k).contains(item.key()) ? 1 : 0;
                }
            }
        }
    }

    /** On all items. */
    static Field of(CaseLibrary library) {
        Map<String, List<Measure>> measures = new HashMap<>();
        for (CaseScore company : library.scores().all()) {
            List<Measure> own = new ArrayList<>();
            own.add(Measure.of(Measure.INDEX, company.index()));
            company.nodes().forEach((key, node) -> own.add(Measure.of(key, node)));
            measures.put(company.company().id(), own);
        }
        Set<String> items = new HashSet<>();
        library.questionnaire().items().forEach(item -> items.add(item.key()));
        return new Field(library, measures, items);
    }

    /** On some items only. */
    static Field on(CaseLibrary library, NodesOnly scoring, Set<String> linked) {
        LinkedItems tree = new LinkedItems(library.questionnaire(), scoring, linked);
        Map<String, List<Measure>> measures = new HashMap<>();
        for (CaseScore company : library.scores().all()) {
            List<LinkedItems.Reading> readings = company.items().stream()
                    .map(item -> LinkedItems.Reading.of(item.state(), item.score(), item.interval()))
                    .toList();
            measures.put(
                    company.company().id(),
                    tree.measures(readings, company.company().company()));
        }
        return new Field(library, measures, linked);
    }

    private static List<String> keys(Questionnaire questionnaire) {
        List<String> keys = new ArrayList<>();
        keys.add(Measure.INDEX);
        questionnaire.nodes().forEach(node -> keys.add(node.key()));
        return List.copyOf(keys);
    }

    /** By key the items whose scores it holds; a reference holds those of its target. */
    private static List<Set<String>> under(Questionnaire questionnaire) {
        Map<String, Node> byKey = new HashMap<>();
        questionnaire.nodes().forEach(node -> byKey.put(node.key(), node));
        List<Set<String>> under = new ArrayList<>();
        Set<String> all = new HashSet<>();
        questionnaire.tree().forEach(node -> collect(node, byKey, all));
        under.add(all);
        for (Node node : questionnaire.nodes()) {
            Set<String> items = new HashSet<>();
            collect(node, byKey, items);
            under.add(items);
        }
        return under;
    }

    private static void collect(Node node, Map<String, Node> byKey, Set<String> items) {
        if (node instanceof Node.Leaf leaf) {
            leaf.items().stream().map(Item::key).forEach(items::add);
        } else if (node instanceof Node.Branch branch) {
            branch.nodes().forEach(child -> collect(child, byKey, items));
        } else if (node instanceof Node.Reference reference) {
            Node target = byKey.get(reference.target());
            if (target != null) {
                collect(target, byKey, items);
            }
        }
    }

    /** Whether a company has a score at a place. */
    boolean scored(int key, int company) {
        return !Double.isNaN(score[key][company]);
    }

    /** The scores of some companies at a place, without those that have none. */
    double[] scores(int key, int[] members) {
        double[] found = new double[members.length];
        int n = 0;
        for (int member : members) {
            if (scored(key, member)) {
                found[n++] = score[key][member];
            }
        }
        return Arrays.copyOf(found, n);
    }
}
