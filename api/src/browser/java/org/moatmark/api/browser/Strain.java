package org.moatmark.api.browser;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a screen has to bear without losing a word or needing a second way to scroll: a window as small as one of 1280 by 1024 at
 * 400 %, the spacing of text that WCAG 1.4.12 lets everybody set, and texts longer by two fifths, as another language would have
 * them. The last leaves the screen unreadable.
 */
final class Strain {

    private static final int NARROW = 320;
    private static final int LOW = 256;
    private static final int PHONE = 780;

    private static final String SPACED = """
            () => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
                word-spacing: .16em !important } p { margin-bottom: 2em !important }`);
              document.adoptedStyleSheets = [sheet];
            }""";

    /** What people wrote and what is code stays as long as it is. */
    private static final String LONGER = """
            () => {
              document.adoptedStyleSheets = [];
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              const all = [];
              while (texts.nextNode()) all.push(texts.currentNode);
              for (const text of all) {
                const word = text.nodeValue.trim();
                if (!/\\p{L}{2}/u.test(word) || text.parentElement.closest('script, svg, textarea, pre, code')) continue;
                const more = word.slice(0, Math.ceil(word.length * 0.4));
                text.nodeValue += (/[a-z]/i.test(word) ? ' ' : '') + more;
              }
            }""";

    /** What is wider than the window, what is cut off, what sticks out of its box, and what sticks over most of the window. */
    private static final String FAULTS = """
            () => {
              const faults = [];
              const name = (one) => one.outerHTML.slice(0, 90).replace(/\\s+/g, ' ');
              const over = document.documentElement.scrollWidth - innerWidth;
              if (over > 0) {
                const wide = [...document.querySelectorAll('body *')].filter(
                    (one) => one.getBoundingClientRect().right > innerWidth + 0.5 && !one.closest('.scroll, pre'));
                faults.push(over + ' pixels too wide: ' + wide.map(name).slice(-2).join(' | '));
              }
              for (const one of document.querySelectorAll('body *')) {
                if (!one.clientWidth || !one.checkVisibility({visibilityProperty: true}) || one.closest('svg')) continue;
                const style = getComputedStyle(one);
                const hidden = (way) => ['hidden', 'clip'].includes(way) && style.clipPath === 'none';
                const cut = hidden(style.overflowX) && one.scrollWidth > one.clientWidth + 1
                    || hidden(style.overflowY) && one.scrollHeight > one.clientHeight + 1;
                if (cut && style.webkitLineClamp === 'none' && !one.matches('select, input')) faults.push('cut: ' + name(one));
                const box = one.matches('button, [role=button], label, legend, summary, th, td, .badge, .state, .notice');
                if (box && style.display !== 'inline' && style.overflowX === 'visible' && style.clipPath === 'none'
                    && one.scrollWidth > one.clientWidth + 1) {
                  faults.push('sticks out: ' + name(one));
                }
                if (['sticky', 'fixed'].includes(style.position) && one.clientWidth > innerWidth / 2
                    && one.clientHeight > innerHeight / 3 && !one.closest('dialog')) {
                  faults.push('covers the window: ' + name(one));
                }
              }
              return faults.slice(0, 5);
            }""";

    private final Page page;

    Strain(Page page) {
        this.page = page;
    }

    /** Everything that a screen does not bear. */
    List<String> faults(String name) {
        page.setViewportSize(NARROW, LOW);
        Stream<String> zoomed = faults(name, "at 400 %");
        page.setViewportSize(NARROW, PHONE);
        page.evaluate(SPACED);
        Stream<String> spaced = faults(name, "with wide spacing");
        page.evaluate(LONGER);
        return Stream.of(zoomed, spaced, faults(name, "with longer texts"))
                .flatMap(one -> one)
                .toList();
    }

    private Stream<String> faults(String name, String how) {
        return ((List<?>) page.evaluate(FAULTS)).stream().map(fault -> name + " " + how + ": " + fault);
    }
}
