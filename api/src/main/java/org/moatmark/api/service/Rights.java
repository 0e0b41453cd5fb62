package org.moatmark.api.service;

import org.jspecify.annotations.Nullable;

/**
 * Says who may do what to which thing. It goes by one order: what is not there for the tenant of the caller is not there,
 * whoever asks; what is there and not allowed is forbidden. So nobody learns anything about things of other tenants.
 */
public final class Rights {

    /** Needs nothing: everything it knows comes with the work. */
    public Rights() {}

    /**
     * Refuses a caller who may not do something.
     *
     * @param work the transaction
     * @param who the caller
     * @param right what is to be done
     * @param thing what to do it to, or null if it is to nothing that is there yet
     * @throws Refused if there is no such thing in the caller's tenant, or the caller lacks the right
     */
    public void require(Work work, Caller who, Right right, @Nullable Thing thing) {
        Refused verdict = verdict(work, who, right, thing);
        if (verdict != null) {
            throw verdict;
        }
    }

    /**
     * Why a caller may not do something.
     *
     * @param work the transaction
     * @param who the caller
     * @param right what is to be done
     * @param thing what to do it to, or null if it is to nothing that is there yet
     * @return that there is no such thing in the caller's tenant, or that the caller lacks the right; null if nothing is
     *     against it
     */
    public @Nullable Refused verdict(Work work, Caller who, Right right, @Nullable Thing thing) {
        if (thing != null && !isThere(work, who.tenant(), thing)) {
            return Refused.notFound();
        }
        if (!(who instanceof Caller.KeyHolder key)) {
            return Refused.forbidden(
                    "A seat's link opens that seat only; this needs a key.", "回答枠のリンクで使えるのはその回答枠だけです。この操作にはキーが必要です。");
        }
        if (!right.isOf(key.scope())) {
            String scopes = String.join(", ", right.words());
            return Refused.forbidden(
                    "A key of scope '" + key.scope().word() + "' cannot do this; it takes one of: " + scopes + ".",
                    "スコープ「" + key.scope().word() + "」のキーではこの操作はできません。必要なスコープ：" + scopes + "。");
        }
        if (thing != null && thing.kind() == Thing.Kind.ASSESSMENT && !acts(work, key, thing.id())) {
            return Refused.forbidden(
                    "This assessment is not granted to this key; ask an owner.",
                    "この診断の権限がこのキーに与えられていません。所有者に依頼してください。");
        }
        return null;
    }

    /**
     * Why a caller may not do what seats do.
     *
     * @param who the caller
     * @return that only seats may; null if it is one
     */
    public @Nullable Refused seatOnly(Caller who) {
        return who instanceof Caller.SeatHolder
                ? null
                : Refused.forbidden("Only a seat's own link can do this.", "この操作ができるのは回答枠のリンクだけです。");
    }

    /**
     * Why a caller may not see what a link shows.
     *
     * @param who the caller
     * @return that only such a link may; null if it is one
     */
    public @Nullable Refused shareOnly(Caller who) {
        return who instanceof Caller.ShareHolder
                ? null
                : Refused.forbidden("Only a link that shows a snapshot can do this.", "この操作ができるのはスナップショットの共有リンクだけです。");
    }

    private static boolean isThere(Work work, String tenant, Thing thing) {
        return switch (thing.kind()) {
            case ASSESSMENT -> work.shelves().assessments().has(tenant, thing.id());
            case COMPANY -> work.shelves().companies().find(tenant, thing.id()).isPresent();
            case KEY ->
                work.shelves()
                        .keys()
                        .find(tenant, thing.id())
                        .filter(key -> key.revokedMs() == null)
                        .isPresent();
        };
    }

    private static boolean acts(Work work, Caller.KeyHolder key, String assessment) {
        return key.scope() == Scope.OWNER || work.shelves().grants().has(key.tenant(), assessment, key.holder());
    }
}
