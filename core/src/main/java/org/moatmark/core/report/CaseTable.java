package org.moatmark.core.report;

import java.util.List;
import org.moatmark.core.benchmark.CaseCompany;
import org.moatmark.core.benchmark.CaseFilter;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.CaseScore;

/** Case companies as a list for people, one a line. The text may change with any release. */
public final class CaseTable {

    private CaseTable() {}

    /**
     * The companies that a filter lets through.
     *
     * @param library where they are
     * @param filter which of them
     * @param language {@code "ja"} for Japanese, all else for English
     * @return lines of text, each ended by a line feed
     */
    public static String of(CaseLibrary library, CaseFilter filter, String language) {
        Wording words = new Wording(language);
        List<CaseCompany> found = filter.of(library);
        int all = library.companies().size();
        words.line(
                0,
                words.say(
                        found.size() + " of " + all
                                + " case companies: id, as-of year, index (band), name, and what it is",
                        "事例企業" + all + "社のうち" + found.size() + "社：ID、評価時点、指数（幅）、名称、概要"));
        int width =
                found.stream().mapToInt(company -> company.id().length()).max().orElse(0);
        for (CaseCompany company : found) {
            CaseScore score = library.scores().of(company.id());
            String index = words.banded(score.index().score(), score.index().interval());
            words.line(
                    1,
                    padded(company.id(), width) + "  " + company.asOf() + "  " + padded(index, "100 (100-100)".length())
                            + "  " + words.in(library.name(company)) + words.say(": ", "：")
                            + words.company(company, library.words()));
        }
        words.blank();
        CaseFooter.write(library, words);
        return words.toString();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
