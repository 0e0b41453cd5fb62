package org.moatmark.core.questionnaire;

/** The one rule for weights: finite and above 0. */
final class Weights {

    private Weights() {}

    static void check(String what, String key, double weight) {
        if (!(weight > 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException(
                    what + " '" + key + "': weight " + weight + " is not finite and above 0.");
        }
    }
}
