package org.moatmark.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.moatmark.core.benchmark.Secrecy;

/** What a report says of a change since a snapshot: its parts add up, and it judges only what can be judged. */
class ChangeReportingTest {

    private static final String MLM = "marketing-leadership-maturity";

    @Test
    void answers_and_questionnaire_add_up_to_the_change_and_peers_to_the_distance() {
        Report.Change change = Boards.changed(MLM, "Example KK").change();
        assertThat(change.lines())
                .hasSize(14)
                .first()
                .extracting(Report.Moved::key)
                .isEqualTo("index");
        for (Report.Moved moved : change.lines()) {
            assertThat(moved.you() + moved.ruler())
                    .isEqualTo(moved.after().score() - moved.before().score(), within(1e-9));
            assertThat(moved.ruler()).isZero();
            assertThat(moved.link()).isEqualTo(ScoreChange.Link.CONNECTED);
        }
        PeerChanges.Distance index = change.beside().get(0);
        assertThat(index.you() + index.ruler() + index.peers()).isEqualTo(index.total(), within(1e-9));
        assertThat(change.comparable()).isTrue();
    }

    @Test
    void story_slide_and_chart_tell_the_same_numbers() {
        Report report = Boards.changed(MLM, "Example KK");
        Report.Moved index = report.change().lines().get(0);
        String step = "from " + index.before().whole() + " to " + index.after().whole();
        Story.Section section = Story.of(report, "en").section("change");
        assertThat(section.title()).isEqualTo("Change since “2025-autumn”, 1 November 2025");
        assertThat(((Block.Text) section.blocks().get(0)).text()).startsWith("The index went " + step);
        Block.Table table = (Block.Table) section.blocks().stream()
                .filter(Block.Table.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(table.rows().get(0).subList(2, 4))
                .isEqualTo(List.of(
                        String.valueOf(index.before().whole()),
                        String.valueOf(index.after().whole())));
        Deck.Slide slide = Deck.of(report, "ja").slides().get(4);
        assertThat(slide.title())
                .startsWith(
                        "指数は" + index.before().whole() + "から" + index.after().whole());
        assertThat(slide.kicker()).isEqualTo("変化：「2025-autumn」から");
        Slope slope = (Slope) slide.chart();
        for (int i = 0; i < slope.rows().size(); i++) {
            Report.Moved moved = report.change().lines().get(i);
            assertThat(slope.rows().get(i).key()).isEqualTo(moved.key());
            assertThat(slope.rows().get(i).counts()).as(moved.key()).isEqualTo(moved.counts());
        }
    }

    @Test
    void a_change_between_releases_is_told_and_not_judged() {
        Release then = Boards.MOATMARK.release(Boards.wave(MLM, "Example KK", true), Secrecy.DEFAULT);
        Release now = Boards.MOATMARK.release(Boards.wave(MLM, "Example KK", false), Secrecy.DEFAULT);
        Report report = ReleaseReporting.of(
                now, Boards.MOATMARK.catalogue().find(MLM, now.version()).orElseThrow());
        Report.Change change = ChangeReporting.of("first", Boards.MOATMARK.compare(then, now), report);
        assertThat(change.beside()).isEmpty();
        for (Report.Moved moved : change.lines()) {
            assertThat(moved.counts()).isFalse();
            assertThat(moved.before().kind()).isIn(Mark.Band.NONE, Mark.Band.PROTECTED);
        }
        Story.Section section = Story.of(report.with(change), "ja").section("change");
        assertThat(section.blocks().toString()).doesNotContain("上昇").doesNotContain("null");
    }
}
