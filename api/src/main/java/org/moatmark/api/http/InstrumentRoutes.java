package org.moatmark.api.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.moatmark.api.http.Route.Takes;
import org.moatmark.api.service.Right;
import org.moatmark.core.Moatmark;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.maturity.InstrumentPolicy;
import org.moatmark.core.maturity.InstrumentReport;
import org.moatmark.core.maturity.InstrumentSample;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.response.Wave;

/**
 * {@code .../validation}: what many waves say about a questionnaire; those of the owner's own closed assessments, or those
 * that come with the request and are not kept. Too little data is no problem: the report says so, part by part.
 */
final class InstrumentRoutes {

    private static final String PATH = "/v1/questionnaires/:questionnaire/versions/:version/validation";
    private static final int COST = 20;

    private InstrumentRoutes() {}

    static List<Route> routes() {
        return List.of(
                Route.get(PATH, Access.key(Right.VALIDATE), InstrumentRoutes::ofAssessments)
                        .costing(COST),
                Route.post(PATH, Access.key(Right.VALIDATE), Takes.MANY_LINES, InstrumentRoutes::ofLines)
                        .costing(COST));
    }

    private static Questionnaire questionnaire(Call call) {
        return call.moatmark()
                .catalogue()
                .find(call.part("questionnaire"), call.part("version"))
                .orElseThrow(() -> Halt.of(Slug.NOT_FOUND));
    }

    private static Answer ofAssessments(Call call) {
        Questionnaire questionnaire = questionnaire(call);
        call.doors().audit().count(call.holder(), "read validation", questionnaire.id());
        List<Wave> waves = call.read(work -> call.doors().results().closedWaves(work, call.holder(), questionnaire));
        return answer(Moatmark.validateInstrument(questionnaire, waves));
    }

    private static Answer ofLines(Call call) {
        Questionnaire questionnaire = questionnaire(call);
        Checked<InstrumentSample> sample;
        try {
            sample = new WaveLines(call.moatmark(), questionnaire, Route.LARGE)
                    .read(new ByteArrayInputStream(call.bytes()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (sample instanceof Checked.Invalid<InstrumentSample> invalid) {
            throw Halt.of(Problems.invalid(invalid.issues()), invalid.issues());
        }
        return answer(sample.orThrow().report(InstrumentPolicy.DEFAULT));
    }

    private static Answer answer(InstrumentReport report) {
        return Answer.text(200, Answer.JSON, Moatmark.write(report));
    }
}
