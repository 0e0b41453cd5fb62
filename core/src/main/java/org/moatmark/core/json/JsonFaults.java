package org.moatmark.core.json;

import org.moatmark.core.issue.Issue;
import org.moatmark.core.issue.Words;

/** What is said about documents that are not JSON, or JSON that is not taken. */
final class JsonFaults {

    private JsonFaults() {}

    /** Why a document is not read as JSON. */
    enum Reason {
        /** Some character is where JSON has none. */
        SYNTAX(
                "it breaks the rules of JSON",
                "JSONの文法に合いません",
                "Look at the character before this place: a quote, a comma or a bracket is missing, or there is one too"
                        + " many. Comments, single quotes and text after the end are not JSON.",
                "この位置の直前を確認してください。引用符・コンマ・括弧の不足か余分が考えられます。コメント、単一引用符、" + "文書の終わりより後の文字はJSONでは使えません。"),
        /** There is nothing. */
        EMPTY("it is empty", "中身がありません", "Send one JSON object.", "JSONオブジェクトを一つ送ってください。"),
        /** Nested too deeply. */
        TOO_DEEP(
                "it is nested more than " + JsonTree.MAX_DEPTH + " levels deep",
                "入れ子が" + JsonTree.MAX_DEPTH + "段を超えています",
                "Use at most " + JsonTree.MAX_DEPTH + " levels of objects and arrays.",
                "オブジェクトと配列の入れ子は" + JsonTree.MAX_DEPTH + "段までにしてください。"),
        /** A number of too many characters. */
        LONG_NUMBER(
                "a number has more than " + JsonTree.MAX_NUMBER_LENGTH + " characters",
                "数値が" + JsonTree.MAX_NUMBER_LENGTH + "文字を超えています",
                "Write the number with at most 17 significant digits.",
                "有効数字17桁以内で書いてください。"),
        /** A number that no double holds. */
        HUGE_NUMBER(
                "a number is too large",
                "数値が大きすぎます",
                "Write a number between -1.7e308 and 1.7e308.",
                "-1.7e308から1.7e308までの数値を書いてください。"),
        /** A surrogate without its other half. */
        HALF_CHARACTER(
                "a string holds half of a character (a lone surrogate)",
                "文字列に不完全な文字（対になっていないサロゲート）があります",
                "Write the whole character, as itself or as two \\u escapes.",
                "文字そのもの、または二つの\\uエスケープの組で書いてください。"),
        /** Bytes that are not UTF-8. */
        NOT_UTF8(
                "its bytes are not UTF-8", "UTF-8として読めないバイトがあります", "Save the document as UTF-8.", "文書をUTF-8で保存してください。"),
        /** A byte order mark at the start. */
        BYTE_ORDER_MARK(
                "it starts with a byte order mark",
                "先頭にバイト順マーク（BOM）があります",
                "Save the document as UTF-8 without a byte order mark.",
                "BOMなしのUTF-8で保存してください。");

        private final String en;
        private final String ja;
        private final Words hint;

        Reason(String en, String ja, String hintEn, String hintJa) {
            this.en = en;
            this.ja = ja;
            this.hint = new Words(hintEn, hintJa);
        }
    }

    static Issue malformed(Reason reason, int line, int column) {
        Words message = new Words(
                "The document cannot be read as JSON at line " + line + ", column " + column + ": " + reason.en + ".",
                "文書をJSONとして読めません（" + line + "行" + column + "列）。" + reason.ja + "。");
        return new Issue("malformed-json", "", message, reason.hint);
    }

    static Issue notUtf8(int line, int column) {
        return malformed(Reason.NOT_UTF8, line, column);
    }

    static Issue byteOrderMark() {
        return malformed(Reason.BYTE_ORDER_MARK, 1, 1);
    }

    static Issue duplicateKey(String pointer, String key) {
        return new Issue(
                "duplicate-key",
                pointer,
                new Words(
                        "Property '" + Shown.text(key) + "' occurs more than once in the same object.",
                        "同じオブジェクトの中にプロパティ「" + Shown.text(key) + "」が二回以上あります。"),
                new Words("Keep one of them and remove the others.", "一つだけ残し、ほかは削除してください。"));
    }

    static Issue nul(String pointer) {
        return new Issue(
                "nul-character",
                pointer,
                new Words("This text holds a NUL character (\\u0000).", "文字列にNUL文字（\\u0000）が含まれています。"),
                new Words("Remove the NUL character.", "NUL文字を取り除いてください。"));
    }

    static Issue tooSmall(String pointer, String number) {
        return new Issue(
                "number-out-of-range",
                pointer,
                new Words(
                        "Number " + number + " is not zero, yet too close to zero to be kept.",
                        "数値" + number + "はゼロではありませんが、ゼロに近すぎて扱えません。"),
                new Words("Write 0, or a number of at least 5e-324.", "0、または5e-324以上の数値を書いてください。"));
    }

    static Issue longText(String pointer, int points, int limit) {
        return new Issue(
                "text-too-long",
                pointer,
                new Words(
                        "This text has " + points + " characters; at most " + limit + " are taken.",
                        "文字列が" + points + "文字あります。上限は" + limit + "文字です。"),
                new Words("Shorten the text.", "短くしてください。"));
    }
}
