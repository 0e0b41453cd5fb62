package org.moatmark.api.http;

import java.util.List;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.questionnaire.Change;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.VersionDiff;

/** How the difference of two versions of a questionnaire looks as a document. */
final class DiffParts {

    private DiffParts() {}

    static JsonObject document(Questionnaire before, Questionnaire after) {
        VersionDiff diff = VersionDiff.between(before, after);
        return new Members()
                .put("questionnaire", after.id())
                .put("from", version(before))
                .put("to", version(after))
                .list("changes", diff.changes(), DiffParts::change)
                .put(
                        "moves",
                        new Members()
                                .list("nodes", diff.nodes(), JsonString::new)
                                .put("index", diff.index())
                                .put("levels", diff.levels())
                                .put("findings", diff.findings())
                                .done())
                .done();
    }

    private static JsonObject version(Questionnaire questionnaire) {
        return new Members()
                .put("version", questionnaire.version().toString())
                .put("methodHash", questionnaire.methodHash())
                .done();
    }

    private static JsonObject change(Change change) {
        List<String> parts = change.parts();
        return new Members()
                .put("what", change.what().word())
                .put("key", change.key())
                .put("change", change.kind().word())
                .list("parts", parts, JsonString::new)
                .put("moves", change.moves())
                .done();
    }
}
