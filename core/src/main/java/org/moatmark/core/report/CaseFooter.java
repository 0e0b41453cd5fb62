package org.moatmark.core.report;

import java.util.List;
import org.moatmark.core.benchmark.CaseCompany;
import org.moatmark.core.benchmark.CaseLibrary;

/** What stands under everything that is said in words from a case library. */
final class CaseFooter {

    private CaseFooter() {}

    static void write(CaseLibrary library, Wording words) {
        String raters = words.list(library.raters());
        String questionnaire =
                library.questionnaire().id() + " " + library.questionnaire().version();
        String hash = library.questionnaire().methodHash();
        words.line(
                0,
                words.say(
                        "Cases: " + library.companies().size() + " companies" + years(library, words) + ", rated on "
                                + questionnaire + " by " + raters + " (method " + hash + ")",
                        "事例：" + library.companies().size() + "社" + years(library, words) + "、質問票 " + questionnaire
                                + "、評価者 " + raters + "（方式のハッシュ値 " + hash + "）"));
        words.line(0, words.in(HonestyInShort.of(library.honesty())));
    }

    private static String years(CaseLibrary library, Wording words) {
        List<Integer> years =
                library.companies().stream().map(CaseCompany::asOf).sorted().toList();
        if (years.isEmpty()) {
            return "";
        }
        int first = years.get(0);
        int last = years.get(years.size() - 1);
        String span = first == last ? Integer.toString(first) : first + "-" + last;
        return words.say(" as of " + span, "（" + span + "年時点）");
    }
}
