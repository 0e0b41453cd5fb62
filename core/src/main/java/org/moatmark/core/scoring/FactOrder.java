package org.moatmark.core.scoring;

import java.util.HashSet;
import java.util.stream.Collectors;
import org.moatmark.core.response.AnswerValue;

/** Which of two answers to the same fact is smaller: numbers by size, all else as canonical JSON text (rule S4). */
final class FactOrder {

    private FactOrder() {}

    static int compare(AnswerValue one, AnswerValue other) {
        if (one instanceof AnswerValue.Number a && other instanceof AnswerValue.Number b) {
            return Double.compare(a.value(), b.value());
        }
        return text(one).compareTo(text(other));
    }

    /** Whether two answers say the same; the order of chosen options says nothing. */
    static boolean same(AnswerValue one, AnswerValue other) {
        if (one instanceof AnswerValue.SomeOptions a && other instanceof AnswerValue.SomeOptions b) {
            return new HashSet<>(a.options()).equals(new HashSet<>(b.options()));
        }
        if (one instanceof AnswerValue.Number a && other instanceof AnswerValue.Number b) {
            return a.value() == b.value();
        }
        return one.equals(other);
    }

    /** A key as canonical JSON writes it; keys hold no control characters. */
    private static String quoted(String key) {
        return '"' + key.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String text(AnswerValue value) {
        if (value instanceof AnswerValue.YesNo answer) {
            return answer.yes() ? "true" : "false";
        } else if (value instanceof AnswerValue.OneOption chosen) {
            return quoted(chosen.option());
        } else if (value instanceof AnswerValue.SomeOptions chosen) {
            // Sorted, since the order in which options were chosen says nothing.
            return chosen.options().stream().map(FactOrder::quoted).sorted().collect(Collectors.joining(",", "[", "]"));
        }
        return value.toString();
    }
}
