package org.moatmark.core.json;

import java.util.List;
import org.moatmark.core.benchmark.Benchmark;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.Distribution;
import org.moatmark.core.benchmark.ReferencePoint;
import org.moatmark.core.benchmark.Standing;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.report.Result;

/** The document about how the scores of a group of cases are spread ({@code moatmark/benchmark/1}); unrounded. */
public final class BenchmarkJson {

    /** The word of the {@code format} property. */
    public static final String FORMAT = "moatmark/benchmark/1";

    private BenchmarkJson() {}

    /**
     * A spread.
     *
     * @param questionnaire for whom: the questionnaire of the cases, or one that is linked to it
     * @param spread how the scores are spread
     * @param benchmark where it comes from
     * @return the document
     */
    public static JsonObject document(Questionnaire questionnaire, Distribution spread, Benchmark benchmark) {
        CaseLibrary library = benchmark.library();
        List<ReferencePoint> points = questionnaire.nodes().stream()
                .flatMap(node -> benchmark.referencePoints(node.key()).stream())
                .toList();
        PlacingParts parts = new PlacingParts(library);
        ObjectBuilder document = new ObjectBuilder()
                .put("format", FORMAT)
                .put("engine", Result.ENGINE)
                .put("questionnaire", CaseJson.questionnaire(questionnaire))
                .put("library", CaseJson.library(library))
                .texts("items", benchmark.linked(questionnaire))
                .put("group", parts.group(spread.group()))
                .list("places", spread.places(), place -> place(place, parts))
                .list("referencePoints", points, PlacingParts::referencePoint);
        return document.list("companies", parts.companies(), company -> company)
                .put("honesty", spread.honesty())
                .done();
    }

    private static JsonObject place(Distribution.Place place, PlacingParts parts) {
        ObjectBuilder object = new ObjectBuilder()
                .put("key", place.key())
                .put("title", place.title())
                .put("n", place.n());
        List<Double> quantiles = place.quantiles();
        if (quantiles == null) {
            object.put("quantiles", (JsonValue) null).put("why", why(place.n()));
        } else {
            ObjectBuilder byPercent = new ObjectBuilder();
            for (int i = 0; i < quantiles.size(); i++) {
                byPercent.put("p" + Distribution.PERCENTAGES.get(i), quantiles.get(i));
            }
            object.put("quantiles", byPercent.done());
        }
        return object.put("mean", PlacingParts.mean(place.mean()))
                .list("points", place.points(), parts::point)
                .put("card", parts.card(place.card()))
                .done();
    }

    private static Words why(int n) {
        int least = Standing.RANK_FROM;
        return new Words(
                "Quantiles need " + least + " companies; " + n + " have a score here, so that points alone are shown.",
                "分位点には" + least + "社が必要ですが、ここで得点があるのは" + n + "社なので、各社の点だけを示します。");
    }
}
