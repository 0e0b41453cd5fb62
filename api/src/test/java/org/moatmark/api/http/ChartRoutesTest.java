package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Charts from outside. */
class ChartRoutesTest {

    @RegisterExtension
    static final Served SERVED = Served.at(Clock.fixed(Instant.parse("2026-11-01T23:30:00Z"), ZoneOffset.UTC));

    private static String charts;

    private final World world;

    ChartRoutesTest(World world) {
        this.world = world;
    }

    @BeforeAll
    static void start(World world) {
        charts = charts(world.open());
    }

    private static String charts(String assessment) {
        return "/v1/assessments/" + assessment + "/results/" + World.MLM + "/charts/";
    }

    private Http.Reply get(String path) {
        return world.ask("GET", path).send();
    }

    @Test
    void a_picture_is_svg_that_loads_nothing_and_is_known_by_its_tag() {
        Http.Reply picture = get(charts + "profile.svg?lang=ja&width=320&theme=dark");

        assertThat(picture.status()).isEqualTo(200);
        assertThat(picture.header("Content-Type")).isEqualTo("image/svg+xml;charset=utf-8");
        assertThat(picture.header("Content-Security-Policy")).isEqualTo(SecurityHeaders.CSP_DATA);
        assertThat(picture.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(picture.header("Content-Language")).isEqualTo("ja");
        assertThat(picture.body()).startsWith("<svg ").contains("width=\"320\"", "プロフィール", "#10171e");
        assertThat(world.ask("GET", charts + "profile.svg?lang=ja&width=320&theme=dark")
                        .with("If-None-Match", picture.header("ETag"))
                        .send()
                        .status())
                .isEqualTo(304);
    }

    @Test
    void the_same_chart_is_a_table_and_words() {
        Http.Reply table = get(charts + "index.csv?lang=en");
        assertThat(table.header("Content-Type")).isEqualTo("text/csv;charset=utf-8");
        assertThat(table.body()).startsWith("Index and dimensions,Key,Score,From,To,Level");

        Http.Reply words = get(charts + "index?lang=en");
        assertThat(words.text("format")).isEqualTo("moatmark/chart/1");
        assertThat(words.text("title")).isEqualTo("Index and dimensions");
        assertThat(words.text("takeaway")).endsWith(".");
        assertThat(world.ask("GET", charts + "index")
                        .with("Accept", "image/svg+xml")
                        .send()
                        .body())
                .startsWith("<svg ");
    }

    @Test
    void a_chart_that_is_not_there_is_answered_with_those_that_are() {
        Http.Reply none = get(charts + "pie.svg");
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.body())
                .contains("unknown-chart", "profile", "departments")
                .doesNotContain("change");
        assertThat(get(charts + "profile.png").status()).isEqualTo(404);
    }

    @Test
    void wrong_words_in_the_query_are_told_with_the_right_ones() {
        assertThat(get(charts + "index.svg?theme=pink").body()).contains("Write one of: light, dark.");
        assertThat(get(charts + "index.svg?width=100").status()).isEqualTo(400);
        assertThat(get(charts + "index.svg?width=1e3").status()).isEqualTo(400);
        assertThat(get(charts + "items.svg?node=Z9").body()).contains("There is no node 'Z9'");
        assertThat(get(charts + "items.svg?node=M1.1&variant=diverging").status())
                .isEqualTo(200);
    }

    @Test
    void what_changed_is_drawn_since_a_snapshot() {
        String assessment = world.open();
        world.snapshot(assessment, "spring");

        assertThat(get(charts(assessment) + "change.svg").status()).isEqualTo(404);
        assertThat(get(charts(assessment) + "change.svg?since=spring").body()).startsWith("<svg ");
        assertThat(get(charts(assessment) + "change.svg?since=autumn").status()).isEqualTo(404);
    }
}
