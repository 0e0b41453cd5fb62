package org.moatmark.core.interop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.benchmark.CaseWords;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.TextMap;

/** Reads {@code words.csv}: what countries, regions, sectors and so on are called. */
final class WordsCsv {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private static final Words COUNTRY_EXPECTED = new Words("a country code of two capitals", "大文字2文字の国コード");

    private static final Words COUNTRY_HINT =
            new Words("Write an ISO 3166-1 alpha-2 code such as JP.", "JP のような ISO 3166-1 の2文字コードを書いてください。");

    private final CsvFaults faults;
    private final Map<String, CaseWords.Kind> kinds = new LinkedHashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<CsvRow> withRegion = new ArrayList<>();

    WordsCsv(CsvFaults faults) {
        this.faults = faults;
        for (CaseWords.Kind kind : CaseWords.Kind.values()) {
            kinds.put(kind.word(), kind);
        }
    }

    /** The words of a file, and under them those that are known already. */
    CaseWords read(CsvTable table, CaseWords known) {
        List<CaseWords.Label> labels = new ArrayList<>();
        for (CsvRow row : table.rows(faults)) {
            CaseWords.Label label = label(row);
            if (label != null) {
                labels.add(label);
            }
        }
        CaseWords words = known.with(CaseWords.of(labels));
        if (table.isComplete()) {
            regions(words);
        }
        return words;
    }

    private CaseWords.@Nullable Label label(CsvRow row) {
        int before = faults.count();
        String kindWord = row.word("kind", kinds.keySet());
        CaseWords.Kind kind = kindWord == null ? null : kinds.get(kindWord);
        String word = kind == CaseWords.Kind.COUNTRY
                ? row.matching("word", "invalid-country", COUNTRY, 2, COUNTRY_EXPECTED, COUNTRY_HINT)
                : row.required("word");
        String en = row.required("en");
        String ja = row.required("ja");
        String region = row.optional("region");
        if (kind == null || word == null || en == null || ja == null) {
            return null;
        }
        unique(kind, word, "word", row);
        if (kind == CaseWords.Kind.COUNTRY) {
            unique(kind, "=" + en, "en", row);
        }
        if (region != null && kind != CaseWords.Kind.COUNTRY) {
            faults.add(
                    "region-not-for-kind",
                    row.at("region"),
                    "'region' is filled in, but only a country lies in a region.",
                    "「region」に値がありますが、地域を書けるのは国だけです。",
                    "Leave 'region' empty.",
                    "「region」は空にしてください。");
        } else if (region != null) {
            withRegion.add(row);
        }
        return faults.noneSince(before) ? new CaseWords.Label(kind, word, TextMap.of(en, ja), region) : null;
    }

    private void unique(CaseWords.Kind kind, String word, String column, CsvRow row) {
        Integer first = seen.putIfAbsent(kind.word() + '/' + word, row.number());
        if (first != null) {
            String cell = row.cell(column);
            CsvMessages.notUnique(
                    "word-not-unique",
                    new Words("the " + kind.word() + " '" + cell + "'", CsvMessages.japanese(kind) + "「" + cell + "」"),
                    first,
                    row.at(column),
                    faults);
        }
    }

    private void regions(CaseWords words) {
        var regions = words.of(CaseWords.Kind.REGION).keySet();
        for (CsvRow row : withRegion) {
            row.word("region", regions);
        }
    }
}
