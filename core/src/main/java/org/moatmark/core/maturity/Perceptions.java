package org.moatmark.core.maturity;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.scoring.ScoreTree;

/**
 * Who agrees with whom: within each side (rule S14), and between headquarters and genba, and the company and its customers
 * (rule S15).
 *
 * @param agreement by node in tree order, then by side: headquarters, genba, customers, neutral
 * @param gaps by node in tree order, then headquarters against genba before own against customers
 */
public record Perceptions(List<SideAgreement> agreement, List<PerceptionGap> gaps) implements Serializable {

    /** Copies the lists. */
    public Perceptions {
        agreement = List.copyOf(agreement);
        gaps = List.copyOf(gaps);
    }

    /**
     * The perceptions of a scored wave.
     *
     * @param tree a scored wave
     * @return agreement and gaps, which may be empty; null with fewer than two present respondents
     */
    public static @Nullable Perceptions of(ScoreTree tree) {
        return tree.presentRespondents() < 2 ? null : new Comparing(tree).give();
    }
}
