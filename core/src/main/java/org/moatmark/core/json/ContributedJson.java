package org.moatmark.core.json;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.benchmark.ContributedSpread;
import org.moatmark.core.benchmark.Contributing;
import org.moatmark.core.benchmark.Criterion;
import org.moatmark.core.benchmark.Measure;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.report.Release;
import org.moatmark.core.report.Result;

/**
 * A yearly release of contributed results: the document that everybody reads ({@code moatmark/contributed/1}), which
 * names every group that there could be and says of the others only that they are not shown; and the members of what was
 * told, for the keeper alone.
 */
public final class ContributedJson {

    /** The word of the {@code format} property. */
    public static final String FORMAT = "moatmark/contributed/1";

    /** The word of the {@code source} property, and of its parameter. */
    public static final String SOURCE = "contributed";

    private static final Words AGREEMENT = new Words(
            "Does not apply: each company was assessed by its own people, and no two raters rated the same one.",
            "該当しません。各社は自社の関係者が評価しており、同じ企業を複数の評価者が評価したものではありません。");

    private ContributedJson() {}

    /**
     * The document of a release.
     *
     * @param questionnaire what was asked
     * @param year of which year the release is
     * @param made when it was made
     * @param words by partition every word that there is, whether a company has it or not
     * @param told what is told
     * @return the document
     */
    public static JsonObject document(
            Questionnaire questionnaire,
            int year,
            LocalDate made,
            Map<Criterion, List<String>> words,
            List<ContributedSpread> told) {
        List<JsonValue> groups = new ArrayList<>();
        groups.add(group(questionnaire, null, null, told, made));
        for (Criterion by : Contributing.PARTITIONS) {
            for (String word : words.getOrDefault(by, List.of())) {
                groups.add(group(questionnaire, by, word, told, made));
            }
        }
        return new ObjectBuilder()
                .put("format", FORMAT)
                .put("engine", Result.ENGINE)
                .put("source", SOURCE)
                .put("questionnaire", CaseJson.questionnaire(questionnaire))
                .put("year", year)
                .put("made", made.toString())
                .put("k", Contributing.K)
                .put("rounded", 1)
                .put("groups", new JsonArray(groups))
                .done();
    }

    private static JsonObject group(
            Questionnaire questionnaire,
            @Nullable Criterion by,
            @Nullable String word,
            List<ContributedSpread> told,
            LocalDate made) {
        ObjectBuilder group =
                new ObjectBuilder().put("by", by == null ? "all" : by.word()).put("word", word);
        List<ContributedSpread> own = told.stream()
                .filter(one -> one.by() == by && Objects.equals(one.word(), word))
                .toList();
        if (own.isEmpty()) {
            return suppressed(group).done();
        }
        List<JsonValue> places = new ArrayList<>();
        places.add(place(Measure.INDEX, TextMap.of("Index", "指数"), own, made));
        for (Node node : questionnaire.tree()) {
            places.add(place(node.key(), node.head().title(), own, made));
        }
        return group.put("places", new JsonArray(places)).done();
    }

    private static ObjectBuilder suppressed(ObjectBuilder object) {
        return object.put("suppressed", true).put("reason", Release.FEWER_THAN_K);
    }

    private static JsonObject place(String key, TextMap title, List<ContributedSpread> group, LocalDate made) {
        ObjectBuilder place = new ObjectBuilder().put("key", key).put("title", title);
        ContributedSpread own = null;
        for (ContributedSpread one : group) {
            own = one.measure().equals(key) ? one : own;
        }
        if (own == null) {
            return suppressed(place).done();
        }
        return place.put("n", own.n())
                .put(
                        "quartiles",
                        new ObjectBuilder()
                                .put("p25", own.quartile())
                                .put("p50", own.median())
                                .put("p75", own.upperQuartile())
                                .done())
                .put(
                        "card",
                        new ObjectBuilder()
                                .put("n", own.n())
                                .put("source", SOURCE)
                                .put("year", own.year())
                                .put("made", made.toString())
                                .put("agreement", (JsonValue) null)
                                .put("why", AGREEMENT)
                                .done())
                .done();
    }

    /**
     * Writes what was told with its members.
     *
     * @param told what was told
     * @return compact JSON
     */
    public static String write(List<ContributedSpread> told) {
        JsonOut out = new JsonOut().beginArray();
        for (ContributedSpread one : told) {
            Criterion by = one.by();
            String word = one.word();
            out.beginObject().name("year").value(one.year());
            if (by != null && word != null) {
                out.name("by").value(by.word()).name("word").value(word);
            }
            out.name("measure").value(one.measure()).name("members").beginArray();
            for (ContributedSpread.Member member : one.members()) {
                out.beginArray()
                        .value(member.tenant())
                        .value(member.company())
                        .value(member.answer())
                        .endArray();
            }
            out.endArray()
                    .name("p25")
                    .value(one.quartile())
                    .name("p50")
                    .value(one.median())
                    .name("p75")
                    .value(one.upperQuartile())
                    .endObject();
        }
        return out.endArray().toString();
    }

    /**
     * Reads what was written here.
     *
     * @param json what {@link #write} gave
     * @return the same
     * @throws IllegalArgumentException if it is anything else
     */
    public static List<ContributedSpread> read(String json) {
        List<ContributedSpread> told = new ArrayList<>();
        for (JsonValue value : array(JsonTree.parse(json).orThrow())) {
            if (!(value instanceof JsonObject one)) {
                throw notOurs();
            }
            String by = one.get("by") instanceof JsonString text ? text.value() : null;
            told.add(new ContributedSpread(
                    whole(one.get("year")),
                    by == null ? null : Criterion.valueOf(by.toUpperCase(Locale.ROOT)),
                    by == null ? null : text(one.get("word")),
                    text(one.get("measure")),
                    array(one.get("members")).stream()
                            .map(ContributedJson::member)
                            .toList(),
                    whole(one.get("p25")),
                    whole(one.get("p50")),
                    whole(one.get("p75"))));
        }
        return List.copyOf(told);
    }

    private static ContributedSpread.Member member(JsonValue value) {
        List<JsonValue> parts = array(value);
        if (parts.size() != 3) {
            throw notOurs();
        }
        return new ContributedSpread.Member(text(parts.get(0)), text(parts.get(1)), text(parts.get(2)));
    }

    private static List<JsonValue> array(@Nullable JsonValue value) {
        if (value instanceof JsonArray array) {
            return array.values();
        }
        throw notOurs();
    }

    private static String text(@Nullable JsonValue value) {
        if (value instanceof JsonString string) {
            return string.value();
        }
        throw notOurs();
    }

    private static int whole(@Nullable JsonValue value) {
        if (value instanceof JsonNumber number) {
            return (int) number.value();
        }
        throw notOurs();
    }

    private static IllegalArgumentException notOurs() {
        return new IllegalArgumentException("This is no release as this library writes it.");
    }
}
