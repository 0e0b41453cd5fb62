package org.moatmark.api.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.moatmark.api.service.Contributions;
import org.moatmark.api.service.Contributions.Enters;
import org.moatmark.api.service.Right;
import org.moatmark.api.store.ContributionShelf.Kept;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.PositionWords;
import org.moatmark.core.issue.Words;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.JsonValue;
import org.moatmark.core.questionnaire.Questionnaire;

/**
 * {@code /v1/assessments/{assessment}/contribution}: whether an owner gives results to the benchmark across tenants; and
 * what everybody reads of the yearly releases.
 */
final class ContributionRoutes {

    private static final String CONTRIBUTION = "/v1/assessments/:assessment/contribution";
    private static final Access CONTRIBUTE = Access.key(Right.CONTRIBUTE);
    private static final List<String> PARTITIONS = List.of("sector", "region", "size", "market");

    private static final Words EXPLANATION = new Words(
            "Once a year the results of closed assessments whose owners agree enter a benchmark that everybody can read:"
                    + " the index and the dimensions of the first rank, of confidential assessments the released index"
                    + " alone; with them sector, region, size and market of the company. No name, no date and no single"
                    + " score is shown, only quartiles of groups of at least 5 companies, of which none comes by more than"
                    + " half from one tenant, and none can be reckoned from the others. You can take it back at any time:"
                    + " it then enters no later release, while releases that were made stay as they are.",
            "所有者が同意した終了済みの診断の結果は、年に一度、誰でも閲覧できるベンチマークに加えられます。対象は総合指数と最上位の領域で、"
                    + "機密扱いの診断では公表済みの総合指数だけです。あわせて企業の業種、地域、規模、市場を用います。企業名、日付、個々の得点は"
                    + "表示されません。表示されるのは5社以上からなる集団の四分位数だけで、一つのテナントが半数を超える集団や、他の数値から逆算"
                    + "できる集団は表示されません。同意はいつでも取り消せます。取り消し後の公表には加えられませんが、公表済みの内容は変わりません。");

    private ContributionRoutes() {}

    static List<Route> routes() {
        return List.of(
                Route.get(CONTRIBUTION, CONTRIBUTE, ContributionRoutes::get),
                Route.patch(CONTRIBUTION, CONTRIBUTE, ContributionRoutes::change));
    }

    private static Answer get(Call call) {
        String id = call.id("assessment");
        return call.read(work -> answer(call, call.doors().contributions().state(work, call.holder(), id)));
    }

    private static Answer change(Call call) {
        String id = call.id("assessment");
        Body body = call.fields();
        Boolean contributed = body.truth("contributed");
        body.done();
        return call.write(work -> answer(
                call,
                call.doors()
                        .contributions()
                        .change(work, call.holder(), id, call.seen(), Boolean.TRUE.equals(contributed))));
    }

    private static Answer answer(Call call, Contributions.State state) {
        Long since = state.agreement().agreedMs();
        JsonObject document = new Members()
                .put("contributed", since != null)
                .put("version", state.agreement().version())
                .time("since", since)
                .put("closed", state.closed())
                .list("questionnaires", state.parts(), ContributionRoutes::part)
                .put("explanation", texts(EXPLANATION))
                .done();
        return call.tagged(Answer.json(200, document), state.agreement().version());
    }

    private static JsonObject part(Contributions.Part part) {
        return new Members()
                .put("id", part.asked().id())
                .put("version", part.asked().version())
                .put("enters", part.enters().any())
                .put("what", texts(what(part.enters())))
                .done();
    }

    private static Words what(Enters enters) {
        return switch (enters) {
            case INDEX_AND_DIMENSIONS -> new Words("The index and the dimensions of the first rank.", "総合指数と最上位の領域。");
            case INDEX ->
                new Words(
                        "The released index alone, since the assessment is confidential.", "機密扱いの診断のため、公表済みの総合指数だけです。");
            case OWN_QUESTIONNAIRE ->
                new Words("Nothing: other tenants do not have this questionnaire.", "対象外：他のテナントにはない質問票です。");
            case OTHER_VERSION ->
                new Words(
                        "Nothing: this version scores otherwise than the newest one, by which companies are compared.",
                        "対象外：比較に用いる最新版とは採点方法が異なる版です。");
            case SHORT_FORM ->
                new Words("Nothing: the short form is not comparable to the full one.", "対象外：短縮版は完全版と比較できません。");
            case CLASSROOM -> new Words("Nothing: a class is no company.", "対象外：授業での演習は企業の診断ではありません。");
        };
    }

    private static JsonValue texts(Words words) {
        return new Members().put("en", words.en()).put("ja", words.ja()).done();
    }

    /** Refuses parameters that a benchmark of that source does not have. */
    static void refuse(Call call, List<String> names, String source) {
        for (String name : names) {
            if (call.parameters().get(name) != null) {
                throw Halt.parameter(
                        name,
                        new Words(
                                "The benchmark from source '" + source + "' has no parameter '" + name + "'.",
                                "出典「" + source + "」のベンチマークにパラメーター「" + name + "」はありません。"),
                        new Words("Leave it out.", "指定しないでください。"),
                        List.of());
            }
        }
    }

    /** The release of a year, whole or one of its groups. */
    static Answer release(Call call, Questionnaire questionnaire) {
        refuse(call, List.of("peers", "asOf", "min"), "contributed");
        CaseLibrary library = call.doors().moatmark().cases();
        Map<String, String> given = new LinkedHashMap<>(call.parameters().without("source", "year"));
        Choices.sound(PositionWords.read(given, library), library);
        if (given.size() > 1) {
            String second = List.copyOf(given.keySet()).get(1);
            throw Halt.parameter(
                    second,
                    new Words(
                            "Contributed results are told by one of sector, region, size and market, never by two together.",
                            "提供された結果は、業種、地域、規模、市場のいずれか一つで区分されます。組み合わせはできません。"),
                    new Words("Give one of them, or none.", "いずれか一つを指定するか、指定しないでください。"),
                    PARTITIONS);
        }
        String year = call.parameters().get("year");
        Kept kept =
                call.doors().desk().read(work -> work.shelves().contributions().releases(questionnaire.id())).stream()
                        .filter(one -> year == null || year.equals(Integer.toString(one.year())))
                        .max(Comparator.comparingInt(Kept::year))
                        .orElseThrow(() -> Halt.of(
                                Slug.NOT_FOUND,
                                "There is no release of contributed results of that questionnaire and year.",
                                "その質問票と年について、提供された結果の公表はありません。"));
        JsonObject document = (JsonObject) JsonTree.parse(kept.document()).orThrow();
        return Choices.shared(Answer.json(200, given.isEmpty() ? document : only(document, given)));
    }

    private static JsonObject only(JsonObject document, Map<String, String> given) {
        Map.Entry<String, String> wanted = given.entrySet().iterator().next();
        List<JsonValue> groups = new ArrayList<>();
        for (JsonValue value : ((JsonArray) Objects.requireNonNull(document.get("groups"))).values()) {
            JsonObject group = (JsonObject) value;
            if (new JsonString(wanted.getKey()).equals(group.get("by"))
                    && new JsonString(wanted.getValue()).equals(group.get("word"))) {
                groups.add(group);
            }
        }
        Map<String, JsonValue> members = new LinkedHashMap<>(document.toMap());
        members.put("groups", new JsonArray(groups));
        return JsonObject.of(members);
    }
}
