package org.moatmark.core.report;

import java.util.List;

/**
 * Writes single answers as HTML, each with what it rests on. Whatever somebody wrote is text that turns nothing around it,
 * and an address becomes a link only if it leads to a page of the web.
 */
final class HtmlAnswers {

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
        link(out, address);
        out.close("bdi");
    }

    /** An address that can be followed, or the words that it is else. */
    static void link(Markup out, String address) {
        if (WebAddress.is(address)) {
            out.leaf("a", address, "href", address, "rel", "noopener noreferrer", "target", "_blank");
        } else {
            out.text(address);
        }
    }
}
