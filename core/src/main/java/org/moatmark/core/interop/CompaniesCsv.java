package org.moatmark.core.interop;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.benchmark.CaseCompany;
import org.moatmark.core.benchmark.CaseWords;
import org.moatmark.core.benchmark.FoundingYear;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Market;

/** Reads {@code companies.csv}. */
final class CompaniesCsv {

    private static final Pattern YEAR = Pattern.compile("[1-9][0-9]{3}");

    private static final Words YEAR_EXPECTED = new Words("a year of four digits", "4桁の西暦年");

    private static final Words SECTOR_EXPECTED =
            new Words("a sector of small letters, digits and single hyphens", "小文字・数字・単独のハイフンからなる業種");

    private static final Words SECTOR_HINT =
            new Words("Write a sector such as consumer-goods.", "consumer-goods のように書いてください。");

    private static final Words YEAR_HINT = new Words("Write a year such as 2024.", "2024 のような西暦年を書いてください。");

    private final CaseWords words;
    private final boolean wordsComplete;
    private final CsvFaults faults;
    private final Map<String, String> codeByCountry = new LinkedHashMap<>();
    private final Map<String, CompanySize> sizes = new LinkedHashMap<>();
    private final Map<String, Market> markets = new LinkedHashMap<>();
    private final Set<String> warnedOf = new HashSet<>();

    CompaniesCsv(CaseWords words, boolean wordsComplete, CsvFaults faults) {
        this.words = words;
        this.wordsComplete = wordsComplete;
        this.faults = faults;
        words.of(CaseWords.Kind.COUNTRY)
                .forEach((code, label) -> codeByCountry.put(label.text().in("en"), code));
        for (CompanySize size : CompanySize.values()) {
            sizes.put(size.word(), size);
        }
        for (Market market : Market.values()) {
            markets.put(market.word(), market);
        }
    }

    /** The companies without a fault; the ids of all are taken in. */
    List<CaseCompany> read(CsvTable table, Given ids) {
        List<CaseCompany> companies = new ArrayList<>();
        for (CsvRow row : table.rows(faults)) {
            CaseCompany company = company(row, ids);
            if (company != null) {
                companies.add(company);
            }
        }
        if (!table.isComplete()) {
            ids.incomplete();
        } else if (companies.isEmpty() && ids.all().isEmpty()) {
            faults.add(
                    "no-companies",
                    CaseFile.COMPANIES.place(),
                    "it lists no company.",
                    "企業が一社もありません。",
                    "Add a row for each company.",
                    "企業ごとに一行ずつ書いてください。");
        }
        return companies;
    }

    private @Nullable CaseCompany company(CsvRow row, Given ids) {
        int before = faults.count();
        String id = row.id("case_id");
        if (id == null) {
            ids.incomplete();
        } else {
            ids.give(id, row, "case_id", faults);
        }
        String name = row.required("company");
        String country = country(row);
        String region = labelled(row, "region", row.required("region"), CaseWords.Kind.REGION);
        String industry = row.required("industry");
        CompanySize size = one(row, "size_class", sizes);
        FoundingYear founded = founded(row);
        String sector = labelled(
                row,
                "sector",
                row.matching("sector", "invalid-sector", CsvRow.ID, CsvRow.LONGEST_ID, SECTOR_EXPECTED, SECTOR_HINT),
                CaseWords.Kind.SECTOR);
        Market market = one(row, "market", markets);
        String asOf = row.matching("as_of", "invalid-year", YEAR, 4, YEAR_EXPECTED, YEAR_HINT);
        if (founded != null && asOf != null && founded.year() > Integer.parseInt(asOf)) {
            foundedLater(row, founded, asOf);
        }
        if (!faults.noneSince(before)
                || id == null
                || name == null
                || country == null
                || region == null
                || industry == null
                || sector == null
                || size == null
                || market == null
                || founded == null
                || asOf == null) {
            return null;
        }
        return new CaseCompany(
                id, name, country, region, industry, sector, size, market, founded, Integer.parseInt(asOf));
    }

    private static <T> @Nullable T one(CsvRow row, String column, Map<String, T> words) {
        String word = row.word(column, words.keySet());
        return word == null ? null : words.get(word);
    }

    private @Nullable String country(CsvRow row) {
        String name = row.required("country");
        if (name == null) {
            return null;
        }
        String known = codeByCountry.get(name);
        if (known != null) {
            return known;
        }
        if (!wordsComplete) {
            faults.skip();
            return null;
        }
        CaseWords.Label code = words.of(CaseWords.Kind.COUNTRY).get(name);
        Words hint = code == null
                ? new Words(
                        "Write the English name of the country as words.csv has it, or add it there.",
                        "words.csv にある英語の国名を書くか、words.csv に追加してください。")
                : new Words(
                        "Write '" + code.text().in("en") + "' instead of the code.",
                        "コードではなく「" + code.text().in("en") + "」と書いてください。");
        CsvMessages.unknown(
                "unknown-country",
                new Words("country", "国"),
                name,
                new Words("words.csv", "words.csv に"),
                hint,
                codeByCountry.keySet(),
                row.at("country"),
                faults);
        return null;
    }

    private @Nullable FoundingYear founded(CsvRow row) {
        String text = row.required("founded");
        if (text == null) {
            return null;
        }
        Optional<FoundingYear> founded = FoundingYear.parse(text);
        if (founded.isEmpty()) {
            CsvMessages.form(
                    "invalid-year",
                    text,
                    new Words("a year, or a year or decade with 'c. ' before it", "西暦年、または「c. 」を付けたおよその年・年代"),
                    new Words("Write such as 1937, c. 1590 or c. 1520s.", "1937、c. 1590、c. 1520s のように書いてください。"),
                    row.at("founded"),
                    faults);
        }
        return founded.orElse(null);
    }

    private void foundedLater(CsvRow row, FoundingYear founded, String asOf) {
        faults.add(
                "founded-after-as-of",
                row.at("founded"),
                "it was founded in " + founded.text() + ", after " + asOf + ", the year for which it is rated.",
                "創業年 " + founded.text() + " が評価時点の " + asOf + " 年より後です。",
                "Correct 'founded' or 'as_of'.",
                "「founded」か「as_of」を直してください。");
    }

    /** Passes a word on; warns once of each that has no label, since it may be misspelt. */
    private @Nullable String labelled(CsvRow row, String column, @Nullable String word, CaseWords.Kind kind) {
        if (word != null
                && wordsComplete
                && !words.of(kind).containsKey(word)
                && warnedOf.add(kind.word() + '/' + word)) {
            CsvMessages.noLabel(kind, word, words.of(kind).keySet(), row.at(column), faults);
        }
        return word;
    }
}
