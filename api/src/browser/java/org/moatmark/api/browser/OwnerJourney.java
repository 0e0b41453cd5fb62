package org.moatmark.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.moatmark.api.Running;

/** An owner at work: signs in, and from there on. */
class OwnerJourney {

    private static Chromium chromium;
    private static Running server;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        server = Running.start();
    }

    @AfterAll
    static void stop() {
        server.close();
        chromium.close();
    }

    private static Visitor signIn(Visitor visitor) {
        visitor.open("/assessments");
        visitor.page().locator("#key").fill(Running.OWNER);
        visitor.page().locator("#key").press("Enter");
        assertThat(visitor.page().locator(".desk-nav").first()).isVisible();
        return visitor;
    }

    @Test
    void a_reload_keeps_one_signed_in_and_signing_out_ends_it_in_every_tab() {
        try (Visitor visitor = signIn(chromium.visitor(server.url(), "en", 1280))) {
            Page page = visitor.page();
            page.reload();
            assertThat(page.locator(".desk-who")).containsText("First tenant");
            Cookie cookie = visitor.context().cookies().get(0);
            assertThat(cookie.httpOnly).isTrue();
            assertThat(String.valueOf(page.evaluate(
                            "() => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")))
                    .isEqualTo("[{\"moatmark:signed-in\":\"yes\"},{},\"\"]");
            Page other = visitor.tab(server.url());
            other.navigate("/assessments#keys");
            assertThat(other.locator(".desk h1")).hasText("Keys");

            visitor.button("Sign out").click();

            assertThat(page.locator("#key")).isVisible();
            assertThat(other.locator("#key")).isVisible();
            assertThat(visitor.context().cookies()).isEmpty();
            assertThat(page.request()
                            .get(
                                    "/v1/companies",
                                    com.microsoft.playwright.options.RequestOptions.create()
                                            .setHeader("Cookie", cookie.name + "=" + cookie.value))
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void a_cookie_that_ends_in_the_middle_leaves_the_screen_as_it_is() {
        try (Visitor visitor =
                signIn(chromium.visitor(server.url(), "en", 1280)).expecting("401")) {
            Page page = visitor.page();
            page.navigate("/assessments#keys");
            page.locator("details summary").click();
            page.locator("input[name=label]").fill("Half typed");
            visitor.context().clearCookies();
            page.locator("details form button").click();
            assertThat(page.locator("#key")).isVisible();
            visitor.look("owner-signed-out-in-the-middle");

            page.locator("#key").fill("mm_live_wrong");
            page.locator("#key").press("Enter");
            assertThat(page.locator("#key-wrong")).isVisible();
            page.locator("#key").fill(Running.OWNER);
            page.locator("#key").press("Enter");

            assertThat(page.locator("input[name=label]")).hasValue("Half typed");
            page.locator("details form button").click();
            assertThat(page.locator(".notice[role=status]")).containsText("Half typed");
        }
    }
}
