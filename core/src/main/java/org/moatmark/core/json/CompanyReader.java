package org.moatmark.core.json;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.response.Company;

/** Reads the company and the date of a wave. */
final class CompanyReader {

    private static final int LONGEST_NAME = 200;
    private static final List<String> KNOWN = List.of("name", "country", "region", "sector", "size", "market");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Faults faults;

    CompanyReader(Faults faults) {
        this.faults = faults;
    }

    /** The company; null after a fault. */
    @Nullable
    Company company(Fields wave) {
        JsonValue value = wave.required("company");
        Fields fields = value == null ? null : Fields.open(value, wave.at("company"), Said.COMPANY, faults);
        if (fields == null) {
            return null;
        }
        fields.only(KNOWN);
        JsonValue nameValue = fields.required("name");
        String name = nameValue == null
                ? null
                : Values.text(nameValue, LONGEST_NAME, fields.at("name"), fields.who(), faults);
        String country = country(fields);
        String region = fields.optionalText("region", LONGEST_NAME);
        String sector = fields.optionalText("sector", LONGEST_NAME);
        String size = fields.optionalWord("size", Vocabulary.SIZES);
        String market = fields.optionalWord("market", Vocabulary.COMPANY_MARKETS);
        return name == null
                ? null
                : new Company(
                        name,
                        country,
                        region,
                        sector,
                        size == null ? null : Vocabulary.size(size),
                        market == null ? null : Vocabulary.market(market));
    }

    private @Nullable String country(Fields fields) {
        JsonValue value = fields.optional("country");
        String country = value == null ? null : Values.anyText(value, fields.at("country"), fields.who(), faults);
        if (country == null || isTwoCapitals(country)) {
            return country;
        }
        String shown = Shown.text(country);
        faults.add(
                "invalid-country",
                fields.at("country"),
                fields.who(),
                "country '" + shown + "' is not a code of two capital letters.",
                "国「" + shown + "」は、英大文字2文字のコードではありません。",
                "Write an ISO 3166-1 alpha-2 code such as JP.",
                "JP のようなISO 3166-1の2文字コードを書いてください。");
        return null;
    }

    private static boolean isTwoCapitals(String text) {
        return text.length() == 2 && isCapital(text.charAt(0)) && isCapital(text.charAt(1));
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    /** The date of the answers; null after a fault. */
    @Nullable
    LocalDate date(Fields wave) {
        JsonValue value = wave.required("date");
        String date = value == null ? null : Values.anyText(value, wave.at("date"), wave.who(), faults);
        if (date == null) {
            return null;
        }
        try {
            if (DATE.matcher(date).matches()) {
                return LocalDate.parse(date);
            }
        } catch (DateTimeParseException noSuchDay) {
            // Said below: it looks like a date and is none, as 2026-02-30.
        }
        String shown = Shown.text(date);
        faults.add(
                "invalid-date",
                wave.at("date"),
                wave.who(),
                "date '" + shown + "' is not a day of the calendar as year-month-day.",
                "日付「" + shown + "」は、年-月-日の形の実在する日付ではありません。",
                "Write a date such as 2026-11-01.",
                "2026-11-01 のように書いてください。");
        return null;
    }
}
