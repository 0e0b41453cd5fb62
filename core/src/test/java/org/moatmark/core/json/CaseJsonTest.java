package org.moatmark.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.moatmark.core.Moatmark;
import org.moatmark.core.benchmark.CaseFilter;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.CaseScore;
import org.moatmark.core.benchmark.FilterWords;

class CaseJsonTest {

    private static final CaseLibrary CASES = Moatmark.shipped().cases();

    private static final JsonObject APPLE = CaseJson.document(CASES, "apple");

    @Test
    void a_company_says_what_it_is_in_words_and_labels() {
        assertThat(Dig.text(APPLE, "format")).isEqualTo("moatmark/case/1");
        assertThat(Dig.text(APPLE, "name")).isEqualTo("Apple");
        assertThat(Dig.text(APPLE, "country")).isEqualTo("US");
        assertThat(Dig.text(APPLE, "labels", "country", "ja")).isEqualTo("アメリカ");
        assertThat(Dig.number(APPLE, "asOf")).isEqualTo(2012);
        assertThat(Dig.text(APPLE, "founded")).isEqualTo("1976");
        assertThat(Dig.text(APPLE, "library", "questionnaire", "methodHash"))
                .isEqualTo(CASES.questionnaire().methodHash());
        assertThat(Dig.text(APPLE, "honesty", "en")).isEqualTo(CASES.honesty().in("en"));
        assertThat(Dig.text(APPLE, "honesty", "ja")).isEqualTo(CASES.honesty().in("ja"));
    }

    @Test
    void its_numbers_are_those_of_the_library_unrounded() {
        CaseScore score = CASES.scores().of("apple");

        assertThat(Dig.number(APPLE, "index", "score")).isEqualTo(score.index().score());
        assertThat(Dig.number(APPLE, "index", "interval", "low"))
                .isEqualTo(score.index().interval().low());
        JsonValue d3 = Dig.where("key", "D3", APPLE, "nodes");
        assertThat(Dig.number(d3, "score")).isEqualTo(score.node("D3").score());
        assertThat(Dig.text(d3, "parent")).isEqualTo("B");
        assertThat(Dig.list(APPLE, "nodes"))
                .hasSize(CASES.questionnaire().nodes().size());
        assertThat(Dig.number(APPLE, "disputed")).isEqualTo(4);
    }

    @Test
    void every_rater_stands_beside_every_item_with_what_it_rests_on() {
        JsonValue disputed = Dig.where("key", "OV08", APPLE, "items");

        assertThat(Dig.list(APPLE, "items")).hasSize(29);
        assertThat(Dig.at(disputed, "disputed")).isEqualTo(JsonBool.TRUE);
        assertThat(Dig.text(disputed, "node")).isEqualTo("D2");
        assertThat(Dig.number(disputed, "ratings", 0, "rating")).isEqualTo(5);
        assertThat(Dig.number(disputed, "ratings", 1, "rating")).isEqualTo(1);
        assertThat(Dig.text(disputed, "ratings", 0, "reason"))
                .isEqualTo("Independent developers earn on its store under published rules");
        assertThat(Dig.at(disputed, "ratings", 1, "reason")).isEqualTo(JsonNull.NULL);
        assertThat(Dig.list(disputed, "ratings", 0, "basis", "facts")).containsExactly(new JsonString("apple-2"));
        JsonValue blank = Dig.where("key", "OV04", CaseJson.document(CASES, "jp-komatsu"), "items");
        assertThat(Dig.at(blank, "score")).isEqualTo(JsonNull.NULL);
        assertThat(Dig.text(blank, "state")).isEqualTo("dontKnow");
        assertThat(Dig.at(blank, "ratings", 0, "rating")).isEqualTo(JsonNull.NULL);
        assertThat(Dig.text(blank, "ratings", 0, "state")).isEqualTo("notJudged");
    }

    @Test
    void a_fact_comes_with_its_source_and_says_whether_it_was_known_then() {
        JsonValue known = Dig.where("id", "apple-6", APPLE, "facts");
        JsonValue later = Dig.where("id", "apple-3", APPLE, "facts");

        assertThat(Dig.list(APPLE, "facts")).hasSize(CASES.factsOf("apple").size());
        assertThat(Dig.at(known, "afterAsOf")).isEqualTo(JsonBool.FALSE);
        assertThat(Dig.at(later, "afterAsOf")).isEqualTo(JsonBool.TRUE);
        assertThat(Dig.number(known, "period", "first")).isEqualTo(2001);
        assertThat(Dig.text(known, "source", "url")).startsWith("http");
        assertThat(Dig.text(known, "themeLabel", "en")).isEqualTo("New markets");
    }

    @Test
    void every_company_can_be_written_and_read_back() {
        CASES.companies().forEach(company -> {
            JsonObject document = CaseJson.document(CASES, company.id());
            assertThat(JsonTree.parse(CompactJson.of(document)).orThrow()).isEqualTo(document);
        });
    }

    @Test
    void a_list_holds_those_that_the_filter_lets_through() {
        CaseFilter filter = FilterWords.read(Map.of("asOf", "2012"), CASES).orThrow();
        JsonObject list = CaseJson.list(CASES, filter);

        assertThat(Dig.text(list, "format")).isEqualTo("moatmark/cases/1");
        assertThat(Dig.number(list, "library", "companies")).isEqualTo(137);
        assertThat(Dig.number(list, "library", "firstYear")).isEqualTo(2005);
        assertThat(Dig.list(list, "items")).hasSize(filter.of(CASES).size());
        JsonValue apple = Dig.where("id", "apple", list, "items");
        assertThat(Dig.number(apple, "index", "score"))
                .isEqualTo(CASES.scores().of("apple").index().score());
        assertThat(Dig.number(apple, "facts")).isEqualTo(8);
        assertThat(Dig.text(list, "honesty", "ja")).isEqualTo(CASES.honesty().in("ja"));
    }

    @Test
    void an_unknown_company_is_a_mistake_of_the_caller() {
        assertThatThrownBy(() -> CaseJson.document(CASES, "nobody"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The library has no company 'nobody'.");
    }
}
