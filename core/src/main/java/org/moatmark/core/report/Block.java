package org.moatmark.core.report;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A piece of a story: plain text in the language of the story, never markup. */
public sealed interface Block extends Serializable {

    /**
     * A large sentence or two.
     *
     * @param text what is said
     */
    record Lead(String text) implements Block {}

    /**
     * A paragraph.
     *
     * @param text what is said
     */
    record Text(String text) implements Block {}

    /**
     * A small heading.
     *
     * @param text what is said
     */
    record Heading(String text) implements Block {}

    /**
     * A list.
     *
     * @param lines its lines
     */
    record Points(List<String> lines) implements Block {
        /** Copies the list. */
        public Points {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Large numbers side by side.
     *
     * @param tiles them
     */
    record Tiles(List<Tile> tiles) implements Block {
        /** Copies the list. */
        public Tiles {
            tiles = List.copyOf(tiles);
        }
    }

    /**
     * One large number.
     *
     * @param label what it is
     * @param value the number
     * @param note what belongs to it
     * @param id of the section or explanation that says more; null where none does
     */
    record Tile(
            String label,
            String value,
            String note,
            @Nullable String id) implements Serializable {
        /**
         * A number that is said everything of.
         *
         * @param label what it is
         * @param value the number
         * @param note what belongs to it
         */
        public Tile(String label, String value, String note) {
            this(label, value, note, null);
        }
    }

    /**
     * A finding.
     *
     * @param tone {@code strength}, {@code opportunity} or {@code risk}
     * @param label the tone in words
     * @param text what is said
     * @param because what it rests on, each with the id of its explanation
     */
    record Card(String tone, String label, String text, List<Link> because) implements Block {
        /** Copies the list. */
        public Card {
            because = List.copyOf(because);
        }
    }

    /**
     * Points to an explanation.
     *
     * @param id of the explanation
     * @param text what is shown
     */
    record Link(String id, String text) implements Serializable {}

    /**
     * A table; the first column names the rows.
     *
     * @param caption what it shows
     * @param head names of the columns
     * @param rows as many cells each as there are columns
     * @param numbers how many columns at the end hold numbers
     * @param keys of the nodes or items that the rows are about, so that a row can point to its explanation; the empty
     *     string for a row about none; no keys at all where no row is
     */
    record Table(String caption, List<String> head, List<List<String>> rows, int numbers, List<String> keys)
            implements Block {
        /** Copies the lists; refuses rows of another length than the head, and another number of keys than of rows. */
        public Table {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
            keys = List.copyOf(keys);
            if (!keys.isEmpty() && keys.size() != rows.size()) {
                throw new IllegalArgumentException(
                        "Table '" + caption + "' has " + rows.size() + " rows, but " + keys.size() + " keys.");
            }
            for (List<String> row : rows) {
                if (row.size() != head.size()) {
                    throw new IllegalArgumentException("Table '" + caption + "' has " + head.size()
                            + " columns, but a row of " + row.size() + ".");
                }
            }
        }

        /**
         * A table of rows about no node and no item.
         *
         * @param caption what it shows
         * @param head names of the columns
         * @param rows as many cells each as there are columns
         * @param numbers how many columns at the end hold numbers
         */
        public Table(String caption, List<String> head, List<List<String>> rows, int numbers) {
            this(caption, head, rows, numbers, List.of());
        }
    }

    /**
     * A chart with the table behind it.
     *
     * @param chart what is drawn
     * @param title what it shows
     * @param takeaway what is to be seen in it, as a sentence
     * @param table the same in numbers
     */
    record Figure(Chart chart, String title, String takeaway, Table table) implements Block {
        /** Refuses null. */
        public Figure {
            Objects.requireNonNull(chart, "chart");
            Objects.requireNonNull(table, "table");
        }

        /**
         * A chart in one language.
         *
         * @param chart the chart
         * @param language {@code ja} for Japanese, all else for English
         * @return it with its words and its table
         */
        public static Figure of(Chart chart, String language) {
            ChartTable drawn = chart.table(language);
            List<List<String>> rows = drawn.rows().stream()
                    .map(row -> row.stream().map(ChartTable.Cell::shown).toList())
                    .toList();
            boolean keyed = !OF_CASES.contains(chart.name())
                    && drawn.columns().size() > 1
                    && KEYS.contains(drawn.columns().get(1));
            return new Figure(
                    chart,
                    chart.title().in(language),
                    chart.takeaway(language),
                    new Table(
                            drawn.caption(),
                            drawn.columns(),
                            rows,
                            numbers(drawn),
                            keyed ? rows.stream().map(row -> row.get(1)).toList() : List.of()));
        }

        /** What the column of keys is called. */
        private static final List<String> KEYS = List.of("Key", "キー");

        /** Charts whose keys are those of the cases' own tree. */
        private static final List<String> OF_CASES = List.of(Charts.PEERS, Charts.RANK);

        /** How many columns at the end hold nothing but numbers and gaps. */
        private static int numbers(ChartTable table) {
            int numbers = 0;
            for (int i = table.columns().size() - 1; i > 0; i--) {
                int column = i;
                if (table.rows().stream().anyMatch(row -> row.get(column) instanceof ChartTable.Text)) {
                    return numbers;
                }
                numbers++;
            }
            return numbers;
        }
    }

    /**
     * Explanations that open one inside the other.
     *
     * @param branches the outermost
     */
    record Tree(List<Branch> branches) implements Block {
        /** Copies the list. */
        public Tree {
            branches = List.copyOf(branches);
        }
    }

    /**
     * One explanation.
     *
     * @param id unique in the story, so that a number can point to it; null where none does
     * @param summary what is shown when it is closed
     * @param answers the single answers that it rests on
     * @param lines what is said when it is open, behind the answers
     * @param branches what is inside
     */
    record Branch(@Nullable String id, String summary, List<Answer> answers, List<String> lines, List<Branch> branches)
            implements Serializable {
        /** Copies the lists. */
        public Branch {
            answers = List.copyOf(answers);
            lines = List.copyOf(lines);
            branches = List.copyOf(branches);
        }

        /**
         * An explanation that rests on no single answer.
         *
         * @param id unique in the story, so that a number can point to it; null where none does
         * @param summary what is shown when it is closed
         * @param lines what is said when it is open
         * @param branches what is inside
         */
        public Branch(@Nullable String id, String summary, List<String> lines, List<Branch> branches) {
            this(id, summary, List.of(), lines, branches);
        }

        /**
         * Whether there is nothing to open.
         *
         * @return true if its summary says everything
         */
        public boolean isBare() {
            return answers.isEmpty() && lines.isEmpty() && branches.isEmpty();
        }

        private void collect(List<String> texts) {
            texts.add(summary);
            answers.forEach(answer -> answer.collect(texts));
            texts.addAll(lines);
            branches.forEach(branch -> branch.collect(texts));
        }
    }

    /**
     * One answer of one person, and what it rests on.
     *
     * @param who whose it is, in words of others
     * @param said what follows upon that name: what was answered, and what it scored
     * @param rule how the evidence enters the score, as sentences; empty where that is not told
     * @param exhibits what was given for it; empty where that is not told
     */
    record Answer(String who, String said, List<String> rule, List<Exhibit> exhibits) implements Serializable {
        /** Copies the lists. */
        public Answer {
            rule = List.copyOf(rule);
            exhibits = List.copyOf(exhibits);
        }

        private void collect(List<String> texts) {
            texts.add(who + said);
            texts.addAll(rule);
            exhibits.forEach(one -> texts.addAll(Stream.of(one.label(), one.text(), one.address())
                    .filter(Objects::nonNull)
                    .toList()));
        }
    }

    /**
     * Something that a respondent gave beside an answer, in words of his own.
     *
     * @param label what it is
     * @param text the words, or null
     * @param address where it is, or null; whatever was given, so that it need not lead anywhere
     */
    record Exhibit(
            String label, @Nullable String text, @Nullable String address) implements Serializable {}

    /**
     * Words of somebody else, in another language than the story perhaps.
     *
     * @param language their language
     * @param text their words
     * @param source where they come from
     */
    record Quote(String language, String text, String source) implements Block {

        /** Stands between what is quoted and each of its sources. */
        static final String BETWEEN = " · ";
    }

    /**
     * Adds the texts of this block in the order of reading.
     *
     * @param texts to which they are added
     */
    default void collect(List<String> texts) {
        if (this instanceof Lead lead) {
            texts.add(lead.text());
        } else if (this instanceof Text text) {
            texts.add(text.text());
        } else if (this instanceof Heading heading) {
            texts.add(heading.text());
        } else if (this instanceof Points points) {
            texts.addAll(points.lines());
        } else if (this instanceof Tiles tiles) {
            tiles.tiles().forEach(tile -> texts.addAll(List.of(tile.label(), tile.value(), tile.note())));
        } else if (this instanceof Card card) {
            texts.addAll(List.of(card.label(), card.text()));
            card.because().forEach(link -> texts.add(link.text()));
        } else if (this instanceof Table table) {
            texts.add(table.caption());
            texts.addAll(table.head());
            table.rows().forEach(texts::addAll);
        } else if (this instanceof Figure figure) {
            texts.addAll(List.of(figure.title(), figure.takeaway()));
            figure.table().collect(texts);
        } else if (this instanceof Tree tree) {
            tree.branches().forEach(branch -> branch.collect(texts));
        } else if (this instanceof Quote quote) {
            texts.addAll(List.of(quote.text(), quote.source()));
        }
    }
}
