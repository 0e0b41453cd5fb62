package org.moatmark.core.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.Evidence;
import org.moatmark.core.response.Form;
import org.moatmark.core.response.OtherResult;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Seat;
import org.moatmark.core.response.Wave;

/** Writes waves. A wave without a company, which comes from the short form, is written in the short form again. */
final class WaveWriter {

    private final JsonOut out = new JsonOut();

    private WaveWriter() {}

    static String write(Wave wave) {
        WaveWriter writer = new WaveWriter();
        writer.out.beginObject();
        if (wave.company() == null) {
            writer.shortForm(wave);
        } else {
            writer.wave(wave);
        }
        return writer.out.endObject().toString();
    }

    private void shortForm(Wave wave) {
        out.name("questionnaire").value(wave.questionnaire()).name("answers");
        if (wave.respondents().isEmpty()) {
            answers(Map.of());
        } else {
            answers(wave.respondents().get(0).answers());
            vignettes(wave.respondents().get(0).vignettes());
        }
    }

    private void wave(Wave wave) {
        out.name("format").value(Wave.FORMAT);
        questionnaire(wave.questionnaire(), wave.version());
        if (wave.company() != null) {
            out.name("company");
            WaveOut.company(wave.company(), out);
        }
        text("date", wave.date() == null ? null : wave.date().toString());
        if (wave.form() != Form.FULL) {
            out.name("form").value(wave.form().word());
        }
        out.name("respondents").beginArray();
        for (Respondent respondent : wave.respondents()) {
            out.beginObject().name("seat");
            seat(respondent.seat());
            out.name("answers");
            answers(respondent.answers());
            vignettes(respondent.vignettes());
            out.endObject();
        }
        out.endArray();
        if (!wave.others().isEmpty()) {
            out.name("others").beginArray();
            wave.others().forEach(this::other);
            out.endArray();
        }
    }

    private void questionnaire(String id, String version) {
        out.name("questionnaire")
                .beginObject()
                .name("id")
                .value(id)
                .name("version")
                .value(version)
                .endObject();
    }

    private void seat(Seat seat) {
        out.beginObject().name("key").value(seat.key());
        text("department", seat.department());
        out.name("informant");
        if (seat.informants().size() == 1) {
            out.value(seat.informants().get(0));
        } else {
            out.beginArray();
            seat.informants().forEach(out::value);
            out.endArray();
        }
        text("unit", seat.unit());
        text("role", seat.role());
        out.endObject();
    }

    private void answers(Map<String, Response> answers) {
        out.beginObject();
        answers.forEach((item, response) -> {
            out.name(item).beginObject();
            response(response);
            out.endObject();
        });
        out.endObject();
    }

    private void vignettes(Map<String, Integer> ratings) {
        if (!ratings.isEmpty()) {
            out.name("vignettes").beginObject();
            ratings.forEach((vignette, rating) -> out.name(vignette).value(rating));
            out.endObject();
        }
    }

    private void response(Response response) {
        if (response instanceof Response.Answered answered) {
            out.name("value");
            value(answered.value());
            evidence(answered);
        } else if (response instanceof Response.NotApplicable notApplicable) {
            out.name("state").value("notApplicable").name("reason").value(notApplicable.reason());
        } else {
            out.name("state").value("dontKnow");
        }
        text("note", response.remarks().note());
        Double seconds = response.remarks().seconds();
        if (seconds != null) {
            out.name("seconds").value(seconds.doubleValue());
        }
    }

    private void evidence(Response.Answered answered) {
        if (answered.evidence().isEmpty()) {
            return;
        }
        out.name("evidence").beginArray();
        for (Evidence evidence : answered.evidence()) {
            out.beginObject().name("grade").value(evidence.grade().name());
            text("note", evidence.note());
            text("link", evidence.link());
            out.endObject();
        }
        out.endArray();
    }

    private void value(AnswerValue value) {
        if (value instanceof AnswerValue.YesNo yesNo) {
            out.value(yesNo.yes());
        } else if (value instanceof AnswerValue.Number number) {
            out.value(number.value());
        } else if (value instanceof AnswerValue.OneOption one) {
            out.value(one.option());
        } else if (value instanceof AnswerValue.SomeOptions some) {
            out.beginArray();
            some.options().forEach(out::value);
            out.endArray();
        } else if (value instanceof AnswerValue.FreeText text) {
            out.value(text.text());
        }
    }

    private void other(OtherResult other) {
        out.beginObject().name("format").value("moatmark/result/1");
        questionnaire(other.questionnaire(), other.version());
        out.name("nodes").beginArray();
        other.lowerSide()
                .forEach((node, score) -> out.beginObject()
                        .name("key")
                        .value(node)
                        .name("evidenced")
                        .value(score.doubleValue())
                        .endObject());
        out.endArray().endObject();
    }

    private void text(String name, @Nullable String text) {
        if (text != null) {
            out.name(name).value(text);
        }
    }
}
