package org.moatmark.api.store;

import org.moatmark.core.response.Company;

/**
 * A company as it is kept.
 *
 * @param id its id
 * @param version of the row
 * @param facts name, country, region, sector, size and market
 * @param createdMs when it was added
 * @param changedMs when it was last changed
 */
public record StoredCompany(String id, long version, Company facts, long createdMs, long changedMs) {}
