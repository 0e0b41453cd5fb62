package org.moatmark.api.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.interop.TableStyle;
import org.moatmark.core.issue.Words;

/** The query parameters that say how a table is to look. */
final class TableQuery {

    static final String SHAPE = "shape";
    static final List<String> NAMES = List.of("lang", "values", "bom", "raw");

    private TableQuery() {}

    static TableStyle style(Call call) {
        String language = word(call, "lang", List.of("en", "ja"), call.language());
        boolean labels =
                word(call, "values", List.of("codes", "labels"), "codes").equals("labels");
        boolean mark = word(call, "bom", List.of("false", "true"), "false").equals("true");
        boolean raw = word(call, "raw", List.of("false", "true"), "false").equals("true");
        return new TableStyle(language, labels, mark, raw);
    }

    static boolean wide(Call call) {
        return word(call, SHAPE, List.of("wide", "long"), "wide").equals("wide");
    }

    private static String word(Call call, String name, List<String> allowed, String usual) {
        @Nullable String given = call.parameters().get(name);
        if (given == null) {
            return usual;
        }
        if (!allowed.contains(given)) {
            String or = String.join(", ", allowed);
            throw Halt.parameter(
                    name,
                    new Words(
                            "Parameter '" + name + "' is none of: " + or + ".",
                            "パラメーター「" + name + "」は " + or + " のいずれでもありません。"),
                    new Words("Give one of: " + or + ".", or + " のいずれかを指定してください。"),
                    allowed);
        }
        return given;
    }
}
