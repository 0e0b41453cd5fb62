package org.moatmark.core.interop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.questionnaire.Vignette;
import org.moatmark.core.report.Result;
import org.moatmark.core.response.Evidence;
import org.moatmark.core.response.Form;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.ItemScore;
import org.moatmark.core.scoring.ItemState;
import org.moatmark.core.scoring.RespondentScore;

/**
 * The answers of a wave as tables, as given: one row a respondent (<em>wide</em>), or one row a respondent and item
 * (<em>long</em>). Every respondent and every item has its place; why an answer is missing stands in its state, and no missing
 * answer becomes a number.
 *
 * <p>Source: Wickham, H. (2014), Tidy data, Journal of Statistical Software 59(10), pp. 4-5 (long: each observation a row).
 */
public final class ResponseTables {

    private static final TextMap WIDE = TextMap.of("Responses", "回答");
    private static final TextMap LONG = TextMap.of("Responses, long", "回答（縦持ち）");

    private ResponseTables() {}

    /**
     * One row a respondent. The values of all items come first, then how each was answered ({@code _state}), the best grade of
     * its evidence ({@code _evidence}, 0-4) and the time it took ({@code _seconds}); then ratings of vignettes.
     *
     * @param questionnaire the questionnaire of the wave
     * @param wave the answers
     * @return the table
     */
    public static DataTable wide(Questionnaire questionnaire, Wave wave) {
        VariableNames names = new VariableNames();
        SeatColumns seats = new SeatColumns(questionnaire);
        SeatColumns.COLUMNS.forEach(column -> names.of(column.name()));
        List<ItemColumns> items = ItemColumns.of(questionnaire, names);
        List<DataColumn> columns = new ArrayList<>(SeatColumns.COLUMNS);
        items.forEach(item -> columns.addAll(item.columns()));
        for (ItemColumns one : items) {
            Item item = one.item();
            columns.add(about(item, names, "_state", DataColumn.Kind.KEY, "how it was answered", "回答の状態"));
            columns.add(about(
                    item, names, "_evidence", DataColumn.Kind.NUMBER, "best grade of evidence, 0-4", "根拠の最高等級（0～4）"));
            columns.add(about(item, names, "_seconds", DataColumn.Kind.NUMBER, "seconds it took", "回答時間（秒）"));
        }
        for (Vignette vignette : questionnaire.vignettes()) {
            columns.add(new DataColumn(
                    names.of(vignette.key()),
                    vignette.text(),
                    DataColumn.Kind.NUMBER,
                    null,
                    Map.of(),
                    vignette.item(),
                    DataColumn.About.VIGNETTE));
        }
        return new DataTable(
                WIDE,
                columns,
                () -> wave.respondents().stream().map(one -> row(questionnaire, wave, one, seats, items)));
    }

    /**
     * The wide table of nobody's answers, for its codebook.
     *
     * @param questionnaire a questionnaire
     * @return a table without rows
     */
    public static DataTable empty(Questionnaire questionnaire) {
        Wave nobody = new Wave(
                questionnaire.id(), questionnaire.version().toString(), null, null, Form.FULL, List.of(), List.of());
        return wide(questionnaire, nobody);
    }

    private static DataColumn about(
            Item item, VariableNames names, String ending, DataColumn.Kind kind, String en, String ja) {
        return new DataColumn(
                names.of(item.key() + ending),
                TextMap.of(item.key() + ": " + en, item.key() + "：" + ja),
                kind,
                null,
                Map.of(),
                item.key(),
                DataColumn.About.CIRCUMSTANCE);
    }

    private static List<DataCell> row(
            Questionnaire questionnaire, Wave wave, Respondent respondent, SeatColumns seats, List<ItemColumns> items) {
        List<DataCell> row = new ArrayList<>(seats.cells(respondent.seat()));
        List<DataCell> about = new ArrayList<>();
        for (ItemColumns one : items) {
            ItemState state = Asked.state(wave, respondent, one.item());
            Response response = respondent.answers().get(one.item().key());
            about.add(Asked.cell(state));
            if (state == ItemState.ANSWERED && response instanceof Response.Answered answered) {
                row.addAll(one.cells(answered.value()));
                about.add(new DataCell.Numeric(answered.bestGrade().ordinal()));
            } else {
                one.columns().forEach(column -> row.add(new DataCell.Absent(state)));
                about.add(DataCell.BLANK);
            }
            about.add(seconds(state, response));
        }
        row.addAll(about);
        for (Vignette vignette : questionnaire.vignettes()) {
            Integer point = respondent.vignettes().get(vignette.key());
            row.add(point == null ? DataCell.BLANK : new DataCell.Numeric(point));
        }
        return row;
    }

    private static DataCell seconds(ItemState state, @Nullable Response response) {
        boolean asked = state != ItemState.NOT_ASKED && state != ItemState.EXCLUDED && state != ItemState.LEFT_OUT;
        Double seconds = response == null || !asked ? null : response.remarks().seconds();
        return seconds == null ? DataCell.BLANK : new DataCell.Numeric(seconds);
    }

    /**
     * One row a respondent and item, with the scores that the answer got, and with reasons, notes and evidence.
     *
     * @param questionnaire the questionnaire of the wave
     * @param wave the answers
     * @param result what they were scored to
     * @return the table
     */
    public static DataTable tall(Questionnaire questionnaire, Wave wave, Result result) {
        SeatColumns seats = new SeatColumns(questionnaire);
        List<ItemColumns> items = ItemColumns.of(questionnaire, new VariableNames());
        Map<String, String> nodes = ScoreTables.nodes(questionnaire);
        Map<String, Map<String, RespondentScore>> scores = new HashMap<>();
        for (ItemScore item : result.items()) {
            Map<String, RespondentScore> bySeat = new HashMap<>();
            item.respondents().forEach(score -> bySeat.put(score.seat(), score));
            scores.put(item.key(), bySeat);
        }
        List<DataColumn> columns = new ArrayList<>(SeatColumns.COLUMNS);
        columns.addAll(LongColumns.COLUMNS);
        return new DataTable(
                LONG,
                columns,
                () -> wave.respondents().stream()
                        .flatMap(one -> items.stream().map(item -> {
                            List<DataCell> row = new ArrayList<>(seats.cells(one.seat()));
                            String key = item.item().key();
                            Map<String, RespondentScore> bySeat = scores.getOrDefault(key, Map.of());
                            row.addAll(LongColumns.cells(
                                    wave,
                                    one,
                                    item,
                                    nodes.getOrDefault(key, ""),
                                    bySeat.get(one.seat().key())));
                            return row;
                        })));
    }

    /** Everything that was said of evidence, in one text. */
    static Stream<String> evidence(Response.Answered answered) {
        return answered.evidence().stream().map(ResponseTables::said);
    }

    private static String said(Evidence evidence) {
        StringBuilder text = new StringBuilder(evidence.grade().name());
        String note = evidence.note();
        String link = evidence.link();
        if (note != null) {
            text.append(' ').append(note);
        }
        if (link != null) {
            text.append(" <").append(link).append('>');
        }
        return text.toString();
    }
}
