package org.moatmark.core.json;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds circles in a directed graph: Tarjan's strongly connected components, without recursion, so that no document can
 * exhaust the stack. Source: Tarjan (1972), Depth-first search and linear graph algorithms, SIAM J. Comput. 1(2).
 *
 * @param <T> what a vertex is
 */
final class Circles<T> {

    private final Map<T, List<T>> edges = new LinkedHashMap<>();

    void edge(T from, T to) {
        edges.computeIfAbsent(from, vertex -> new ArrayList<>()).add(to);
        edges.computeIfAbsent(to, vertex -> new ArrayList<>());
    }

    /** Every vertex that lies on a circle, with the number of its component. */
    Map<T, Integer> groups() {
        Search search = new Search();
        edges.keySet().forEach(search::from);
        return search.groups;
    }

    private final class Search {
        private final Map<T, Integer> groups = new HashMap<>();
        private final Map<T, Integer> number = new HashMap<>();
        private final Map<T, Integer> low = new HashMap<>();
        private final Map<T, Integer> nextEdge = new HashMap<>();
        private final Deque<T> open = new ArrayDeque<>();
        private final Map<T, Boolean> isOpen = new HashMap<>();
        private int group;

        void from(T start) {
            if (number.containsKey(start)) {
                return;
            }
            Deque<T> way = new ArrayDeque<>();
            enter(start, way);
            while (!way.isEmpty()) {
                T here = way.element();
                List<T> out = edges.getOrDefault(here, List.of());
                int next = nextEdge.merge(here, 1, Integer::sum) - 1;
                if (next < out.size()) {
                    T to = out.get(next);
                    if (!number.containsKey(to)) {
                        enter(to, way);
                    } else if (isOpen.getOrDefault(to, false)) {
                        low.merge(here, number.getOrDefault(to, 0), Math::min);
                    }
                } else {
                    leave(here, way);
                }
            }
        }

        private void enter(T vertex, Deque<T> way) {
            int count = number.size();
            number.put(vertex, count);
            low.put(vertex, count);
            open.push(vertex);
            isOpen.put(vertex, true);
            way.push(vertex);
        }

        private void leave(T vertex, Deque<T> way) {
            way.pop();
            int lowest = low.getOrDefault(vertex, 0);
            if (!way.isEmpty()) {
                low.merge(way.element(), lowest, Math::min);
            }
            if (lowest != number.getOrDefault(vertex, 0)) {
                return;
            }
            List<T> component = new ArrayList<>();
            T member;
            do {
                member = open.pop();
                isOpen.put(member, false);
                component.add(member);
            } while (!member.equals(vertex));
            boolean readsItself = edges.getOrDefault(vertex, List.of()).contains(vertex);
            if (component.size() > 1 || readsItself) {
                component.forEach(one -> groups.put(one, group));
                group++;
            }
        }
    }
}
