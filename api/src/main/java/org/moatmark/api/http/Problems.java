package org.moatmark.api.http;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.BadMessageException;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.service.Refused;
import org.moatmark.api.store.StoreFault;
import org.moatmark.core.issue.Excerpt;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.json.JsonString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one door through which errors leave: whatever was thrown becomes a problem (RFC 9457). */
final class Problems {

    /** So many issues are listed; the rest is counted. */
    static final int LISTED = 50;

    /** What is longer is told by its beginning alone. */
    private static final int LONGEST_STEP = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Set<String> NOT_JSON = Set.of("malformed-json");
    private static final Set<String> RANGE = Set.of("answer-out-of-range");
    private static final Set<String> UNKNOWN = Set.of("unknown-property");

    private Problems() {}

    /** What was thrown, as a problem; the log is told of it where it is not the caller's. */
    static Halt told(Throwable thrown, String requestId) {
        Halt halt = halt(thrown);
        if (halt.slug() == Slug.INTERNAL) {
            LOG.error("Request {} failed.", requestId, thrown);
        } else if (thrown instanceof StoreFault) {
            LOG.warn("Request {} failed: {} ({}).", requestId, halt.slug().word(), cause(thrown));
        }
        return halt;
    }

    private static String cause(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName();
    }

    static Answer of(Halt halt, String language, String requestId) {
        Answer answer = Answer.text(
                        halt.slug().status(),
                        Answer.PROBLEM,
                        JsonText.of(document(halt, language, requestId).done()))
                .with("Cache-Control", "no-store")
                .with("Content-Language", language);
        for (var header : halt.headers().entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return answer;
    }

    /** The members of a problem; a line of a batch has no request id of its own. */
    static Members document(Halt halt, String language, @Nullable String requestId) {
        Slug slug = halt.slug();
        Members problem = new Members()
                .put("type", "/problems/" + slug.word())
                .put("title", slug.title().in(language))
                .put("status", slug.status())
                .put("detail", halt.detail().in(language))
                .put("code", slug.word());
        if (requestId != null) {
            problem.put("instance", "urn:uuid:" + requestId);
        }
        String etag = halt.headers().get("ETag");
        if (etag != null) {
            problem.put("etag", etag);
        }
        List<Issue> issues = halt.issues();
        if (!issues.isEmpty()) {
            problem.list(
                            "errors",
                            issues.subList(0, Math.min(LISTED, issues.size())),
                            issue -> error(issue, halt, language).done())
                    .put("count", issues.size());
        }
        return problem;
    }

    private static Members error(Issue issue, Halt halt, String language) {
        Members error = new Members()
                .put("pointer", pointer(issue.path()))
                .put("code", issue.code())
                .put("detail", issue.message().in(language))
                .put("hint", issue.hint().in(language));
        List<String> allowed = halt.allowed().get(issue.path());
        return allowed == null ? error : error.list("allowed", allowed, JsonString::new);
    }

    /** A pointer with as much of each step as helps to find it: an answer does not repeat at length what was sent. */
    private static String pointer(String path) {
        return path.length() <= LONGEST_STEP
                ? path
                : Arrays.stream(path.split("/", -1))
                        .map(step -> step.length() <= LONGEST_STEP ? step : beginning(step))
                        .collect(Collectors.joining("/"));
    }

    /** The beginning of a step; an escape is not cut in two. */
    private static String beginning(String step) {
        return Excerpt.of(step).replace("~…", "…");
    }

    static Halt halt(Throwable thrown) {
        if (thrown instanceof Halt halt) {
            return halt;
        } else if (thrown instanceof Refused refused) {
            return refused(refused);
        } else if (thrown instanceof StoreFault fault) {
            return fault(fault);
        } else if (thrown instanceof BadMessageException bad) {
            return Halt.of(Slug.ofStatus(bad.getCode()));
        } else if (thrown instanceof IOException) {
            return unreadable(thrown);
        }
        return new Halt(Slug.INTERNAL, Slug.INTERNAL.meaning(), List.of(), thrown);
    }

    /** A body that came too slowly, or was not well formed, or ended too soon. */
    private static Halt unreadable(Throwable thrown) {
        Slug slug = Slug.MALFORMED_REQUEST;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadMessageException bad) {
                slug = Slug.ofStatus(bad.getCode());
                break;
            } else if (cause instanceof TimeoutException) {
                slug = Slug.REQUEST_TIMEOUT;
            }
        }
        return Halt.of(slug).with("Connection", "close");
    }

    private static Halt refused(Refused refused) {
        Slug slug = switch (refused.reason()) {
            case UNAUTHENTICATED -> Slug.UNAUTHENTICATED;
            case FORBIDDEN -> Slug.FORBIDDEN;
            case NOT_FOUND -> Slug.NOT_FOUND;
            case CONFLICT -> Slug.CONFLICT;
            case ALREADY_SUBMITTED -> Slug.ALREADY_SUBMITTED;
            case STALE -> Slug.PRECONDITION_FAILED;
            case NOT_SEEN -> Slug.PRECONDITION_REQUIRED;
            case INVALID -> invalid(refused.issues());
            case INCOMPLETE -> Slug.INCOMPLETE;
            case KEY_REUSED -> Slug.IDEMPOTENCY_KEY_REUSED;
            case IN_PROGRESS -> Slug.IDEMPOTENCY_IN_PROGRESS;
            case GONE -> Slug.GONE;
            case BUSY -> Slug.BUSY;
        };
        Halt halt = new Halt(slug, refused.words(), refused.issues(), refused);
        Long version = refused.version();
        if (version != null) {
            halt.with("ETag", ETags.of(version, "en"));
        }
        if (slug == Slug.UNAUTHENTICATED) {
            halt.with("WWW-Authenticate", "Bearer");
        } else if (slug == Slug.FORBIDDEN) {
            halt.with("WWW-Authenticate", "Bearer error=\"insufficient_scope\"");
        } else if (slug == Slug.IDEMPOTENCY_IN_PROGRESS) {
            halt.with("Retry-After", "1");
        } else if (slug == Slug.BUSY) {
            halt.with("Retry-After", "10");
        }
        return halt;
    }

    private static Halt fault(StoreFault fault) {
        Slug slug = switch (fault.kind()) {
            case BUSY -> Slug.BUSY;
            case FULL -> Slug.STORAGE_FULL;
            case READ_ONLY -> Slug.READ_ONLY;
            case BROKEN, UNAVAILABLE -> Slug.UNAVAILABLE;
        };
        Halt halt = new Halt(slug, slug.meaning(), List.of(), fault);
        return slug == Slug.STORAGE_FULL ? halt : halt.with("Retry-After", "1");
    }

    /** The problem of a document with these issues. */
    static Slug invalid(List<Issue> issues) {
        if (all(issues, NOT_JSON)) {
            return Slug.MALFORMED_JSON;
        } else if (issues.stream().anyMatch(issue -> "duplicate-key".equals(issue.code()))) {
            return Slug.DUPLICATE_KEY;
        } else if (all(issues, UNKNOWN)) {
            return Slug.UNKNOWN_PROPERTY;
        } else if (all(issues, RANGE)) {
            return Slug.ANSWER_OUT_OF_RANGE;
        }
        return Slug.VALIDATION;
    }

    private static boolean all(List<Issue> issues, Set<String> codes) {
        return issues.stream().allMatch(issue -> codes.contains(issue.code()));
    }
}
