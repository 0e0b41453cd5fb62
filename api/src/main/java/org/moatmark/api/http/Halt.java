package org.moatmark.api.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.issue.Words;

/** Ends the handling of a request with a problem. */
final class Halt extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Slug slug;
    private final transient Words detail;
    private final transient List<Issue> issues;
    private final transient Map<String, String> headers = new LinkedHashMap<>();
    private final transient Map<String, List<String>> allowed = new LinkedHashMap<>();

    Halt(Slug slug, Words detail, List<Issue> issues, @Nullable Throwable cause) {
        super(slug.word(), cause, false, false);
        this.slug = slug;
        this.detail = detail;
        this.issues = List.copyOf(issues);
    }

    static Halt of(Slug slug) {
        return new Halt(slug, slug.meaning(), List.of(), null);
    }

    static Halt of(Slug slug, String en, String ja) {
        return new Halt(slug, new Words(en, ja), List.of(), null);
    }

    static Halt of(Slug slug, List<Issue> issues) {
        return new Halt(slug, slug.meaning(), issues, null);
    }

    /** A query parameter or header that cannot be taken, with the values that can. */
    static Halt parameter(String name, Words message, Words hint, List<String> values) {
        Issue issue = new Issue("invalid-parameter", "", message, hint);
        Halt halt = of(Slug.INVALID_PARAMETER, List.of(issue));
        if (!values.isEmpty()) {
            halt.allowed.put("", values);
        }
        return halt;
    }

    Halt with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** Names the values that would do at a place. */
    Halt allowing(String pointer, List<String> values) {
        allowed.put(pointer, values);
        return this;
    }

    Slug slug() {
        return slug;
    }

    Words detail() {
        return detail;
    }

    List<Issue> issues() {
        return issues;
    }

    Map<String, String> headers() {
        return headers;
    }

    Map<String, List<String>> allowed() {
        return allowed;
    }
}
