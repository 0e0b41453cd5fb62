package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moatmark.core.json.JsonObject;

/** What an owner is told while setting up, that is no fault and may be a slip. */
@ExtendWith(Served.class)
class SetUpWarningsTest {

    private final World world;

    SetUpWarningsTest(World world) {
        this.world = world;
    }

    private Http.Reply company(String facts) {
        Http.Reply reply = world.ask("POST", "/v1/companies")
                .json("{\"name\":\"Example KK\"," + facts + "}")
                .send();
        World.expect(201, reply);
        return reply;
    }

    @Test
    void a_sector_and_a_region_that_choose_no_peers_are_taken_and_said() {
        Http.Reply reply = company("\"sector\":\"Helth\",\"region\":\"Atlantis\"");

        assertThat(reply.text("sector")).isEqualTo("Helth");
        assertThat(JsonText.of(reply.json().get("warnings")))
                .startsWith(
                        "[{\"pointer\":\"/sector\",\"code\":\"unfamiliar-word\",\"detail\":\"No case company has the sector"
                                + " 'Helth', so that peers are not chosen by it.\",\"hint\":\"Did you mean 'health'?\"},"
                                + "{\"pointer\":\"/region\",\"code\":\"unfamiliar-word\",\"detail\":\"No case company has the region"
                                + " 'Atlantis', so that peers are not chosen by it.\",\"hint\":\"Use one of: ")
                .contains("Nordics");
        Http.Reply japanese = world.ask("GET", reply.header("Location"))
                .with("Accept-Language", "ja")
                .send();
        assertThat(JsonText.of(japanese.json().get("warnings")))
                .contains("に当たる事例企業がないため、比較企業の選択には使われません。", "「health」ではありませんか。");
    }

    @Test
    void words_that_the_library_knows_raise_no_warning() {
        assertThat(JsonText.of(company("\"sector\":\"health\",\"region\":\"Nordics\"")
                        .json()
                        .get("warnings")))
                .isEqualTo("[]");
        assertThat(JsonText.of(company("\"country\":\"JP\"").json().get("warnings")))
                .isEqualTo("[]");
    }

    @Test
    void departments_that_are_probably_one_are_named_before_anybody_is_invited() {
        String id = world.draft();
        world.seat(id, "one", "Marketing");
        world.seat(id, "two", "Finance");
        JsonObject before = visibility(id);
        world.seat(id, "three", "ＭＡＲＫＥＴＩＮＧ");
        world.seat(id, "four", "Marketting");

        JsonObject after = visibility(id);

        assertThat(before.toMap()).doesNotContainKeys("notes", "departmentsAlike");
        assertThat(JsonText.of(after.get("departmentsAlike")))
                .isEqualTo("[[\"Marketing\",\"Marketting\",\"ＭＡＲＫＥＴＩＮＧ\"]]");
        assertThat(JsonText.of(after.get("notes")))
                .isEqualTo("[{\"en\":\"'Marketing', 'Marketting', 'ＭＡＲＫＥＴＩＮＧ' are counted as different departments."
                        + " If they are one, give their seats the same name.\",\"ja\":\"「Marketing」「Marketting」「ＭＡＲＫＥＴＩＮＧ」は"
                        + "別の部門として集計されます。同じ部門であれば、回答枠の部門名をそろえてください。\"}]");
    }

    private JsonObject visibility(String id) {
        return (JsonObject)
                world.ask("GET", "/v1/assessments/" + id).send().json().get("visibility");
    }
}
