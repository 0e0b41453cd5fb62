package org.moatmark.core.interop;

import java.util.Collection;
import java.util.List;
import org.moatmark.core.benchmark.CaseWords;
import org.moatmark.core.issue.Excerpt;
import org.moatmark.core.issue.Nearest;
import org.moatmark.core.issue.Words;

/** What is said about files, rows and cells that are not as they should be, whatever they are about. */
final class CsvMessages {

    private CsvMessages() {}

    static void wrongCellCount(List<String> cells, int expected, CsvPlace row, CsvFaults faults) {
        boolean blank = cells.equals(List.of(""));
        faults.add(
                "wrong-cell-count",
                row,
                blank ? "it is empty." : "it has " + cells.size() + " cells, but the header has " + expected + ".",
                blank ? "空の行です。" : "欄が" + cells.size() + "個ありますが、見出しは" + expected + "個です。",
                blank
                        ? "Remove the row."
                        : "Put cells with commas in double quotes, and write an empty cell as nothing"
                                + " between two commas.",
                blank ? "行を削除してください。" : "コンマを含む欄は二重引用符で囲み、空の欄はコンマを二つ続けて書いてください。");
    }

    static void openQuotes(CsvPlace row, CsvFaults faults) {
        faults.add(
                "malformed-csv",
                row,
                "a cell that begins with a double quote does not end with one; nothing after this is read.",
                "二重引用符で始まる欄が二重引用符で終わっていません。これより後は読み込めません。",
                "Close the cell with a double quote before the next comma; a double quote inside it is written twice.",
                "次のコンマの前に二重引用符を置いて欄を閉じてください。欄の中の二重引用符は二つ重ねて書きます。");
    }

    static void looseQuote(int cell, CsvPlace row, CsvFaults faults) {
        faults.add(
                "malformed-csv",
                row,
                "cell " + (cell + 1) + " holds a double quote, but does not begin with one.",
                (cell + 1) + "番目の欄は、二重引用符で始まらないのに二重引用符を含んでいます。",
                "Put the cell in double quotes, and write the one inside it twice.",
                "欄全体を二重引用符で囲み、中の二重引用符は二つ重ねて書いてください。");
    }

    static void forbidden(Words character, CsvPlace at, CsvFaults faults) {
        boolean whole = at.column().isEmpty();
        faults.add(
                "forbidden-character",
                at,
                (whole ? "it" : "'" + at.column() + "'") + " holds " + character.en() + ".",
                (whole ? "" : "「" + at.column() + "」に") + character.ja() + "が含まれています。",
                "Remove it.",
                "取り除いてください。");
    }

    static void spaceAround(CsvPlace at, CsvFaults faults) {
        faults.warn(
                "space-around",
                at,
                "'" + at.column() + "' begins or ends with a space; it was left out.",
                "「" + at.column() + "」の前か後ろに空白があり、取り除いて読み込みました。",
                "Remove the space.",
                "空白を取り除いてください。");
    }

    static void tooLong(int length, CsvPlace at, CsvFaults faults) {
        faults.add(
                "text-too-long",
                at,
                "'" + at.column() + "' has " + length + " characters, but at most " + CsvTable.LONGEST_CELL
                        + " are taken.",
                "「" + at.column() + "」は" + length + "文字ですが、上限は" + CsvTable.LONGEST_CELL + "文字です。",
                "Shorten the text.",
                "短くしてください。");
    }

    static void empty(CsvPlace at, CsvFaults faults) {
        faults.add(
                "empty-cell",
                at,
                "'" + at.column() + "' is empty.",
                "「" + at.column() + "」が空です。",
                "Fill it in.",
                "値を書いてください。");
    }

    /** A cell that has not the form it should have; {@code expected} is said after a "but". */
    static void form(String code, String cell, Words expected, Words hint, CsvPlace at, CsvFaults faults) {
        String shown = Excerpt.of(cell);
        faults.add(
                code,
                at,
                "'" + at.column() + "' is \"" + shown + "\", but " + expected.en() + " is expected.",
                "「" + at.column() + "」の値 \"" + shown + "\" は使えません。" + expected.ja() + "を書く欄です。",
                hint.en(),
                hint.ja());
    }

    /** A word that is none of those that can stand there. */
    static void unknownWord(String word, Collection<String> words, CsvPlace at, CsvFaults faults) {
        if (faults.full()) {
            faults.skip();
            return;
        }
        String shown = Excerpt.of(word);
        String list = String.join(", ", words);
        String nearest = Nearest.to(word, words);
        faults.add(
                "unknown-word",
                at,
                "'" + at.column() + "' is \"" + shown + "\", which is not one of its words.",
                "「" + at.column() + "」の値 \"" + shown + "\" は使えない語です。",
                (nearest == null ? "" : "Did you mean '" + nearest + "'? ") + "Possible: " + list + ".",
                (nearest == null ? "" : "「" + nearest + "」ではありませんか。") + "使える語：" + list);
    }

    /**
     * Something that is named and is not there, such as a company.
     *
     * @param where where it should be, with the particle in Japanese: {@code companies.csv に}
     * @param hint what to do if nothing like it is there
     */
    static void unknown(
            String code,
            Words what,
            String named,
            Words where,
            Words hint,
            Collection<String> all,
            CsvPlace at,
            CsvFaults faults) {
        if (faults.full()) {
            faults.skip();
            return;
        }
        String shown = Excerpt.of(named);
        String nearest = Nearest.to(named, all);
        faults.add(
                code,
                at,
                "'" + at.column() + "' names " + what.en() + " '" + shown + "', which is not in " + where.en() + ".",
                "「" + at.column() + "」にある" + what.ja() + "「" + shown + "」は、" + where.ja() + "ありません。",
                nearest == null ? hint.en() : "Did you mean '" + nearest + "'?",
                nearest == null ? hint.ja() : "「" + nearest + "」ではありませんか。");
    }

    /** An id, or a group of cells, that a row before has too. */
    static void notUnique(String code, Words what, int firstRow, CsvPlace at, CsvFaults faults) {
        faults.add(
                code,
                at,
                what.en() + " is in row " + firstRow + " already.",
                what.ja() + "はすでに" + firstRow + "行目にあります。",
                "Keep one of the rows, or correct what should differ.",
                "どちらかの行だけを残すか、異なるはずの欄を直してください。");
    }

    static void unknownCompany(String id, Collection<String> companies, CsvPlace at, CsvFaults faults) {
        unknown(
                "unknown-company",
                new Words("company", "企業"),
                id,
                new Words("companies.csv", "companies.csv に"),
                new Words(
                        "Add the company to companies.csv, or correct its id.", "企業を companies.csv に追加するか、IDを直してください。"),
                companies,
                at,
                faults);
    }

    /** A word that nobody has put into other languages, and that may be misspelt. */
    static void noLabel(CaseWords.Kind kind, String word, Collection<String> labelled, CsvPlace at, CsvFaults faults) {
        if (faults.fullOfWarnings()) {
            return;
        }
        String shown = Excerpt.of(word);
        String nearest = Nearest.to(word, labelled);
        faults.warn(
                "word-without-label",
                at,
                kind.word() + " '" + shown + "' has no label and is shown as it is.",
                japanese(kind) + "「" + shown + "」には表示名がないため、そのまま表示されます。",
                nearest == null
                        ? "Add it to words.csv if it is to be shown in other languages."
                        : "Did you mean '" + nearest + "'? Else add it to words.csv.",
                nearest == null
                        ? "ほかの言語で表示したい場合は words.csv に追加してください。"
                        : "「" + nearest + "」ではありませんか。違う場合は words.csv に追加してください。");
    }

    /** What a kind of words is called in Japanese. */
    static String japanese(CaseWords.Kind kind) {
        return switch (kind) {
            case COUNTRY -> "国";
            case REGION -> "地域";
            case SECTOR -> "業種";
            case INDUSTRY -> "業界";
            case THEME -> "テーマ";
            case SIZE -> "規模";
            case MARKET -> "市場";
            case COMPANY -> "企業";
        };
    }
}
