package org.moatmark.core.json;

import java.util.List;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.CaseRating;
import org.moatmark.core.benchmark.DimensionPair;
import org.moatmark.core.benchmark.NodePosition;
import org.moatmark.core.benchmark.Position;
import org.moatmark.core.benchmark.SimilarCompany;
import org.moatmark.core.benchmark.Standing;
import org.moatmark.core.benchmark.WeakDimension;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.report.Result;

/**
 * The document about where a company stands among the cases ({@code moatmark/position/1}). Numbers are unrounded, texts in
 * every language they have; each company and fact that is spoken of stands in it once.
 */
public final class PositionJson {

    /** The word of the {@code format} property. */
    public static final String FORMAT = "moatmark/position/1";

    private static final double LEVEL = 0.9;

    private final PlacingParts parts;

    private PositionJson(CaseLibrary library) {
        this.parts = new PlacingParts(library);
    }

    /**
     * A position.
     *
     * @param position the position, with what its owner should know
     * @param library the library in which it was taken
     * @return the document
     */
    public static JsonObject document(Checked.Valid<Position> position, CaseLibrary library) {
        return new PositionJson(library).whole(position.value(), position.warnings(), library);
    }

    private JsonObject whole(Position position, List<Issue> warnings, CaseLibrary library) {
        ObjectBuilder document = new ObjectBuilder()
                .put("format", FORMAT)
                .put("engine", Result.ENGINE)
                .put("subject", PlacingParts.subject(position.subject()))
                .put("library", CaseJson.library(library))
                .put("group", parts.group(position.group()))
                .put("crosswalk", position.crosswalk() == null ? null : PlacingParts.crosswalk(position.crosswalk()))
                .put("index", place(position.index()))
                .list("nodes", position.nodes(), this::place)
                .texts("dimensions", position.dimensions())
                .list("similar", position.similar(), this::similar)
                .list("weak", position.weak(), this::weak)
                .list("referencePoints", position.referencePoints(), PlacingParts::referencePoint)
                .put("runs", position.runs())
                .put("seed", position.seed())
                .list("warnings", warnings, PlacingParts::warning);
        return document.list("companies", parts.companies(), company -> company)
                .list("facts", parts.facts(), fact -> fact)
                .put("honesty", position.honesty())
                .done();
    }

    private JsonObject place(NodePosition place) {
        return new ObjectBuilder()
                .put("key", place.key())
                .put("title", place.title())
                .put("own", PlacingParts.measure(place.own()).done())
                .put("n", place.n())
                .put("standing", standing(place.standing()))
                .list("peers", place.peers(), parts::point)
                .put("mean", PlacingParts.mean(place.mean()))
                .put("card", parts.card(place.card()))
                .done();
    }

    private static JsonObject standing(Standing standing) {
        ObjectBuilder object = new ObjectBuilder().put("kind", standing.word());
        if (standing instanceof Standing.Percentile percentile) {
            object.put("percent", percentile.percent())
                    .put("low", percentile.low())
                    .put("high", percentile.high())
                    .put("level", LEVEL)
                    .put("rank", PlacingParts.rank(percentile.rank()));
        } else if (standing instanceof Standing.Ranked ranked) {
            object.put("rank", PlacingParts.rank(ranked.rank()));
        }
        return object.put("why", standing.why()).done();
    }

    private JsonObject similar(SimilarCompany similar) {
        parts.company(similar.id());
        return new ObjectBuilder()
                .put("id", similar.id())
                .put("distance", similar.distance())
                .put("common", similar.common())
                .list("alike", similar.alike(), this::pair)
                .list("different", similar.different(), this::pair)
                .done();
    }

    private JsonObject pair(DimensionPair pair) {
        parts.facts(pair.facts());
        return new ObjectBuilder()
                .put("key", pair.key())
                .put("own", pair.own())
                .put("theirs", pair.theirs())
                .texts("facts", pair.facts())
                .done();
    }

    private JsonObject weak(WeakDimension weak) {
        return new ObjectBuilder()
                .put("key", weak.key())
                .put("own", weak.own())
                .put("reference", weak.reference())
                .put("against", weak.against().word())
                .list("examples", weak.examples(), this::example)
                .done();
    }

    private JsonObject example(WeakDimension.Example example) {
        parts.company(example.id());
        List<String> ids = example.facts().stream().map(fact -> fact.id()).toList();
        parts.facts(ids);
        return new ObjectBuilder()
                .put("id", example.id())
                .put("score", example.score())
                .put("distanceElsewhere", example.distanceElsewhere())
                .list("ratings", example.ratings(), PositionJson::rating)
                .texts("facts", ids)
                .done();
    }

    private static JsonObject rating(CaseRating rating) {
        ObjectBuilder object = new ObjectBuilder().put("item", rating.item());
        CaseJson.rating(rating).toMap().forEach(object::put);
        return object.done();
    }
}
