package org.moatmark.core.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.moatmark.core.reference.ReferenceCase;

/**
 * The whole way of a composite indicator on the ASEM sustainable-connectivity data (European Commission, Joint Research
 * Centre), step by step against COINr: 51 countries, 49 indicators, 8 pillars, 2 sub-indices. Every step starts from the
 * table of the step before, which has ten digits.
 */
class AsemConnectivityTest {

    /** By what the raw numbers are divided; found from the two tables, since no list of it is given. */
    private static final Map<String, List<String>> DENOMINATORS = Map.of(
            "Area", List.of("Bord"),
            "Energy", List.of("Elec", "Gas"),
            "GDP", List.of("Goods", "Services", "FDI", "PRemit", "ForPort", "Research", "Pat", "CultServ", "CultGood"),
            "Population", List.of("Flights", "StMob", "Tourist", "MigStock", "NGOs"));

    private final ReferenceCase asem = ReferenceCase.of("asem");
    private final List<String> indicators = indicators();

    private static List<String> indicators() {
        List<String> header = ReferenceCase.table("asem_treated.csv").get(0);
        return header.subList(1, header.size());
    }

    /** The rows of a table by country, in alphabetical order. */
    private static Map<String, Map<String, String>> byCountry(String file) {
        List<List<String>> table = ReferenceCase.table(file);
        Map<String, Map<String, String>> rows = new TreeMap<>();
        for (List<String> cells : table.subList(1, table.size())) {
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(table.get(0).get(i), cells.get(i));
            }
            rows.put(row.get("uCode"), row);
        }
        return rows;
    }

    private static double[] column(String file, String name) {
        return byCountry(file).values().stream()
                .mapToDouble(row -> row.get(name).isEmpty() || row.get(name).equals("NA")
                        ? Double.NaN
                        : Double.parseDouble(row.get(name)))
                .toArray();
    }

    private static double[][] columns(String file, List<String> names) {
        return names.stream().map(name -> column(file, name)).toArray(double[][]::new);
    }

    private static double[][] turned(double[][] columns) {
        double[][] rows = new double[columns[0].length][columns.length];
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < columns.length; k++) {
                rows[i][k] = columns[k][i];
            }
        }
        return rows;
    }

    private static Map<String, Map<String, String>> meta() {
        List<List<String>> table = ReferenceCase.table("asem_meta.csv");
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (List<String> cells : table.subList(1, table.size())) {
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(table.get(0).get(i), cells.get(i));
            }
            rows.put(row.get("iCode"), row);
        }
        return rows;
    }

    private static Direction direction(String indicator) {
        return meta().get(indicator).get("Direction").equals("-1")
                ? Direction.LOWER_IS_BETTER
                : Direction.HIGHER_IS_BETTER;
    }

    private static CompositeIndex index() {
        List<CompositeIndex.Part> parts = new ArrayList<>();
        meta().forEach((name, row) -> {
            if (row.get("Type").equals("Indicator") || row.get("Type").equals("Aggregate")) {
                String parent = row.get("Parent").equals("NA") ? "" : row.get("Parent");
                parts.add(new CompositeIndex.Part(name, parent, Double.parseDouble(row.get("Weight"))));
            }
        });
        return CompositeIndex.of(parts);
    }

    @Test
    void raw_numbers_are_divided_by_the_size_of_a_country() {
        for (String indicator : indicators) {
            double[] values = column("asem_raw.csv", indicator);
            for (Map.Entry<String, List<String>> by : DENOMINATORS.entrySet()) {
                if (by.getValue().contains(indicator)) {
                    double[] sizes = column("asem_raw.csv", by.getKey());
                    Arrays.setAll(values, i -> values[i] / sizes[i]);
                }
            }
            close(indicator, values, column("asem_denominated.csv", indicator));
        }
    }

    @Test
    void missing_cells_are_filled_and_outliers_drawn_in() {
        int[] groups = byCountry("asem_raw.csv").values().stream()
                .mapToInt(row -> row.get("EurAsia_group").equals("Asia") ? 0 : 1)
                .toArray();
        int drawnIn = 0;
        for (String indicator : indicators) {
            double[] filled = GroupImputation.byMean(column("asem_denominated.csv", indicator), groups);
            Winsorised treated = Winsorised.of(filled, Winsorised.Limits.USUAL);
            assertThat(treated.settled()).as(indicator).isTrue();
            drawnIn += treated.replaced() > 0 ? 1 : 0;
            close(
                    indicator,
                    treated.values().stream().mapToDouble(value -> value).toArray(),
                    column("asem_treated.csv", indicator));
        }
        assertThat(drawnIn).isEqualTo(15);
    }

    /** The tables have ten digits. */
    private static void close(String what, double[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            if (Double.isNaN(expected[i])) {
                assertThat(actual[i]).as(what + " " + i).isNaN();
            } else {
                assertThat(Math.abs(actual[i] - expected[i]))
                        .as(what + " " + i + ": " + actual[i] + " for " + expected[i])
                        .isLessThanOrEqualTo(1e-9 * Math.abs(expected[i]));
            }
        }
    }

    @Test
    void indicators_come_to_a_common_scale() {
        asem.check("normalised", columns("asem_normalised.csv", indicators), minMax(0, 100));
    }

    private double[][] minMax(double low, double high) {
        double[][] columns = columns("asem_treated.csv", indicators);
        for (int i = 0; i < columns.length; i++) {
            columns[i] = Rescale.minMax(columns[i], low, high, direction(indicators.get(i)))
                    .orThrow()
                    .apply(columns[i]);
        }
        return columns;
    }

    @Test
    void indicators_become_pillars_and_an_index() {
        CompositeIndex index = index();
        assertThat(index.indicators()).isEqualTo(indicators);
        double[][] scores = turned(index.scores(turned(minMax(0, 100)), WeightedMean.ARITHMETIC));
        asem.check("all_levels", columns("asem_aggregated.csv", index.aggregates()), scores);
        double[] total = scores[scores.length - 1];
        double[] negated = Arrays.stream(total).map(score -> -score).toArray();
        assertThat(Ranks.of(negated, TieRule.MIN)).isEqualTo(column("asem_aggregated.csv", "Rank"));
        List<String> countries = List.copyOf(byCountry("asem_treated.csv").keySet());
        for (String best : List.of("CHE", "NLD", "DNK", "NOR", "BEL", "SWE", "AUT", "LUX")) {
            asem.checkMember("top8_index", best, total[countries.indexOf(best)]);
        }
    }

    @Test
    void other_scales_and_other_means_give_other_indices() {
        double[][] standard = columns("asem_treated.csv", indicators);
        for (int i = 0; i < standard.length; i++) {
            standard[i] = Rescale.zScore(standard[i], 50, 15, direction(indicators.get(i)))
                    .orThrow()
                    .apply(standard[i]);
        }
        double[][] arithmetic = turned(index().scores(turned(standard), WeightedMean.ARITHMETIC));
        double[][] geometric = turned(index().scores(turned(minMax(1, 100)), WeightedMean.GEOMETRIC));
        List<String> names = List.of("index_zscore50_15_amean", "index_minmax1_100_gmean");
        double[][] ours = {arithmetic[arithmetic.length - 1], geometric[geometric.length - 1]};
        asem.check("alternatives", columns("asem_alternatives.csv", names), ours);
    }
}
