package org.moatmark.core.report;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes single answers as HTML, each with what it rests on. Whatever somebody wrote is text that turns nothing around it,
 * and an address becomes a link only if it leads to a page of the web.
 */
final class HtmlAnswers {

    /** What stands in no address, and could be taken for its end or turn it around. */
    private static final String HARMFUL = "\\s\\p{Cntrl}\\p{Cf}\"<>\\\\^`{|}";

    /** A host without a user's name before it, and whatever follows. */
    private static final Pattern WEB = Pattern.compile(
            "https?://[\\p{L}\\p{N}\\[][^@/?#" + HARMFUL + "]*([/?#][^" + HARMFUL + "]*)?", Pattern.CASE_INSENSITIVE);

    private final Markup out;
    private final String colon;
    private final boolean whole;

    /**
     * @param colon what stands between a name and what it names
     * @param whole whether what an answer rests on is written too; on paper it is not
     */
    HtmlAnswers(Markup out, String colon, boolean whole) {
        this.out = out;
        this.colon = colon;
        this.whole = whole;
    }

    void write(Block.Answer answer) {
        out.open("li").leaf("bdi", answer.who()).text(answer.said());
        if (whole) {
            answer.rule().forEach(one -> out.leaf("span", one, "class", "rule"));
            exhibits(answer.exhibits());
        }
        out.close("li");
    }

    private void exhibits(List<Block.Exhibit> exhibits) {
        if (exhibits.isEmpty()) {
            return;
        }
        out.open("ul", "class", "exhibits");
        for (Block.Exhibit one : exhibits) {
            out.open("li").leaf("strong", one.label());
            if (one.text() != null) {
                out.text(colon).leaf("bdi", one.text(), "class", "words");
            }
            if (one.address() != null) {
                out.text(one.text() == null ? colon : " · ");
                address(one.address());
            }
            out.close("li");
        }
        out.close("ul");
    }

    private void address(String address) {
        out.open("bdi");
        if (WEB.matcher(address).matches()) {
            out.leaf("a", address, "href", address, "rel", "noopener noreferrer", "target", "_blank");
        } else {
            out.text(address);
        }
        out.close("bdi");
    }
}
