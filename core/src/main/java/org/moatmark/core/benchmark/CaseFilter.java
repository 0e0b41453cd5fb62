package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which companies of a case library somebody wants to see. What is null asks for nothing.
 *
 * @param criteria sector, region, size, market and as-of years
 * @param country ISO 3166-1 alpha-2, or null
 * @param text words that all must occur in id, name, industry, sector, country or region of a company, in any language of
 *     the library's labels; case and width of letters do not matter; or null
 */
public record CaseFilter(
        PeerCriteria criteria,
        @Nullable String country,
        @Nullable String text) implements Serializable {

    /** Every company. */
    public static final CaseFilter ALL = new CaseFilter(PeerCriteria.ANYONE, null, null);

    /** Refuses null criteria. */
    public CaseFilter {
        Objects.requireNonNull(criteria, "criteria");
    }

    /**
     * The companies of a library that have all that is asked for.
     *
     * @param library the library
     * @return them in file order
     */
    public List<CaseCompany> of(CaseLibrary library) {
        List<String> wanted = text == null
                ? List.of()
                : Arrays.stream(folded(text).split(" "))
                        .filter(word -> !word.isEmpty())
                        .toList();
        List<CaseCompany> found = new ArrayList<>();
        for (CaseCompany company : library.companies()) {
            boolean fits = criteria.fits(company) && (country == null || country.equals(company.country()));
            if (fits && (wanted.isEmpty() || speaksOf(company, library.words(), wanted))) {
                found.add(company);
            }
        }
        return found;
    }

    private static boolean speaksOf(CaseCompany company, CaseWords words, List<String> wanted) {
        List<String> texts = new ArrayList<>(List.of(company.id(), company.name()));
        texts.addAll(called(words, CaseWords.Kind.INDUSTRY, company.industry()));
        texts.addAll(called(words, CaseWords.Kind.SECTOR, company.sector()));
        texts.addAll(called(words, CaseWords.Kind.COUNTRY, company.country()));
        texts.addAll(called(words, CaseWords.Kind.REGION, company.region()));
        String all = folded(String.join("\n", texts));
        return wanted.stream().allMatch(all::contains);
    }

    private static List<String> called(CaseWords words, CaseWords.Kind kind, String word) {
        return List.copyOf(words.label(kind, word).byLanguage().values());
    }

    /** Small letters of one width, blanks of one kind. */
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
    }
}
