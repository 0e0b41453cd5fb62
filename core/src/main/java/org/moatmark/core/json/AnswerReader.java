package org.moatmark.core.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.Evidence;
import org.moatmark.core.response.EvidenceGrade;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Response.Remarks;

/**
 * Reads answers to one item; prepared once, used for every respondent and safe for several threads.
 *
 * <p>Most answers are a value and nothing else; these are read without noting any place, and answers on a scale and
 * yes/no answers are shared between respondents.
 */
final class AnswerReader {

    private static final List<String> KNOWN = List.of("value", "state", "reason", "evidence", "note", "seconds");
    private static final String NOT_APPLICABLE = "notApplicable";
    private static final List<String> STATES = List.of(NOT_APPLICABLE, "dontKnow");

    private final Words who;
    private final AnswerValues values;
    private final List<Response> points = new ArrayList<>();
    private final @Nullable Reach measured;
    private final Response.@Nullable Answered yes;
    private final Response.@Nullable Answered no;

    AnswerReader(Item item) {
        this.who = Said.named("item", "設問", item.key());
        this.values = new AnswerValues(item, who);
        if (item.type().isOpinion()) {
            Reach scale = Reach.ofAnswer(item.type());
            for (int point = 1; point <= scale.most(); point++) {
                points.add(plain(new AnswerValue.Number(point)));
            }
        }
        this.measured = item.type() instanceof ItemType.Measure ? Reach.ofAnswer(item.type()) : null;
        boolean yesNo = item.type() instanceof ItemType.YesNo;
        this.yes = yesNo ? plain(new AnswerValue.YesNo(true)) : null;
        this.no = yesNo ? plain(new AnswerValue.YesNo(false)) : null;
    }

    private static Response.Answered plain(AnswerValue value) {
        return new Response.Answered(value, List.of(), Remarks.NONE);
    }

    Words who() {
        return who;
    }

    /**
     * Reads an answer.
     *
     * @param answer the answer as it stands
     * @param bare whether a value may stand for itself
     * @param answers the place of the answers of this respondent
     * @param key the key under which the answer stands there
     * @return the response, or null after a fault
     */
    @Nullable
    Response read(JsonValue answer, boolean bare, Place answers, String key, Faults faults) {
        if (answer instanceof JsonObject object
                && object.size() == 1
                && object.key(0).equals("value")) {
            Response quick = quick(object.value(0));
            if (quick != null) {
                return quick;
            }
        }
        return read(answer, bare, answers.at(key), faults);
    }

    private @Nullable Response quick(JsonValue value) {
        if (value instanceof JsonNumber number) {
            if (measured != null && measured.holds(number.value())) {
                return plain(new AnswerValue.Number(number.value()));
            }
            int point = (int) number.value();
            return point == number.value() && point >= 1 && point <= points.size() ? points.get(point - 1) : null;
        }
        if (value instanceof JsonBool bool) {
            return bool.value() ? yes : no;
        }
        return null;
    }

    /** Reads an answer at its place; null after a fault. */
    @Nullable
    Response read(JsonValue answer, boolean bare, Place at, Faults faults) {
        if (bare && !(answer instanceof JsonObject)) {
            AnswerValue value = values.read(answer, at, faults);
            return value == null ? null : plain(value);
        }
        if (!(answer instanceof JsonObject)) {
            notAnObject(answer, at, faults);
            return null;
        }
        Fields fields = Fields.open(answer, at, who, faults);
        if (fields == null) {
            return null;
        }
        int before = faults.count();
        fields.only(KNOWN);
        Remarks remarks = remarks(fields, faults);
        if (fields.has("value") == fields.has("state")) {
            if (faults.noneSince(before) || fields.has("value")) {
                valueOrState(fields, faults);
            }
            return null;
        }
        Response response = fields.has("value") ? answered(fields, remarks, faults) : state(fields, remarks, faults);
        return faults.noneSince(before) ? response : null;
    }

    private @Nullable Response answered(Fields fields, Remarks remarks, Faults faults) {
        if (fields.has("reason")) {
            onlyWith(fields, "reason", "state notApplicable", "state が notApplicable のとき", faults);
        }
        List<Evidence> evidence = evidence(fields, faults);
        JsonValue given = fields.required("value");
        AnswerValue value = given == null ? null : values.read(given, fields.at("value"), faults);
        return value == null ? null : new Response.Answered(value, evidence, remarks);
    }

    private @Nullable Response state(Fields fields, Remarks remarks, Faults faults) {
        if (fields.has("evidence")) {
            onlyWith(fields, "evidence", "a value", "value があるとき", faults);
        }
        String state = fields.word("state", STATES);
        if (NOT_APPLICABLE.equals(state)) {
            String reason = fields.text("reason");
            return reason == null ? null : new Response.NotApplicable(reason, remarks);
        }
        if (state != null && fields.has("reason")) {
            onlyWith(fields, "reason", "state notApplicable", "state が notApplicable のとき", faults);
        }
        return state == null ? null : new Response.DontKnow(remarks);
    }

    private Remarks remarks(Fields fields, Faults faults) {
        JsonValue noteValue = fields.optional("note");
        String note = noteValue == null ? null : Values.anyText(noteValue, fields.at("note"), who, faults);
        Double seconds = fields.optionalNumber("seconds");
        if (seconds != null && seconds < 0) {
            fields.outOfRange("seconds", seconds, "a number of at least 0", "0以上の数値");
        }
        return note == null && seconds == null ? Remarks.NONE : new Remarks(note, seconds);
    }

    private List<Evidence> evidence(Fields fields, Faults faults) {
        List<Evidence> evidence = new ArrayList<>();
        List<JsonValue> list = fields.optionalList("evidence");
        for (int i = 0; i < list.size(); i++) {
            Fields one = Fields.open(list.get(i), fields.at("evidence").at(i), who, faults);
            if (one == null) {
                continue;
            }
            one.only(List.of("grade", "note", "link"));
            String grade = one.word("grade", Vocabulary.EVIDENCE);
            JsonValue noteValue = one.optional("note");
            String note = noteValue == null ? null : Values.anyText(noteValue, one.at("note"), who, faults);
            JsonValue linkValue = one.optional("link");
            String link = linkValue == null ? null : Values.anyText(linkValue, one.at("link"), who, faults);
            if (grade != null) {
                evidence.add(new Evidence(EvidenceGrade.valueOf(grade), note, link));
            }
        }
        return evidence;
    }

    private void notAnObject(JsonValue answer, Place at, Faults faults) {
        faults.add(
                "wrong-type",
                at,
                who,
                "the answer is " + Shown.value(answer) + ", but an object with 'value' or 'state' is expected.",
                "回答が " + Shown.value(answer) + " ですが、value か state をもつオブジェクトでなければなりません。",
                "Write {\"value\": ...} or {\"state\": \"dontKnow\"}.",
                "{\"value\": ...} または {\"state\": \"dontKnow\"} のように書いてください。");
    }

    private void valueOrState(Fields fields, Faults faults) {
        boolean both = fields.has("value");
        faults.add(
                "answer-form",
                fields.at(),
                who,
                both ? "the answer has both 'value' and 'state'." : "the answer has neither 'value' nor 'state'.",
                both ? "回答に value と state の両方があります。" : "回答に value も state もありません。",
                "Write exactly one of them, or leave the answer out if the item was skipped.",
                "どちらか一方だけを書いてください。未回答なら、回答そのものを省いてください。");
    }

    private void onlyWith(Fields fields, String name, String withEn, String withJa, Faults faults) {
        faults.add(
                "answer-form",
                fields.at(name),
                who,
                "'" + name + "' goes only with " + withEn + ".",
                "「" + name + "」を書けるのは、" + withJa + "だけです。",
                "Remove '" + name + "'.",
                "「" + name + "」を削除してください。");
    }
}
