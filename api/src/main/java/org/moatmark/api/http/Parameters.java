package org.moatmark.api.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;

/** The query of a request, read strictly: no unknown name, no name twice, no broken escapes. */
final class Parameters {

    private final Map<String, String> values;

    private Parameters(Map<String, String> values) {
        this.values = values;
    }

    static Parameters read(@Nullable String query, Set<String> known) {
        Map<String, String> values = new LinkedHashMap<>();
        if (query == null || query.isEmpty()) {
            return new Parameters(values);
        }
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (!known.contains(name)) {
                throw unknown(name, known);
            }
            if (values.put(name, value) != null) {
                throw Halt.parameter(
                        name,
                        new Words("Parameter '" + name + "' is given twice.", "パラメーター「" + name + "」が二回指定されています。"),
                        new Words("Give it once.", "一度だけ指定してください。"),
                        List.of());
            }
        }
        return new Parameters(values);
    }

    private static Halt unknown(String name, Set<String> known) {
        String shown = name.length() > 100 ? name.substring(0, 100) : name;
        String names = known.stream().sorted().collect(Collectors.joining(", "));
        Words hint = known.isEmpty()
                ? new Words("This address takes no parameters.", "このアドレスにパラメーターはありません。")
                : new Words("Known here: " + names + ".", "使えるパラメーター：" + names + "。");
        return Halt.parameter(
                name,
                new Words("There is no parameter '" + shown + "' here.", "パラメーター「" + shown + "」はありません。"),
                hint,
                known.stream().sorted().toList());
    }

    /** A header whose value is not well formed. */
    static Halt badHeader(String name, String example) {
        return Halt.parameter(
                name,
                new Words("Header '" + name + "' is not well formed.", "ヘッダー「" + name + "」の形式が正しくありません。"),
                new Words("Write it like this: " + example, "次のように書いてください：" + example),
                List.of());
    }

    @Nullable
    String get(String name) {
        return values.get(name);
    }

    /** All that were given but these, in the order of the query. */
    Map<String, String> without(String... names) {
        Map<String, String> others = new LinkedHashMap<>(values);
        others.keySet().removeAll(Set.of(names));
        return others;
    }

    /** The size of a page, 50 unless said. */
    int limit() {
        String text = get("limit");
        if (text == null) {
            return 50;
        }
        if (text.matches("[1-9]\\d{0,2}") && Integer.parseInt(text) <= 200) {
            return Integer.parseInt(text);
        }
        throw Halt.parameter(
                "limit",
                new Words("Parameter 'limit' is no whole number from 1 to 200.", "パラメーター「limit」は1から200の整数ではありません。"),
                new Words("Give a whole number from 1 to 200.", "1から200の整数を指定してください。"),
                List.of());
    }

    private static String decode(String text) {
        byte[] bytes = new byte[text.length() * 3];
        int size = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
                int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    throw broken();
                }
                bytes[size++] = (byte) (high * 16 + low);
                i += 2;
            } else if (c == '+') {
                bytes[size++] = ' ';
            } else if (c > 0x20 && c < 0x7f) {
                bytes[size++] = (byte) c;
            } else {
                throw broken();
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, 0, size))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw broken();
        }
    }

    private static Halt broken() {
        return Halt.parameter(
                "",
                new Words("The query of the address is not well formed.", "アドレスのクエリの形式が正しくありません。"),
                new Words("Write it in UTF-8 with percent escapes.", "UTF-8のパーセントエンコーディングで書いてください。"),
                List.of());
    }
}
