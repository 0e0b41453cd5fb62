package org.moatmark.core.report;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a story as Markdown (CommonMark with the tables of GitHub). Whatever stands in names and texts is escaped: it can
 * make no heading, link, image or HTML.
 */
public final class MarkdownReport {

    private static final Pattern SPECIAL = Pattern.compile("([\\\\`*_{}\\[\\]#|!~])");
    /** What GitHub makes a link of without being asked. */
    private static final Pattern BARE_LINK =
            Pattern.compile("(https?|ftp|mailto|xmpp|www)([:.])", Pattern.CASE_INSENSITIVE);

    private static final Pattern AT_THE_START = Pattern.compile("^(\\d*)([-+=.)])");
    private static final Pattern BREAKS = Pattern.compile("[\\r\\n\\u0085\\u2028\\u2029]+");

    private final Story story;
    private final StringBuilder out = new StringBuilder();

    private MarkdownReport(Story story) {
        this.story = story;
    }

    /**
     * The whole text.
     *
     * @param story a story
     * @return Markdown, each line ended by a line feed
     */
    public static String of(Story story) {
        return new MarkdownReport(story).write();
    }

    private String write() {
        paragraph("# " + text(story.title()));
        if (story.subtitle() != null) {
            paragraph(line(story.subtitle()));
        }
        paragraph(line(story.byline()));
        for (Story.Section section : story.sections()) {
            paragraph("## " + text(section.title()));
            section.blocks().forEach(this::block);
        }
        return out.toString().stripTrailing() + "\n";
    }

    private void block(Block block) {
        if (block instanceof Block.Lead lead) {
            paragraph("**" + text(lead.text()) + "**");
        } else if (block instanceof Block.Text text) {
            paragraph(line(text.text()));
        } else if (block instanceof Block.Heading heading) {
            paragraph("### " + text(heading.text()));
        } else if (block instanceof Block.Points points) {
            points.lines().forEach(line -> out.append("- ").append(line(line)).append('\n'));
            out.append('\n');
        } else if (block instanceof Block.Tiles tiles) {
            for (Block.Tile tile : tiles.tiles()) {
                out.append("- ")
                        .append(line(tile.label()))
                        .append(japanese() ? "：**" : ": **")
                        .append(text(tile.value()))
                        .append("**")
                        .append(inBrackets(text(tile.note())))
                        .append('\n');
            }
            out.append('\n');
        } else if (block instanceof Block.Card card) {
            String because =
                    card.because().stream().map(Block.Link::text).collect(Collectors.joining(japanese() ? "、" : ", "));
            // A closing mark after a full stop of Japanese, and before a letter, would be none.
            paragraph("**" + text(card.label()) + (japanese() ? "**：" : ".** ") + text(card.text())
                    + inBrackets(text(because)));
        } else if (block instanceof Block.Table table) {
            table(table);
        } else if (block instanceof Block.Figure figure) {
            paragraph("### " + text(figure.title()));
            paragraph(line(figure.takeaway()));
            table(figure.table());
        } else if (block instanceof Block.Tree tree) {
            tree.branches().forEach(branch -> branch(branch, 0));
            out.append('\n');
        } else if (block instanceof Block.Quote quote) {
            paragraph("> " + line(quote.text()) + "\n> " + linked(quote.source()));
        }
    }

    private boolean japanese() {
        return "ja".equals(story.language());
    }

    private String inBrackets(String text) {
        return text.isEmpty() ? "" : japanese() ? "（" + text + "）" : " (" + text + ")";
    }

    private void table(Block.Table table) {
        paragraph(line(table.caption()));
        row(table.head());
        int texts = table.head().size() - table.numbers();
        out.append('|')
                .append(" --- |".repeat(texts))
                .append(" ---: |".repeat(table.numbers()))
                .append('\n');
        table.rows().forEach(this::row);
        out.append('\n');
    }

    private void row(List<String> cells) {
        out.append("| ");
        out.append(cells.stream().map(MarkdownReport::text).collect(Collectors.joining(" | ")));
        out.append(" |\n");
    }

    private void branch(Block.Branch branch, int depth) {
        String indent = String.join("", Collections.nCopies(depth, "  "));
        out.append(indent).append("- ").append(line(branch.summary())).append('\n');
        branch.answers().forEach(one -> answer(one, indent + "  "));
        branch.lines().forEach(one -> point(one, indent + "  "));
        branch.branches().forEach(one -> branch(one, depth + 1));
    }

    private void answer(Block.Answer answer, String indent) {
        point(answer.who() + answer.said(), indent);
        answer.rule().forEach(one -> point(one, indent + "  "));
        for (Block.Exhibit one : answer.exhibits()) {
            String parts = Stream.of(
                            one.text() == null ? null : text(one.text()),
                            one.address() == null ? null : address(one.address()))
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" · "));
            out.append(indent).append("  - **").append(text(one.label())).append("**");
            out.append(parts.isEmpty() ? "" : ": " + parts).append('\n');
        }
    }

    private void point(String text, String indent) {
        out.append(indent).append("- ").append(line(text)).append('\n');
    }

    private void paragraph(String markdown) {
        out.append(markdown).append("\n\n");
    }

    /** Text at the start of a line, where a dash or a number with a point would make a list. */
    private static String line(String text) {
        return AT_THE_START.matcher(text(text)).replaceFirst("$1\\\\$2");
    }

    /** Words with their addresses, of which each can be followed. */
    private static String linked(String text) {
        String words =
                Stream.of(text.split(" ", -1)).map(MarkdownReport::address).collect(Collectors.joining(" "));
        return AT_THE_START.matcher(words).replaceFirst("$1\\\\$2");
    }

    /** An address in the brackets that make it one, so that no mark in it is taken for Markdown; or plain words. */
    private static String address(String given) {
        return WebAddress.is(given) ? "<" + given + ">" : text(given);
    }

    private static String text(String text) {
        String oneLine = BREAKS.matcher(text).replaceAll(" ").strip();
        String entities = oneLine.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        String plain = SPECIAL.matcher(entities).replaceAll("\\\\$1");
        return BARE_LINK.matcher(plain).replaceAll("$1\\\\$2");
    }
}
