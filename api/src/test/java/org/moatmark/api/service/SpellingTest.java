package org.moatmark.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "Sales, sales",
        "Sales, ' Sales'",
        "Ｓａｌｅｓ, Sales",
        "R&D, R & D",
        "R＆D, R-D",
        "After-sales service, After sales service",
        "Marketing, Marketting",
        "Marketing, Markteing",
        "Corporate marketing, Corporate marketng",
        "マーケティング部, マーケテイング部",
        "ﾏｰｹﾃｨﾝｸﾞ, マーケティング",
        "Straße, STRASSE"
    })
    void one_name_in_two_spellings(String one, String other) {
        assertThat(Spelling.alike(List.of(one, other)))
                .singleElement()
                .satisfies(group -> assertThat(group).containsExactlyInAnyOrder(one, other));
    }

    @ParameterizedTest
    @CsvSource({
        "Sales, Finance",
        "Plant 1, Plant 2",
        "Plant12, Plant13",
        "Team A, Team B",
        "営業一部, 営業二部",
        "東京営業第一部, 東京営業第二部",
        "Sales Japan, Sales Korea",
        "Marketing, Marketing Japan",
        "Legal, Regal affairs",
        "HR, PR",
        "Corporte markting, Corporate marketing"
    })
    void two_names(String one, String other) {
        assertThat(Spelling.alike(List.of(one, other))).isEmpty();
    }

    @Test
    void groups_are_told_in_order_each_name_once() {
        assertThat(Spelling.alike(List.of("sales", "Finance", "Sales", "SALES", "Finance ", "Legal", "Sales")))
                .containsExactly(List.of("Finance", "Finance "), List.of("SALES", "Sales", "sales"));
    }

    @Test
    void names_of_marks_alone_are_compared_as_they_are() {
        assertThat(Spelling.alike(List.of("★", "☆", "&"))).isEmpty();
    }

    @Test
    void of_more_names_than_can_be_compared_nothing_is_said() {
        List<String> names = new ArrayList<>(List.of("Marketing", "Marketnig"));
        assertThat(Spelling.alike(names)).hasSize(1);
        while (names.size() <= Spelling.MOST) {
            names.add("Plant " + names.size());
        }

        assertThat(Spelling.alike(names)).isEmpty();
    }
}
