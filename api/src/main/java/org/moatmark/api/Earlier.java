package org.moatmark.api;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.Moatmark;
import org.moatmark.core.benchmark.PeerMeans;
import org.moatmark.core.benchmark.Position;
import org.moatmark.core.benchmark.Subject;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.JsonValue;
import org.moatmark.core.report.ChangeReporting;
import org.moatmark.core.report.PeerChanges;
import org.moatmark.core.report.Report;
import org.moatmark.core.report.Result;
import org.moatmark.core.report.SnapshotComparison;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.Resampling;

/**
 * What {@code report --since FILE} compares with: an earlier result of the company on the same questionnaire, with the answers
 * behind it where the file holds them. The cases are those of today at both times.
 *
 * @param name what the report calls it
 * @param answers the answers, to be scored by a later version of the questionnaire; null where there is a result alone
 * @param result the result
 */
record Earlier(String name, @Nullable Wave answers, Result result) {

    /**
     * Reads a file with answers or with a result.
     *
     * @param file its name, {@code -} for standard input
     * @param moatmark knows the questionnaires
     * @param terminal where files are read
     * @return what it says, or everything that is wrong with it
     * @throws UsageFault if there is no such file
     */
    static Checked<Earlier> read(String file, Moatmark moatmark, Terminal terminal) throws UsageFault {
        byte[] document = terminal.read(file);
        String name = name(file, terminal);
        if (isResult(document)) {
            Checked<Result> read = moatmark.readResult(document);
            if (read instanceof Checked.Invalid<Result> invalid) {
                return new Checked.Invalid<>(invalid.issues());
            }
            Result result = read.orThrow();
            return moatmark.subject(result) instanceof Checked.Invalid<Subject> invalid
                    ? new Checked.Invalid<>(invalid.issues())
                    : new Checked.Valid<>(new Earlier(name, null, result), List.of());
        }
        Checked<Wave> read = moatmark.readWave(document);
        return read instanceof Checked.Invalid<Wave> invalid
                ? new Checked.Invalid<>(invalid.issues())
                : new Checked.Valid<>(new Earlier(name, read.orThrow(), moatmark.score(read.orThrow())), read.issues());
    }

    private static boolean isResult(byte[] document) {
        return JsonTree.parse(document) instanceof Checked.Valid<JsonValue> valid
                && valid.value() instanceof JsonObject object
                && object.get("format") instanceof JsonString format
                && Result.FORMAT.equals(format.value());
    }

    /** The name of the file without its ending. */
    private static String name(String file, Terminal terminal) {
        Path last = Path.of(file).getFileName();
        return Terminal.STANDARD_INPUT.equals(file) || last == null
                ? terminal.pick("before", "前回")
                : last.toString().replaceFirst("(?<=.)\\.json$", "");
    }

    /**
     * A report with what changed since.
     *
     * @param report the report, without its charts
     * @param after the result that it tells
     * @param position where that stands among the cases; null where it stands nowhere
     * @param moatmark what both were scored with
     * @return the report with what changed
     * @throws UsageFault if the two are of different questionnaires
     */
    Report told(Report report, Result after, @Nullable Position position, Moatmark moatmark) throws UsageFault {
        if (!result.questionnaire().equals(after.questionnaire())) {
            throw new UsageFault(
                    "'--since' has a result of '" + result.questionnaire() + "', and the report is of '"
                            + after.questionnaire() + "'.",
                    "「--since」は「" + result.questionnaire() + "」の結果ですが、報告書は「" + after.questionnaire() + "」のものです。");
        }
        SnapshotComparison comparison = moatmark.compare(result, answers, after, Resampling.DEFAULT);
        if (position != null && moatmark.position(result) instanceof Checked.Valid<Position> then) {
            comparison = comparison.with(peers(comparison, then.value(), after, position, moatmark));
        }
        return report.with(ChangeReporting.of(name, comparison, report));
    }

    private PeerChanges peers(
            SnapshotComparison comparison, Position then, Result after, Position now, Moatmark moatmark) {
        Position carried = comparison.alike() || result.version().equals(after.version()) ? then : null;
        if (answers != null) {
            carried = moatmark.rescore(result, answers, after.version(), Resampling.DEFAULT)
                    .map(one -> moatmark.position(one) instanceof Checked.Valid<Position> valid ? valid.value() : null)
                    .orElse(carried);
        }
        return PeerChanges.of(then, carried, now, PeerMeans.of(then), PeerMeans.of(now));
    }
}
