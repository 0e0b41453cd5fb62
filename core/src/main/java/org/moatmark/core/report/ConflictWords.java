package org.moatmark.core.report;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.moatmark.core.response.EvidenceGrade;
import org.moatmark.core.scoring.ItemScore;
import org.moatmark.core.scoring.Statement;

/** Facts on which seats differ, in words for the assessor: who says what on which evidence, what stands and why (S4). */
final class ConflictWords {

    private final boolean japanese;

    ConflictWords(boolean japanese) {
        this.japanese = japanese;
    }

    /** A line for each fact that is disputed. */
    List<String> lines(List<ItemScore> items) {
        return items.stream()
                .filter(item -> !item.conflict().isEmpty())
                .map(item -> item.key() + ": " + statements(item.conflict()) + "; " + standing(item.conflict()))
                .toList();
    }

    private String statements(List<Statement> conflict) {
        return conflict.stream()
                .map(one -> one.seat()
                        + say(" says ", "：")
                        + Chosen.raw(one.value())
                        + (one.grade() == null ? "" : say(" (", "（") + one.grade() + say(")", "）")))
                .collect(Collectors.joining(say(", ", "、")));
    }

    private String standing(List<Statement> conflict) {
        String value = conflict.stream()
                .filter(Statement::stands)
                .map(one -> Chosen.raw(one.value()))
                .findFirst()
                .orElse("?");
        EvidenceGrade best = conflict.stream()
                .map(Statement::grade)
                .filter(Objects::nonNull)
                .max(EvidenceGrade::compareTo)
                .orElse(null);
        if (best == null) {
            return say(value + " stands", value + " を採用");
        }
        long withBest = conflict.stream().filter(one -> one.grade() == best).count();
        if (withBest == 1) {
            return say(
                    value + " stands, on the best evidence (" + best + ")",
                    "最も確かな根拠（" + best + "）のある " + value + " を採用");
        } else if (best == EvidenceGrade.E0) {
            return say(
                    value + " stands, the middle answer by score (of two the lower), since nobody gives evidence",
                    "根拠がないため、得点が中央（二つあれば低い方）の " + value + " を採用");
        }
        return say(
                value + " stands, the middle one by score (of two the lower) of the " + withBest
                        + " on the best evidence (" + best + ")",
                "最も確かな根拠（" + best + "）のある" + withBest + "件のうち得点が中央（二つあれば低い方）の " + value + " を採用");
    }

    private String say(String en, String ja) {
        return japanese ? ja : en;
    }
}
