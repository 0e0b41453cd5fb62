package org.moatmark.api;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.moatmark.api.http.Batch;
import org.moatmark.core.Moatmark;
import org.moatmark.core.scoring.Resampling;

/** {@code batch}: many waves, one a line, from standard input to standard output. */
final class BatchCommand implements Command {

    private static final int LONGEST_LINE = 5 * 1024 * 1024;

    @Override
    public Set<String> options() {
        Set<String> options = new HashSet<>(Set.of("--json", OwnQuestionnaires.OPTION + "="));
        options.addAll(IntervalOptions.OPTIONS);
        return options;
    }

    @Override
    public Operands operands() {
        return Operands.NONE;
    }

    @Override
    public int run(Arguments given, Terminal terminal) throws UsageFault, IOException {
        IssueList issues = new IssueList();
        Resampling how = IntervalOptions.of(given);
        String directory = given.value(OwnQuestionnaires.OPTION);
        Moatmark moatmark = OwnQuestionnaires.read(directory, issues);
        if (directory != null && !issues.isEmpty()) {
            return issues.print(directory, given.has("--json"), terminal);
        }
        Batch batch = new Batch(moatmark, terminal.language(), LONGEST_LINE, how);
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        long problems = batch.run(terminal.in(), terminal.out(), threads);
        return problems == 0 ? ExitCode.DONE : ExitCode.ISSUES;
    }
}
