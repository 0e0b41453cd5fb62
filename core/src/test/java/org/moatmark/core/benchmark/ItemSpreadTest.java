package org.moatmark.core.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.moatmark.core.Moatmark;
import org.moatmark.core.scoring.ItemState;

/** Which questions part some companies most. */
class ItemSpreadTest {

    private static final CaseScores SCORES = Moatmark.shipped().cases().scores();

    private static CaseScore company(String id, ConsensusItem... items) {
        CaseScore of = SCORES.of(id);
        return new CaseScore(of.company(), of.index(), of.nodes(), List.of(items));
    }

    private static ConsensusItem item(String key, Double score) {
        ItemState state = score == null ? ItemState.DONT_KNOW : ItemState.ANSWERED;
        return new ConsensusItem(key, state, score, Map.of(), false, null);
    }

    @Test
    void the_widest_stands_first_and_equally_wide_ones_in_the_order_of_the_questionnaire() {
        List<ItemSpread> widest = ItemSpread.widest(
                List.of(
                        company("adobe", item("a", 50.0), item("b", 25.0), item("c", 75.0), item("d", 0.0)),
                        company("hubspot", item("a", 75.0), item("b", 75.0), item("c", 50.0), item("d", 0.0))),
                3);

        assertThat(widest).extracting(ItemSpread::key).containsExactly("b", "a", "c");
        assertThat(widest).extracting(ItemSpread::width).containsExactly(50.0, 25.0, 25.0);
        assertThat(widest.get(0).companies().keySet()).containsExactly("adobe", "hubspot");
    }

    @Test
    void who_has_no_score_parts_nobody() {
        CaseScore adobe = company("adobe", item("a", null), item("b", 25.0));
        CaseScore hubspot = company("hubspot", item("a", 100.0));
        CaseScore keyence = company("jp-keyence", item("a", 50.0), item("b", null));

        List<ItemSpread> widest = ItemSpread.widest(List.of(adobe, hubspot, keyence), 9);

        assertThat(widest).singleElement().satisfies(one -> {
            assertThat(one.key()).isEqualTo("a");
            assertThat(one.companies().keySet()).containsExactly("hubspot", "jp-keyence");
        });
        assertThat(ItemSpread.widest(List.of(adobe), 9)).isEmpty();
        assertThat(ItemSpread.widest(List.of(hubspot, hubspot), 9)).isEmpty();
    }

    @Test
    void no_item_of_the_library_lies_further_apart_than_those_that_are_told() {
        List<CaseScore> four = Stream.of("adobe", "hubspot", "jp-shimano", "jp-keyence")
                .map(SCORES::of)
                .toList();
        List<ItemSpread> all = ItemSpread.widest(four, Integer.MAX_VALUE);
        List<ItemSpread> five = ItemSpread.widest(four, 5);

        assertThat(five).hasSize(5).isEqualTo(all.subList(0, 5));
        for (ItemSpread one : all) {
            assertThat(one.width()).isLessThanOrEqualTo(all.get(0).width());
            double[] scores = four.stream()
                    .flatMap(company -> company.items().stream())
                    .filter(item -> item.key().equals(one.key()) && item.score() != null)
                    .mapToDouble(ConsensusItem::score)
                    .toArray();
            double low = 100;
            double high = 0;
            for (double score : scores) {
                low = Math.min(low, score);
                high = Math.max(high, score);
            }
            assertThat(one.width()).isEqualTo(high - low);
            assertThat(one.companies()).hasSize(scores.length);
        }
    }

    @Test
    void a_spread_of_one_company_is_none() {
        assertThatThrownBy(() -> new ItemSpread("a", Map.of("adobe", item("a", 50.0)), 10))
                .hasMessage(
                        "Item 'a' of 1 companies with a width of 10.0 is no spread: at least 2 companies and a width above"
                                + " 0 are needed.");
    }
}
