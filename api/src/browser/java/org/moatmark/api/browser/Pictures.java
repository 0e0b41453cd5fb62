package org.moatmark.api.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Takes a picture of every screen, in English at a desk and in Japanese on a phone, into {@code -Dmoatmark.pictures=FOLDER}.
 * No journey: {@code .ci/screens} runs it.
 */
@ExtendWith(Journeys.class)
class Pictures {

    private static final String FOLDER = System.getProperty("moatmark.pictures", "");
    private static final int TALLEST = 1_000;

    private final Scenery scenery;

    Pictures(Scenery scenery) {
        this.scenery = scenery;
    }

    @BeforeAll
    static void start() throws IOException {
        Assumptions.assumeFalse(FOLDER.isEmpty(), "No pictures are taken: -Dmoatmark.pictures names no folder.");
        Files.createDirectories(Path.of(FOLDER));
    }

    static Stream<Arguments> screens() {
        String wanted = System.getProperty("moatmark.screen", "");
        return Screens.all().stream()
                .filter(screen -> screen.name().startsWith(wanted))
                .flatMap(screen -> Stream.of(Arguments.of(screen, "en", 1280), Arguments.of(screen, "ja", 390)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("screens")
    void a_screen_has_its_picture(Screen screen, String language, int width) {
        Visitor visitor = scenery.visitor(language, width);
        screen.arrive(scenery, visitor);
        Page page = visitor.page();
        page.mouse().move(0, 0);
        page.evaluate("() => scrollTo(0, 0)");
        Page.ScreenshotOptions picture = new Page.ScreenshotOptions()
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(Path.of(FOLDER, screen.name() + "-" + language + ".png"));
        page.screenshot(page.locator("dialog[open]").count() > 0 ? picture : whole(picture, page, width));
    }

    /** Of what is longer than the window, so much. What lies over everything else covers the window, and no more. */
    private static Page.ScreenshotOptions whole(Page.ScreenshotOptions picture, Page page, int width) {
        int height = ((Number) page.evaluate("() => document.documentElement.scrollHeight")).intValue();
        return picture.setFullPage(true).setClip(0, 0, width, Math.min(height, TALLEST));
    }
}
