package org.moatmark.core.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.moatmark.core.Moatmark;
import org.moatmark.core.benchmark.Position;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.response.Company;
import org.moatmark.core.response.Wave;

/** Reports of the waves that the golden files are made from. */
final class Boards {

    static final Moatmark MOATMARK = Moatmark.shipped();

    private static final Map<String, Report> MADE = new ConcurrentHashMap<>();

    private Boards() {}

    static Result result(String questionnaire, String company) {
        try {
            byte[] file = Files.readAllBytes(Path.of("src/test/resources/golden", questionnaire + ".wave.json"));
            Wave wave = MOATMARK.readWave(file).orThrow();
            return MOATMARK.score(new Wave(
                    wave.questionnaire(),
                    wave.version(),
                    Company.named(company),
                    wave.date(),
                    wave.form(),
                    wave.respondents(),
                    wave.others()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Questionnaire questionnaire(Result result) {
        return MOATMARK.catalogue()
                .find(result.questionnaire(), result.version())
                .orElseThrow();
    }

    /** Made once for each, since runs and cases take their time. */
    static Report report(String questionnaire, String company) {
        return MADE.computeIfAbsent(questionnaire + "\n" + company, key -> made(questionnaire, company));
    }

    static Report made(String questionnaire, String company) {
        Result result = result(questionnaire, company);
        Position position = MOATMARK.position(result).orThrow();
        return Reporting.of(result, questionnaire(result))
                .with(StandingReporting.of(position, MOATMARK.cases()))
                .with(MOATMARK.charts(result).with(position));
    }
}
