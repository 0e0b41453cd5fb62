package org.moatmark.core.interop;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.benchmark.CaseFact;
import org.moatmark.core.benchmark.CaseWords;
import org.moatmark.core.benchmark.Period;
import org.moatmark.core.issue.Words;

/** Reads {@code facts.csv} and {@code context-facts.csv}, which share their ids. */
final class FactsCsv {

    /** Longest address, in characters. */
    private static final int LONGEST_ADDRESS = 2_000;

    private static final Pattern THEME = Pattern.compile("[a-z0-9]+([_-][a-z0-9]+)*");

    private static final Words THEME_EXPECTED = new Words(
            "a theme of small letters, digits, hyphens and underscores with at most " + CsvRow.LONGEST_ID
                    + " characters",
            "小文字・数字・ハイフン・下線からなる" + CsvRow.LONGEST_ID + "文字以内のテーマ");

    private static final Words THEME_HINT = new Words("Write a theme such as new_markets.", "new_markets のように書いてください。");

    private final CaseWords words;
    private final CsvFaults faults;
    private final Map<String, String> fileOf = new HashMap<>();
    private final Map<String, String> aboutOf = new HashMap<>();
    private final Set<String> warnedOf = new HashSet<>();

    FactsCsv(CaseWords words, CsvFaults faults) {
        this.words = words;
        this.faults = faults;
    }

    /** About which company or group a fact speaks, as far as it is known. */
    @Nullable
    String about(String fact) {
        return aboutOf.get(fact);
    }

    /** The facts without a fault; the ids of all are taken in. Without companies a fact may be about anything. */
    List<CaseFact> read(CsvTable table, CaseFile file, Given ids, @Nullable Given companies) {
        List<CaseFact> facts = new ArrayList<>();
        for (CsvRow row : table.rows(faults)) {
            CaseFact fact = fact(row, file, ids, companies);
            if (fact != null) {
                facts.add(fact);
            }
        }
        if (!table.isComplete()) {
            ids.incomplete();
        }
        return facts;
    }

    private @Nullable CaseFact fact(CsvRow row, CaseFile file, Given ids, @Nullable Given companies) {
        int before = faults.count();
        String id = row.id("fact_id");
        String about = row.id("case_id");
        if (id == null) {
            ids.incomplete();
        } else {
            give(id, about, row, file, ids);
        }
        if (about != null && companies != null && companies.isComplete() && !companies.contains(about)) {
            CsvMessages.unknownCompany(about, companies.all(), row.at("case_id"), faults);
        }
        String theme = row.matching("theme", "invalid-theme", THEME, CsvRow.LONGEST_ID, THEME_EXPECTED, THEME_HINT);
        Set<String> themes = words.of(CaseWords.Kind.THEME).keySet();
        if (theme != null && !themes.contains(theme) && warnedOf.add(theme)) {
            CsvMessages.noLabel(CaseWords.Kind.THEME, theme, themes, row.at("theme"), faults);
        }
        Period period = period(row);
        String text = row.required("fact");
        String title = row.required("source_title");
        String url = address(row);
        if (!faults.noneSince(before)
                || id == null
                || about == null
                || theme == null
                || period == null
                || text == null
                || title == null
                || url == null) {
            return null;
        }
        return new CaseFact(id, about, theme, period, text, title, url);
    }

    private void give(String id, @Nullable String about, CsvRow row, CaseFile file, Given ids) {
        String other = fileOf.putIfAbsent(id, file.fileName);
        if (about != null) {
            aboutOf.putIfAbsent(id, about);
        }
        if (other != null && !other.equals(file.fileName)) {
            faults.add(
                    "id-not-unique",
                    row.at("fact_id"),
                    "'" + id + "' is in " + other + " already.",
                    "「" + id + "」はすでに " + other + " にあります。",
                    "Give each fact an id of its own.",
                    "事実ごとに別のIDを付けてください。");
        } else {
            ids.give(id, row, "fact_id", faults);
        }
    }

    private @Nullable Period period(CsvRow row) {
        String text = row.required("period");
        if (text == null) {
            return null;
        }
        Optional<Period> period = Period.parse(text);
        if (period.isEmpty()) {
            CsvMessages.form(
                    "invalid-period",
                    text,
                    new Words(
                            "a year, a decade, a century, or a time from one to another",
                            "年・年代・世紀、またはそれらの始まりから終わりまでの期間"),
                    new Words(
                            "Write such as 2018, FY2023, Q4 2025, 1980s, 19th century, 1980s-2005, 1887-present,"
                                    + " c. 2016 or before 2017.",
                            "2018、FY2023、Q4 2025、1980s、19th century、1980s-2005、1887-present、c. 2016、before 2017"
                                    + " のように書いてください。"),
                    row.at("period"),
                    faults);
        }
        return period.orElse(null);
    }

    private @Nullable String address(CsvRow row) {
        String text = row.required("source_url");
        if (text == null || isAddress(text)) {
            return text;
        }
        CsvMessages.form(
                "invalid-address",
                text,
                new Words("an address that begins with http:// or https://", "http:// または https:// で始まるアドレス"),
                new Words(
                        "Write the whole address of the page, without spaces and without a user name.",
                        "空白やユーザー名を含まない、ページの完全なアドレスを書いてください。"),
                row.at("source_url"),
                faults);
        return null;
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && uri.getHost() != null && uri.getUserInfo() == null && text.length() <= LONGEST_ADDRESS;
        } catch (URISyntaxException broken) {
            return false;
        }
    }
}
