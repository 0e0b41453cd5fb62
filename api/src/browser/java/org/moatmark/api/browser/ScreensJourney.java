package org.moatmark.api.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every screen in both languages, at every width, in the light and in the dark. */
class ScreensJourney {

    private static Chromium chromium;
    private static Scenery scenery;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        scenery = new Scenery();
    }

    @AfterAll
    static void stop() {
        scenery.close();
        chromium.close();
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
        try (Visitor visitor = chromium.visitor(scenery.server().url(), language, 1280)) {
            screen.arrive(scenery, visitor);

            assertThat(visitor.page().evaluate("() => document.documentElement.lang"))
                    .isEqualTo(language);
            visitor.lookFromAllSides(screen.name() + "-" + language);
        }
    }
}
