package org.moatmark.api.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.imageio.ImageIO;

/**
 * A screen as eyes see it that lack a kind of cones or all of them. Every pair of a colour of words or marks and the ground it
 * stands on is painted into a corner of the page, and read off a picture that the browser takes under each deficiency.
 */
final class Eyes {

    private static final List<String> DEFICIENCIES =
            List.of("achromatopsia", "deuteranopia", "protanopia", "tritanopia");

    /** WCAG 1.4.11 for marks and large words; words have 4.5 for usual eyes, which axe looks for. */
    private static final double LEAST = 3;

    private static final int SIZE = 8;
    private static final int IN_A_ROW = 50;

    /** The pairs of a screen, painted; whoever is switched off or only decorates is left out. */
    private static final String PAINT = """
            ([size, inARow]) => {
              const canvas = getComputedStyle(document.body).backgroundColor;
              const clear = (colour) => colour === 'transparent' || /, 0\\)$/.test(colour) || colour === 'none';
              const ground = (one) => {
                for (let at = one; at; at = at.parentElement) {
                  const colour = getComputedStyle(at).backgroundColor;
                  if (!clear(colour)) return colour;
                }
                return getComputedStyle(document.documentElement).backgroundColor;
              };
              const pairs = new Map();
              const add = (what, colour, back) => clear(colour) || colour === back || pairs.set(`${colour}|${back}`, {what, colour, back});
              for (const one of document.querySelectorAll('body *')) {
                if (!one.checkVisibility({visibilityProperty: true}) || one.closest('svg, :disabled, .skip')) continue;
                const style = getComputedStyle(one);
                const words = [...one.childNodes].some((node) => node.nodeType === 3 && node.nodeValue.trim());
                if (words) add(one.outerHTML.slice(0, 60), style.color, ground(one));
                if (one.matches('input, select, textarea, .option:has(:checked), .badge, .state, button.outline')) {
                  add(`edge of ${one.outerHTML.slice(0, 60)}`, style.borderTopColor, ground(one.parentElement));
                }
                if (one.matches('.band-dot')) add('dot of a score', style.backgroundColor, ground(one.parentElement));
              }
              for (const chart of document.querySelectorAll('.mm-chart')) {
                if (!chart.checkVisibility()) continue;
                const ink = (name) => getComputedStyle(chart).getPropertyValue(`--mm-${name}`).trim();
                const used = (name) => chart.querySelector(`.mm-f-${name}, .mm-s-${name}`);
                for (const name of ['text', 'muted', 'us', 'axis']) {
                  if (used(name)) add(`${name} of a chart`, ink(name), ink('back'));
                }
                [['step1', 'onlow'], ['step2', 'onlow'], ['step3', 'onmiddle'], ['step4', 'onhigh'], ['step5', 'onhigh'],
                  ['shade4', 'us'], ['shade4', 'text']].forEach(([back, name]) =>
                    used(back) && used(name) && add(`${name} on ${back}`, ink(name), ink(back)));
              }
              const corner = document.createElement('div');
              corner.id = 'eyes';
              Object.assign(corner.style, {position: 'fixed', inset: '0 auto auto 0', zIndex: '9999', display: 'grid', gap: 0,
                gridTemplateColumns: `repeat(${inARow * 2}, ${size}px)`, gridAutoRows: `${size}px`});
              for (const {colour, back} of pairs.values()) {
                for (const paint of [colour, back]) {
                  const spot = document.createElement('i');
                  spot.style.background = paint;
                  corner.append(spot);
                }
              }
              document.body.append(corner);
              return [...pairs.values()].map(({what, colour, back}) => `${what} ${colour} on ${back}`);
            }""";

    private final Page page;
    private final CDPSession session;

    Eyes(Visitor visitor) {
        page = visitor.page();
        session = visitor.context().newCDPSession(page);
    }

    /** Every pair that some eyes can hardly tell apart. */
    List<String> faint() {
        List<?> pairs = (List<?>) page.evaluate(PAINT, List.of(SIZE, IN_A_ROW));
        List<String> faint = new ArrayList<>();
        for (String deficiency : DEFICIENCIES) {
            see(deficiency);
            BufferedImage seen = corner(pairs.size());
            for (int i = 0; i < pairs.size(); i++) {
                double contrast = contrast(spot(seen, 2 * i), spot(seen, 2 * i + 1));
                if (contrast < LEAST) {
                    faint.add(String.format(Locale.ROOT, "%s: %.2f, %s", deficiency, contrast, pairs.get(i)));
                }
            }
        }
        see("none");
        page.evaluate("() => document.getElementById('eyes').remove()");
        session.detach();
        return faint;
    }

    private void see(String deficiency) {
        JsonObject arguments = new JsonObject();
        arguments.addProperty("type", deficiency);
        session.send("Emulation.setEmulatedVisionDeficiency", arguments);
    }

    private BufferedImage corner(int pairs) {
        int rows = (pairs + IN_A_ROW - 1) / IN_A_ROW;
        byte[] png = page.screenshot(new Page.ScreenshotOptions().setClip(0, 0, 2 * IN_A_ROW * SIZE, rows * SIZE));
        try {
            return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int spot(BufferedImage seen, int index) {
        int row = index / (2 * IN_A_ROW);
        int column = index % (2 * IN_A_ROW);
        return seen.getRGB(column * SIZE + SIZE / 2, row * SIZE + SIZE / 2);
    }

    /** As WCAG 2.2 defines it. */
    private static double contrast(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double share = (channel & 0xff) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
