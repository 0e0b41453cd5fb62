package org.moatmark.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moatmark.api.http.World;

/** What owners do now and then: confidential assessments, seats that change hands, keys, own questionnaires, erasing. */
@ExtendWith(Journeys.class)
class OwnerDeedsJourney {

    private final Scenery scenery;

    OwnerDeedsJourney(Scenery scenery) {
        this.scenery = scenery;
    }

    private static Page signIn(Visitor visitor, String key, String screen) {
        Scenery.signedIn(visitor, key, screen);
        return visitor.page();
    }

    @Test
    void a_seat_of_one_is_warned_of_before_anybody_is_invited() {
        Visitor owner = scenery.visitor("ja", 320);
        Page page = signIn(owner, scenery.owner(), "new");
        page.locator("select").first().selectOption("");
        page.locator("input[name=companyName]").fill("甲社");
        page.locator("input[name=name]").fill("機密の診断");
        page.locator("form button[type=submit]").last().click();
        assertThat(page.locator("#asked-missing")).isVisible();
        page.locator(".asked input[type=checkbox]").last().check();
        page.locator("input[name=mode][value=confidential]").check();
        page.locator("input[type=number]").fill("4");
        assertThat(page.locator(".visibility .notice")).containsText("4人以上");
        owner.look("owner-new-confidential-ja-320");
        page.locator("form button[type=submit]").last().click();
        page.waitForURL("**/seats");
        Locator form = page.locator("details.add form");
        form.locator("select").selectOption("executive");
        form.locator("textarea").fill("財務担当、財務部");
        form.locator("button[type=submit]").click();

        assertThat(page.locator(".notice.warn").first()).containsText("財務部は回答枠が一つのため");
        owner.look("owner-seats-confidential-ja-320");
        page.locator(".desk .desk-nav a").first().click();
        page.locator(".next button").first().click();
        assertThat(page.locator(".next [role=alert]")).containsText("回答枠は1件です。回答が4人に満たない場合");
        page.locator(".next [role=alert] ~ button").first().click();
        assertThat(page.locator(".rate").first()).containsText("表示されません");
        owner.look("owner-open-confidential-ja-320");
        page.locator(".desk-nav a[href$='/results']").click();
        assertThat(page.locator("article")).containsText("提出した人が4人に満たないため、結果はありません。");
        assertThat(page.locator("article a, article button")).hasCount(0);
    }

    @Test
    void what_is_known_of_a_company_is_mended_and_nobody_who_is_in_is_asked_to_sign_in() {
        World world = new World(scenery.server().port(), scenery.owner());
        String assessment = world.draft();
        Visitor owner = scenery.visitor("en", 390);
        Page page = signIn(owner, scenery.owner(), "assessment/" + assessment + "/settings");
        Locator form = page.locator("form:has(select[name=size])");
        assertThat(form.locator("select[name=size] option:checked")).hasText("Large");
        form.locator("select[name=size]").selectOption("small");
        form.locator("select[name=market]").selectOption("");
        form.locator("button[type=submit]").click();
        assertThat(form.locator("[role=status]")).hasText("Saved.");
        page.reload();
        assertThat(form.locator("select[name=size] option:checked")).hasText("Small");
        assertThat(form.locator("select[name=market] option:checked")).hasText("not said");

        owner.open("/cases");
        assertThat(page.locator("#sign-in")).hasText("Assessments");
        page.locator("#sign-in").click();
        assertThat(page.locator(".desk-nav").first()).isVisible();
        owner.button("Sign out").click();
        assertThat(page.locator("#sign-in")).hasText("Sign in");
        owner.open("/");
        assertThat(page.locator("#sign-in")).hasText("Sign in");
    }

    @Test
    void a_seat_is_renamed_handed_over_and_erased_by_the_keyboard() {
        World world = new World(scenery.server().port(), scenery.owner());
        String assessment = world.open();
        World.Seat seat = world.seat(assessment);
        world.answer(seat.token());
        Visitor owner = scenery.visitor("en", 1280);
        Page page = signIn(owner, scenery.owner(), "assessment/" + assessment + "/seats");
        press(page, "Change seat seat-1");
        page.locator("input[name=key]").fill("Renamed");
        page.locator("input[name=key]").press("Enter");
        assertThat(page.locator("tbody th")).containsText("Renamed");

        press(page, "Hand over seat Renamed");
        assertThat(page.locator(".sure")).containsText("the old one stops working");
        page.getByText("Make a new link").press("Enter");
        assertThat(page.locator("button[aria-label='Copy the link of seat Renamed']"))
                .isVisible();

        press(page, "History of seat Renamed");
        assertThat(page.locator("tr.more li")).hasCount(2);
        press(page, "Erase seat Renamed");
        owner.look("owner-erase-seat");
        page.getByText("Erase the seat").press("Enter");
        assertThat(page.locator(".notice")).containsText("There is no seat yet");
    }

    private static void press(Page page, String name) {
        page.locator("button[aria-label='" + name + "']").press("Enter");
    }

    @Test
    void a_consultant_sees_what_was_granted_and_no_more() {
        World world = new World(scenery.server().port(), scenery.owner());
        World.Key analyst = world.key("analyst");
        String assessment = world.open();
        Visitor owner = scenery.visitor("en", 1280);
        Visitor consultant = scenery.visitor("en", 390);
        Page theirs = signIn(consultant, analyst.secret(), "");
        assertThat(theirs.locator(".notice")).containsText("No assessment has been granted");
        assertThat(theirs.locator(".desk-nav").first()).not().containsText("Keys");

        Page page = signIn(owner, scenery.owner(), "assessment/" + assessment + "/settings");
        page.getByText("Grant", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("section:last-child tbody th")).hasText("A key");
        theirs.reload();
        assertThat(theirs.locator("tbody th")).hasText("Autumn");
        theirs.locator("tbody th a").click();
        assertThat(theirs.locator(".desk .desk-nav")).containsText("Results");
        assertThat(theirs.locator(".desk .desk-nav")).not().containsText("Audit");
        consultant.look("owner-consultant");

        page.locator("button[aria-label='Take the grant to A key back']").click();
        assertThat(page.getByText("Owners only.")).isVisible();
    }

    @Test
    void a_questionnaire_of_ones_own_is_checked_read_in_both_languages_published_and_compared() {
        String good = World.questionnaire("our-view", "1.0.0");
        String bad = good.replaceFirst("\"type\": \"rubric\"", "\"type\": \"rubrik\"")
                .replaceFirst("\"licence\"", "\"license\"");
        String half = good.replaceFirst("(\"title\": \\{\\s*\"en\": \"[^\"]*\"),\\s*\"ja\": \"[^\"]*\"", "$1");
        Visitor owner = scenery.visitor("ja", 1280).expecting("422").expecting("400");
        Page page = signIn(owner, scenery.owner(), "questionnaires/new");
        upload(page, "{\"format\": ");
        assertThat(page.locator(".notice.bad")).isVisible();
        upload(page, bad);
        assertThat(page.locator(".faults tbody tr").nth(1)).isVisible();
        assertThat(page.locator(".faults")).containsText("rubrik");
        assertThat(page.locator(".faults code").first()).containsText("/");
        owner.look("owner-questionnaire-faults-ja");
        upload(page, half);
        assertThat(page.locator(".both .notice.warn")).containsText("日本語");
        upload(page, good);
        assertThat(page.locator("[role=status] .notice")).containsText("our-view 1.0.0");
        page.locator(".both summary").first().click();
        owner.look("owner-questionnaire-preview-ja");
        page.getByText("our-view 1.0.0 を公開").click();
        page.waitForURL("**#questionnaires/our-view");

        Scenery.go(page, "questionnaires/new");
        upload(page, World.questionnaire("our-view", "1.1.0").replaceFirst("\"core\": true", "\"core\": false"));
        page.getByText("our-view 1.1.0 を公開").click();
        page.waitForURL("**#questionnaires/our-view");
        page.locator(".fields select").nth(1).selectOption("1.0.0");
        assertThat(page.locator("table.scores tbody tr").first()).isVisible();
        owner.look("owner-questionnaire-difference-ja");
    }

    private static void upload(Page page, String text) {
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("q.json", "application/json", text.getBytes(StandardCharsets.UTF_8)));
        Scenery.settled(page);
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "ja, 390"})
    void a_running_assessment_goes_on_with_a_newer_version_after_a_look(String language, int width) {
        String assessment = scenery.shown().outdated("outdated-" + language);
        Visitor owner = scenery.visitor(language, width);
        Page page = signIn(owner, scenery.owner(), "assessment/" + assessment + "/upgrade");
        page.locator("form button[type=submit]").click();
        Locator report = page.locator(".upgrade-report");
        assertThat(report.locator("h3")).isFocused();
        assertThat(report.locator("table").first()).containsText("OV01");
        assertThat(report.locator("p").first()).containsText("29");
        assertThat(report.locator("table").nth(1).locator("tbody tr").first()).containsText(Pattern.compile("\\d\\d"));
        assertThat(scenery.api().get("/v1/assessments/" + assessment).toString())
                .contains("\"1.0.0\"");
        owner.look("owner-upgrade-" + language);

        page.locator("input[name=title]").fill("<b>Before</b>");
        page.locator("input[name=snapshot]").fill("before");
        page.locator("input[name=snapshot]").press("Enter");

        assertThat(page.locator(".upgrade-report [role=status]")).containsText("before");
        assertThat(page.locator("section.next")).containsText("1.1.0");
        owner.look("owner-upgraded-" + language);
        assertThat(scenery.api().get("/v1/assessments/" + assessment).toString())
                .contains("\"1.1.0\"");
        page.locator(".desk .desk-nav a[href$='/snapshots']").click();
        assertThat(page.locator("tbody th").first()).containsText("<b>Before</b>");
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "ja, 320"})
    void results_are_given_to_the_yearly_benchmark_and_taken_back_by_keys_alone(String language, int width) {
        World world = new World(scenery.server().port(), scenery.owner());
        String assessment = world.open();
        OwnersWords words = new OwnersWords(language);
        Visitor owner = scenery.visitor(language, width).expecting("404");
        Page page = signIn(owner, scenery.owner(), "assessment/" + assessment + "/benchmark");
        assertThat(page.locator("[role=status]")).hasText(words.say("contributeLater"));
        world.step(assessment, "close");
        page.reload();
        page.locator(".desk button.narrow").press("Enter");
        assertThat(page.locator(".desk button.narrow")).hasText(words.say("takeBack"));
        assertThat(scenery.api()
                        .get("/v1/assessments/" + assessment + "/contribution")
                        .get("contributed")
                        .getAsBoolean())
                .isTrue();
        page.locator("details summary").press("Enter");
        assertThat(page.locator("details").getByText(words.say("notReleased"))).isVisible();
        owner.look("owner-benchmark-given-" + language);

        page.locator(".desk button.narrow").press("Enter");

        assertThat(page.locator("p[role=status]")).hasText(words.say("notContributed"));
    }

    @Test
    void an_organisation_takes_its_data_away_and_erases_itself() {
        String key = scenery.server().tenant("乙社");
        Visitor owner = scenery.visitor("en", 390);
        Page page = signIn(owner, key, "settings");
        page.locator("input[name=timeZone]").fill("Asia/Tokyo");
        page.locator("form button[type=submit]").first().click();
        assertThat(page.locator("form [role=status]").first()).hasText("Saved.");
        owner.look("owner-tenant-settings");
        Scenery.go(page, "data");
        page.getByText("Make the file").click();
        assertThat(page.locator(".save-file button")).isVisible();
        page.getByText("See what is older").click();
        assertThat(page.getByText("Nothing is older than it is to be kept.")).isVisible();
        assertThat(page.locator("button.danger")).isDisabled();
        page.locator("form input").last().fill("乙社");
        owner.look("owner-erase-tenant");
        page.locator("button.danger").click();

        assertThat(page.locator("#key")).isVisible();
        page.locator("#key").fill(key);
        owner.expecting("401");
        page.locator("#key").press("Enter");
        assertThat(page.locator("#key-wrong")).isVisible();
    }
}
