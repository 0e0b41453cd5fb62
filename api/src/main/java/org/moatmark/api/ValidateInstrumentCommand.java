package org.moatmark.api;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.moatmark.api.http.WaveLines;
import org.moatmark.core.Moatmark;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Words;
import org.moatmark.core.maturity.InstrumentPolicy;
import org.moatmark.core.maturity.InstrumentReport;
import org.moatmark.core.maturity.InstrumentSample;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.report.InstrumentTable;

/** {@code validate-instrument QUESTIONNAIRE}: what many waves, one a line on standard input, say about a questionnaire. */
final class ValidateInstrumentCommand implements Command {

    private static final int LONGEST_LINE = 5 * 1024 * 1024;

    @Override
    public Set<String> options() {
        return Set.of("--json", "--explain", OwnQuestionnaires.OPTION + "=");
    }

    @Override
    public Operands operands() {
        return new Operands(1, 1, new Words("the id of one questionnaire", "質問票のIDを1個"));
    }

    @Override
    public int run(Arguments given, Terminal terminal) throws UsageFault, IOException {
        boolean json = given.has("--json");
        IssueList issues = new IssueList();
        String directory = given.value(OwnQuestionnaires.OPTION);
        Moatmark moatmark = OwnQuestionnaires.read(directory, issues);
        if (directory != null && !issues.isEmpty()) {
            return issues.print(directory, json, terminal);
        }
        Questionnaire questionnaire = questionnaire(given.operands().get(0), moatmark);
        Checked<InstrumentSample> sample = new WaveLines(moatmark, questionnaire, LONGEST_LINE).read(terminal.in());
        if (sample instanceof Checked.Invalid<InstrumentSample> invalid) {
            return IssueList.refuse(Terminal.STANDARD_INPUT, invalid.issues(), json, terminal);
        }
        InstrumentReport report = sample.orThrow().report(InstrumentPolicy.DEFAULT);
        terminal.result(
                given.has("--explain")
                        ? InstrumentTable.of(report, terminal.language())
                        : Moatmark.write(report) + "\n");
        return ExitCode.DONE;
    }

    /** The newest version, or the one that stands after an at sign: {@code outside-view@1.0.0}. */
    private static Questionnaire questionnaire(String named, Moatmark moatmark) throws UsageFault {
        int at = named.indexOf('@');
        Optional<Questionnaire> found = at < 0
                ? moatmark.catalogue().newest(named)
                : moatmark.catalogue().find(named.substring(0, at), named.substring(at + 1));
        if (found.isEmpty()) {
            List<String> known = moatmark.catalogue().questionnaires().stream()
                    .map(one -> one.id() + "@" + one.version())
                    .toList();
            throw new UsageFault(
                    "There is no questionnaire '" + named + "'. There are: " + String.join(", ", known) + ".",
                    "質問票「" + named + "」はありません。使える質問票：" + String.join(", ", known));
        }
        return found.get();
    }
}
