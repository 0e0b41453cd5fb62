package org.moatmark.api.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is seen first of the screens that most people meet, beside pictures that somebody looked at. One pixel in a thousand
 * may differ, and what stands one pixel higher or lower is the same: where half pixels go depends on how a page was scrolled
 * before. The pictures hold for one version of the browser and its fonts, which {@code pinned.txt} names; elsewhere they
 * are skipped. {@code .ci/goldens} takes them anew: look at them before they are committed.
 */
@ExtendWith(Journeys.class)
@AtMoment(GoldenJourney.MOMENT)
class GoldenJourney {

    /** When all pictures are taken, by the clock of the server and of the browser. */
    static final String MOMENT = "2026-11-20T05:03:00Z";

    private static final Path FOLDER = Path.of("src/browser/goldens");
    private static final Path PINNED = FOLDER.resolve("pinned.txt");
    private static final boolean WRITE = "write".equals(System.getProperty("moatmark.golden"));
    private static final int PHONE = 390;
    private static final int DESK = 1280;

    private static final List<View> VIEWS = List.of(
            light("start", PHONE),
            light("cases", PHONE),
            light("case", PHONE),
            light("compare", PHONE),
            light("compare", DESK),
            light("instruments", PHONE),
            light("quick-result", PHONE),
            light("respond-welcome", PHONE),
            light("respond-fill", PHONE),
            light("respond-fill", DESK),
            light("respond-conflict", PHONE),
            light("respond-receipt", PHONE),
            light("owner-assessments", PHONE),
            light("owner-assessments", DESK),
            light("report", PHONE),
            light("report", DESK),
            new View("report", PHONE, true),
            new View("report", DESK, true));

    /** What is another each time: the number of a receipt, whose width is another too. */
    private static final String WITHOUT_CHANCE =
            "() => document.querySelectorAll('main code').forEach(code => code.textContent = '0'.repeat(24))";

    private static final int SETTLED_MS = 1_200;

    /** What nobody sees: the smoothing of an edge. */
    private static final int FAINT = 24;

    private static final double MOST_PERCENT = 0.1;

    private final Scenery scenery;

    GoldenJourney(Scenery scenery) {
        this.scenery = scenery;
    }

    @BeforeAll
    static void start(Scenery scenery) throws IOException {
        String here = scenery.chromium().version() + "\n" + font("system-ui") + font("Noto Sans CJK JP");
        if (WRITE) {
            Files.createDirectories(FOLDER);
            Files.writeString(PINNED, here);
        }
        String pinned = Files.readString(PINNED);
        Assumptions.assumeTrue(
                pinned.equals(here), "Goldens are skipped: they are of " + pinned + " and here is " + here);
    }

    /** The font that is taken for a name. */
    private static String font(String name) throws IOException {
        try {
            Process asked = new ProcessBuilder("fc-match", "-f", "%{family[0]} %{fontversion}\n", name).start();
            return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            return "no fc-match\n";
        }
    }

    /** A screen in a window, in the light or in the dark. */
    private record View(String screen, int width, boolean dark) {

        Path picture(String language) {
            String side = (width == PHONE ? "" : "-" + width) + (dark ? "-dark" : "");
            return FOLDER.resolve(screen + side + "-" + language + ".png");
        }
    }

    private static View light(String screen, int width) {
        return new View(screen, width, false);
    }

    static Stream<Arguments> views() {
        return VIEWS.stream()
                .filter(view -> view.screen().startsWith(System.getProperty("moatmark.screen", "")))
                .flatMap(view -> Stream.of("en", "ja").map(language -> Arguments.of(view, language)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("views")
    void a_screen_looks_as_it_did(View view, String language) throws IOException {
        Path golden = view.picture(language);
        Visitor visitor = scenery.visitor(language, view.width(), view.dark());
        visitor.page().clock().setFixedTime(MOMENT);
        Screens.named(view.screen()).arrive(scenery, visitor);
        rest(visitor.page());
        byte[] seen =
                visitor.page().screenshot(new Page.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED));
        if (WRITE) {
            Files.write(golden, seen);
        }
        assertThat(differing(picture(Files.readAllBytes(golden)), picture(seen)))
                .as("percent of the pixels of " + golden + " that differ")
                .isLessThanOrEqualTo(MOST_PERCENT);
    }

    /** No pointer over anything, no focus, and what was asked of the server has come. */
    private static void rest(Page page) {
        page.mouse().move(0, 0);
        page.evaluate(WITHOUT_CHANCE);
        page.evaluate("() => { document.activeElement?.blur(); scrollTo(0, 0); }");
        page.waitForTimeout(SETTLED_MS);
    }

    private static BufferedImage picture(byte[] png) {
        try {
            return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The percent of pixels of either that the other has nowhere near; all of them where the sizes differ. */
    private static double differing(BufferedImage golden, BufferedImage seen) {
        if (golden.getWidth() != seen.getWidth() || golden.getHeight() != seen.getHeight()) {
            return 100;
        }
        int differing = 0;
        for (int y = 0; y < golden.getHeight(); y++) {
            for (int x = 0; x < golden.getWidth(); x++) {
                differing += lacks(seen, x, y, golden.getRGB(x, y)) || lacks(golden, x, y, seen.getRGB(x, y)) ? 1 : 0;
            }
        }
        return 100.0 * differing / (golden.getWidth() * golden.getHeight());
    }

    /** Whether a picture has a colour neither at a place nor one pixel above or below. */
    private static boolean lacks(BufferedImage picture, int x, int y, int colour) {
        for (int near = Math.max(0, y - 1); near <= Math.min(picture.getHeight() - 1, y + 1); near++) {
            if (!farApart(picture.getRGB(x, near), colour)) {
                return false;
            }
        }
        return true;
    }

    private static boolean farApart(int one, int other) {
        for (int shift = 0; shift < 24; shift += 8) {
            if (Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)) > FAINT) {
                return true;
            }
        }
        return false;
    }
}
