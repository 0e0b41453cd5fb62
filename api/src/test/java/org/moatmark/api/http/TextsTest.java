package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which characters are taken, where, and in which form they are kept. */
@ExtendWith(Served.class)
class TextsTest {

    private final Http http;
    private final World world;

    TextsTest(Http http, World world) {
        this.http = http;
        this.world = world;
    }

    private Http.Reply note(World.Seat seat, String note) {
        return http.ask("PATCH", "/v1/seat/answers/" + World.MLM)
                .bearer(seat.token())
                .with("If-Match", "*")
                .patch("{\"answers\":{\"M1.1b\":{\"value\":50,\"note\":\"" + note + "\"}}}")
                .send();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\\nb",
                "a\\tb",
                "a\u2028b",
                "a\u2029b",
                "a\u200bb",
                "a\u2060b",
                "a\ufeffb",
                "a\ufff9b",
                "a\u180eb",
                "a\u202eb",
                "\u200b",
                "\u3164",
                "\u2800",
                "\u00ad",
                "\u200d\u200d",
                "\u0301",
                "\u3000 \u00a0"
            })
    void a_name_is_one_line_that_everybody_sees(String name) {
        Http.Reply reply = world.ask("POST", "/v1/companies")
                .json("{\"name\":\"" + name + "\"}")
                .send();

        assertThat(reply.status()).as(reply.body()).isEqualTo(422);
        assertThat(reply.body()).contains("\"pointer\":\"/name\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200fבית", "می\u200cخواهم", "👩\u200d💻", "Café & Söhne", "高﨑 商店", "❤\ufe0f"})
    void names_of_all_scripts_are_taken(String name) {
        assertThat(world.ask("POST", "/v1/companies")
                        .json("{\"name\":\"" + name + "\"}")
                        .send()
                        .status())
                .isEqualTo(201);
    }

    @Test
    void seats_and_snapshots_that_look_alike_have_one_name() {
        String id = world.open();
        for (String key : new String[] {"Straße 1", "Finance"}) {
            assertThat(seat(id, key).status()).isEqualTo(201);
        }
        for (String key : new String[] {"STRASSE 1", "strasse  1", " Straße１", "ＦＩＮＡＮＣＥ", "ﬁnance", "fin\u00adance"}) {
            Http.Reply taken = seat(id, key.equals(" Straße１") ? "Straße １ " : key);
            assertThat(taken.status()).as(key).isEqualTo(422);
            assertThat(taken.body()).contains("\"code\":\"seat-not-unique\"");
        }
        assertThat(seat(id, "Finance 2").status()).isEqualTo(201);
        world.snapshot(id, "Autumn");
        Http.Reply taken = world.ask("POST", "/v1/assessments/" + id + "/snapshots")
                .json("{\"name\":\"AUTUMN\"}")
                .send();
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.body()).contains("\"code\":\"name-taken\"");
    }

    private Http.Reply seat(String assessment, String key) {
        return world.ask("POST", "/v1/assessments/" + assessment + "/seats")
                .json("{\"key\":\"" + key + "\",\"department\":\"D\",\"informants\":{\"" + World.MLM + "\":\"H\"}}")
                .send();
    }

    @Test
    void the_same_words_are_kept_as_the_same_characters() {
        String decomposed = "Cafe\u0301 \u304b\u3099";
        Http.Reply company = world.ask("POST", "/v1/companies")
                .json("{\"name\":\"" + decomposed + "\"}")
                .send();

        assertThat(company.text("name")).isEqualTo("Caf\u00e9 \u304c");
        assertThat(note(world.seat(world.open()), decomposed).body()).contains("Caf\u00e9 \u304c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u202eb",
                "\u2067a\u2069",
                "\ud83e\udee0",
                "\ud83e\udfff",
                "\ud884\udfaf",
                "1\n2\t3",
                "e\u0301\u0323"
            })
    void a_free_text_may_turn_around_smile_and_hold_rare_characters(String note) {
        assertThat(note(world.seat(world.open()), note.replace("\n", "\\n").replace("\t", "\\t"))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0378", "\uffff", "\ufdd0", "\ud83f\udfff"})
    void what_is_no_character_is_taken_nowhere(String note) {
        Http.Reply reply = note(world.seat(world.open()), note);

        assertThat(reply.status()).as(reply.body()).isEqualTo(422);
        assertThat(reply.body())
                .contains("\"pointer\":\"/answers/M1.1b/note\",\"code\":\"unassigned-character\"")
                .contains("'note' holds a code that is no character.");
    }
}
