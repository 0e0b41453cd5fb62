package org.moatmark.api.http;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.service.Precondition;
import org.moatmark.api.service.Tokens;

/**
 * Strong ETags: {@code "v<row version>-<language>"}. A change needs the version only, so a tag that was read in one
 * language serves in the other.
 */
final class ETags {

    /** How the answer to a compressed request of the same thing is marked. */
    private static final String GZIP = "--gzip";

    private static final Pattern TAG = Pattern.compile("\"v(\\d{1,18})-(?:en|ja)(?:" + GZIP + ")?\"");
    private static final Pattern LIST = Pattern.compile("\\s*(?:W/)?\"[\\x21\\x23-\\x7e]*\"\\s*");

    private ETags() {}

    static String of(long version, String language) {
        return "\"v" + version + "-" + language + "\"";
    }

    /** Tags an answer that depends on nothing but the program and the request by what it says. */
    static Answer byContent(Answer answer) {
        return answer.with("ETag", "\"" + Tokens.hash(answer.body()).substring(0, 16) + "\"");
    }

    /** Reads {@code If-Match}; a weak tag matches nothing, as RFC 9110 says. */
    static Precondition ifMatch(@Nullable String header) {
        if (header == null) {
            return Precondition.MISSING;
        }
        if ("*".equals(header.strip())) {
            return Precondition.ANY;
        }
        Set<Long> versions = new HashSet<>();
        for (String tag : tags(header, "If-Match")) {
            Matcher version = TAG.matcher(tag);
            if (version.matches()) {
                versions.add(Long.parseLong(version.group(1)));
            }
        }
        return Precondition.oneOf(versions);
    }

    /** Whether {@code If-None-Match} names the tag of what would be answered. */
    static boolean known(@Nullable String header, String etag) {
        if (header == null) {
            return false;
        }
        if ("*".equals(header.strip())) {
            return true;
        }
        for (String tag : tags(header, "If-None-Match")) {
            String bare = tag.startsWith("W/") ? tag.substring(2) : tag;
            if (bare.replace(GZIP + "\"", "\"").equals(etag)) {
                return true;
            }
        }
        return false;
    }

    private static String[] tags(String header, String name) {
        String[] tags = header.split(",");
        for (int i = 0; i < tags.length; i++) {
            if (!LIST.matcher(tags[i]).matches()) {
                throw Parameters.badHeader(name, "\"v1-en\"");
            }
            tags[i] = tags[i].strip();
        }
        return tags;
    }
}
