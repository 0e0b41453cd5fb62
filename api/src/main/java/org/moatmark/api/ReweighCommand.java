package org.moatmark.api;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.Moatmark;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Words;
import org.moatmark.core.json.QuestionnaireJson;
import org.moatmark.core.json.Reweighed;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Version;
import org.moatmark.core.report.WeightChanges;

/** {@code reweigh QUESTIONNAIRE JUDGEMENTS --version V}: a new version of a questionnaire whose weights follow judgements. */
final class ReweighCommand implements Command {

    private static final String VERSION = "--version";

    @Override
    public Set<String> options() {
        return Set.of("--json", VERSION + "=");
    }

    @Override
    public Operands operands() {
        return new Operands(2, 2, new Words("a questionnaire file and a judgements file", "ファイルは質問票と一対比較の2個"));
    }

    @Override
    public int run(Arguments given, Terminal terminal) throws UsageFault, IOException {
        Version version = version(given.value(VERSION));
        String file = given.operands().get(0);
        String judged = given.operands().get(1);
        if (Terminal.STANDARD_INPUT.equals(file) && Terminal.STANDARD_INPUT.equals(judged)) {
            throw new UsageFault("Only one of the two files can be standard input.", "標準入力にできるのは二つのファイルのうち一つだけです。");
        }
        boolean json = given.has("--json");
        byte[] questionnaire = terminal.read(file);
        byte[] judgements = terminal.read(judged);
        Checked<Questionnaire> sound = QuestionnaireJson.read(questionnaire);
        if (sound instanceof Checked.Invalid<Questionnaire> invalid) {
            return IssueList.refuse(file, invalid.issues(), json, terminal);
        }
        Checked<Reweighed> reweighed = Moatmark.reweigh(questionnaire, judgements, version);
        if (reweighed instanceof Checked.Invalid<Reweighed> invalid) {
            return IssueList.refuse(judged, invalid.issues(), json, terminal);
        }
        Reweighed next = reweighed.orThrow();
        terminal.result(next.file());
        terminal.say(WeightChanges.of(next.priorities(), next.questionnaire(), terminal.language())
                .stripTrailing());
        return ExitCode.DONE;
    }

    private static Version version(@Nullable String given) throws UsageFault {
        if (given == null || !Version.isVersion(given)) {
            String is = given == null ? "is missing" : "has '" + given + "'";
            String isJa = given == null ? "がありません" : "の値が「" + given + "」です";
            throw new UsageFault(
                    "Option '--version' " + is + "; it takes the new version, such as 1.1.0.",
                    "オプション「--version」" + isJa + "。1.1.0 のように新しいバージョンを指定してください。");
        }
        return Version.parse(given);
    }
}
