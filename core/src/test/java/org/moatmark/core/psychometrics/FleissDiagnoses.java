package org.moatmark.core.psychometrics;

import java.util.List;
import org.moatmark.core.reference.ReferenceCase;

/** The 30 patients, 6 raters and 5 diagnoses of Fleiss (1971), diagnoses as numbers from 0 in this order. */
final class FleissDiagnoses {

    static final List<String> DIAGNOSES =
            List.of("Depression", "Personality Disorder", "Schizophrenia", "Neurosis", "Other");

    private FleissDiagnoses() {}

    static double[][] ratings() {
        List<List<String>> rows = ReferenceCase.table("fleiss_diagnoses.csv");
        return rows.stream()
                .skip(1)
                .map(row -> row.stream()
                        .map(FleissDiagnoses::bare)
                        .mapToDouble(DIAGNOSES::indexOf)
                        .toArray())
                .toArray(double[][]::new);
    }

    private static String bare(String diagnosis) {
        if (!DIAGNOSES.contains(diagnosis)) {
            throw new IllegalStateException("'" + diagnosis + "' is no diagnosis of the table.");
        }
        return diagnosis;
    }
}
