package org.moatmark.core.json;

import org.jspecify.annotations.Nullable;
import org.moatmark.core.response.Company;

/** Writes the parts that waves and results share. */
final class WaveOut {

    private WaveOut() {}

    static void company(Company company, JsonOut out) {
        out.beginObject().name("name").value(company.name());
        text("country", company.country(), out);
        text("region", company.region(), out);
        text("sector", company.sector(), out);
        text("size", company.size() == null ? null : company.size().word(), out);
        text("market", company.market() == null ? null : company.market().word(), out);
        out.endObject();
    }

    private static void text(String name, @Nullable String text, JsonOut out) {
        if (text != null) {
            out.name(name).value(text);
        }
    }
}
