package org.moatmark.core.maturity;

import java.io.Serializable;

/**
 * How many cases each part of a report on an instrument takes, so that nothing is said which the next sample would take
 * back. Where no source is named the number is a convention of ours.
 *
 * @param secrecy under so many respondents nothing is said at all, and no distribution shown of an item (rule S22)
 * @param reliability respondents, or companies, behind alpha and its kin; thirty are enough only where one factor is very
 *     strong, else a hundred and more (Yurdugül 2008), so the interval always stands beside it
 * @param dimensions respondents behind eigenvalues and factor models (Gorsuch 1983, p. 332)
 * @param perItem how many respondents per item these take besides (Gorsuch 1983, p. 332)
 * @param rasch respondents behind a Rasch or partial credit model: thresholds to about half a logit (Linacre 1994)
 * @param graded respondents behind a graded response model (Reise and Yu 1990)
 * @param differential respondents in the smaller group for differential use (Zwick 2012)
 * @param style respondents in the smaller group for differences in response style
 * @param groups companies behind ICC(1), ICC(2) and mean agreement
 * @param companies companies behind errors of order of levels and effective weights
 * @param extreme the share of answers at one end of the scale from which floor or ceiling is flagged, 0-1 (Terwee et al.
 *     2007 say 15 % of a scale; single items are coarser)
 * @param seed of the parallel analysis
 * @param runs of the parallel analysis
 * @see "H. Yurdugül (2008), Minimum sample size for Cronbach's coefficient alpha: a Monte-Carlo study, Hacettepe University
 *     Journal of Education 35, 397-405; J. M. Linacre (1994), Rasch Measurement Transactions 7(4), p. 328; S. P. Reise and J.
 *     Yu (1990), Parameter recovery in the graded response model using MULTILOG, Journal of Educational Measurement 27,
 *     133-144; R. Zwick (2012), ETS Research Report 12-08; C. B. Terwee et al. (2007), Journal of Clinical Epidemiology 60,
 *     34-42; R. L. Gorsuch (1983), Factor Analysis, 2nd ed."
 */
public record InstrumentPolicy(
        int secrecy,
        int reliability,
        int dimensions,
        int perItem,
        int rasch,
        int graded,
        int differential,
        int style,
        int groups,
        int companies,
        double extreme,
        long seed,
        int runs)
        implements Serializable {

    /** The usual numbers. */
    public static final InstrumentPolicy DEFAULT =
            new InstrumentPolicy(5, 30, 100, 5, 100, 500, 200, 30, 10, 30, 0.5, 1, 1_000);

    /** Refuses less than what secrecy and the statistics themselves take. */
    public InstrumentPolicy {
        boolean enough = secrecy >= 3
                && reliability >= 2
                && dimensions >= 3
                && perItem >= 1
                && rasch >= 2
                && graded >= 2
                && differential >= 2
                && style >= 2
                && groups >= 2
                && companies >= 8
                && runs >= 100;
        if (!enough || !(extreme > 0 && extreme <= 1)) {
            throw new IllegalArgumentException(
                    "A report on an instrument takes at least 3 respondents for secrecy, 2 for"
                            + " reliability, models and groups, 3 for dimensions, 8 companies, 100 runs, and a share of extreme"
                            + " answers above 0.");
        }
    }
}
