package org.moatmark.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moatmark.core.Tiny.branch;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.rubric;
import static org.moatmark.core.Tiny.seat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moatmark.core.Moatmark;
import org.moatmark.core.Tiny;
import org.moatmark.core.benchmark.Secrecy;
import org.moatmark.core.questionnaire.Catalogue;

/** What the six slides of a deck say, with and without scores, levels, pictures and a past. */
class DeckTest {

    private static final List<String> SIX = List.of("headline", "profile", "strengths", "gaps", "change", "next");

    private static Deck.Slide slide(Deck deck, String id) {
        return deck.slides().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "marketing-leadership-maturity, en",
        "marketing-leadership-maturity, ja",
        "business-model-differentiation, en",
        "business-model-differentiation, ja",
        "outside-view, en",
        "outside-view, ja"
    })
    void every_questionnaire_has_six_slides_with_a_message_and_notes(String questionnaire, String language) {
        Report report = Boards.report(questionnaire, "Example KK");
        Deck deck = Deck.of(report, language);
        assertThat(deck.slides()).extracting(Deck.Slide::id).isEqualTo(SIX);
        for (Deck.Slide slide : deck.slides()) {
            assertThat(slide.title()).isNotBlank().matches(".*[.。]");
            assertThat(slide.notes())
                    .hasSizeGreaterThanOrEqualTo(3)
                    .last()
                    .asString()
                    .contains(report.method().methodHash());
            assertThat(slide.texts()).doesNotContain("").allMatch(text -> !text.contains("null"));
            assertThat(slide.groups()).allMatch(group -> !group.lines().isEmpty());
        }
        assertThat(deck.slides()).filteredOn(slide -> slide.chart() != null).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void the_numbers_on_the_slides_are_those_of_the_report() {
        Report report = Boards.report("marketing-leadership-maturity", "Example KK");
        Deck deck = Deck.of(report, "en");
        assertThat(slide(deck, "headline").title())
                .isEqualTo("Example KK scores " + report.index().whole() + " of 100 and is on Level "
                        + report.level().value() + ", “"
                        + report.level().name().in("en") + "”.");
        List<Report.Node> ranked = FrontPage.ranked(report);
        Report.Node best = ranked.get(0);
        assertThat(slide(deck, "strengths").title())
                .startsWith("The highest scores: “" + best.title().in("en") + "” ("
                        + best.mark().whole() + ")");
        DotPlot gaps = (DotPlot) slide(deck, "gaps").chart();
        assertThat(gaps.rows().get(0).key())
                .isEqualTo(ranked.get(ranked.size() - 1).key());
        assertThat(gaps.rows()).hasSize(3);
        for (String id : List.of("strengths", "gaps")) {
            Deck.Slide slide = slide(deck, id);
            assertThat(((DotPlot) slide.chart()).rows())
                    .as("the title of slide %s names what its chart shows", id)
                    .allSatisfy(row ->
                            assertThat(slide.title()).contains("“" + row.label().in("en") + "” ("));
        }
    }

    @Test
    void without_an_earlier_snapshot_the_slide_says_so() {
        Deck.Slide change = slide(Deck.of(Boards.report("outside-view", "Example KK"), "ja"), "change");
        assertThat(change.title()).isEqualTo("比較できる過去のスナップショットはありません。");
        assertThat(change.chart()).isNull();
        assertThat(change.groups()).hasSize(1);
    }

    @Test
    void a_deck_of_a_release_tells_nobodys_answer_and_one_without_scores_says_so() {
        Tiny tiny = Tiny.of(branch("T", leaf("A", rubric("a")), leaf("B", rubric("b"))));
        Moatmark moatmark = Moatmark.of(new Catalogue(List.of(tiny.questionnaire())));
        Tiny.Voice[] voices = {
            seat("secret-1", "H").says("a", 1),
            seat("secret-2", "H").says("a", 2),
            seat("secret-3", "H").says("a", 4),
            seat("secret-4", "H").says("a", 5),
            seat("secret-5", "H").says("a", 5)
        };
        Release release = moatmark.release(tiny.wave(voices), Secrecy.DEFAULT);
        Deck deck = Deck.of(ReleaseReporting.of(release, tiny.questionnaire()).with(moatmark.charts(release)), "en");
        for (Deck.Slide slide : deck.slides()) {
            assertThat(slide.texts().toString() + slide.notes()).doesNotContain("secret-");
        }
        assertThat(slide(deck, "headline").notes())
                .contains("Who answered is not told: the assessment is confidential.");
        Release nothing = moatmark.release(tiny.wave(seat("secret-1", "H")), Secrecy.DEFAULT);
        Deck empty = Deck.of(ReleaseReporting.of(nothing, tiny.questionnaire()).with(moatmark.charts(nothing)), "en");
        assertThat(empty.slides()).extracting(Deck.Slide::id).isEqualTo(SIX);
        assertThat(slide(empty, "strengths").title()).isEqualTo("There is no score to show yet.");
        assertThat(slide(empty, "headline").title()).startsWith("Tiny has no index yet");
        for (String id : List.of("strengths", "gaps", "next")) {
            assertThat(slide(empty, id).groups())
                    .as(id)
                    .extracting(Deck.Group::heading)
                    .containsExactly("What a score needs");
            assertThat(slide(empty, id).chart()).as(id).isNull();
        }
        assertThat(slide(empty, "gaps").groups().get(0).lines().get(0))
                .isEqualTo("Answers from 5 people or more, so that nobody can be read off.");
    }

    @Test
    void long_lists_end_with_how_many_there_are_besides() {
        Report report = Boards.report("marketing-leadership-maturity", "Example KK");
        for (Deck.Slide slide : Deck.of(report, "en").slides()) {
            slide.groups().forEach(group -> assertThat(group.lines()).hasSizeLessThanOrEqualTo(5));
        }
    }
}
