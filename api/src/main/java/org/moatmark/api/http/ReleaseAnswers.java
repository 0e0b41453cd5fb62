package org.moatmark.api.http;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.service.Releases;
import org.moatmark.core.benchmark.Subject;
import org.moatmark.core.json.JsonNull;
import org.moatmark.core.json.JsonNumber;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.ReleaseJson;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.report.Release;
import org.moatmark.core.report.Result;

/** Results of confidential assessments: the latest release, under the tag of the release. */
final class ReleaseAnswers {

    private ReleaseAnswers() {}

    /** The latest release, made now if it is due; empty where results are shown as they are. */
    static Optional<Releases.Latest> latest(Call call, String assessment) {
        Releases releases = call.doors().releases();
        Optional<Releases.Latest> latest = call.read(work -> releases.latest(work, call.holder(), assessment));
        if (latest.isPresent()) {
            call.doors().audit().count(call.holder(), "read results", assessment);
        }
        return latest.isPresent() && latest.get().due()
                ? Optional.of(call.write(work -> releases.next(work, call.holder(), assessment)))
                : latest;
    }

    static JsonObject list(Call call, Releases.Latest latest) {
        Map<String, Release> all = call.doors().releases().all(latest);
        return new Members()
                .list("items", latest.asked(), one -> summary(call, one, all.get(one.id())))
                .put("links", new Members().done())
                .done();
    }

    private static JsonObject summary(Call call, Questionnaire questionnaire, @Nullable Release release) {
        Members document =
                new Members().put("questionnaire", Shapes.named(questionnaire)).put("title", questionnaire.title());
        if (release == null || release.index().suppressed()) {
            document.put("suppressed", true).put("reason", Release.FEWER_THAN_K);
        } else {
            Double score = release.index().evidenced();
            Integer level = release.level().value();
            document.put("date", release.date() == null ? null : release.date().toString())
                    .put("status", release.index().status().word())
                    .put("evidenced", score == null ? JsonNull.NULL : JsonNumber.of(score))
                    .put("level", level == null ? JsonNull.NULL : JsonNumber.of(level));
        }
        return document.put("result", Sight.address(call, questionnaire.id())).done();
    }

    static Answer one(Call call, Releases.Latest latest, String id) {
        Questionnaire questionnaire = questionnaire(latest, id);
        Release release = call.doors().releases().all(latest).get(id);
        JsonObject document = release == null
                ? ReleaseJson.nothingYet(questionnaire, Result.ENGINE, latest.k())
                : ReleaseJson.document(release);
        return call.tagged(Answer.json(200, document), latest.number());
    }

    /** A release as what can be placed; there is nothing to place before the first. */
    static Subject subject(Call call, Releases.Latest latest, String id) {
        Questionnaire questionnaire = questionnaire(latest, id);
        Release release = call.doors().releases().all(latest).get(id);
        if (release == null) {
            throw Halt.of(
                    Slug.NOT_FOUND,
                    "Fewer than " + latest.k() + " people have answered, so that there is nothing to place yet.",
                    latest.k() + "人以上の回答がないため、まだ位置を示せません。");
        }
        return release.subject(questionnaire);
    }

    /** The release of one questionnaire; there is nothing to draw before the first. */
    static Release release(Call call, Releases.Latest latest, String id) {
        String known = questionnaire(latest, id).id();
        Release release = call.doors().releases().all(latest).get(known);
        if (release == null) {
            throw Halt.of(
                    Slug.NOT_FOUND,
                    "Fewer than " + latest.k() + " people have answered, so that there is nothing to draw yet.",
                    latest.k() + "人以上の回答がないため、まだグラフを示せません。");
        }
        return release;
    }

    static Questionnaire questionnaire(Releases.Latest latest, String id) {
        return latest.asked().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Halt.of(Slug.NOT_FOUND));
    }
}
