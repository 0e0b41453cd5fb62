package org.moatmark.core.report;

import java.util.regex.Pattern;

/** Tells what somebody gave as an address: only what leads to a page of the web, and to nothing else, becomes a link. */
final class WebAddress {

    /** What stands in no address, and could be taken for its end or turn it around. */
    private static final String HARMFUL = "\\s\\p{Cntrl}\\p{Cf}\"<>\\\\^`{|}";

    /** A host without a user's name before it, and whatever follows. */
    private static final Pattern WEB = Pattern.compile(
            "https?://[\\p{L}\\p{N}\\[][^@/?#" + HARMFUL + "]*([/?#][^" + HARMFUL + "]*)?", Pattern.CASE_INSENSITIVE);

    private WebAddress() {}

    static boolean is(String given) {
        return WEB.matcher(given).matches();
    }
}
