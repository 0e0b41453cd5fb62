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
 *     the library's labels; case and width of letters do not matter, nor whether kana are hiragana or katakana, nor blanks
 *     and middle dots within a name; or null
 */
public record CaseFilter(
        PeerCriteria criteria,
        @Nullable String country,
        @Nullable String text) implements Serializable {

    /** Every company. */
    public static final CaseFilter ALL = new CaseFilter(PeerCriteria.ANYONE, null, null);

    /** The katakana that have a hiragana of the same sound, and how far before them it stands. */
    private static final char FIRST_KATAKANA = '\u30a1';

    private static final char LAST_KATAKANA = '\u30f6';

    private static final int TO_HIRAGANA = 0x60;

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
            if (fits && (wanted.isEmpty() || speaksOf(company, library, wanted))) {
                found.add(company);
            }
        }
        return found;
    }

    private static boolean speaksOf(CaseCompany company, CaseLibrary library, List<String> wanted) {
        CaseWords words = library.words();
        List<String> names = List.copyOf(library.name(company).byLanguage().values());
        List<String> texts = new ArrayList<>(names);
        texts.add(company.id());
        texts.addAll(called(words, CaseWords.Kind.INDUSTRY, company.industry()));
        texts.addAll(called(words, CaseWords.Kind.SECTOR, company.sector()));
        texts.addAll(called(words, CaseWords.Kind.COUNTRY, company.country()));
        texts.addAll(called(words, CaseWords.Kind.REGION, company.region()));
        String all = folded(String.join("\n", texts));
        String unbroken = unbroken(folded(String.join("\n", names)));
        return wanted.stream().allMatch(word -> all.contains(word) || isIn(unbroken, unbroken(word)));
    }

    private static boolean isIn(String names, String word) {
        return !word.isEmpty() && names.contains(word);
    }

    /** Without what some write between the parts of a name and some do not. */
    private static String unbroken(String folded) {
        return folded.replaceAll("[ \u30fb]", "");
    }

    private static List<String> called(CaseWords words, CaseWords.Kind kind, String word) {
        return List.copyOf(words.label(kind, word).byLanguage().values());
    }

    /** Small letters of one width, hiragana for katakana, blanks of one kind. */
    private static String folded(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return hiragana(plain).replaceAll("\\s+", " ").strip();
    }

    private static String hiragana(String text) {
        StringBuilder folded = new StringBuilder(text);
        for (int i = 0; i < folded.length(); i++) {
            char letter = folded.charAt(i);
            if (letter >= FIRST_KATAKANA && letter <= LAST_KATAKANA) {
                folded.setCharAt(i, (char) (letter - TO_HIRAGANA));
            }
        }
        return folded.toString();
    }
}
