package org.moatmark.core.json;

import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.Comparison;
import org.moatmark.core.benchmark.RankBand;
import org.moatmark.core.benchmark.Subject;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.report.Result;

/**
 * The document about companies side by side ({@code moatmark/comparison/1}). Numbers are unrounded; {@code whole} is the
 * score as it may be quoted. Subjects stand in the order in which they were given, and entries in the order of subjects.
 */
public final class ComparisonJson {

    /** The word of the {@code format} property. */
    public static final String FORMAT = "moatmark/comparison/1";

    private ComparisonJson() {}

    /**
     * A comparison.
     *
     * @param comparison the comparison
     * @param questionnaire in whose tree they are compared
     * @param library the cases; a subject that is one of them comes with its disputed items and facts
     * @return the document
     */
    public static JsonObject document(Comparison comparison, Questionnaire questionnaire, CaseLibrary library) {
        boolean cases = comparison.subjects().stream().anyMatch(subject -> subject.self() != null);
        ObjectBuilder document = new ObjectBuilder()
                .put("format", FORMAT)
                .put("engine", Result.ENGINE)
                .put("questionnaire", CaseJson.questionnaire(questionnaire))
                .texts("items", comparison.items())
                .list("subjects", comparison.subjects(), subject -> subject(subject, library))
                .list("lines", comparison.lines(), line -> line(line, questionnaire));
        if (cases) {
            document.put("library", CaseJson.library(library)).put("honesty", library.honesty());
        }
        return document.done();
    }

    private static JsonObject subject(Subject subject, CaseLibrary library) {
        ObjectBuilder object = new ObjectBuilder();
        PlacingParts.subject(subject).toMap().forEach(object::put);
        String self = subject.self();
        if (self != null) {
            object.list(
                            "disputed",
                            library.scores().of(self).items().stream()
                                    .filter(item -> item.disputed())
                                    .toList(),
                            item -> new ObjectBuilder()
                                    .put("key", item.key())
                                    .list("ratings", item.ratings().values(), CaseJson::rating)
                                    .done())
                    .list("facts", library.factsOf(self), fact -> CaseJson.fact(fact, library));
        }
        return object.done();
    }

    private static JsonObject line(Comparison.Line line, Questionnaire questionnaire) {
        return new ObjectBuilder()
                .put("key", line.key())
                .put("title", title(line.key(), questionnaire))
                .list("entries", line.entries(), entry -> {
                    RankBand rank = entry.rank();
                    return PlacingParts.measure(entry.measure())
                            .put("whole", entry.whole())
                            .put("rank", rank == null ? null : PlacingParts.rank(rank))
                            .done();
                })
                .done();
    }

    private static TextMap title(String key, Questionnaire questionnaire) {
        for (Node node : questionnaire.nodes()) {
            if (node.key().equals(key)) {
                return node.head().title();
            }
        }
        return TextMap.of("Index", "指数");
    }
}
