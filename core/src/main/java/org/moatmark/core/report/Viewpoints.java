package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.Informant;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.report.RangeStrip.Group;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Seat;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.ItemScore;
import org.moatmark.core.scoring.RespondentScore;

/**
 * What each person says of each item and dimension, as claimed. A person's view of a dimension is the mean of his opinions
 * there (as in rule S15). Only of results that hide nobody.
 */
final class Viewpoints {

    private static final Words NO_VIEW = new Words("no view", "回答なし");
    private static final Words NOTE = new Words(
            "A view is the mean of a person's opinions as claimed, without evidence.",
            "見方は、各人の意見の設問の申告値の平均です（根拠による調整前）。");

    private final Questionnaire questionnaire;
    private final List<Node> dimensions;
    private final List<String> people = new ArrayList<>();
    private final Map<String, Seat> seats = new HashMap<>();
    private final Map<String, Respondent> respondents = new HashMap<>();

    /** By key of the item, then of the seat. */
    private final Map<String, Map<String, Double>> claimed = new HashMap<>();

    Viewpoints(Questionnaire questionnaire, Result result, @Nullable Wave wave) {
        this.questionnaire = questionnaire;
        this.dimensions = Figures.dimensions(questionnaire);
        TreeSet<String> found = new TreeSet<>();
        for (ItemScore item : result.items()) {
            Map<String, Double> scores = new HashMap<>();
            for (RespondentScore one : item.respondents()) {
                scores.put(one.seat(), one.claimed());
                found.add(one.seat());
            }
            claimed.put(item.key(), scores);
        }
        if (wave != null) {
            for (Respondent one : wave.respondents()) {
                seats.put(one.seat().key(), one.seat());
                respondents.put(one.seat().key(), one);
                if (found.remove(one.seat().key())) {
                    people.add(one.seat().key());
                }
            }
        }
        people.addAll(found);
    }

    private static List<Item> opinions(Node node) {
        return Figures.items(node).stream()
                .filter(item -> item.type().isOpinion())
                .toList();
    }

    private @Nullable Double view(String person, Node node) {
        double sum = 0;
        int n = 0;
        for (Item item : opinions(node)) {
            Double score = claimed.getOrDefault(item.key(), Map.of()).get(person);
            if (score != null) {
                sum += score;
                n++;
            }
        }
        return n == 0 ? null : Double.valueOf(sum / n);
    }

    private Group group(String person) {
        Seat seat = seats.get(person);
        if (seat == null) {
            return Group.NEUTRAL;
        }
        for (Informant informant : questionnaire.informants()) {
            if (informant.key().equals(seat.informants().get(0))) {
                return Group.valueOf(informant.side().name());
            }
        }
        return Group.NEUTRAL;
    }

    RangeStrip ranges() {
        List<RangeStrip.Row> rows = new ArrayList<>();
        for (Node node : dimensions) {
            List<RangeStrip.View> views = new ArrayList<>();
            for (String person : people) {
                Double view = view(person, node);
                if (view != null) {
                    views.add(new RangeStrip.View(person, group(person), view));
                }
            }
            rows.add(RangeRows.row(node, views, NO_VIEW));
        }
        return new RangeStrip(Charts.VIEWS, RangeRows.TITLE, rows, List.of(NOTE));
    }

    HeatMap heat(@Nullable Node of) {
        List<HeatMap.Row> rows = new ArrayList<>();
        if (of == null) {
            for (Node node : dimensions) {
                rows.add(new HeatMap.Row(
                        node.key(),
                        node.head().title(),
                        people.stream()
                                .map(one -> value(view(one, node), NO_VIEW))
                                .toList()));
            }
        } else {
            for (Item item : opinions(of)) {
                rows.add(new HeatMap.Row(
                        item.key(),
                        item.text(),
                        people.stream()
                                .map(one -> value(
                                        claimed.getOrDefault(item.key(), Map.of())
                                                .get(one),
                                        why(one, item)))
                                .toList()));
            }
        }
        return new HeatMap(
                Charts.ANSWERS,
                of == null ? TextMap.of("Views by person", "人ごとの見方") : of.head().title(),
                of != null,
                people,
                rows,
                List.of(of == null ? NOTE : new Words("Opinions as claimed, on 1 to 5.", "意見の設問の申告値（1〜5）です。")));
    }

    private static ChartValue value(@Nullable Double score, Words why) {
        return score == null ? new ChartValue.Missing(why) : new ChartValue.Scored(score, null, false);
    }

    private Words why(String person, Item item) {
        Respondent respondent = respondents.get(person);
        if (respondent == null) {
            return NO_VIEW;
        }
        Response given = respondent.answers().get(item.key());
        if (given instanceof Response.DontKnow) {
            return new Words("don't know", "わからない");
        } else if (given instanceof Response.NotApplicable) {
            return new Words("not applicable", "該当なし");
        }
        boolean asked = item.informants().stream().anyMatch(respondent.seat().informants()::contains);
        return asked ? new Words("blank", "無回答") : new Words("not asked", "質問対象外");
    }

    SmallMultiples departments() {
        Map<String, List<String>> members = new TreeMap<>();
        for (String person : people) {
            Seat seat = seats.get(person);
            String name = seat == null || seat.department() == null ? "–" : seat.department();
            members.computeIfAbsent(name, none -> new ArrayList<>()).add(person);
        }
        Map<String, SmallMultiples.Panel> panels = new LinkedHashMap<>();
        members.forEach((name, own) -> panels.put(
                name,
                new SmallMultiples.Panel(
                        name,
                        own.size(),
                        dimensions.stream().map(node -> mean(own, node)).toList(),
                        null)));
        return new SmallMultiples(
                Charts.DEPARTMENTS,
                RangeRows.BY_DEPARTMENT,
                dimensions.stream()
                        .map(node ->
                                new SmallMultiples.Row(node.key(), node.head().title()))
                        .toList(),
                List.copyOf(panels.values()),
                List.of(NOTE));
    }

    private ChartValue mean(List<String> members, Node node) {
        double sum = 0;
        int n = 0;
        for (String person : members) {
            Double view = view(person, node);
            if (view != null) {
                sum += view;
                n++;
            }
        }
        return value(n == 0 ? null : sum / n, NO_VIEW);
    }
}
