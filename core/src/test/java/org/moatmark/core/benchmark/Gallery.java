package org.moatmark.core.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.moatmark.core.Moatmark;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Market;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.TextMap;

/**
 * Case libraries small enough for pencil and paper, on the shipped {@code outside-view}.
 *
 * <pre>{@code
 * CaseLibrary library = new Gallery().one("a", 2).sector("tools").one("b", 3, 5).library();
 * }</pre>
 *
 * <p>A company has the same ratings on every item, one of each rater; one rating of 1 to 5 gives it the score
 * {@code 25 (rating - 1)} at every node and as its index. Properties set hold for the companies that follow.
 */
final class Gallery {

    static final Questionnaire OUTSIDE_VIEW =
            Moatmark.shipped().catalogue().find("outside-view", "1.0.0").orElseThrow();

    private final List<CaseCompany> companies = new ArrayList<>();
    private final List<CaseRating> ratings = new ArrayList<>();
    private String sector = "tools";
    private String region = "Japan";
    private CompanySize size = CompanySize.LARGE;
    private Market market = Market.BOTH;
    private int asOf = 2024;

    Gallery sector(String word) {
        sector = word;
        return this;
    }

    Gallery region(String word) {
        region = word;
        return this;
    }

    Gallery size(CompanySize other) {
        size = other;
        return this;
    }

    Gallery market(Market other) {
        market = other;
        return this;
    }

    Gallery asOf(int year) {
        asOf = year;
        return this;
    }

    /** A company; without ratings nobody judged it. */
    Gallery one(String id, int... values) {
        return one(id, OUTSIDE_VIEW.items().stream().map(Item::key).toList(), values);
    }

    /** A company that was rated on some items only. */
    Gallery one(String id, List<String> items, int... values) {
        companies.add(new CaseCompany(
                id,
                "The " + id,
                "JP",
                region,
                "Any",
                sector,
                size,
                market,
                FoundingYear.parse("1950").orElseThrow(),
                asOf));
        return more(id, items, values);
    }

    /** Further ratings of a company. */
    Gallery more(String id, List<String> items, int... values) {
        for (String item : items) {
            for (int r = 0; r < values.length; r++) {
                ratings.add(new CaseRating(
                        id,
                        Character.toString('A' + r),
                        item,
                        new Judgement.Rated(values[r], 2),
                        new Basis(List.of(), true),
                        null));
            }
        }
        return this;
    }

    /** So many companies alike: {@code prefix-000}, {@code prefix-001} and so on. */
    Gallery many(String prefix, int count, int... values) {
        for (int i = 0; i < count; i++) {
            one(prefix + "-" + (1000 + i), values);
        }
        return this;
    }

    /** The same companies and ratings, last first. */
    Gallery reversed() {
        Collections.reverse(companies);
        Collections.reverse(ratings);
        return this;
    }

    CaseLibrary library() {
        return CaseLibrary.of(
                OUTSIDE_VIEW,
                new CaseContents(companies, List.of(), List.of(), ratings, List.of()),
                CaseWords.NONE,
                TextMap.of("Ours.", "私たちのもの。"));
    }

    Benchmark benchmark() {
        return Benchmark.of(library());
    }

    /** A subject of this questionnaire with the same rating on every item, of nobody in the library. */
    static Subject rated(int... values) {
        Subject one = Subject.of(new Gallery().one("one", values).library(), "one");
        return one.being(null);
    }
}
