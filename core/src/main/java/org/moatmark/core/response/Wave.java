package org.moatmark.core.response;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One fielding of a questionnaire in one company at one date.
 *
 * @param questionnaire id of the questionnaire
 * @param version its version as text
 * @param company the company; null only in the short stateless form
 * @param date the date of the answers; null only in the short stateless form
 * @param form full or core
 * @param respondents everybody with a seat, in the order given
 * @param others results of the same company on other questionnaires
 */
public record Wave(
        String questionnaire,
        String version,
        @Nullable Company company,
        @Nullable LocalDate date,
        Form form,
        List<Respondent> respondents,
        List<OtherResult> others)
        implements Serializable {

    /** The word of the {@code format} property. */
    public static final String FORMAT = "moatmark/wave/1";

    /** Copies the lists. */
    public Wave {
        Objects.requireNonNull(questionnaire, "questionnaire");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(form, "form");
        respondents = List.copyOf(respondents);
        others = List.copyOf(others);
    }

    /**
     * The same wave with the answers of others.
     *
     * @param who everybody who has a seat in it
     * @return the new wave
     */
    public Wave withRespondents(List<Respondent> who) {
        return new Wave(questionnaire, version, company, date, form, who, others);
    }

    /**
     * The same wave with what other questionnaires gave.
     *
     * @param results of the same company
     * @return the new wave
     */
    public Wave withOthers(List<OtherResult> results) {
        return new Wave(questionnaire, version, company, date, form, respondents, results);
    }
}
