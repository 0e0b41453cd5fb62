package org.moatmark.core.json;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.Version;

/** Reads what says which questionnaire it is: id, version and licence. */
final class Identity {

    private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private static final Pattern LICENCE =
            Pattern.compile("\\(?[A-Za-z0-9][A-Za-z0-9.+:-]*\\)?( (AND|OR|WITH) \\(?[A-Za-z0-9][A-Za-z0-9.+:-]*\\)?)*");

    private static final int LONGEST_LICENCE = 200;

    private Identity() {}

    /** An id in kebab-case; null after a fault. */
    static @Nullable String id(JsonValue value, Place at, Words who, Faults faults) {
        String id = Values.text(value, at, who, faults);
        if (id == null || (id.length() <= Keys.LONGEST && KEBAB.matcher(id).matches())) {
            return id;
        }
        faults.add(
                "invalid-id",
                at,
                who,
                "id '" + Shown.text(id) + "' is not in kebab-case.",
                "ID「" + Shown.text(id) + "」はケバブケースではありません。",
                "Write at most 64 small letters and digits, words joined by hyphens, such as my-questionnaire.",
                "my-questionnaire のように、英小文字と数字をハイフンでつないで64文字以内で書いてください。");
        return null;
    }

    /** A version; null after a fault. */
    static @Nullable Version version(JsonValue value, Place at, Words who, Faults faults) {
        String version = Values.text(value, at, who, faults);
        if (version == null || Version.isVersion(version)) {
            return version == null ? null : Version.parse(version);
        }
        faults.add(
                "invalid-version",
                at,
                who,
                "version '" + Shown.text(version) + "' is not three numbers with dots.",
                "バージョン「" + Shown.text(version) + "」は、点で区切った三つの数ではありません。",
                "Write a version such as 1.0.0.",
                "1.0.0 のように書いてください。");
        return null;
    }

    /** An SPDX licence; null after a fault. */
    static @Nullable String licence(JsonValue value, Place at, Words who, Faults faults) {
        String licence = Values.text(value, LONGEST_LICENCE, at, who, faults);
        if (licence == null || LICENCE.matcher(licence).matches()) {
            return licence;
        }
        faults.add(
                "invalid-licence",
                at,
                who,
                "licence '" + Shown.text(licence) + "' is not an SPDX identifier.",
                "ライセンス「" + Shown.text(licence) + "」はSPDX識別子ではありません。",
                "Write an SPDX identifier such as CC-BY-4.0.",
                "CC-BY-4.0 のようなSPDX識別子を書いてください。");
        return null;
    }
}
