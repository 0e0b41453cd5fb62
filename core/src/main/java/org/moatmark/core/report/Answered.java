package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.ItemScore;
import org.moatmark.core.scoring.RespondentScore;

/** Counts the answers to opinions, as claimed. */
final class Answered {

    private static final double STEP = 25;

    private Answered() {}

    /** The answers of each dimension, or of each item of a node. */
    static LikertBars bars(Figures figures, Result result, @Nullable Wave wave, @Nullable Node node) {
        Map<String, ItemScore> scores = new HashMap<>();
        result.items().forEach(item -> scores.put(item.key(), item));
        List<LikertBars.Row> rows = new ArrayList<>();
        TextMap title = TextMap.of("Answers by dimension", "次元別の回答");
        if (node == null) {
            for (Node one : Figures.dimensions(figures.questionnaire())) {
                rows.add(row(one.key(), one.head().title(), Figures.items(one), scores, wave));
            }
        } else {
            title = node.head().title();
            for (Item item : Figures.items(node)) {
                if (item.type().isOpinion()) {
                    rows.add(row(item.key(), item.text(), List.of(item), scores, wave));
                }
            }
        }
        return new LikertBars(
                Charts.ITEMS,
                title,
                false,
                rows,
                List.of(new Words(
                        "Opinions as claimed, on 1 to 5 from the least to the most favourable; 4 and 5 are favourable. n"
                                + " counts single answers, and so does what is given as no answer.",
                        "意見の設問の申告値を、1（最も好意的でない）から5（最も好意的）で表しています。4と5を好意的とします。nと不明・無回答は、個々の回答の数です。")));
    }

    private static LikertBars.Row row(
            String key, TextMap label, List<Item> items, Map<String, ItemScore> scores, @Nullable Wave wave) {
        int[] counts = new int[LikertBars.STEPS];
        int dontKnow = 0;
        int notApplicable = 0;
        int blank = 0;
        for (Item item : items) {
            ItemScore score = scores.get(item.key());
            if (item.type().isOpinion() && score != null) {
                for (RespondentScore one : score.respondents()) {
                    counts[(int) StrictMath.rint(one.claimed() / STEP)]++;
                }
                if (wave != null) {
                    for (Respondent one : wave.respondents()) {
                        Response given = one.answers().get(item.key());
                        boolean asked = !one.answers().isEmpty()
                                && item.informants().stream()
                                        .anyMatch(one.seat().informants()::contains);
                        dontKnow += given instanceof Response.DontKnow ? 1 : 0;
                        notApplicable += given instanceof Response.NotApplicable ? 1 : 0;
                        blank += asked && given == null ? 1 : 0;
                    }
                }
            }
        }
        return new LikertBars.Row(
                key,
                label,
                Arrays.stream(counts).boxed().toList(),
                wave == null ? null : new LikertBars.Outside(dontKnow, notApplicable, blank),
                null);
    }
}
