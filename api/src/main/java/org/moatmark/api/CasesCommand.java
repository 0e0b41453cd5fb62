package org.moatmark.api;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.moatmark.core.Moatmark;
import org.moatmark.core.benchmark.CaseFilter;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.FilterWords;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Words;
import org.moatmark.core.json.CaseJson;
import org.moatmark.core.json.CompactJson;
import org.moatmark.core.json.ReliabilityJson;
import org.moatmark.core.report.CaseProfile;
import org.moatmark.core.report.CaseTable;
import org.moatmark.core.report.ReliabilityTable;

/** {@code cases}: the case companies in a list, or one of them with its facts and ratings. */
final class CasesCommand implements Command {

    private static final String HONESTY = "--honesty";
    private static final String RELIABILITY = "--reliability";

    @Override
    public Set<String> options() {
        Set<String> options = new HashSet<>(Set.of("--json", HONESTY, RELIABILITY));
        options.addAll(ChoiceOptions.of(FilterWords.NAMES));
        options.addAll(OwnCases.OPTIONS);
        return options;
    }

    @Override
    public Operands operands() {
        return new Operands(0, 1, new Words("at most one id of a company", "企業のIDは1個まで"));
    }

    @Override
    public int run(Arguments given, Terminal terminal) throws UsageFault, IOException {
        Map<String, String> words = ChoiceOptions.given(given, FilterWords.NAMES);
        boolean one = !given.operands().isEmpty();
        long wishes = Stream.of(one, !words.isEmpty(), given.has(HONESTY), given.has(RELIABILITY))
                .filter(wish -> wish)
                .count();
        if (wishes > 1) {
            throw new UsageFault(
                    "Ask for one company, for a list with filters, for the reliability, or for the page of honesty.",
                    "企業一社、条件付きの一覧、評価者の一致度、説明のページのうち、一つだけを指定してください。");
        }
        Moatmark moatmark = Moatmark.shipped();
        Checked<CaseLibrary> read = OwnCases.read(given, moatmark);
        if (read instanceof Checked.Invalid<CaseLibrary> invalid) {
            return IssueList.refuse(OwnCases.subject(given), invalid.issues(), given.has("--json"), terminal);
        }
        CaseLibrary library = read.orThrow();
        boolean json = given.has("--json");
        if (given.has(HONESTY)) {
            terminal.result(library.honesty().in(terminal.language()).strip() + "\n");
        } else if (given.has(RELIABILITY)) {
            terminal.result(
                    json
                            ? CompactJson.of(ReliabilityJson.document(library)) + "\n"
                            : ReliabilityTable.of(library, terminal.language()));
        } else if (one) {
            String id = given.operands().get(0);
            Subjects.requireCase(id, library);
            terminal.result(
                    json
                            ? CompactJson.of(CaseJson.document(library, id)) + "\n"
                            : CaseProfile.of(library, id, terminal.language()));
        } else {
            CaseFilter filter = ChoiceOptions.sound(FilterWords.read(words, library));
            terminal.result(
                    json
                            ? CompactJson.of(CaseJson.list(library, filter)) + "\n"
                            : CaseTable.of(library, filter, terminal.language()));
        }
        return ExitCode.DONE;
    }
}
