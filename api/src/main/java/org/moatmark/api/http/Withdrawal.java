package org.moatmark.api.http;

import java.util.List;
import org.moatmark.core.issue.Words;

/** {@code release=withdraw}: whoever is erased may insist that what was released with them is withdrawn too. */
final class Withdrawal {

    static final String NAME = "release";
    private static final String WITHDRAW = "withdraw";

    private Withdrawal() {}

    static boolean withdrawn(Call call) {
        String word = call.parameters().get(NAME);
        if (word != null && !word.equals(WITHDRAW)) {
            throw Halt.parameter(
                    NAME,
                    new Words("Parameter 'release' is not 'withdraw'.", "パラメーター「release」の値が withdraw ではありません。"),
                    new Words(
                            "Write withdraw, or leave it out: then what was released stays until the next release.",
                            "withdraw と書くか、省いてください。省くと、公表済みの集計は次の公表まで残ります。"),
                    List.of(WITHDRAW));
        }
        return word != null;
    }
}
