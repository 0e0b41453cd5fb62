package org.moatmark.api.http;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.export.RBundle;
import org.moatmark.api.export.SpssBundle;
import org.moatmark.api.service.Releases;
import org.moatmark.api.service.Right;
import org.moatmark.core.Moatmark;
import org.moatmark.core.benchmark.Position;
import org.moatmark.core.benchmark.PositionSettings;
import org.moatmark.core.benchmark.Subject;
import org.moatmark.core.interop.BenchmarkTable;
import org.moatmark.core.interop.Codebook;
import org.moatmark.core.interop.DataTable;
import org.moatmark.core.interop.ExcelWorkbook;
import org.moatmark.core.interop.ReadMe;
import org.moatmark.core.interop.ResponseTables;
import org.moatmark.core.interop.ScoreTables;
import org.moatmark.core.interop.TableCsv;
import org.moatmark.core.interop.TableStyle;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.report.Release;
import org.moatmark.core.report.Result;

/**
 * Answers, scores and codebook of a result for somebody else's program. Answers leave only where they are shown under the
 * names of seats, and whoever takes them is named in the audit trail; of confidential assessments there is the release, and by
 * a link that shows a snapshot there are scores.
 */
final class DataRoutes {

    private static final String RESULT = "/v1/assessments/:assessment/results/:questionnaire";
    private static final String CSV = "text/csv";
    private static final String ZIP = "application/zip";
    private static final String SCORES = "scores.csv";
    private static final String WORKBOOK = "data.xlsx";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private DataRoutes() {}

    static List<Route> routes() {
        return Stream.concat(
                        Stream.of(
                                answers("/responses.csv", CSV, DataRoutes::responses)
                                        .alsoKnowing(List.of(TableQuery.SHAPE)),
                                answers("/spss.zip", ZIP, call -> bundle(call, "spss", SpssBundle::write)),
                                answers("/r.zip", ZIP, call -> bundle(call, "r", RBundle::write)),
                                file(Vantage.KEY.of("/codebook.csv", DataRoutes::codebook), CSV)),
                        Stream.of(Vantage.KEY, Vantage.LINK)
                                .flatMap(from -> Stream.of(
                                        file(from.of("/scores.csv", DataRoutes::scores), CSV),
                                        file(from.of("/data.xlsx", DataRoutes::workbook), XLSX))))
                .toList();
    }

    private static Route answers(String file, String type, Route.Handler handler) {
        Route route = Route.get(RESULT + file, Access.key(Right.EXPORT_ANSWERS), handler);
        return file(route.knowing(Sight.SNAPSHOT), type);
    }

    private static Route file(Route route, String type) {
        return route.giving(type).alsoKnowing(TableQuery.NAMES).costing(5);
    }

    private static Answer responses(Call call) {
        TableStyle style = TableQuery.style(call);
        boolean wide = TableQuery.wide(call);
        Sight sight = Sight.of(call);
        Sight.Sheet sheet = answers(call, sight);
        Questionnaire questionnaire = questionnaire(call, sheet.result());
        DataTable table = wide
                ? ResponseTables.wide(questionnaire, sheet.wave())
                : ResponseTables.tall(questionnaire, sheet.wave(), sheet.result());
        FileName name = name(sight, sheet.result(), wide ? "responses.csv" : "responses-long.csv");
        return name.saved(Answer.streamed(CSV, out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            TableCsv.write(table, style, writer);
            writer.flush();
        }));
    }

    /** How a bundle is packed. */
    private interface Packing {
        void write(DataTable responses, DataTable codebook, String language, OutputStream out) throws IOException;
    }

    private static Answer bundle(Call call, String name, Packing packing) {
        TableStyle style = TableQuery.style(call);
        Sight sight = Sight.of(call);
        Sight.Sheet sheet = answers(call, sight);
        Questionnaire questionnaire = questionnaire(call, sheet.result());
        DataTable wide = ResponseTables.wide(questionnaire, sheet.wave());
        return bytes(
                name(sight, sheet.result(), name + ".zip"),
                ZIP,
                out -> packing.write(wide, Codebook.of(questionnaire, wide), style.language(), out));
    }

    /** The answers, if they may leave; who took them is noted. */
    private static Sight.Sheet answers(Call call, Sight sight) {
        String assessment = call.id("assessment");
        Sight.Sheet sheet = sight.sheet(call.part("questionnaire"));
        call.doors().audit().count(call.holder(), "exported answers", assessment);
        return sheet;
    }

    private static Answer scores(Call call) {
        TableStyle style = TableQuery.style(call);
        Sight sight = Sight.of(call);
        Optional<Releases.Latest> released = sight.released();
        if (released.isPresent()) {
            Questionnaire questionnaire = ReleaseAnswers.questionnaire(released.get(), call.part("questionnaire"));
            Release release = release(call, released.get());
            return csv(name(sight, release, SCORES), ScoreTables.of(questionnaire, release), style);
        }
        Result result = sight.result(call.part("questionnaire"));
        return csv(name(sight, result, SCORES), ScoreTables.of(questionnaire(call, result), result), style);
    }

    private static Answer codebook(Call call) {
        TableStyle style = TableQuery.style(call);
        Questionnaire questionnaire = asked(call, Sight.of(call));
        String version = questionnaire.version().toString();
        return csv(
                FileName.of(null, questionnaire.id(), version, null, "codebook.csv"),
                Codebook.of(questionnaire, ResponseTables.empty(questionnaire)),
                style);
    }

    private static Answer workbook(Call call) {
        TableStyle style = TableQuery.style(call);
        Sight sight = Sight.of(call);
        Optional<Releases.Latest> released = sight.released();
        List<DataTable> sheets = new ArrayList<>();
        FileName name;
        if (released.isPresent()) {
            Questionnaire questionnaire = ReleaseAnswers.questionnaire(released.get(), call.part("questionnaire"));
            Release release = release(call, released.get());
            name = name(sight, release, WORKBOOK);
            sheets.add(ReadMe.of(questionnaire, release));
            sheets.add(ScoreTables.of(questionnaire, release));
            place(call, new Checked.Valid<>(release.subject(questionnaire), List.of()), sheets);
            sheets.add(Codebook.of(questionnaire, ResponseTables.empty(questionnaire)));
        } else {
            Result result = sight.result(call.part("questionnaire"));
            Questionnaire questionnaire = questionnaire(call, result);
            name = name(sight, result, WORKBOOK);
            DataTable responses = ResponseTables.empty(questionnaire);
            sheets.add(ReadMe.of(questionnaire, result));
            if (sight.named()) {
                responses = ResponseTables.wide(
                        questionnaire, sight.sheet(call.part("questionnaire")).wave());
                sheets.add(responses);
                call.doors().audit().count(call.holder(), "exported answers", call.id("assessment"));
            }
            sheets.add(ScoreTables.of(questionnaire, result));
            place(call, call.moatmark().subject(result), sheets);
            sheets.add(Codebook.of(questionnaire, responses));
        }
        return bytes(name, XLSX, out -> ExcelWorkbook.write(sheets, style, out));
    }

    /** Where the company stands among the cases, if it can be placed there. */
    private static void place(Call call, Checked<Subject> subject, List<DataTable> sheets) {
        if (subject instanceof Checked.Valid<Subject> valid) {
            Moatmark moatmark = call.doors().moatmark();
            Checked<Position> position = moatmark.benchmark().position(valid.value(), PositionSettings.DEFAULT);
            if (position instanceof Checked.Valid<Position> placed) {
                sheets.add(BenchmarkTable.of(placed.value()));
            }
        }
    }

    private static Questionnaire asked(Call call, Sight sight) {
        return sight.released()
                .map(latest -> ReleaseAnswers.questionnaire(latest, call.part("questionnaire")))
                .orElseGet(() -> questionnaire(call, sight.result(call.part("questionnaire"))));
    }

    private static Questionnaire questionnaire(Call call, Result result) {
        return call.moatmark()
                .catalogue()
                .find(result.questionnaire(), result.version())
                .orElseThrow(() -> Halt.of(Slug.NOT_FOUND));
    }

    private static Release release(Call call, Releases.Latest latest) {
        @Nullable Release release = call.doors().releases().all(latest).get(call.part("questionnaire"));
        if (release == null) {
            throw Halt.of(
                    Slug.NOT_FOUND,
                    "Fewer than " + latest.k() + " people have answered, so that there is nothing to export yet.",
                    latest.k() + "人以上の回答がないため、まだ出力できるものがありません。");
        }
        return release;
    }

    private static FileName name(Sight sight, Result result, String file) {
        return sight.fileName(result.company(), result.questionnaire(), result.date(), file);
    }

    private static FileName name(Sight sight, Release release, String file) {
        return sight.fileName(release.company(), release.questionnaire(), release.date(), file);
    }

    private static Answer csv(FileName name, DataTable table, TableStyle style) {
        return bytes(name, CSV, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            TableCsv.write(table, style, writer);
            writer.flush();
        });
    }

    private static Answer bytes(FileName name, String type, Answer.Stream content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            content.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return name.saved(ETags.byContent(Answer.bytes(200, type, bytes.toByteArray())));
    }
}
