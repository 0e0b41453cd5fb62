package org.moatmark.api.service;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.Criterion;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Market;
import org.moatmark.core.response.Company;

/** The words that part contributed companies into groups: sector, region, size and market, as the cases know them. */
final class PartitionWords {

    private final CaseLibrary library;

    PartitionWords(CaseLibrary library) {
        this.library = library;
    }

    /** The groups that there may be: every word of a partition, so that one nobody is in looks like one of few. */
    Map<Criterion, List<String>> all() {
        Map<Criterion, List<String>> words = new EnumMap<>(Criterion.class);
        words.put(Criterion.SECTOR, library.sectors());
        words.put(Criterion.REGION, library.regions());
        words.put(
                Criterion.SIZE,
                Stream.of(CompanySize.values()).map(CompanySize::word).toList());
        words.put(Criterion.MARKET, Stream.of(Market.values()).map(Market::word).toList());
        return words;
    }

    /** The words of a company in the partitions; one that the cases do not have is none. */
    Map<Criterion, String> of(Company company) {
        String country = company.country();
        String region = company.region();
        if (region == null && country != null) {
            region = library.words().regionOf(country).orElse(null);
        }
        Map<Criterion, String> words = new EnumMap<>(Criterion.class);
        put(words, Criterion.SECTOR, known(company.sector(), library.sectors()));
        put(words, Criterion.REGION, known(region, library.regions()));
        put(
                words,
                Criterion.SIZE,
                company.size() == null ? null : company.size().word());
        put(
                words,
                Criterion.MARKET,
                company.market() == null ? null : company.market().word());
        return words;
    }

    private static @Nullable String known(@Nullable String word, List<String> words) {
        return word != null && words.contains(word) ? word : null;
    }

    private static void put(Map<Criterion, String> words, Criterion by, @Nullable String word) {
        if (word != null) {
            words.put(by, word);
        }
    }
}
