package org.moatmark.core.report;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.ItemScore;

/** How many people of headquarters and of the genba answered something that counts in a node; of single ones nothing. */
final class SidePeople {

    /** Where it is not known on which side a seat is. */
    static final SidePeople UNKNOWN = new SidePeople(Map.of(), Map.of());

    private final Map<String, Side> sides;
    private final Map<String, List<String>> seats;

    private SidePeople(Map<String, Side> sides, Map<String, List<String>> seats) {
        this.sides = sides;
        this.seats = seats;
    }

    static SidePeople of(Result result, Questionnaire questionnaire, Wave answers) {
        Map<String, Side> kinds = new HashMap<>();
        questionnaire.informants().forEach(one -> kinds.put(one.key(), one.side()));
        Map<String, Side> sides = new HashMap<>();
        for (Respondent one : answers.respondents()) {
            sides.put(
                    one.seat().key(), kinds.getOrDefault(one.seat().informants().get(0), Side.NEUTRAL));
        }
        Map<String, List<String>> seats = new HashMap<>();
        for (ItemScore item : result.items()) {
            seats.put(
                    item.key(),
                    item.respondents().stream().map(one -> one.seat()).toList());
        }
        return new SidePeople(sides, seats);
    }

    /** Those behind a node; null where it is not known. */
    Report.@Nullable Behind behind(Node node) {
        if (sides.isEmpty()) {
            return null;
        }
        Set<String> all = new HashSet<>();
        Figures.items(node).forEach(item -> all.addAll(seats.getOrDefault(item.key(), List.of())));
        return new Report.Behind(count(all, Side.HEADQUARTERS), count(all, Side.GENBA));
    }

    private int count(Set<String> all, Side side) {
        return (int) all.stream().filter(seat -> sides.get(seat) == side).count();
    }
}
