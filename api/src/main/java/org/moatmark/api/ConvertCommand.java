package org.moatmark.api;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.moatmark.core.Moatmark;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.json.QuestionnaireJson;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Version;

/** {@code convert FILE}: a questionnaire as other programs have it, and back. */
final class ConvertCommand implements Command {

    private static final String TO = "--to";
    private static final String ID = "--id";
    private static final String TEXTS = "--texts";
    private static final String VERSION = "--version";
    private static final String MARK = "--bom";
    private static final List<String> FORMATS = List.of("questionnaire", "surveyjs", "texts");

    @Override
    public Set<String> options() {
        return Set.of("--json", MARK, TO + "=", ID + "=", TEXTS + "=", VERSION + "=");
    }

    @Override
    public Operands operands() {
        return Operands.ONE_FILE;
    }

    @Override
    public int run(Arguments given, Terminal terminal) throws UsageFault, IOException {
        String to = given.value(TO);
        if (to == null || !FORMATS.contains(to)) {
            throw new UsageFault(
                    "'--to' is one of questionnaire, surveyjs, texts.",
                    "「--to」には questionnaire、surveyjs、texts のどれかを指定してください。");
        }
        String file = given.operands().get(0);
        byte[] document = terminal.read(file);
        boolean json = given.has("--json");
        if (to.equals("questionnaire") && given.value(TEXTS) == null) {
            String id = given.value(ID);
            return result(file, Moatmark.fromSurvey(document, id == null ? "draft" : id), json, terminal);
        }
        Checked<Questionnaire> read = QuestionnaireJson.read(document);
        if (read instanceof Checked.Invalid<Questionnaire> invalid) {
            return IssueList.refuse(file, invalid.issues(), json, terminal);
        }
        Questionnaire questionnaire = read.orThrow();
        String table = given.value(TEXTS);
        if (to.equals("questionnaire") && table != null) {
            byte[] texts = terminal.read(table);
            return result(table, Moatmark.withTexts(questionnaire, texts, version(given)), json, terminal);
        }
        terminal.result(
                to.equals("texts") ? Moatmark.texts(questionnaire, given.has(MARK)) : Moatmark.survey(questionnaire));
        return ExitCode.DONE;
    }

    private static Version version(Arguments given) throws UsageFault {
        String version = given.value(VERSION);
        if (version == null || !Version.isVersion(version)) {
            throw new UsageFault(
                    "'--texts' makes a new version: give it with --version, such as 1.1.0.",
                    "「--texts」は新しいバージョンを作ります。--version で 1.1.0 のように指定してください。");
        }
        return Version.parse(version);
    }

    /** Prints what was made; what was lost on the way is said beside it and is no fault. */
    private static int result(String file, Checked<String> made, boolean json, Terminal terminal) throws IOException {
        if (made instanceof Checked.Valid<String> valid) {
            terminal.result(valid.value());
            if (!valid.warnings().isEmpty()) {
                IssueList.refuse(file, valid.warnings(), json, terminal);
            }
            return ExitCode.DONE;
        }
        return IssueList.refuse(file, made.issues(), json, terminal);
    }
}
