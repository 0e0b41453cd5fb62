package org.moatmark.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.moatmark.core.Moatmark;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.issue.Words;
import org.moatmark.core.maturity.InstrumentSample;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.response.Wave;

/** Reads waves of one questionnaire, one a line, into a sample; every fault of every line is named with the line's number. */
public final class WaveLines {

    private final Moatmark moatmark;
    private final Questionnaire questionnaire;
    private final int longestLine;

    /**
     * Reads waves.
     *
     * @param moatmark the questionnaires
     * @param questionnaire of which the waves must be
     * @param longestLine most bytes of a line
     */
    public WaveLines(Moatmark moatmark, Questionnaire questionnaire, int longestLine) {
        this.moatmark = moatmark;
        this.questionnaire = questionnaire;
        this.longestLine = longestLine;
    }

    /**
     * Reads all lines; blank ones say nothing.
     *
     * @param in the lines in UTF-8; not closed
     * @return the sample, or everything that is wrong with the lines
     * @throws IOException if the stream fails
     */
    public Checked<InstrumentSample> read(InputStream in) throws IOException {
        InstrumentSample sample = InstrumentSample.of(questionnaire);
        List<Issue> issues = new ArrayList<>();
        Lines lines = new Lines(in, longestLine, Lines.Room.ANY);
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            if (lines.wasTooLong()) {
                issues.add(at(lines.number(), tooLong()));
            } else if (!Batch.isBlank(line)) {
                take(line, lines.number(), sample, issues);
            }
        }
        return issues.isEmpty() ? new Checked.Valid<>(sample, List.of()) : new Checked.Invalid<>(issues);
    }

    private void take(byte[] line, long number, InstrumentSample sample, List<Issue> issues) {
        Checked<Wave> read = moatmark.readWave(line);
        if (read instanceof Checked.Valid<Wave> valid) {
            Wave wave = valid.value();
            if (!wave.questionnaire().equals(questionnaire.id())
                    || !wave.version().equals(questionnaire.version().toString())) {
                issues.add(at(number, other(wave)));
            } else if (issues.isEmpty()) {
                sample.add(wave);
            }
        } else {
            read.issues().forEach(issue -> issues.add(at(number, issue)));
        }
    }

    /** The same issue, with the number of its line before the message; its path is a path into that line. */
    private static Issue at(long number, Issue issue) {
        return new Issue(
                issue.code(),
                issue.path(),
                new Words(
                        "Line " + number + ": " + issue.message().en(),
                        number + "行目：" + issue.message().ja()),
                issue.hint());
    }

    private Issue tooLong() {
        int most = longestLine / 1024;
        return new Issue(
                "line-too-long",
                "",
                new Words("The line is larger than " + most + " KiB.", "行が" + most + " KiBを超えています。"),
                new Words("Split it into several waves.", "複数の回答データに分けてください。"));
    }

    private Issue other(Wave wave) {
        String wanted = questionnaire.id() + " " + questionnaire.version();
        return new Issue(
                "another-questionnaire",
                "/questionnaire",
                new Words(
                        "The wave is of questionnaire '" + wave.questionnaire() + "' " + wave.version() + ", not of '"
                                + questionnaire.id() + "' " + questionnaire.version() + ".",
                        "この回答データの質問票は「" + wave.questionnaire() + "」" + wave.version() + "で、「" + questionnaire.id() + "」"
                                + questionnaire.version() + "ではありません。"),
                new Words("Give waves of " + wanted + " only.", wanted + " の回答データだけを渡してください。"));
    }
}
