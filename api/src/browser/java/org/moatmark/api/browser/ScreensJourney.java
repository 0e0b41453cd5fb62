package org.moatmark.api.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every screen in both languages, at every width, in the light and in the dark. */
@ExtendWith(Journeys.class)
class ScreensJourney {

    /** Beyond this, people notice and are annoyed (Core Web Vitals). */
    private static final double MOST_SHIFT = 0.1;

    private final Scenery scenery;

    ScreensJourney(Scenery scenery) {
        this.scenery = scenery;
    }

    static Stream<Arguments> screens() {
        String wanted = System.getProperty("moatmark.screen", "");
        return Screens.all().stream()
                .filter(screen -> screen.name().startsWith(wanted))
                .flatMap(screen -> Stream.of("en", "ja").map(language -> Arguments.of(screen, language)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("screens")
    void a_screen_is_sound_from_all_sides(Screen screen, String language) {
        Visitor visitor = scenery.visitor(language, 1280);
        screen.arrive(scenery, visitor);

        assertThat(visitor.page().evaluate("() => document.documentElement.lang"))
                .isEqualTo(language);
        visitor.lookFromAllSides(screen.name() + "-" + language);
    }

    @Test
    void nothing_is_pushed_about_while_a_main_screen_comes_over_a_slow_connection() {
        String assessment = scenery.shown().demo().replace("/v1/assessments/", "");
        Visitor visitor = scenery.visitor("en", 390);
        scenery.filling(visitor);
        scenery.toDemo(visitor, "");
        visitor.slowly();
        Map<String, Double> shifts = new TreeMap<>();
        for (String address : new String[] {
            "/",
            "/quick",
            "/cases",
            "/cases/adobe",
            "/instruments",
            "/respond#fill-1",
            "/respond#review",
            "/assessments#",
            "/assessments#new",
            "/assessments#assessment/" + assessment,
            "/assessments#assessment/" + assessment + "/seats",
            "/assessments#assessment/" + assessment + "/results",
            "/assessments#report/" + assessment + "/" + Shown.QUESTIONNAIRE
        }) {
            shifts.put(address, visitor.shift(address));
        }

        assertThat(shifts).allSatisfy((address, shift) -> assertThat(shift).isLessThan(MOST_SHIFT));
    }
}
