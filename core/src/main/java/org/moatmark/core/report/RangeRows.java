package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.TextMap;

/** Views of people in a release: the means of departments that it shows, and nothing else. */
final class RangeRows {

    static final TextMap TITLE = TextMap.of("How far views lie apart", "見方の開き");
    static final TextMap BY_DEPARTMENT = TextMap.of("Profile by department", "部門別プロフィール");

    private RangeRows() {}

    /** The views of a node, the lowest first. */
    static RangeStrip.Row row(Node node, List<RangeStrip.View> views, Words none) {
        List<RangeStrip.View> sorted = new ArrayList<>(views);
        sorted.sort(Comparator.comparingDouble(RangeStrip.View::score).thenComparing(RangeStrip.View::who));
        return new RangeStrip.Row(
                node.key(),
                node.head().title(),
                sorted.isEmpty() ? new RangeStrip.Hidden(none) : new RangeStrip.Each(sorted));
    }

    static RangeStrip ranges(Questionnaire questionnaire, Release release) {
        List<RangeStrip.Row> rows = new ArrayList<>();
        for (Node node : Figures.dimensions(questionnaire)) {
            List<RangeStrip.View> views = new ArrayList<>();
            for (Release.Department department : release.departments()) {
                double mean = mean(department, node);
                if (!Double.isNaN(mean)) {
                    views.add(new RangeStrip.View(department.name(), RangeStrip.Group.DEPARTMENT, mean));
                }
            }
            rows.add(row(node, views, Figures.few(release.k())));
        }
        return new RangeStrip(Charts.VIEWS, TITLE, rows, List.of(note(release.k())));
    }

    static SmallMultiples departments(Questionnaire questionnaire, Release release) {
        List<Node> nodes = Figures.dimensions(questionnaire);
        Words few = Figures.few(release.k());
        List<SmallMultiples.Panel> panels = new ArrayList<>();
        for (Release.Department department : release.departments()) {
            List<ChartValue> values = new ArrayList<>();
            for (Node node : nodes) {
                double mean = mean(department, node);
                values.add(Double.isNaN(mean) ? new ChartValue.Missing(few) : new ChartValue.Scored(mean, null, false));
            }
            boolean hidden = department.opinions().isEmpty();
            panels.add(new SmallMultiples.Panel(
                    department.name(), null, hidden ? List.of() : values, hidden ? few : null));
        }
        return new SmallMultiples(
                Charts.DEPARTMENTS,
                BY_DEPARTMENT,
                nodes.stream()
                        .map(node ->
                                new SmallMultiples.Row(node.key(), node.head().title()))
                        .toList(),
                panels,
                List.of(note(release.k())));
    }

    private static Words note(int k) {
        return new Words(
                "Means of the opinions of departments, rounded; of fewer than " + k + " people nothing is shown.",
                "部門ごとの意見の平均（端数処理済み）です。" + k + "人未満の部門は示しません。");
    }

    /** The mean of what a department says of the nodes with items under a node; NaN where it says nothing. */
    private static double mean(Release.Department department, Node node) {
        Map<String, Double> opinions = new HashMap<>();
        department.opinions().forEach(one -> opinions.put(one.node(), one.mean()));
        double[] sum = new double[2];
        collect(node, opinions, sum);
        return sum[1] == 0 ? Double.NaN : sum[0] / sum[1];
    }

    private static void collect(Node node, Map<String, Double> opinions, double[] sum) {
        Double own = opinions.get(node.key());
        if (own != null) {
            sum[0] += own;
            sum[1]++;
        } else if (node instanceof Node.Branch branch) {
            branch.nodes().forEach(child -> collect(child, opinions, sum));
        }
    }
}
