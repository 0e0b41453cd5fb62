package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.Objects;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Market;
import org.moatmark.core.response.Company;

/**
 * A company of the case library, as it was in one year.
 *
 * @param id kebab-case, stable for ever
 * @param name its name
 * @param country ISO 3166-1 alpha-2
 * @param region a region of the library
 * @param industry in a few words; finer than the sector, no two companies need share one
 * @param sector a sector of the library
 * @param size size class
 * @param market to whom it sells
 * @param founded when it began
 * @param asOf the year for which it was rated
 */
public record CaseCompany(
        String id,
        String name,
        String country,
        String region,
        String industry,
        String sector,
        CompanySize size,
        Market market,
        FoundingYear founded,
        int asOf)
        implements Serializable {

    /** Refuses a company that was founded after the year for which it was rated. */
    public CaseCompany {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(country, "country");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(industry, "industry");
        Objects.requireNonNull(sector, "sector");
        Objects.requireNonNull(size, "size");
        Objects.requireNonNull(market, "market");
        if (founded.year() > asOf) {
            throw new IllegalArgumentException("Case company '" + id + "' was founded in " + founded.year() + ", after "
                    + asOf + ", the year for which it was rated.");
        }
    }

    /**
     * The company as a wave knows it.
     *
     * @return name, country, region, sector, size and market
     */
    public Company company() {
        return new Company(name, country, region, sector, size, market);
    }
}
