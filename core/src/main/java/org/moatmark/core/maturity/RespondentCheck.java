package org.moatmark.core.maturity;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.moatmark.core.psychometrics.ResponseStyle;
import org.moatmark.core.psychometrics.ResponseStylePolicy;
import org.moatmark.core.psychometrics.ResponseStyles;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.scoring.ScoreTree;
import org.moatmark.core.scoring.Scorer;

/**
 * Looks at how the respondents of a scored wave answered (rule S17).
 *
 * <p>The effect of leaving a respondent out is worked out by scoring the wave again without that respondent, as long as
 * that scores no more than {@link #RESPONDENTS_AGAIN} respondents in all: of everybody who is flagged in a wave of up to
 * 141, of 20 in a wave of 1,000. Those with most flags come first, then those with the lowest seat keys; the others say so.
 *
 * <p>Made once per questionnaire; immutable, and may be called from many threads.
 */
public final class RespondentCheck implements Serializable {

    private static final long serialVersionUID = 1L;

    /** At most so many respondents are scored again, over all who are left out. */
    public static final int RESPONDENTS_AGAIN = 20_000;

    private static final Comparator<Respondent> BY_SEAT =
            Comparator.comparing(respondent -> respondent.seat().key());

    private final ResponseStyles styles;
    private final VignetteRanking ranking;
    private final Scorer scorer;
    private final Maturity maturity;

    private RespondentCheck(ResponseStyles styles, VignetteRanking ranking, Scorer scorer, Maturity maturity) {
        this.styles = styles;
        this.ranking = ranking;
        this.scorer = scorer;
        this.maturity = maturity;
    }

    /**
     * Prepares a questionnaire.
     *
     * @param scorer scores its waves
     * @param maturity gives its levels
     * @param policy from where on something is flagged
     * @return what looks at its scored waves
     */
    public static RespondentCheck of(Scorer scorer, Maturity maturity, ResponseStylePolicy policy) {
        Questionnaire questionnaire = scorer.questionnaire();
        return new RespondentCheck(
                ResponseStyles.of(questionnaire, policy), new VignetteRanking(questionnaire), scorer, maturity);
    }

    /**
     * Looks at a scored wave.
     *
     * @param tree the scored wave
     * @param verdict the verdict on it
     * @return who is flagged, and where ratings stand among vignettes
     */
    public ResponseQuality check(ScoreTree tree, MaturityVerdict verdict) {
        List<Respondent> respondents = tree.wave().respondents();
        List<ResponseStyle> flagged = new ArrayList<>();
        boolean vignettes = false;
        for (int i = 0; i < respondents.size(); i++) {
            Respondent respondent = respondents.get(i);
            Optional<ResponseStyle> style = styles.flagged(respondent);
            if (style.isPresent()) {
                flagged.add(style.get());
            }
            vignettes |= !respondent.vignettes().isEmpty();
        }
        if (flagged.isEmpty() && !vignettes) {
            return ResponseQuality.NOTHING;
        }
        List<Respondent> bySeat = new ArrayList<>(respondents);
        bySeat.sort(BY_SEAT);
        List<VignettePlace> places = vignettes ? ranking.places(bySeat) : List.of();
        return new ResponseQuality(findings(flagged, tree, verdict), places, ranking.items(places));
    }

    private List<RespondentFinding> findings(List<ResponseStyle> flagged, ScoreTree tree, MaturityVerdict verdict) {
        List<ResponseStyle> worstFirst = new ArrayList<>(flagged);
        worstFirst.sort(
                Comparator.comparingInt((ResponseStyle style) -> -style.flags().size())
                        .thenComparing(ResponseStyle::seat));
        int most = RESPONDENTS_AGAIN / tree.wave().respondents().size();
        LeavingOut leavingOut = new LeavingOut(tree, verdict, scorer, maturity);
        Map<String, WithoutRespondent> without = new HashMap<>();
        for (int i = 0; i < worstFirst.size(); i++) {
            String seat = worstFirst.get(i).seat();
            without.put(
                    seat,
                    tree.presentRespondents() < 2
                            ? new WithoutRespondent.NotTried(WithoutRespondent.Why.ONLY_RESPONDENT)
                            : i >= most
                                    ? new WithoutRespondent.NotTried(WithoutRespondent.Why.TOO_MANY)
                                    : leavingOut.without(seat));
        }
        List<RespondentFinding> findings = new ArrayList<>();
        flagged.sort(Comparator.comparing(ResponseStyle::seat));
        for (ResponseStyle style : flagged) {
            WithoutRespondent effect = without.get(style.seat());
            if (effect != null) {
                findings.add(new RespondentFinding(style.seat(), style.flags(), ScaleUse.of(style), effect));
            }
        }
        return findings;
    }
}
