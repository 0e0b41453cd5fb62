package org.moatmark.core.interop;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;

/** From bytes to text: UTF-8 without a byte order mark, in the normal form C, without characters that deceive. */
final class CsvText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvText() {}

    /** The text of a file; null after a fault that leaves nothing to read. */
    static @Nullable String of(byte[] bytes, CsvPlace file, CsvFaults faults) {
        String text = decoded(bytes, file, faults);
        if (text == null) {
            return null;
        }
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            faults.add(
                    "byte-order-mark",
                    file,
                    "it begins with a byte order mark.",
                    "先頭にバイト順マーク（BOM）があります。",
                    "Save it as UTF-8 without a byte order mark; a spreadsheet's 'CSV UTF-8' writes one, a text editor"
                            + " can leave it out.",
                    "BOMなしのUTF-8で保存してください。表計算ソフトの「CSV UTF-8」はBOMを付けるので、テキストエディターで保存し直してください。");
            text = text.substring(1);
        }
        boolean ascii = text.length() == bytes.length;
        if (ascii || Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            return text;
        }
        faults.warn(
                "not-normalised",
                file,
                "some characters are written in parts, such as a letter and its accent; they were put together.",
                "文字と濁点などが別々の文字として書かれている箇所があり、合成して読み込みました。",
                "Save the text in Unicode normal form C (NFC).",
                "Unicode正規化形式C（NFC）で保存してください。");
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** The first character that no text may hold, in words; null if there is none. */
    static @Nullable Words forbidden(String text, boolean severalLines) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean lineEnd = c == '\n' || c == '\r';
            if ((c < ' ' || c > '~') && !(lineEnd && severalLines)) {
                Words fault = forbidden(c);
                if (fault != null) {
                    return fault;
                }
            }
            i += Character.charCount(c);
        }
        return null;
    }

    private static @Nullable Words forbidden(int c) {
        boolean turns = c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
        boolean unseen = c == 0x200B || c == 0x2060 || c == BYTE_ORDER_MARK || (c >= 0xE0000 && c <= 0xE007F);
        if (turns) {
            return said(c, "a character that turns the direction of the text", "文字の並ぶ向きを変える文字");
        } else if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029) {
            return new Words("a line break", "改行");
        } else if (Character.isISOControl(c)) {
            return said(c, "a control character", "制御文字");
        }
        return unseen ? said(c, "a character that nobody sees", "目に見えない文字") : null;
    }

    private static Words said(int c, String en, String ja) {
        String digits = Integer.toHexString(c).toUpperCase(Locale.ROOT);
        String code = "U+" + "0".repeat(Math.max(0, 4 - digits.length())) + digits;
        return new Words(en + " (" + code + ")", ja + "（" + code + "）");
    }

    private static @Nullable String decoded(byte[] bytes, CsvPlace file, CsvFaults faults) {
        // The quick way puts a replacement character for what is not UTF-8; only the slow way knows where that was.
        String quick = new String(bytes, StandardCharsets.UTF_8);
        return quick.indexOf('\uFFFD') < 0 ? quick : strictly(bytes, file, faults);
    }

    private static @Nullable String strictly(byte[] bytes, CsvPlace file, CsvFaults faults) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = decoder.decode(in, text, true);
        text.flip();
        if (!result.isError()) {
            return text.toString();
        }
        int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
        faults.add(
                "not-utf8",
                file,
                "its bytes are not UTF-8, first on line " + line + ".",
                "UTF-8として読めないバイトがあります（最初は" + line + "行目）。",
                "Save it as UTF-8; Shift_JIS and other encodings are not read.",
                "UTF-8で保存してください。Shift_JISなど、ほかの文字コードは読めません。");
        return null;
    }
}
