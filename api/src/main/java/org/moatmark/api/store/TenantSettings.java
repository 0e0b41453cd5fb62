package org.moatmark.api.store;

import org.moatmark.core.report.Brand;

/**
 * What a tenant set for itself.
 *
 * @param version of the row; 0 where nothing was set
 * @param timeZone name of the zone in which its dates are told, such as {@code Asia/Tokyo}
 * @param draftDays how long a draft that nobody touches is kept
 * @param linkDays how long links live after their assessment was closed
 * @param answerDays how long answers are kept after that
 * @param auditDays how long lines of the audit trail are kept
 * @param brand how its reports look
 */
public record TenantSettings(
        long version, String timeZone, int draftDays, int linkDays, int answerDays, int auditDays, Brand brand) {

    /** What holds where nothing was set. */
    public static final TenantSettings USUAL = new TenantSettings(0, "UTC", 180, 30, 730, 730, Brand.NONE);
}
