package org.moatmark.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.export.BoardDeck;
import org.moatmark.api.export.Paper;
import org.moatmark.api.export.PdfReport;
import org.moatmark.core.Moatmark;
import org.moatmark.core.benchmark.Position;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.json.CompactJson;
import org.moatmark.core.json.ReportJson;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.report.Charts;
import org.moatmark.core.report.Deck;
import org.moatmark.core.report.HtmlReport;
import org.moatmark.core.report.MarkdownReport;
import org.moatmark.core.report.Report;
import org.moatmark.core.report.Reporting;
import org.moatmark.core.report.Result;
import org.moatmark.core.report.StandingReporting;
import org.moatmark.core.report.Story;
import org.moatmark.core.response.Wave;

/** {@code report WAVE}: a result told to people, as HTML, PDF, slides, Markdown or JSON. */
final class ReportCommand implements Command {

    private static final String FORMAT = "--format";
    private static final String PAPER = "--paper";
    private static final String FILE = "-o";
    private static final String SINCE = "--since";
    private static final List<String> FORMATS = List.of("html", "pdf", "pptx", "md", "json");

    @Override
    public Set<String> options() {
        return Set.of("--json", FORMAT + "=", PAPER + "=", SINCE + "=", FILE + "=", OwnQuestionnaires.OPTION + "=");
    }

    @Override
    public Operands operands() {
        return Operands.ONE_FILE;
    }

    @Override
    public int run(Arguments given, Terminal terminal) throws UsageFault, IOException {
        String format = word(given, FORMAT, "html", FORMATS);
        String paper = word(given, PAPER, Paper.A4.word(), List.of(Paper.A4.word(), Paper.LETTER.word()));
        String named = given.operands().get(0);
        boolean json = given.has("--json");
        IssueList issues = new IssueList();
        String own = given.value(OwnQuestionnaires.OPTION);
        Moatmark moatmark = OwnQuestionnaires.read(own, issues);
        byte[] document = terminal.read(named);
        if (own != null && !issues.isEmpty()) {
            return issues.print(own, json, terminal);
        }
        Checked<Wave> read = moatmark.readWave(document);
        if (read instanceof Checked.Invalid<Wave> invalid) {
            issues.addAll(null, invalid.issues());
            return issues.print(named, json, terminal);
        }
        Wave wave = read.orThrow();
        String since = given.value(SINCE);
        Earlier earlier = null;
        if (since != null) {
            Checked<Earlier> then = Earlier.read(since, moatmark, terminal);
            if (then instanceof Checked.Invalid<Earlier> invalid) {
                return IssueList.refuse(since, invalid.issues(), json, terminal);
            }
            earlier = then.orThrow();
        }
        Report report = report(moatmark, wave, earlier);
        byte[] file = file(report, format, paper, terminal.language());
        String target = given.value(FILE);
        if (target == null) {
            terminal.out().write(file);
            terminal.out().flush();
        } else {
            write(target, file);
        }
        return ExitCode.DONE;
    }

    private static String word(Arguments given, String option, String usual, List<String> words) throws UsageFault {
        String word = given.value(option);
        if (word != null && !words.contains(word)) {
            String all = String.join(", ", words);
            throw new UsageFault(
                    "'" + option + "' is one of " + all + ", not '" + word + "'.",
                    "「" + option + "」には " + all + " のどれかを指定してください（「" + word + "」ではありません）。");
        }
        return word == null ? usual : word;
    }

    private static Report report(Moatmark moatmark, Wave wave, @Nullable Earlier earlier) throws UsageFault {
        Result result = moatmark.score(wave);
        Questionnaire questionnaire = moatmark.catalogue()
                .find(result.questionnaire(), result.version())
                .orElseThrow();
        Position position = moatmark.position(result) instanceof Checked.Valid<Position> valid ? valid.value() : null;
        Report report = Reporting.of(result, questionnaire, wave);
        Charts charts = moatmark.charts(result).with(wave);
        if (position != null) {
            report = report.with(StandingReporting.of(position, moatmark.cases()));
            charts = charts.with(position);
        }
        if (earlier != null) {
            report = earlier.told(report, result, position, moatmark);
            charts = charts.since(moatmark.charts(earlier.result()));
        }
        return report.with(charts);
    }

    private static byte[] file(Report report, String format, String paper, String language) {
        Story story = Story.of(report, language);
        return switch (format) {
            case "pdf" ->
                PdfReport.of(
                        story, Paper.of(paper).orElseThrow(), report.about().date());
            case "pptx" -> BoardDeck.of(Deck.of(report, language));
            case "md" -> utf8(MarkdownReport.of(story));
            case "json" -> utf8(CompactJson.of(ReportJson.document(report)) + "\n");
            default -> utf8(HtmlReport.page(story));
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void write(String target, byte[] file) throws UsageFault {
        try {
            Files.write(Path.of(target), file);
        } catch (IOException | IllegalArgumentException refused) {
            throw new UsageFault("'" + target + "' cannot be written.", "「" + target + "」に書き込めません。");
        }
    }
}
