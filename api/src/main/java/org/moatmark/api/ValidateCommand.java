package org.moatmark.api;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.json.CanonicalJson;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.QuestionnaireJson;
import org.moatmark.core.questionnaire.Questionnaire;

/** {@code validate QUESTIONNAIRE}: is a questionnaire file sound, and what is its method hash. */
final class ValidateCommand implements Command {

    @Override
    public Set<String> options() {
        return Set.of("--json");
    }

    @Override
    public Operands operands() {
        return Operands.ONE_FILE;
    }

    @Override
    public int run(Arguments given, Terminal terminal) throws UsageFault, IOException {
        String file = given.operands().get(0);
        Checked<Questionnaire> read = QuestionnaireJson.read(terminal.read(file));
        if (read instanceof Checked.Invalid<Questionnaire> invalid) {
            IssueList issues = new IssueList();
            issues.addAll(null, invalid.issues());
            return issues.print(file, given.has("--json"), terminal);
        }
        Questionnaire questionnaire = read.orThrow();
        terminal.result((given.has("--json") ? json(questionnaire) : text(questionnaire, terminal)) + "\n");
        return ExitCode.DONE;
    }

    private static String text(Questionnaire questionnaire, Terminal terminal) {
        String name = questionnaire.id() + " " + questionnaire.version();
        int items = questionnaire.items().size();
        return terminal.pick(
                name + " is sound: " + items + " items, method hash " + questionnaire.methodHash(),
                name + "：問題ありません（" + items + "設問、方式のハッシュ値 " + questionnaire.methodHash() + "）");
    }

    private static String json(Questionnaire questionnaire) {
        return CanonicalJson.of(JsonObject.of(Map.of(
                "id", new JsonString(questionnaire.id()),
                "version", new JsonString(questionnaire.version().toString()),
                "methodHash", new JsonString(questionnaire.methodHash()))));
    }
}
