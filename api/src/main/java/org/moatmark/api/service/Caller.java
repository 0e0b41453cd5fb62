package org.moatmark.api.service;

import org.jspecify.annotations.Nullable;
import org.moatmark.api.store.Hold;

/** Who asks, once the credential is known to be good. */
public sealed interface Caller {

    /**
     * Somebody with an API key.
     *
     * @param tenant whose key it is
     * @param id id of the key
     * @param holder who holds it: the same after the key was rotated
     * @param scope what the key is for
     * @param seal seals what is kept for this caller
     * @param session SHA-256 of the cookie that the key was traded for, or null for who shows the key itself
     */
    record KeyHolder(
            String tenant,
            String id,
            String holder,
            Scope scope,
            Seal seal,
            @Nullable String session) implements Caller {
        /**
         * Somebody who shows the key itself.
         *
         * @param tenant whose key it is
         * @param id id of the key
         * @param holder who holds it
         * @param scope what the key is for
         * @param seal seals what is kept for this caller
         */
        public KeyHolder(String tenant, String id, String holder, Scope scope, Seal seal) {
            this(tenant, id, holder, scope, seal, null);
        }

        @Override
        public Hold hold() {
            return Hold.tenant(tenant);
        }

        @Override
        public String credential() {
            return "key:" + id;
        }
    }

    /**
     * Somebody with a seat's link.
     *
     * @param tenant whose seat it is
     * @param assessment id of the assessment
     * @param seat id of the seat
     * @param hash SHA-256 of the token or cookie
     * @param cookie whether it came as a cookie
     * @param seal seals what is kept for this caller
     */
    record SeatHolder(String tenant, String assessment, String seat, String hash, boolean cookie, Seal seal)
            implements Caller {
        @Override
        public Hold hold() {
            return Hold.seat(tenant, seat);
        }

        @Override
        public String credential() {
            return "seat:" + seat + ":" + hash.substring(0, 16);
        }
    }

    /**
     * Somebody with a link that shows one snapshot.
     *
     * @param tenant whose snapshot it is
     * @param assessment id of the assessment
     * @param share id of the link
     * @param hash SHA-256 of the token or cookie
     * @param seal seals what is kept for this caller
     */
    record ShareHolder(String tenant, String assessment, String share, String hash, Seal seal) implements Caller {
        @Override
        public Hold hold() {
            return Hold.seat(tenant, share);
        }

        @Override
        public String credential() {
            return "share:" + share;
        }
    }

    /**
     * Whose things the caller sees.
     *
     * @return id of the tenant
     */
    String tenant();

    /**
     * What a transaction for this caller is about.
     *
     * @return all of the tenant, or one seat
     */
    Hold hold();

    /**
     * What stands in the history and before requests that come twice.
     *
     * @return a word that names the credential and gives nothing of it away
     */
    String credential();

    /**
     * Seals what is kept for this caller.
     *
     * @return the seal
     */
    Seal seal();
}
