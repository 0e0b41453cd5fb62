package org.moatmark.api.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The browser of the tests: the chromium on the PATH, without a network of its own. */
public final class Chromium implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private final Playwright playwright;
    private final BrowserType.LaunchOptions options;
    private final Browser browser;

    private Chromium(Path program) {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        options = new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(ARGUMENTS);
        browser = playwright.chromium().launch(options);
    }

    /** Starts the browser that there is. */
    public static Chromium start() {
        return new Chromium(program().orElseThrow());
    }

    /** The browser on the PATH, if there is one. */
    static Optional<Path> program() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Somebody with a browser of their own: no cookies, no storage. */
    public Visitor visitor(String base, String language, int width, Consumer<Browser.NewContextOptions> more) {
        Browser.NewContextOptions context = new Browser.NewContextOptions()
                .setBaseURL(base)
                .setLocale(language)
                .setTimezoneId("Asia/Tokyo")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, Visitor.height(width));
        more.accept(context);
        return new Visitor(browser.newContext(context), base);
    }

    String version() {
        return "Chromium " + browser.version();
    }

    /** A browser that nobody watches, for files. */
    BrowserContext bare() {
        return browser.newContext();
    }

    /** Somebody whose browser keeps its storage in a folder, so that it survives being killed. */
    public Visitor keeping(Path folder, String base, String language, int width) {
        return new Visitor(
                playwright
                        .chromium()
                        .launchPersistentContext(
                                folder,
                                new BrowserType.LaunchPersistentContextOptions()
                                        .setExecutablePath(options.executablePath)
                                        .setArgs(ARGUMENTS)
                                        .setBaseURL(base)
                                        .setLocale(language)
                                        .setViewportSize(width, Visitor.height(width))),
                base);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
