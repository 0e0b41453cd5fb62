package org.moatmark.api.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.json.JsonNull;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonValue;
import org.moatmark.core.report.Brand;

/** The member {@code brand} of a tenant: how its reports look. A null takes back what was set. */
final class BrandParts {

    private static final String BRAND = "brand";
    private static final String TITLE = "title";
    private static final String SUBTITLE = "subtitle";
    private static final String ACCENT = "accent";
    private static final int LONGEST_COLOUR = 7;

    private BrandParts() {}

    /** What becomes of the look; it stays as it is where nothing is said of it. */
    static UnaryOperator<Brand> read(Body body) {
        if (!body.has(BRAND)) {
            return UnaryOperator.identity();
        } else if (body.isNull(BRAND)) {
            return old -> Brand.NONE;
        }
        List<UnaryOperator<Brand>> steps = new ArrayList<>();
        Body.with(body.object(BRAND), look -> {
            if (look.has(TITLE)) {
                @Nullable String title = look.optionalText(TITLE, Brand.LONGEST_TITLE);
                steps.add(old -> new Brand(title, old.subtitle(), old.accent()));
            }
            if (look.has(SUBTITLE)) {
                @Nullable String subtitle = look.optionalText(SUBTITLE, Brand.LONGEST_SUBTITLE);
                steps.add(old -> new Brand(old.title(), subtitle, old.accent()));
            }
            if (look.has(ACCENT)) {
                @Nullable String accent = accent(look);
                steps.add(old -> new Brand(old.title(), old.subtitle(), accent));
            }
        });
        return old -> {
            Brand now = old;
            for (UnaryOperator<Brand> step : steps) {
                now = step.apply(now);
            }
            return now;
        };
    }

    private static @Nullable String accent(Body look) {
        String accent = look.optionalText(ACCENT, LONGEST_COLOUR);
        if (accent == null) {
            return null;
        }
        Issue fault = Brand.fault(accent, "").orElse(null);
        if (fault == null) {
            return accent;
        }
        look.fault(ACCENT, path -> new Issue(fault.code(), path, fault.message(), fault.hint()));
        return null;
    }

    /** The look with every part of it; null for what was not set. */
    static JsonObject shape(Brand brand) {
        return new Members()
                .put(TITLE, part(brand.title()))
                .put(SUBTITLE, part(brand.subtitle()))
                .put(ACCENT, part(brand.accent()))
                .done();
    }

    private static JsonValue part(@Nullable String text) {
        return text == null ? JsonNull.NULL : new JsonString(text);
    }
}
