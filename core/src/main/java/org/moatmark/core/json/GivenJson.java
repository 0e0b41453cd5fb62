package org.moatmark.core.json;

import org.jspecify.annotations.Nullable;
import org.moatmark.core.report.Backing;
import org.moatmark.core.report.Report;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.Evidence;

/** Single answers in reports and releases: what was answered, what it scored, and what it rests on. */
final class GivenJson {

    private GivenJson() {}

    /** An answer in a report; what it rests on only where the report tells. */
    static JsonObject given(Report.Given given) {
        ObjectBuilder out = new ObjectBuilder()
                .put("seat", given.seat())
                .put("claimed", Double.valueOf(given.claimed()))
                .put("evidenced", Double.valueOf(given.evidenced()));
        if (given.answer() != null) {
            out.put("answer", given.answer());
        }
        Backing backing = given.backing();
        if (backing != null) {
            out.put("value", value(backing.value()))
                    .put("grade", backing.grade().name())
                    .put("bearing", backing.bearing().word())
                    .put("cap", backing.cap())
                    .list("evidence", backing.evidence(), GivenJson::evidence);
            text(out, "note", backing.note());
        }
        return out.done();
    }

    private static JsonObject evidence(Evidence one) {
        ObjectBuilder out = new ObjectBuilder().put("grade", one.grade().name());
        text(out, "note", one.note());
        text(out, "link", one.link());
        return out.done();
    }

    private static void text(ObjectBuilder out, String name, @Nullable String text) {
        if (text != null) {
            out.put(name, text);
        }
    }

    /** A raw answer of any kind. */
    static JsonValue value(AnswerValue value) {
        JsonOut out = new JsonOut();
        new VerdictOut(out, new Fragments()).answer(value);
        return JsonTree.parse(out.toBytes()).orThrow();
    }
}
