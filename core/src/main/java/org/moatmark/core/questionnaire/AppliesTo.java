package org.moatmark.core.questionnaire;

import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The companies that an item or a condition is meant for. An empty set says nothing about that property.
 *
 * @param size size classes that are meant; empty: all
 * @param market markets that are meant ({@code B2B}, {@code B2C}); empty: all
 */
public record AppliesTo(Set<CompanySize> size, Set<Market> market) implements Serializable {

    /** Meant for every company. */
    public static final AppliesTo EVERYONE = new AppliesTo(Set.of(), Set.of());

    /** Copies the sets; refuses {@code BOTH}, which is a property of a company and not of a question. */
    public AppliesTo {
        size = Set.copyOf(size);
        market = Set.copyOf(market);
        if (market.contains(Market.BOTH)) {
            throw new IllegalArgumentException("appliesTo names b2b or b2c, not both: leave it out for everyone.");
        }
    }

    /**
     * Whether a company is excluded (rule S3). Where its size or market is not known, nothing is excluded.
     *
     * @param companySize the size class, or null if not given
     * @param companyMarket the market, or null if not given
     * @return true if the company is known not to be meant
     */
    public boolean excludes(@Nullable CompanySize companySize, @Nullable Market companyMarket) {
        boolean wrongSize = companySize != null && !size.isEmpty() && !size.contains(companySize);
        boolean wrongMarket = companyMarket != null
                && companyMarket != Market.BOTH
                && !market.isEmpty()
                && !market.contains(companyMarket);
        return wrongSize || wrongMarket;
    }
}
