package org.moatmark.core.interop;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.report.Release;
import org.moatmark.core.report.Result;
import org.moatmark.core.response.Company;

/** What a reader of exported tables has to know, as a table: what they are of, by which method, and how to read a blank. */
public final class ReadMe {

    private static final List<DataColumn> COLUMNS = List.of(
            DataColumn.of("about", DataColumn.Kind.TEXT, "About", "項目"),
            DataColumn.of("says", DataColumn.Kind.TEXT, "Says", "内容"));

    private final List<List<DataCell>> rows = new ArrayList<>();

    private ReadMe(Questionnaire questionnaire, @Nullable Company company, @Nullable Object date, String engine) {
        say(TextMap.of("Questionnaire", "質問票"), questionnaire.title());
        given(TextMap.of("Id and version", "IDと版"), questionnaire.id() + " " + questionnaire.version());
        given(TextMap.of("Method hash", "手法のハッシュ"), questionnaire.methodHash());
        given(TextMap.of("Licence of the questionnaire", "質問票の利用許諾"), questionnaire.licence());
        given(TextMap.of("Scored by", "採点したプログラム"), "Moatmark " + engine);
        if (company != null) {
            given(TextMap.of("Company", "会社"), company.name());
        }
        if (date != null) {
            given(TextMap.of("Date of the answers", "回答日"), date.toString());
        }
    }

    /**
     * What to know of the tables of a result.
     *
     * @param questionnaire its questionnaire
     * @param result the result
     * @return the table
     */
    public static DataTable of(Questionnaire questionnaire, Result result) {
        ReadMe page = new ReadMe(questionnaire, result.company(), result.date(), result.engine());
        result.respondents()
                .forEach((kind, n) -> page.given(
                        TextMap.of("Respondents of kind " + kind, "回答者数（種類 " + kind + "）"), Integer.toString(n)));
        if (result.confidence() != null) {
            long seed = result.confidence().scores().seed();
            int runs = result.confidence().scores().runs();
            page.say(
                    TextMap.of("Intervals", "区間"),
                    TextMap.of("90 %, seed " + seed + ", " + runs + " runs", "90％、シード" + seed + "、再計算" + runs + "回"));
        }
        page.say(
                TextMap.of("Missing answers", "未回答"),
                TextMap.of(
                        "A missing answer is an empty cell and never a zero. Why it is missing stands in the column whose"
                                + " name ends in _state.",
                        "未回答は空欄であり、0点ではありません。理由は、名前が _state で終わる列にあります。"));
        return page.table();
    }

    /**
     * What to know of the tables of a release.
     *
     * @param questionnaire its questionnaire
     * @param release the release of a confidential assessment
     * @return the table
     */
    public static DataTable of(Questionnaire questionnaire, Release release) {
        ReadMe page = new ReadMe(questionnaire, release.company(), release.date(), release.engine());
        page.say(
                TextMap.of("Confidential", "非公開の回答"),
                TextMap.of(
                        "Answers of fewer than " + release.k() + " people are not shown (" + Release.FEWER_THAN_K
                                + "); scores are rounded to 0.1, and single answers are not exported.",
                        release.k() + "人に満たない回答は示しません（" + Release.FEWER_THAN_K + "）。得点は0.1に丸め、個々の回答は出力しません。"));
        return page.table();
    }

    private void given(TextMap about, String text) {
        rows.add(List.of(new DataCell.Said(about), new DataCell.Text(text)));
    }

    private void say(TextMap about, TextMap text) {
        rows.add(List.of(new DataCell.Said(about), new DataCell.Said(text)));
    }

    private DataTable table() {
        say(
                TextMap.of("Apostrophes", "アポストロフィ"),
                TextMap.of(
                        "An apostrophe stands before a text that a spreadsheet could take for a formula.",
                        "表計算ソフトが数式とみなすおそれのある文の前には、アポストロフィを付けています。"));
        return new DataTable(TextMap.of("Read me", "はじめに"), COLUMNS, rows::stream);
    }
}
