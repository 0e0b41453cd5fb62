package org.moatmark.api.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.store.SecrecyShelf.Mode;
import org.moatmark.api.store.SecrecyShelf.Terms;
import org.moatmark.api.store.StoredSeat;
import org.moatmark.api.store.TurnoutShelf.Told;
import org.moatmark.core.json.CompactJson;
import org.moatmark.core.json.JsonNumber;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.JsonValue;

/**
 * How many seats have submitted, by department.
 *
 * <p>Where the owner sees who answered what, the numbers are those of the moment. In a confidential assessment nobody is
 * to learn who has submitted either: a number is a step of k people that was passed before the last midnight (UTC), never
 * all of them, and it never goes down, whoever is given back, moved or removed. Departments of fewer than k seats are not
 * told; nor is the smallest of the others as long as those that are not told have fewer than k seats together.
 */
public final class Turnout {

    private static final long DAY_MS = 86_400_000;
    private static final String ALL = "all";

    private final Assessments assessments;

    /**
     * Counts.
     *
     * @param assessments what is counted
     */
    public Turnout(Assessments assessments) {
        this.assessments = assessments;
    }

    /**
     * How many of a group have submitted.
     *
     * @param department its name; null for seats without a department, and for all
     * @param seats how many seats it has
     * @param submitted so many of them, or at least so many where the numbers are steps; null where it is not told
     */
    public record Group(
            @Nullable String department,
            int seats,
            @Nullable Integer submitted) {}

    /**
     * How many have submitted.
     *
     * @param mode who sees what
     * @param k how many people at least stand behind a number
     * @param asOfMs up to when was counted
     * @param whole all seats
     * @param departments by name, those without a name last
     */
    public record Counted(Mode mode, int k, long asOfMs, Group whole, List<Group> departments) {}

    /**
     * Whether the numbers of a day have to be made first.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param assessment of which assessment
     * @return true if {@link #count} would write
     */
    public boolean isDue(Work work, Caller.KeyHolder who, String assessment) {
        return isStepped(work, who, assessment)
                && work.shelves()
                        .turnout()
                        .last(who.tenant(), assessment)
                        .filter(last -> last.dayMs() >= midnight(work))
                        .isEmpty();
    }

    private boolean isStepped(Work work, Caller.KeyHolder who, String assessment) {
        assessments.get(work, who, assessment);
        return work.shelves().secrecy().terms(who.tenant(), assessment).mode() == Mode.CONFIDENTIAL;
    }

    private static long midnight(Work work) {
        return work.now() / DAY_MS * DAY_MS;
    }

    /**
     * Counts; keeps what is told for the day where {@link #isDue} says so.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param assessment of which assessment
     * @return the numbers
     */
    public Counted count(Work work, Caller.KeyHolder who, String assessment) {
        boolean stepped = isStepped(work, who, assessment);
        Terms terms = work.shelves().secrecy().terms(who.tenant(), assessment);
        List<StoredSeat> seats = Visibility.seats(work, who.tenant(), assessment);
        return stepped ? steps(work, who.tenant(), assessment, terms, seats) : exact(work, terms, seats);
    }

    private static Counted exact(Work work, Terms terms, List<StoredSeat> seats) {
        Map<String, Integer> submitted = new TreeMap<>();
        seats.stream().filter(StoredSeat::submitted).forEach(seat -> submitted.merge(name(seat), 1, Integer::sum));
        List<Group> groups = new ArrayList<>();
        sizes(seats).forEach((name, size) -> groups.add(new Group(shown(name), size, submitted.getOrDefault(name, 0))));
        int all = submitted.values().stream().mapToInt(Integer::intValue).sum();
        return new Counted(terms.mode(), terms.k(), work.now(), new Group(null, seats.size(), all), groups);
    }

    private static Counted steps(Work work, String tenant, String assessment, Terms terms, List<StoredSeat> seats) {
        Map<String, Integer> told = told(work, tenant, assessment, terms.k(), seats);
        Map<String, Integer> sizes = sizes(seats);
        Set<String> untold = untold(sizes, terms.k());
        List<Group> groups = new ArrayList<>();
        sizes.forEach((name, size) -> groups.add(new Group(
                shown(name),
                size,
                untold.contains(name) ? null : atMost(told.getOrDefault(name, 0), size, terms.k()))));
        Integer all = seats.size() < terms.k() ? null : atMost(told.getOrDefault(ALL, 0), seats.size(), terms.k());
        return new Counted(terms.mode(), terms.k(), midnight(work), new Group(null, seats.size(), all), groups);
    }

    /** The names of departments that are not told. */
    static Set<String> untold(Map<String, Integer> sizes, int k) {
        Set<String> untold = new HashSet<>();
        int together = 0;
        List<String> bySize = new ArrayList<>(sizes.keySet());
        bySize.sort(Comparator.comparing((String name) -> sizes.getOrDefault(name, 0))
                .thenComparing(Comparator.naturalOrder()));
        for (String name : bySize) {
            int size = sizes.getOrDefault(name, 0);
            if (size < k || together > 0 && together < k) {
                untold.add(name);
                together += size;
            }
        }
        return untold;
    }

    /** The steps of the day: those of the day before, or higher ones. */
    private static Map<String, Integer> told(
            Work work, String tenant, String assessment, int k, List<StoredSeat> seats) {
        Told last = work.shelves().turnout().last(tenant, assessment).orElse(null);
        Map<String, Integer> told = new TreeMap<>();
        if (last != null) {
            ((JsonObject) JsonTree.parse(last.told()).orThrow())
                    .toMap()
                    .forEach((name, steps) -> told.put(name, (int) ((JsonNumber) steps).value()));
        }
        long midnight = midnight(work);
        if (last != null && last.dayMs() >= midnight) {
            return told;
        }
        Map<String, Integer> submitted = new TreeMap<>();
        Map<String, Long> first = work.shelves().invitations().submissions(tenant, assessment);
        for (StoredSeat seat : seats) {
            Long at = first.get(seat.id());
            if (at != null && at < midnight) {
                submitted.merge(name(seat), 1, Integer::sum);
                submitted.merge(ALL, 1, Integer::sum);
            }
        }
        submitted.forEach((name, count) -> told.merge(name, count / k * k, Math::max));
        Map<String, JsonValue> kept = new TreeMap<>();
        told.forEach((name, steps) -> kept.put(name, JsonNumber.of(steps)));
        work.shelves().turnout().put(tenant, assessment, new Told(midnight, CompactJson.of(JsonObject.of(kept))));
        return told;
    }

    /** The last step leaves open whether it is all of them. */
    private static int atMost(int step, int size, int k) {
        return Math.min(step, (size - 1) / k * k);
    }

    private static Map<String, Integer> sizes(List<StoredSeat> seats) {
        Map<String, Integer> sizes = new TreeMap<>();
        seats.forEach(seat -> sizes.merge(name(seat), 1, Integer::sum));
        Map<String, Integer> ordered = new LinkedHashMap<>(sizes);
        Integer without = ordered.remove(".");
        if (without != null) {
            ordered.put(".", without);
        }
        return ordered;
    }

    /** A name that the word for all cannot meet. */
    private static String name(StoredSeat seat) {
        return seat.department() == null ? "." : ":" + seat.department();
    }

    private static @Nullable String shown(String name) {
        return name.startsWith(":") ? name.substring(1) : null;
    }
}
