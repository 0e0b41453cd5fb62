package org.moatmark.core.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.moatmark.core.Moatmark;
import org.moatmark.core.benchmark.PeerMeans;
import org.moatmark.core.benchmark.Position;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.response.Company;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.Resampling;

/** Reports of the waves that the golden files are made from. */
final class Boards {

    static final Moatmark MOATMARK = Moatmark.shipped();

    private static final Pattern ANSWER = Pattern.compile("(\"value\": ?)([2-5])(?![0-9.])");

    private static final Map<String, Report> MADE = new ConcurrentHashMap<>();

    private Boards() {}

    static Result result(String questionnaire, String company) {
        return MOATMARK.score(wave(questionnaire, company, false));
    }

    /** The answers of a golden file; a year ago every one from 2 to 5 was one lower. */
    static Wave wave(String questionnaire, String company, boolean yearAgo) {
        try {
            String file = Files.readString(Path.of("src/test/resources/golden", questionnaire + ".wave.json"));
            String answers = yearAgo
                    ? ANSWER.matcher(file).replaceAll(one -> one.group(1) + (Integer.parseInt(one.group(2)) - 1))
                    : file;
            Wave wave = MOATMARK.readWave(answers).orThrow();
            return new Wave(
                    wave.questionnaire(),
                    wave.version(),
                    Company.named(company),
                    yearAgo ? LocalDate.of(2025, 11, 1) : wave.date(),
                    wave.form(),
                    wave.respondents(),
                    wave.others());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A report with what changed since a year ago. */
    static Report changed(String questionnaire, String company) {
        Wave then = wave(questionnaire, company, true);
        Result before = MOATMARK.score(then);
        Result after = result(questionnaire, company);
        Position one = MOATMARK.position(before).orThrow();
        Position other = MOATMARK.position(after).orThrow();
        SnapshotComparison comparison = MOATMARK.compare(before, then, after, Resampling.DEFAULT)
                .with(PeerChanges.of(one, one, other, PeerMeans.of(one), PeerMeans.of(other)));
        Report report = report(questionnaire, company);
        return report.with(ChangeReporting.of("2025-autumn", comparison, report))
                .with(MOATMARK.charts(after).with(other).since(MOATMARK.charts(before)));
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
