package org.moatmark.core.maturity;

import java.io.Serializable;
import java.util.List;

/**
 * How the respondents answered (rule S17): who is flagged and what that does to the result, and where ratings stand among
 * vignettes. Nothing of it is in a score, and nobody is dropped for it.
 *
 * @param findings the flagged respondents in order of their seat keys
 * @param places by seat key, then by item in file order: ratings among vignettes
 * @param vignettes by item in file order: whether people see the vignettes in their expected order
 */
public record ResponseQuality(
        List<RespondentFinding> findings, List<VignettePlace> places, List<VignetteItem> vignettes)
        implements Serializable {

    /** Nobody is flagged, and nobody rated a vignette. */
    public static final ResponseQuality NOTHING = new ResponseQuality(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public ResponseQuality {
        findings = List.copyOf(findings);
        places = List.copyOf(places);
        vignettes = List.copyOf(vignettes);
    }

    /**
     * Whether there is nothing to say.
     *
     * @return true if nobody is flagged and no rating stands among vignettes
     */
    public boolean isEmpty() {
        return findings.isEmpty() && places.isEmpty();
    }
}
