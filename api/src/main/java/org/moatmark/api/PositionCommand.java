package org.moatmark.api;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.moatmark.core.Moatmark;
import org.moatmark.core.benchmark.Benchmark;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.Position;
import org.moatmark.core.benchmark.PositionSettings;
import org.moatmark.core.benchmark.PositionWords;
import org.moatmark.core.benchmark.Subject;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.json.CompactJson;
import org.moatmark.core.json.PositionJson;
import org.moatmark.core.report.PositionReport;

/** {@code position RESULT}: where a company stands among the case companies. */
final class PositionCommand implements Command {

    @Override
    public Set<String> options() {
        Set<String> options = new HashSet<>(Set.of("--json", OwnQuestionnaires.OPTION + "="));
        options.addAll(ChoiceOptions.of(PositionWords.NAMES));
        options.addAll(OwnCases.OPTIONS);
        return options;
    }

    @Override
    public Operands operands() {
        return Operands.ONE_FILE;
    }

    @Override
    public int run(Arguments given, Terminal terminal) throws UsageFault, IOException {
        String named = given.operands().get(0);
        boolean json = given.has("--json");
        IssueList issues = new IssueList();
        String own = given.value(OwnQuestionnaires.OPTION);
        Moatmark moatmark = OwnQuestionnaires.read(own, issues);
        if (own != null && !issues.isEmpty()) {
            return issues.print(own, json, terminal);
        }
        Checked<CaseLibrary> cases = OwnCases.read(given, moatmark);
        if (cases instanceof Checked.Invalid<CaseLibrary> invalid) {
            return IssueList.refuse(OwnCases.subject(given), invalid.issues(), json, terminal);
        }
        CaseLibrary library = cases.orThrow();
        PositionSettings settings =
                ChoiceOptions.sound(PositionWords.read(ChoiceOptions.given(given, PositionWords.NAMES), library));
        Checked<Subject> subject = Subjects.read(named, moatmark, library, terminal);
        if (subject instanceof Checked.Invalid<Subject> invalid) {
            return IssueList.refuse(named, invalid.issues(), json, terminal);
        }
        Checked<Position> position = Benchmark.of(library).position(subject.orThrow(), settings);
        if (position instanceof Checked.Valid<Position> valid) {
            terminal.result(
                    json
                            ? CompactJson.of(PositionJson.document(valid, library)) + "\n"
                            : PositionReport.of(valid, library, terminal.language()));
            return ExitCode.DONE;
        }
        return IssueList.refuse(named, position.issues(), json, terminal);
    }
}
