package org.moatmark.core.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.moatmark.core.reference.ReferenceCase;

/** Tables of a group and a value in each row. */
final class Grouped {

    private Grouped() {}

    /** The values by group, groups in alphabetical order. */
    static double[][] read(String file) {
        Map<String, List<Double>> groups = new TreeMap<>();
        List<List<String>> rows = ReferenceCase.table(file);
        for (List<String> row : rows.subList(1, rows.size())) {
            groups.computeIfAbsent(row.get(0), group -> new ArrayList<>()).add(Double.valueOf(row.get(1)));
        }
        return groups.values().stream()
                .map(values -> values.stream().mapToDouble(value -> value).toArray())
                .toArray(double[][]::new);
    }
}
