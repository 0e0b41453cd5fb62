package org.moatmark.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Market;
import org.moatmark.core.response.Company;
import org.moatmark.core.response.Wave;

/**
 * Six companies that look better than they are, on the shipped questionnaire: fifteen seats each, everything on record,
 * and good answers but for the trap. The sound company answers the same without a trap and stands on level 4.
 */
class TrapsTest {

    private static final Moatmark MOATMARK = Moatmark.shipped();

    private static Wave wave(String name) {
        try (InputStream file = TrapsTest.class.getResourceAsStream("/traps/" + name + ".json")) {
            return MOATMARK.readWave(file.readAllBytes()).orThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Seen seen(String name) {
        return new Seen(MOATMARK.score(wave(name)));
    }

    @Test
    void the_sound_company_stands_on_level_four() {
        Seen seen = seen("sound");
        assertThat(seen.level()).isEqualTo(4);
        assertThat(seen.indexStatus()).isEqualTo("full");
        assertThat(seen.findings()).allMatch(key -> key.startsWith("ST-"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title-without-rights",
                "rights-without-a-title",
                "automation-rich-strategy-poor",
                "headquarters-four-genba-two",
                "workshop-theatre",
                "contact-list-without-departments"
            })
    void no_trap_reaches_a_high_level(String trap) {
        Seen seen = seen(trap);
        assertThat(seen.level()).isLessThanOrEqualTo(2);
        assertThat(seen.capped()).isEqualTo("none");
        assertThat(seen.index()).isLessThan(seen("sound").index() + 1.5);
    }

    @Test
    void a_title_without_rights() {
        // One executive answers for marketing (M4a), but holds 2 of 9 decision rights (M4c).
        Seen seen = seen("title-without-rights");
        assertThat(seen.findings()).contains("PR-4");
        assertThat(seen.because("PR-4")).containsExactly("M4a", "M4c");
        assertThat(seen.level("M4")).isEqualTo(2);
        assertThat(seen.blocking("M4")).singleElement().asString().endsWith("[item M4c 25.0 -> 50.0]");
        assertThat(seen.level()).isEqualTo(2);
        assertThat(seen.blocking()).containsExactly("3 [level M4 2.0 -> 3.0]");
    }

    @Test
    void rights_without_a_title() {
        // Eight rights, but nobody answers for the whole; nobody is told that a mandate lacks.
        Seen seen = seen("rights-without-a-title");
        assertThat(seen.item("M4c")).isEqualTo(100);
        assertThat(seen.findings()).doesNotContain("PR-4");
        assertThat(seen.level("M4")).isEqualTo(2);
        assertThat(seen.blocking("M4")).singleElement().asString().endsWith("[item M4a 0.0 -> 100.0]");
        assertThat(seen.blocking()).containsExactly("3 [level M4 2.0 -> 3.0]");
    }

    @Test
    void automation_rich_and_strategy_poor() {
        Seen seen = seen("automation-rich-strategy-poor");
        assertThat(seen.node("M1")).isEqualTo(100);
        assertThat(seen.node("M13")).isEqualTo(100);
        assertThat(seen.node("M2.1")).isEqualTo(0);
        assertThat(seen.findings()).containsExactly("DT-1");
        assertThat(seen.because("DT-1")).containsExactly("M1", "M2.1");
        // Near term 100, long term 0: no balance at all, and together sqrt(100 * 1).
        assertThat(seen.node("M2.3")).isEqualTo(0);
        assertThat(seen.node("M2.2")).isCloseTo(10, within(1e-9));
        assertThat(seen.level("M2")).isEqualTo(1);
        // The geometric index does not let tools pay for strategy.
        assertThat(seen.index()).isLessThan(40);
        assertThat(seen.level()).isEqualTo(2);
        assertThat(seen.blocking())
                .containsExactly(
                        "3 [level M2 1.0 -> 3.0; level M3 2.0 -> 3.0; level M4 2.0 -> 3.0; level M5 2.0 -> 3.0]");
    }

    @Test
    void headquarters_says_four_and_the_genba_says_two() {
        Seen seen = seen("headquarters-four-genba-two");
        // Where both are asked headquarters says 4 (75) and the genba 2 (25).
        assertThat(seen.itemHq("M6f")).isEqualTo(75);
        assertThat(seen.itemGenba("M6f")).isEqualTo(25);
        assertThat(seen.item("M6f")).isEqualTo(50);
        // The sides of the node stay visible and are joined geometrically, under their mean.
        assertThat(seen.hq("M6")).isGreaterThan(75);
        assertThat(seen.genba("M6")).isLessThan(60);
        assertThat(seen.node("M6")).isLessThan((seen.hq("M6") + seen.genba("M6")) / 2);
        // Gates read the lower side, and the gap of itself blocks: four rubrics 50 apart, two scales (5 and 3 of 7)
        // 33.3
        // apart, (4 * 50 + 2 * 33.33) / 6 = 44.44.
        assertThat(seen.level("M6")).isEqualTo(3);
        assertThat(seen.blocking("M6"))
                .singleElement()
                .asString()
                .contains("item M6f 25.0 -> 75.0")
                .contains("gap M6 44.44444444444444 -> 18.75");
        assertThat(seen.blocking("M4")).singleElement().asString().contains("item M4e 25.0 -> 50.0");
        assertThat(seen.level()).isEqualTo(2);
        assertThat(seen.blocking())
                .containsExactly("3 [level M4 2.0 -> 3.0; level M5 2.0 -> 3.0; level M7 2.0 -> 3.0]");
    }

    @Test
    void workshop_theatre() {
        // 20 % of projects reach a prototype, and nobody denies that workshops end as notes on a wall.
        Seen seen = seen("workshop-theatre");
        assertThat(seen.findings()).contains("PR-8");
        assertThat(seen.because("PR-8")).containsExactly("M7d", "M7f");
        assertThat(seen.level("M7")).isEqualTo(2);
        // 20 on the cuts 10, 30: 25 + 25 * 10 / 20 = 37.5
        assertThat(seen.blocking("M7")).singleElement().asString().endsWith("[item M7d 37.5 -> 50.0]");
        assertThat(seen.blocking()).containsExactly("3 [level M7 2.0 -> 3.0]");
    }

    @Test
    void a_perfect_contact_list_with_no_department_field() {
        Seen seen = seen("contact-list-without-departments");
        assertThat(seen.item("M1.7a")).isEqualTo(100);
        assertThat(seen.item("M10e")).isEqualTo(100);
        assertThat(seen.item("M10a")).isEqualTo(0);
        assertThat(seen.node("M10")).isGreaterThan(70);
        assertThat(seen.level("M10")).isEqualTo(1);
        assertThat(seen.blocking("M10")).singleElement().asString().endsWith("[item M10a 0.0 -> 25.0]");
        assertThat(seen.level()).isEqualTo(1);
        assertThat(seen.blocking()).containsExactly("2 [level M10 1.0 -> 2.0]");
        assertThat(seen.findings()).doesNotContain("ST-3");
    }

    @Test
    void departments_do_not_matter_to_a_company_of_consumers() {
        Wave old = wave("contact-list-without-departments");
        Company consumers = new Company("Consumers KK", "JP", null, null, CompanySize.LARGE, Market.B2C);
        Seen seen = new Seen(MOATMARK.score(new Wave(
                old.questionnaire(),
                old.version(),
                consumers,
                old.date(),
                old.form(),
                old.respondents(),
                old.others())));
        assertThat(seen.status("M10")).isEqualTo("notApplicable");
        assertThat(seen.level()).isEqualTo(4);
        assertThat(seen.warnings()).contains("answer-excluded");
    }
}
