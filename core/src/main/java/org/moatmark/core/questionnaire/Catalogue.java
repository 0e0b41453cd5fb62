package org.moatmark.core.questionnaire;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The questionnaires at hand, by id and version.
 *
 * @param questionnaires ordered by id, then by version; no two have both alike
 */
public record Catalogue(List<Questionnaire> questionnaires) implements Serializable {

    /** A catalogue without questionnaires. */
    public static final Catalogue EMPTY = new Catalogue(List.of());

    /** Sorts by id and version; refuses two questionnaires of the same id and version. */
    public Catalogue {
        List<Questionnaire> sorted = new ArrayList<>(questionnaires);
        sorted.sort(Comparator.comparing(Questionnaire::id).thenComparing(Questionnaire::version));
        for (int i = 1; i < sorted.size(); i++) {
            Questionnaire one = sorted.get(i - 1);
            Questionnaire next = sorted.get(i);
            if (one.id().equals(next.id()) && one.version().equals(next.version())) {
                throw new IllegalArgumentException(
                        "Questionnaire '" + one.id() + "' " + one.version() + " is there twice.");
            }
        }
        questionnaires = List.copyOf(sorted);
    }

    /**
     * This catalogue and one questionnaire more.
     *
     * @param questionnaire the new one
     * @return the larger catalogue
     * @throws IllegalArgumentException if that id and version is there already
     */
    public Catalogue with(Questionnaire questionnaire) {
        List<Questionnaire> more = new ArrayList<>(questionnaires);
        more.add(questionnaire);
        return new Catalogue(more);
    }

    /**
     * One version of a questionnaire.
     *
     * @param id its id
     * @param version its version as text
     * @return the questionnaire, or empty
     */
    public Optional<Questionnaire> find(String id, String version) {
        for (Questionnaire one : questionnaires) {
            if (one.id().equals(id) && one.version().toString().equals(version)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /**
     * The newest version of a questionnaire.
     *
     * @param id its id
     * @return the questionnaire, or empty
     */
    public Optional<Questionnaire> newest(String id) {
        Questionnaire newest = null;
        for (Questionnaire one : questionnaires) {
            if (one.id().equals(id)) {
                newest = one;
            }
        }
        return Optional.ofNullable(newest);
    }

    /**
     * The oldest version here that scores as this one does: results of both can stand side by side, as they differ in
     * nothing but vignettes and contradictory pairs.
     *
     * @param questionnaire a questionnaire
     * @return the oldest such version; the questionnaire itself if there is no older one
     */
    public Questionnaire oldestAlike(Questionnaire questionnaire) {
        for (Questionnaire one : questionnaires) {
            if (one.version().compareTo(questionnaire.version()) < 0 && one.scoresLike(questionnaire)) {
                return one;
            }
        }
        return questionnaire;
    }
}
