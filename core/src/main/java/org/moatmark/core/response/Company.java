package org.moatmark.core.response;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Market;

/**
 * The company that is assessed; only its name is needed.
 *
 * @param name its name
 * @param country ISO 3166-1 alpha-2, or null
 * @param region one of the regions of the case library, or null
 * @param sector one of the sectors of the case library or an own word, or null
 * @param size size class, or null
 * @param market to whom it sells, or null
 */
public record Company(
        String name,
        @Nullable String country,
        @Nullable String region,
        @Nullable String sector,
        @Nullable CompanySize size,
        @Nullable Market market)
        implements Serializable {

    /** Refuses a missing name. */
    public Company {
        Objects.requireNonNull(name, "name");
    }

    /**
     * A company of which nothing but the name is known.
     *
     * @param name its name
     * @return the company
     */
    public static Company named(String name) {
        return new Company(name, null, null, null, null, null);
    }
}
