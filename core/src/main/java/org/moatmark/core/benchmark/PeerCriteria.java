package org.moatmark.core.benchmark;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Market;
import org.moatmark.core.response.Company;

/**
 * What the peers of a company have in common (rule S18). What is null asks for nothing.
 *
 * <p>A company that sells to both markets is a peer of those that sell to either, as in rule S3; the peers of a company
 * that sells to both are those that do so too.
 *
 * @param sector a sector of the library
 * @param region a region of the library
 * @param size size class
 * @param market to whom they sell
 * @param from the first year for which they may have been rated
 * @param to the last year for which they may have been rated; not before {@code from}
 */
public record PeerCriteria(
        @Nullable String sector,
        @Nullable String region,
        @Nullable CompanySize size,
        @Nullable Market market,
        @Nullable Integer from,
        @Nullable Integer to)
        implements PeerChoice {

    /** The whole library. */
    public static final PeerCriteria ANYONE = new PeerCriteria(null, null, null, null, null, null);

    /** How many years before and after the date of the answers the cases may have been rated unless said. */
    public static final int YEARS = 5;

    /** Refuses years that end before they begin. */
    public PeerCriteria {
        if (from != null && to != null && to < from) {
            throw new IllegalArgumentException(
                    "As-of years go from the earlier to the later, not from " + from + " to " + to + ".");
        }
    }

    /**
     * What follows from the company itself: its sector if the library has it, its region (given, else from its country by
     * the library's words) if the library has it, its size and market, and the {@link #YEARS} years before and after the
     * date of its answers. Five years either side keep a case of another age, judged by what was good then, out of the
     * first group; where that makes the group too small the years go second.
     *
     * @param subject who is to be placed
     * @param library among whom
     * @return the criteria; a word that no company of the library has is not among them, since it would empty every group
     */
    public static PeerCriteria of(Subject subject, CaseLibrary library) {
        Company company = subject.company();
        Integer year =
                subject.date() == null ? null : Integer.valueOf(subject.date().getYear());
        Integer from = year == null ? null : Integer.valueOf(year - YEARS);
        Integer to = year == null ? null : Integer.valueOf(year + YEARS);
        if (company == null) {
            return new PeerCriteria(null, null, null, null, from, to);
        }
        String region = company.region();
        if (region == null && company.country() != null) {
            region = library.words().regionOf(company.country()).orElse(null);
        }
        return new PeerCriteria(
                known(company.sector(), library.sectors()),
                known(region, library.regions()),
                company.size(),
                company.market(),
                from,
                to);
    }

    private static @Nullable String known(@Nullable String word, List<String> words) {
        return word != null && words.contains(word) ? word : null;
    }

    /**
     * Whether a company has all that is asked for.
     *
     * @param company a case company
     * @return true for a peer
     */
    public boolean fits(CaseCompany company) {
        return (sector == null || sector.equals(company.sector()))
                && (region == null || region.equals(company.region()))
                && (size == null || size == company.size())
                && fitsMarket(company)
                && yearPlace(company) == 0;
    }

    boolean fitsMarket(CaseCompany company) {
        return market == null || market == company.market() || company.market() == Market.BOTH;
    }

    /** -1 before the years, 0 within them, 1 after them. */
    int yearPlace(CaseCompany company) {
        if (from != null && company.asOf() < from) {
            return -1;
        }
        return to != null && company.asOf() > to ? 1 : 0;
    }

    /**
     * What is asked for.
     *
     * @return the criteria that are not null, in the order in which they are let go
     */
    public Set<Criterion> active() {
        Set<Criterion> active = EnumSet.noneOf(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            if (!without(criterion).equals(this)) {
                active.add(criterion);
            }
        }
        return active;
    }

    /**
     * The same without one criterion.
     *
     * @param criterion what to let go of
     * @return the wider criteria
     */
    public PeerCriteria without(Criterion criterion) {
        return switch (criterion) {
            case SIZE -> new PeerCriteria(sector, region, null, market, from, to);
            case AS_OF -> new PeerCriteria(sector, region, size, market, null, null);
            case MARKET -> new PeerCriteria(sector, region, size, null, from, to);
            case REGION -> new PeerCriteria(sector, null, size, market, from, to);
            case SECTOR -> new PeerCriteria(null, region, size, market, from, to);
        };
    }
}
