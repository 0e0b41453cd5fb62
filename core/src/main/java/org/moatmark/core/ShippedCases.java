package org.moatmark.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.benchmark.Benchmark;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.CaseWords;
import org.moatmark.core.interop.CaseLibraryCsv;
import org.moatmark.core.questionnaire.Catalogue;
import org.moatmark.core.questionnaire.Questionnaire;

/** The case library that comes with the product: read once, when it is first asked for. */
final class ShippedCases {

    private static final String OUTSIDE_VIEW = "outside-view";

    /** The version of {@code outside-view} on which the companies were rated. */
    private static final String RATED_ON = "1.0.0";

    private final Catalogue catalogue;
    private volatile @Nullable CaseLibrary library;
    private volatile @Nullable Benchmark benchmark;

    ShippedCases(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    CaseLibrary library() {
        CaseLibrary known = library;
        if (known == null) {
            synchronized (this) {
                known = library;
                if (known == null) {
                    known = reader(CaseWords.NONE).read(files()).orThrow();
                    library = known;
                }
            }
        }
        return known;
    }

    Benchmark benchmark() {
        Benchmark known = benchmark;
        if (known == null) {
            // Two threads may both make one; they come to the same, and either may be kept.
            known = Benchmark.of(library());
            benchmark = known;
        }
        return known;
    }

    /** A reader that knows these words; the shipped questionnaires are there for it, whatever the catalogue holds. */
    CaseLibraryCsv reader(CaseWords words) {
        List<Questionnaire> instruments = new ArrayList<>(catalogue.questionnaires());
        for (String id : ShippedQuestionnaires.IDS) {
            if (catalogue.newest(id).isEmpty()) {
                instruments.add(ShippedQuestionnaires.newest(id));
            }
        }
        Questionnaire ratedOn =
                catalogue.find(OUTSIDE_VIEW, RATED_ON).orElseGet(() -> ShippedQuestionnaires.first(OUTSIDE_VIEW));
        return new CaseLibraryCsv(ratedOn, instruments, words);
    }

    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : CaseLibraryCsv.fileNames()) {
            files.put(name, ShippedFiles.read("cases/" + name));
        }
        return files;
    }
}
