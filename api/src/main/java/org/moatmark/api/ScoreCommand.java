package org.moatmark.api;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.moatmark.core.Moatmark;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.report.Explanation;
import org.moatmark.core.report.Result;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.Resampling;

/** {@code score WAVE}: from the answers of a company to its result. */
final class ScoreCommand implements Command {

    @Override
    public Set<String> options() {
        Set<String> options =
                new HashSet<>(Set.of("--json", "--explain", "--no-gains", OwnQuestionnaires.OPTION + "="));
        options.addAll(IntervalOptions.OPTIONS);
        return options;
    }

    @Override
    public Operands operands() {
        return Operands.ONE_FILE;
    }

    @Override
    public int run(Arguments given, Terminal terminal) throws UsageFault, IOException {
        String file = given.operands().get(0);
        boolean json = given.has("--json");
        Resampling how = IntervalOptions.of(given);
        IssueList issues = new IssueList();
        String directory = given.value(OwnQuestionnaires.OPTION);
        Moatmark moatmark = OwnQuestionnaires.read(directory, issues);
        byte[] document = terminal.read(file);
        if (directory != null && !issues.isEmpty()) {
            return issues.print(directory, json, terminal);
        }
        Checked<Wave> read = moatmark.readWave(document);
        if (read instanceof Checked.Invalid<Wave> invalid) {
            issues.addAll(null, invalid.issues());
            return issues.print(file, json, terminal);
        }
        Wave wave = read.orThrow();
        Result result = given.has("--no-gains") ? moatmark.scoreWithoutGains(wave, how) : moatmark.score(wave, how);
        terminal.result(
                given.has("--explain")
                        ? Explanation.of(result, wave, terminal.language())
                        : moatmark.write(result) + "\n");
        return ExitCode.DONE;
    }
}
