package org.moatmark.core.maturity;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.moatmark.core.psychometrics.StyleFlag;

/**
 * A respondent whose way of answering is worth a second look (rule S17); the answers count as all others do.
 *
 * @param seat key of the seat
 * @param flags what is worth a second look, at least one
 * @param use how the respondent uses the scales
 * @param without what becomes of the result without the respondent
 */
public record RespondentFinding(String seat, List<StyleFlag> flags, ScaleUse use, WithoutRespondent without)
        implements Serializable {

    /** Copies the list; refuses a respondent without a flag. */
    public RespondentFinding {
        Objects.requireNonNull(seat, "seat");
        Objects.requireNonNull(use, "use");
        Objects.requireNonNull(without, "without");
        flags = List.copyOf(flags);
        if (flags.isEmpty()) {
            throw new IllegalArgumentException("Seat '" + seat + "': a finding needs at least one flag.");
        }
    }
}
