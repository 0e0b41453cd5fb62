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
 * What a phone shows first of the screens that most people meet, beside pictures that somebody looked at. One pixel in a
 * thousand may differ. The pictures hold for one version of the browser and its fonts, which {@code pinned.txt} names;
 * elsewhere they are skipped. {@code -Dmoatmark.golden=write} takes them anew: look at them before they are committed.
 */
@ExtendWith(Journeys.class)
class GoldenJourney {

    private static final Path FOLDER = Path.of("src/browser/goldens");
    private static final Path PINNED = FOLDER.resolve("pinned.txt");
    private static final boolean WRITE = "write".equals(System.getProperty("moatmark.golden"));
    private static final List<String> SCREENS = List.of("start", "cases", "case", "instruments", "respond-welcome");

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

    static Stream<Arguments> screens() {
        return Screens.all().stream()
                .filter(screen -> SCREENS.contains(screen.name()))
                .flatMap(screen -> Stream.of(Arguments.of(screen, "en"), Arguments.of(screen, "ja")));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("screens")
    void a_screen_looks_as_it_did(Screen screen, String language) throws IOException {
        Path golden = FOLDER.resolve(screen.name() + "-" + language + ".png");
        Visitor visitor = scenery.visitor(language, 390);
        visitor.page().clock().setFixedTime("2026-11-20T05:03:00Z");
        screen.arrive(scenery, visitor);
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

    /** The percent of pixels that differ so that it can be seen; all of them where the sizes differ. */
    private static double differing(BufferedImage golden, BufferedImage seen) {
        if (golden.getWidth() != seen.getWidth() || golden.getHeight() != seen.getHeight()) {
            return 100;
        }
        int differing = 0;
        for (int y = 0; y < golden.getHeight(); y++) {
            for (int x = 0; x < golden.getWidth(); x++) {
                differing += farApart(golden.getRGB(x, y), seen.getRGB(x, y)) ? 1 : 0;
            }
        }
        return 100.0 * differing / (golden.getWidth() * golden.getHeight());
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
