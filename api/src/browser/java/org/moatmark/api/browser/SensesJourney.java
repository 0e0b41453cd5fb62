package org.moatmark.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People whose eyes see other colours, whose system sets its own, or whom motion makes ill. */
@ExtendWith(Journeys.class)
class SensesJourney {

    /** In a chart the same shape in two colours, where neither a label on it nor its place in a row tells them apart. */
    private static final String BY_COLOUR_ALONE = """
            () => [...document.querySelectorAll('.mm-chart')].filter((one) => one.checkVisibility()).flatMap((chart) => {
              const seen = new Map();
              for (const mark of chart.querySelectorAll('circle, path, polygon')) {
                const hollow = mark.matches('.mm-f-back');
                const shape = `${mark.tagName} ${hollow ? 'hollow' : 'full'}`;
                const colour = [...mark.classList].find((one) => one.startsWith(hollow ? 'mm-s-' : 'mm-f-'));
                seen.set(shape, (seen.get(shape) ?? new Set()).add(colour));
              }
              return [...seen].filter(([, colours]) => colours.size > 1)
                  .map(([shape, colours]) => `${chart.closest('figure')?.id}: ${shape} is ${[...colours].join(' and ')}`);
            })""";

    /** Whatever moves by itself or takes its time to change; every visitor asks for less motion. */
    private static final String MOVING = """
            () => [...document.querySelectorAll('body *')].filter((one) => {
              const { animationName, transitionDuration } = getComputedStyle(one);
              return animationName !== 'none' || transitionDuration.split(', ').some((time) => parseFloat(time) > 0);
            }).map((one) => one.outerHTML.slice(0, 80)).slice(0, 3)""";

    private final Scenery scenery;

    SensesJourney(Scenery scenery) {
        this.scenery = scenery;
    }

    private record Sight(String name, BiConsumer<Scenery, Visitor> arrival) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sight> sights() {
        return Stream.of(
                new Sight("fill", Scenery::answered),
                new Sight("offline", Scenery::offline),
                new Sight("conflict", Scenery::conflict),
                new Sight("quick", Scenery::quickResult),
                new Sight("case", (scenery, visitor) -> visitor.open("/cases/adobe")),
                new Sight("compare", (scenery, visitor) -> visitor.open("/cases/compare?a=adobe&b=jp-shimano")),
                new Sight("desk", (scenery, visitor) -> scenery.toDemo(visitor, "")),
                new Sight("report", Scenery::shared));
    }

    @ParameterizedTest
    @MethodSource("sights")
    void words_and_marks_are_seen_by_eyes_that_see_other_colours_and_nothing_moves(Sight sight) {
        Visitor visitor = scenery.visitor("en", 900)
                .expecting("ERR_INTERNET_DISCONNECTED")
                .expecting("412");
        sight.arrival().accept(scenery, visitor);
        List<String> faint = new ArrayList<>();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            new Eyes(visitor).faint().forEach(pair -> faint.add(scheme + ": " + pair));
        }

        assertThat(faint).isEmpty();
        assertThat((List<?>) visitor.page().evaluate(BY_COLOUR_ALONE)).isEmpty();
        assertThat((List<?>) visitor.page().evaluate(MOVING))
                .as("what moves, though no motion was asked for")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIGHT", "DARK"})
    void colours_of_the_system_leave_what_is_chosen_and_where_the_focus_is(ColorScheme scheme) {
        Visitor visitor = scenery.visitor(
                "ja",
                390,
                options -> options.setForcedColors(ForcedColors.ACTIVE).setColorScheme(scheme));
        scenery.answered(visitor);
        Page page = visitor.page();
        var chosen = page.locator(".option:has(:checked)").first();
        var other = page.locator(".option:not(:has(:checked))").first();

        assertThat(chosen).hasCSS("outline-style", "solid");
        assertThat(other).hasCSS("outline-style", "none");
        assertThat(page.locator(".progress progress").first()).hasCSS("border-top-style", "solid");
        other.locator("input").focus();
        page.keyboard().press("Tab");
        assertThat(page.evaluate(
                        "() => getComputedStyle(document.activeElement.closest('label') ?? document.activeElement)"
                                + ".outlineStyle"))
                .isEqualTo("solid");
        scenery.shared(visitor);
        assertThat(page.evaluate("() => getComputedStyle(document.querySelector('.mm-chart .mm-f-text')).fill"))
                .isEqualTo(page.evaluate("() => getComputedStyle(document.querySelector('.report h1')).color"));
    }
}
