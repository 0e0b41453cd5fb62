package org.moatmark.core.interop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.TextMap;

/** Reads the page that says what a case library is and what it is not; one file for each language. */
final class HonestyPages {

    private static final List<String> LANGUAGES = List.of("en", "ja");

    /** The names of the files. */
    static final List<String> FILES =
            LANGUAGES.stream().map(HonestyPages::fileName).toList();

    /** What is said of a library whose owner says nothing. */
    private static final TextMap UNSAID = TextMap.of(
            "A collection that somebody brought, not a sample: no share, mean or rank drawn from it says anything about a"
                    + " country or an industry. Its owner answers for its facts and ratings, and gave no page about how"
                    + " they were made.\n",
            "利用者が持ち込んだ事例集であり、標本ではありません。ここから得た割合・平均・順位は、国や業界について何も示しません。" + "事実と評価の責任は作成者にあり、作成方法についての説明は付いていません。\n");

    private HonestyPages() {}

    static TextMap read(Map<String, byte[]> files, CsvFaults faults) {
        Map<String, String> pages = new TreeMap<>();
        List<String> names = new ArrayList<>(FILES);
        for (int i = 0; i < names.size(); i++) {
            byte[] bytes = files.get(names.get(i));
            if (bytes == null) {
                continue;
            }
            CsvPlace at = CsvPlace.file(CaseFile.values().length + i, names.get(i));
            String text = CsvText.of(bytes, at, faults);
            Words forbidden = text == null ? null : CsvText.forbidden(text, true);
            if (forbidden != null) {
                CsvMessages.forbidden(forbidden, at, faults);
            } else if (text != null && text.isBlank()) {
                faults.add(
                        "empty-file",
                        at,
                        "it is empty.",
                        "中身がありません。",
                        "Write what the library is and what it is not, or remove the file.",
                        "事例集が何であり何でないかを書くか、ファイルを削除してください。");
            } else if (text != null) {
                pages.put(LANGUAGES.get(i), text);
            }
        }
        return pages.isEmpty() ? UNSAID : new TextMap(pages);
    }

    private static String fileName(String language) {
        return "honesty." + language + ".md";
    }
}
