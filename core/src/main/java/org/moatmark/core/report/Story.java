package org.moatmark.core.report;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report told in one language: sections of text, tables and explanations, with numbers rounded as they are quoted. All
 * formats that people read write the same story.
 *
 * @param language {@code en} or {@code ja}
 * @param title what stands on top
 * @param subtitle what stands under it, or null
 * @param byline company, date and questionnaire in one line
 * @param brand how it is to look
 * @param sections the first is the one page for those who read no more
 */
public record Story(
        String language, String title, @Nullable String subtitle, String byline, Brand brand, List<Section> sections)
        implements Serializable {

    /** Copies the list. */
    public Story {
        sections = List.copyOf(sections);
    }

    /**
     * A part of a story.
     *
     * @param id unique in the story
     * @param title its heading
     * @param blocks what it says
     */
    public record Section(String id, String title, List<Block> blocks) implements Serializable {
        /** Copies the list. */
        public Section {
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * Tells a report.
     *
     * @param report the report
     * @param language {@code ja} for Japanese, all else for English
     * @return its story
     */
    public static Story of(Report report, String language) {
        Said said = new Said(report, language);
        List<Section> sections = new ArrayList<>();
        sections.add(new FrontPage(report, said).tell());
        sections.add(new LevelStory(report, said).tell());
        sections.add(new ProfileStory(report, said).tell());
        sections.add(new FindingsStory(report, said).tell());
        new PeopleStory(report, said).tell(sections);
        if (report.standing() != null) {
            new StandingStory(report.standing(), report.index(), said).tell(sections);
        }
        new SayShowStory(report, said).tell(sections);
        if (report.change() != null) {
            sections.add(new ChangeStory(report, report.change(), said).tell());
        }
        sections.add(new NextStory(report, said).tell());
        sections.add(new MethodStory(report, said).tell());
        sections.add(new NumbersStory(report, said).tell());
        Brand brand = report.about().brand();
        String title = brand.title() == null ? said.in(report.about().title()) : brand.title();
        return new Story(said.language(), title, brand.subtitle(), said.byline(), brand, sections);
    }

    /**
     * A section.
     *
     * @param id its id
     * @return the section
     * @throws IllegalArgumentException if the story has none of that id
     */
    public Section section(String id) {
        return sections.stream()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The story has no section '" + id + "'."));
    }

    /**
     * Every text in the order of reading, so that a format can be checked to hold all of them.
     *
     * @return the texts, without those of drawings
     */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        texts.add(title);
        if (subtitle != null) {
            texts.add(subtitle);
        }
        texts.add(byline);
        for (Section section : sections) {
            texts.add(section.title());
            section.blocks().forEach(block -> block.collect(texts));
        }
        texts.removeIf(String::isEmpty);
        return List.copyOf(texts);
    }
}
