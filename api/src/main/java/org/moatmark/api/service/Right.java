package org.moatmark.api.service;

import static org.moatmark.api.service.Scope.ANALYST;
import static org.moatmark.api.service.Scope.INSTRUCTOR;
import static org.moatmark.api.service.Scope.OWNER;
import static org.moatmark.api.service.Scope.READER;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a key may be allowed to do, and the scopes that allow it: the whole table of roles. A right on an assessment that was
 * asked for by anybody but an owner needs a grant of that assessment besides ({@link Rights}).
 */
public enum Right {
    /** Know who one is, and end the cookie that the key was traded for. */
    SIGN_IN(OWNER, ANALYST, INSTRUCTOR, READER),
    /** Make, list, rotate and revoke keys. */
    MANAGE_KEYS(OWNER),
    /** Say which keys act on an assessment. */
    GRANT(OWNER),
    /** Read and change what the tenant set for itself. */
    KEEP_TENANT(OWNER),
    /** Read what was done, and by whom. */
    READ_AUDIT(OWNER),
    /** Read, add and change the companies of the tenant. */
    KEEP_COMPANIES(OWNER, ANALYST),
    /** Publish questionnaires of the tenant's own. */
    PUBLISH(OWNER, ANALYST),
    /** Make an assessment. */
    START_ASSESSMENT(OWNER, ANALYST),
    /** See that an assessment is there, and how far it is. */
    SEE_ASSESSMENT(OWNER, ANALYST, READER),
    /** Change an assessment, its state and its seats. */
    SET_UP(OWNER, ANALYST),
    /** Withdraw a snapshot, after which nobody sees it any more. */
    WITHDRAW(OWNER),
    /** Read what came of the answers. */
    READ_RESULTS(OWNER, ANALYST, READER),
    /** Read what single seats said, where answers are shown under names ({@link Results#names}). */
    READ_ANSWERS(OWNER, ANALYST),
    /** Give the results of an assessment to the yearly benchmark across tenants, and take them back. */
    CONTRIBUTE(OWNER),
    /** Take the answers themselves away, seat by seat, where answers are shown under names. */
    EXPORT_ANSWERS(OWNER, ANALYST),
    /** Fetch everything that is kept, as files. */
    EXPORT(OWNER, ANALYST),
    /** Read what all closed assessments of the tenant together, or many waves, say about a questionnaire. */
    VALIDATE(OWNER),
    /** Have things computed of which nothing is kept, more than strangers may. */
    COMPUTE(OWNER, ANALYST, INSTRUCTOR);

    private final Set<Scope> scopes;

    Right(Scope... scopes) {
        this.scopes = Set.of(scopes);
    }

    /**
     * Whether keys of a scope have it, granted what needs a grant.
     *
     * @param scope a scope
     * @return true if they have
     */
    public boolean isOf(Scope scope) {
        return scopes.contains(scope);
    }

    /**
     * Its word in documents.
     *
     * @return as {@code set-up}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The words of the scopes that have it, in their order. */
    List<String> words() {
        return Stream.of(Scope.values()).filter(this::isOf).map(Scope::word).toList();
    }
}
