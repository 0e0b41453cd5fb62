package org.moatmark.core.report;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as six slides for a board, in one language: the same numbers as the {@link Story}, and of its words as many as
 * fit on a slide. What a reader must know beside them stands in the notes.
 *
 * @param language {@code en} or {@code ja}
 * @param title what the report is called
 * @param subtitle what stands under it, or null
 * @param byline company, date and questionnaire in one line
 * @param date the date of the answers, or null
 * @param brand how it is to look
 * @param slides headline, profile, strengths, gaps, change, next steps
 */
public record Deck(
        String language,
        String title,
        @Nullable String subtitle,
        String byline,
        @Nullable LocalDate date,
        Brand brand,
        List<Slide> slides)
        implements Serializable {

    /** Copies the list. */
    public Deck {
        slides = List.copyOf(slides);
    }

    /**
     * A slide.
     *
     * @param id unique in the deck
     * @param kicker a word or two over the title: what the slide is about
     * @param title what it says, as a sentence
     * @param tiles large numbers, if any
     * @param groups text beside the picture
     * @param chart the picture, or null
     * @param notes for whoever speaks: the method, the numbers of the picture, and the limits
     */
    public record Slide(
            String id,
            String kicker,
            String title,
            List<Block.Tile> tiles,
            List<Group> groups,
            @Nullable Chart chart,
            List<String> notes)
            implements Serializable {
        /** Copies the lists. */
        public Slide {
            tiles = List.copyOf(tiles);
            groups = List.copyOf(groups);
            notes = List.copyOf(notes);
        }

        /**
         * Every text on the slide in the order of reading, so that a format can be checked to hold all of them.
         *
         * @return the texts, without those of the picture
         */
        public List<String> texts() {
            List<String> texts = new ArrayList<>(List.of(kicker, title));
            tiles.forEach(tile -> texts.addAll(List.of(tile.label(), tile.value(), tile.note())));
            groups.forEach(group -> {
                texts.add(group.heading());
                texts.addAll(group.lines());
            });
            texts.removeIf(String::isEmpty);
            return List.copyOf(texts);
        }
    }

    /**
     * A few lines under a heading.
     *
     * @param heading the heading; empty for none
     * @param lines the lines
     */
    public record Group(String heading, List<String> lines) implements Serializable {
        /** Copies the list. */
        public Group {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A report as a deck.
     *
     * @param report the report
     * @param language {@code ja} for Japanese, all else for English
     * @return six slides
     */
    public static Deck of(Report report, String language) {
        Said said = new Said(report, language);
        Brand brand = report.about().brand();
        String title = brand.title() == null ? said.in(report.about().title()) : brand.title();
        return new Deck(
                said.language(),
                title,
                brand.subtitle(),
                said.byline(),
                report.about().date(),
                brand,
                new Slides(report, said, title).tell());
    }
}
