package org.moatmark.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CirclesTest {

    private static final long SEED = 5;

    @Test
    void finds_no_circle_in_a_long_chain_and_does_not_exhaust_the_stack() {
        Circles<Integer> chain = new Circles<>();
        for (int i = 0; i < 200_000; i++) {
            chain.edge(i, i + 1);
        }

        assertThat(chain.groups()).isEmpty();
        chain.edge(200_000, 0);
        assertThat(chain.groups()).hasSize(200_001);
    }

    @Test
    void finds_loops_and_separate_circles() {
        Circles<String> circles = new Circles<>();
        circles.edge("a", "a");
        circles.edge("b", "c");
        circles.edge("c", "b");
        circles.edge("c", "d");

        Map<String, Integer> groups = circles.groups();
        assertThat(groups).containsOnlyKeys("a", "b", "c");
        assertThat(groups.get("b")).isEqualTo(groups.get("c")).isNotEqualTo(groups.get("a"));
    }

    /** Two vertices share a component if and only if each can be reached from the other. */
    @Test
    void agrees_with_plain_reachability() {
        Random random = new Random(SEED);
        for (int round = 0; round < 300; round++) {
            int n = 2 + random.nextInt(7);
            boolean[][] reach = new boolean[n][n];
            Circles<Integer> circles = new Circles<>();
            for (int e = random.nextInt(2 * n); e >= 0; e--) {
                int from = random.nextInt(n);
                int to = random.nextInt(n);
                reach[from][to] = true;
                circles.edge(from, to);
            }
            close(reach);
            Map<Integer, Integer> groups = circles.groups();
            Set<Integer> onCircle = new HashSet<>();
            for (int i = 0; i < n; i++) {
                if (reach[i][i]) {
                    onCircle.add(i);
                }
                for (int j = 0; j < n; j++) {
                    boolean together = reach[i][j] && reach[j][i];
                    boolean same = groups.containsKey(i) && groups.get(i).equals(groups.get(j));
                    assertThat(same)
                            .as("seed %d, round %d: %d and %d", SEED, round, i, j)
                            .isEqualTo(together);
                }
            }
            assertThat(groups.keySet()).as("seed %d, round %d", SEED, round).isEqualTo(onCircle);
        }
    }

    private static void close(boolean[][] reach) {
        for (int k = 0; k < reach.length; k++) {
            for (int i = 0; i < reach.length; i++) {
                for (int j = 0; j < reach.length; j++) {
                    reach[i][j] |= reach[i][k] && reach[k][j];
                }
            }
        }
    }
}
