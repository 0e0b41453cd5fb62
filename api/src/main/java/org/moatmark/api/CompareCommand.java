package org.moatmark.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.moatmark.core.Moatmark;
import org.moatmark.core.benchmark.Benchmark;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.Comparison;
import org.moatmark.core.benchmark.Subject;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Words;
import org.moatmark.core.json.CompactJson;
import org.moatmark.core.json.ComparisonJson;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.report.ComparisonReport;

/** {@code compare RESULT...}: companies side by side. */
final class CompareCommand implements Command {

    @Override
    public Set<String> options() {
        Set<String> options = new HashSet<>(Set.of("--json", OwnQuestionnaires.OPTION + "="));
        options.addAll(OwnCases.OPTIONS);
        return options;
    }

    @Override
    public Operands operands() {
        int least = Comparison.LEAST;
        int most = Comparison.MOST;
        return new Operands(
                least, most, new Words(least + " to " + most + " files", "ファイルは" + least + "個から" + most + "個"));
    }

    @Override
    public int run(Arguments given, Terminal terminal) throws UsageFault, IOException {
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
        List<Subject> subjects = new ArrayList<>();
        for (String named : given.operands()) {
            Checked<Subject> subject = Subjects.read(named, moatmark, library, terminal);
            issues.addAll(named, subject.issues());
            if (subject instanceof Checked.Valid<Subject> valid) {
                subjects.add(valid.value());
            }
        }
        String all = terminal.pick("What is to be compared", "比較の対象");
        if (!issues.isEmpty()) {
            return issues.print(all, json, terminal);
        }
        Checked<Comparison> compared = Benchmark.of(library).compare(subjects);
        if (compared instanceof Checked.Invalid<Comparison> invalid) {
            return IssueList.refuse(all, invalid.issues(), json, terminal);
        }
        Comparison comparison = compared.orThrow();
        Questionnaire questionnaire = moatmark.catalogue()
                .find(comparison.questionnaire(), comparison.version())
                .orElse(library.questionnaire());
        terminal.result(
                json
                        ? CompactJson.of(ComparisonJson.document(comparison, questionnaire, library)) + "\n"
                        : ComparisonReport.of(comparison, questionnaire, library, terminal.language()));
        return ExitCode.DONE;
    }
}
