package org.moatmark.api.http;

import org.moatmark.api.service.Right;

/** Who may come in at a route. */
sealed interface Access {

    /** Everybody, and no credential is looked at: health, documents, pages. */
    Access PUBLIC = new Public();

    /** Everybody; a credential that is sent must be good. */
    Access OPEN = new Open();

    /** A seat, by token or cookie. */
    Access SEAT = new Seat();

    /** Somebody with a link that shows a snapshot. */
    Access SHARE = new Share();

    /** A key that may do this; on an assessment, if it may do it there. */
    static Access key(Right right) {
        return new Key(right);
    }

    /** Everybody, and no credential is looked at. */
    record Public() implements Access {}

    /** Everybody; a credential that is sent must be good. */
    record Open() implements Access {}

    /** A seat, by token or cookie. */
    record Seat() implements Access {}

    /** Somebody with a link that shows a snapshot. */
    record Share() implements Access {}

    /**
     * A key that may do something.
     *
     * @param right what is done there
     */
    record Key(Right right) implements Access {}
}
