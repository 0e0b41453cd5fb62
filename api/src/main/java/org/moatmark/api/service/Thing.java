package org.moatmark.api.service;

/**
 * What a request is about, as its address names it.
 *
 * @param kind what kind of thing
 * @param id its id as it was sent, which may be the id of nothing
 */
public record Thing(Kind kind, String id) {

    /** The kinds of things that stand on their own in a tenant. */
    public enum Kind {
        /** An assessment with all that belongs to it. */
        ASSESSMENT,
        /** A company. */
        COMPANY,
        /** An API key. */
        KEY
    }
}
