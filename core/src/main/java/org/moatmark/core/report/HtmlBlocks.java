package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the blocks of a story as HTML, with links from numbers to what explains them. */
final class HtmlBlocks {

    /** Cells of so few characters stay in one line. */
    private static final int SHORT = 8;

    private static final int SHORT_ON_PAPER = 24;

    private final Story story;
    private final ChartStyle.Form form;
    private final Markup out;
    private final Set<String> ids = new HashSet<>();

    HtmlBlocks(Story story, ChartStyle.Form form, Markup out) {
        this.story = story;
        this.form = form;
        this.out = out;
        for (Story.Section section : story.sections()) {
            ids.add(section.id());
            for (Block block : section.blocks()) {
                if (block instanceof Block.Tree tree) {
                    tree.branches().forEach(this::know);
                }
            }
        }
    }

    private void know(Block.Branch branch) {
        if (branch.id() != null) {
            ids.add(branch.id());
        }
        branch.branches().forEach(this::know);
    }

    /** One after the other; a text that leads over to a quotation stays with it on paper. */
    void write(List<Block> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            boolean leads = i + 1 < blocks.size() && blocks.get(i + 1) instanceof Block.Quote;
            if (leads && blocks.get(i) instanceof Block.Text text) {
                out.leaf("p", text.text(), "class", "leads").line();
            } else {
                write(blocks.get(i));
            }
        }
    }

    private void write(Block block) {
        if (block instanceof Block.Lead lead) {
            out.leaf("p", lead.text(), "class", "lead");
        } else if (block instanceof Block.Text text) {
            out.leaf("p", text.text());
        } else if (block instanceof Block.Heading heading) {
            out.leaf("h3", heading.text());
        } else if (block instanceof Block.Points points) {
            points(points.lines());
        } else if (block instanceof Block.Tiles tiles) {
            tiles(tiles);
        } else if (block instanceof Block.Card card) {
            card(card);
        } else if (block instanceof Block.Table table) {
            table(table);
        } else if (block instanceof Block.Figure figure) {
            figure(figure);
        } else if (block instanceof Block.Tree tree) {
            tree.branches().forEach(this::branch);
        } else if (block instanceof Block.Quote quote) {
            out.open("blockquote").leaf("p", quote.text(), "lang", quote.language());
            source(quote);
            out.close("blockquote");
        }
        out.line();
    }

    /** What a quotation is of, in the language of the story, and where it comes from, in its own. */
    private void source(Block.Quote quote) {
        out.open("footer");
        String[] parts = quote.source().split(Block.Quote.BETWEEN, -1);
        for (int i = 0; i < parts.length; i++) {
            if (i == 0) {
                out.text(parts[i]);
            } else {
                out.text(Block.Quote.BETWEEN).open("span", "lang", quote.language());
                words(parts[i]);
                out.close("span");
            }
        }
        out.close("footer");
    }

    /** Words, of which addresses can be followed where anything can. */
    private void words(String text) {
        String[] words = text.split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            out.text(i == 0 ? "" : " ");
            if (form == ChartStyle.Form.PAGE) {
                HtmlAnswers.link(out, words[i]);
            } else {
                out.text(words[i]);
            }
        }
    }

    private void points(List<String> lines) {
        out.open("ul");
        lines.forEach(line -> out.leaf("li", line));
        out.close("ul");
    }

    private void tiles(Block.Tiles tiles) {
        out.open("dl", "class", "tiles");
        for (Block.Tile tile : tiles.tiles()) {
            out.open("div").leaf("dt", tile.label()).open("dd", "class", "value");
            linked(tile.value(), tile.id() != null && ids.contains(tile.id()) ? tile.id() : null);
            out.close("dd").leaf("dd", tile.note(), "class", "note").close("div");
        }
        out.close("dl");
    }

    private void card(Block.Card card) {
        out.open("div", "class", "card " + card.tone()).open("p");
        out.leaf("strong", card.label(), "class", "tone")
                .text(" " + card.text())
                .close("p");
        if (!card.because().isEmpty()) {
            out.open("p", "class", "because").text(say("Rests on ", "根拠："));
            for (int i = 0; i < card.because().size(); i++) {
                Block.Link link = card.because().get(i);
                out.text(i == 0 ? "" : say(", ", "、")).leaf("a", link.text(), "href", "#" + link.id());
            }
            out.close("p");
        }
        out.close("div");
    }

    private void table(Block.Table table) {
        out.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", table.caption());
        bare(table);
        out.close("div");
    }

    private void bare(Block.Table table) {
        int firstNumber = table.head().size() - table.numbers();
        out.open("table").leaf("caption", table.caption()).open("thead").open("tr");
        for (int i = 0; i < table.head().size(); i++) {
            String[] attributes =
                    i >= firstNumber ? new String[] {"scope", "col", "class", "number"} : new String[] {"scope", "col"};
            out.leaf("th", table.head().get(i), attributes);
        }
        out.close("tr").close("thead").open("tbody");
        for (int n = 0; n < table.rows().size(); n++) {
            List<String> row = table.rows().get(n);
            out.open("tr").open("th", "scope", "row");
            linked(
                    row.get(0),
                    table.keys().isEmpty() ? null : explanation(table.keys().get(n)));
            out.close("th");
            for (int i = 1; i < row.size(); i++) {
                cell(row.get(i), i >= firstNumber);
            }
            out.close("tr");
        }
        out.close("tbody").close("table");
    }

    /** The id of what explains the numbers of a node or an item; null where nothing does. */
    private @Nullable String explanation(String key) {
        return Stream.of(key, NumbersStory.node(key), NumbersStory.item(key))
                .filter(ids::contains)
                .findFirst()
                .orElse(null);
    }

    /** Text that opens what explains it; the whole row or tile does so with it. On paper nothing is to be opened. */
    private void linked(String text, @Nullable String id) {
        if (id == null || form != ChartStyle.Form.PAGE) {
            out.text(text);
        } else {
            out.leaf("a", text, "href", "#" + id, "class", "opens");
        }
    }

    private void cell(String text, boolean number) {
        int most = form == ChartStyle.Form.PAGE ? SHORT : SHORT_ON_PAPER;
        String look = number ? "number" : text.length() <= most ? "short" : null;
        out.leaf("td", text, look == null ? new String[0] : new String[] {"class", look});
    }

    private void figure(Block.Figure figure) {
        String name = "f-" + figure.chart().name();
        out.open("figure", "id", name).open("figcaption").leaf("h3", figure.title());
        out.leaf("p", figure.takeaway()).close("figcaption");
        picture(figure.chart(), name);
        if (form == ChartStyle.Form.PAGE && figure.chart() instanceof LikertBars bars && !bars.diverging()) {
            out.open("details", "class", "parted").leaf("summary", say("As bars from the middle", "中央から左右に分けて見る"));
            picture(bars.parted(), name + "-parted");
            out.close("details");
        }
        out.open("details").leaf("summary", say("As a table", "表で見る"));
        table(figure.table());
        out.close("details").close("figure");
    }

    /** A chart; on screens in two widths, of which the style shows the one that fits. */
    private void picture(Chart chart, String name) {
        if (form == ChartStyle.Form.PAGE) {
            out.open("div", "class", "wide").raw(chart.svg(style(name))).close("div");
            ChartStyle narrow = style(name + "-narrow").withWidth(ChartStyle.PHONE);
            out.open("div", "class", "narrow").raw(chart.svg(narrow)).close("div");
        } else {
            out.raw(chart.svg(style(name)));
        }
    }

    private ChartStyle style(String id) {
        String accent = story.brand().accent() == null
                ? ChartStyle.ACCENT
                : story.brand().colour();
        return form == ChartStyle.Form.PAGE
                ? ChartStyle.page(story.language(), id).withAccent(accent)
                : ChartStyle.standalone(story.language())
                        .withId(id)
                        .withAccent(accent)
                        .withHeading(false);
    }

    private void branch(Block.Branch branch) {
        if (branch.isBare()) {
            out.leaf("p", branch.summary(), target(branch, "class", "twig"));
            return;
        }
        // Whoever follows a link to something inside a closed explanation finds it open; to the explanation itself,
        // closed.
        String[] open = NumbersStory.INDEX.equals(branch.id()) ? new String[] {"open", "open"} : new String[0];
        out.open("details", open).leaf("summary", branch.summary());
        out.open("div", target(branch));
        said(branch);
        branch.branches().forEach(this::branch);
        out.close("div").close("details");
    }

    /** What a link leads to takes the focus with it; on paper nothing does. */
    private String[] target(Block.Branch branch, String... look) {
        List<String> attributes = new ArrayList<>(List.of(look));
        if (branch.id() != null) {
            attributes.addAll(List.of("id", branch.id()));
            if (form == ChartStyle.Form.PAGE) {
                attributes.addAll(List.of("tabindex", "-1"));
            }
        }
        return attributes.toArray(String[]::new);
    }

    private void said(Block.Branch branch) {
        if (!branch.answers().isEmpty() || !branch.lines().isEmpty()) {
            HtmlAnswers answers = new HtmlAnswers(out, say(": ", "："), form == ChartStyle.Form.PAGE);
            out.open("ul");
            branch.answers().forEach(answers::write);
            branch.lines().forEach(line -> out.leaf("li", line));
            out.close("ul");
        }
    }

    private String say(String en, String ja) {
        return "ja".equals(story.language()) ? ja : en;
    }
}
