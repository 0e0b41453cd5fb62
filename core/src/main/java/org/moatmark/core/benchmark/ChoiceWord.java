package org.moatmark.core.benchmark;

import java.util.List;
import org.moatmark.core.issue.Words;

/** By what somebody can choose companies of a library, and the words that they can choose from. */
public enum ChoiceWord {
    /** Sector. */
    SECTOR("sector", new Words("sector", "業種")),
    /** Region of the world. */
    REGION("region", new Words("region", "地域")),
    /** Size class. */
    SIZE("size", new Words("size", "規模")),
    /** To whom they sell. */
    MARKET("market", new Words("market", "市場")),
    /** Country. */
    COUNTRY("country", new Words("country", "国")),
    /** The years for which they were rated. */
    AS_OF("asOf", new Words("as-of year", "評価時点"));

    private final String word;
    private final Words called;

    ChoiceWord(String word, Words called) {
        this.word = word;
        this.called = called;
    }

    /**
     * The word in files and addresses.
     *
     * @return such as {@code asOf}
     */
    public String word() {
        return word;
    }

    /**
     * What people call it.
     *
     * @return such as {@code as-of year}
     */
    public Words called() {
        return called;
    }

    /**
     * What can be chosen.
     *
     * @param library the companies
     * @return words of the library; of sizes and markets also those that no company has; every as-of year, ascending
     */
    public List<String> allowed(CaseLibrary library) {
        return switch (this) {
            case SECTOR -> library.sectors();
            case REGION -> library.regions();
            case SIZE -> library.sizes();
            case MARKET -> library.markets();
            case COUNTRY -> library.countries();
            case AS_OF ->
                library.companies().stream()
                        .map(CaseCompany::asOf)
                        .distinct()
                        .sorted()
                        .map(String::valueOf)
                        .toList();
        };
    }
}
