package org.moatmark.api.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.moatmark.api.http.Route.Takes;
import org.moatmark.core.Moatmark;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Words;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.JsonValue;
import org.moatmark.core.questionnaire.Questionnaire;

/** Questionnaires for other people's programs: as surveys of SurveyJS, out and in, and as a table for translators. */
final class InterchangeRoutes {

    private static final String VERSION = "/v1/questionnaires/:questionnaire/versions/:version";
    private static final String CSV = "text/csv";
    private static final String ID = "id";
    private static final String DRAFT = "draft";
    private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST = 100;

    private InterchangeRoutes() {}

    static List<Route> routes() {
        return List.of(
                Route.get(VERSION + "/survey.json", Access.OPEN, InterchangeRoutes::survey)
                        .costing(2),
                Route.get(VERSION + "/texts.csv", Access.OPEN, InterchangeRoutes::texts)
                        .giving(CSV)
                        .knowing("bom")
                        .costing(2),
                Route.post("/v1/questionnaires/from-survey", Access.OPEN, Takes.LARGE_JSON, InterchangeRoutes::draft)
                        .knowing(ID)
                        .costing(2));
    }

    private static Answer survey(Call call) {
        Questionnaire found = found(call);
        return saved(call, found, Answer.JSON, Moatmark.survey(found), "survey.json");
    }

    private static Answer texts(Call call) {
        Questionnaire found = found(call);
        boolean mark = TableQuery.style(call).byteOrderMark();
        return saved(call, found, CSV, Moatmark.texts(found, mark), "texts.csv");
    }

    private static Answer saved(Call call, Questionnaire found, String type, String text, String file) {
        String named = found.id() + "-" + found.version() + "-" + file;
        Answer answer = ETags.byContent(Answer.bytes(200, type, text.getBytes(StandardCharsets.UTF_8)));
        return new FileName(named).saved(Choices.shared(call, answer));
    }

    private static Questionnaire found(Call call) {
        return call.moatmark()
                .catalogue()
                .find(call.part("questionnaire"), call.part("version"))
                .orElseThrow(() -> Halt.of(Slug.NOT_FOUND));
    }

    /** What a survey makes, and what of it was lost. Nothing is kept: the draft is for its author to finish. */
    private static Answer draft(Call call) {
        Checked<String> made = Moatmark.fromSurvey(call.bytes(), id(call));
        if (made instanceof Checked.Valid<String> valid) {
            Checked<JsonValue> draft = JsonTree.parse(valid.value());
            if (draft instanceof Checked.Invalid<JsonValue> beyond) {
                // Sound as a survey; as a questionnaire a text is too long, or the whole too deep.
                throw Halt.of(Problems.invalid(beyond.issues()), beyond.issues());
            }
            return Answer.json(
                    200,
                    new Members()
                            .put("questionnaire", draft.orThrow())
                            .list("warnings", valid.warnings(), issue -> Shapes.warning(issue, call.language()))
                            .done());
        }
        throw Halt.of(Problems.invalid(made.issues()), made.issues());
    }

    private static String id(Call call) {
        String given = call.parameters().get(ID);
        if (given == null) {
            return DRAFT;
        }
        if (given.length() > LONGEST || !KEBAB.matcher(given).matches()) {
            throw Halt.parameter(
                    ID,
                    new Words("Parameter 'id' is no id of a questionnaire.", "パラメーター「id」は質問票のidとして使えません。"),
                    new Words(
                            "Write small letters, digits and hyphens, such as my-survey.",
                            "my-survey のように、英小文字、数字、ハイフンで書いてください。"),
                    List.of());
        }
        return given;
    }
}
