package org.moatmark.core;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.moatmark.core.json.QuestionnaireJson;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Version;

/**
 * The questionnaires that come with the library, in every version that was published. The first version of one lies in
 * {@code ID.json}, a later one in {@code ID-VERSION.json}.
 *
 * <p>Only the newest files are read. The versions before add nothing that is scored and lack nothing but vignettes and
 * pairs, so they are made from the newest, which costs a start nothing; a test holds them to their files.
 */
final class ShippedQuestionnaires {

    /** Their ids. */
    static final List<String> IDS =
            List.of("business-model-differentiation", "marketing-leadership-maturity", "outside-view");

    private static final Version FIRST = new Version(1, 0, 0);
    private static final Version NEWEST = new Version(1, 1, 0);

    /** The method hashes of the first versions. */
    private static final Map<String, String> FIRST_HASH = Map.of(
            "business-model-differentiation",
            "sha256:10305d5d7260a5c2cb58484178695cd57d6c47d25a327f7d439baf004ec59ee1",
            "marketing-leadership-maturity",
            "sha256:2c6be22b1006621da9f6e6907f9c571d7eeb686edb9641b9331c9f09cb7e1dfc",
            "outside-view",
            "sha256:de32db812ba3e7a04d41c524ca5fd7a6423926f1739a460c42fa5e5b014c9ded");

    private ShippedQuestionnaires() {}

    /** All versions of all of them. */
    static List<Questionnaire> all() {
        // In parallel, since nothing else is slow here: a cold program waits for the longest file instead of for all.
        return IDS.parallelStream()
                .map(ShippedQuestionnaires::newest)
                .flatMap(newest -> Stream.of(first(newest), newest))
                .toList();
    }

    /** The newest version of one. */
    static Questionnaire newest(String id) {
        return QuestionnaireJson.read(ShippedFiles.read(id + "-" + NEWEST + ".json"))
                .orThrow();
    }

    /** The first version of one. */
    static Questionnaire first(String id) {
        return first(newest(id));
    }

    private static Questionnaire first(Questionnaire newest) {
        return newest.scored(FIRST, "" + FIRST_HASH.get(newest.id()));
    }
}
