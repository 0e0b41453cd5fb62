package org.moatmark.core.interop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.Option;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.ItemState;
import org.moatmark.core.scoring.RespondentScore;

/** What one answer is in the long table, after the variables of its seat. */
final class LongColumns {

    static final List<DataColumn> COLUMNS = List.of(
            DataColumn.of("item", DataColumn.Kind.TEXT, "Item", "設問"),
            DataColumn.of("node", DataColumn.Kind.TEXT, "Node of the item", "設問の属する項目"),
            DataColumn.of("type", DataColumn.Kind.TEXT, "Type of the item", "設問の型"),
            DataColumn.of("state", DataColumn.Kind.KEY, "How it was answered", "回答の状態"),
            DataColumn.of("value", DataColumn.Kind.NUMBER, "Answer as a number", "回答（数値）"),
            DataColumn.of(
                    "answer", DataColumn.Kind.TEXT, "Answer as given: keys of options, or words", "回答（選択肢のキーまたは文）"),
            DataColumn.of("label", DataColumn.Kind.TEXT, "Answer in words", "回答（ラベル）"),
            DataColumn.of("claimed", DataColumn.Kind.NUMBER, "Score as answered, 0-100", "自己申告の得点（0～100）"),
            DataColumn.of("evidenced", DataColumn.Kind.NUMBER, "Score as far as evidence carries it", "根拠に裏づけられた得点"),
            DataColumn.of("evidence_grade", DataColumn.Kind.NUMBER, "Best grade of evidence, 0-4", "根拠の最高等級（0～4）"),
            DataColumn.of("evidence", DataColumn.Kind.TEXT, "Evidence", "根拠"),
            DataColumn.of("reason", DataColumn.Kind.TEXT, "Why it is not applicable", "該当しない理由"),
            DataColumn.of("note", DataColumn.Kind.TEXT, "Note", "メモ"),
            DataColumn.of("seconds", DataColumn.Kind.NUMBER, "Seconds it took", "回答時間（秒）"));

    private LongColumns() {}

    static List<DataCell> cells(
            Wave wave, Respondent respondent, ItemColumns item, String node, @Nullable RespondentScore score) {
        ItemState state = Asked.state(wave, respondent, item.item());
        List<DataCell> row = new ArrayList<>();
        row.add(new DataCell.Text(item.item().key()));
        row.add(SeatColumns.text(node));
        row.add(new DataCell.Text(item.item().type().word()));
        row.add(Asked.cell(state));
        Response response = respondent.answers().get(item.item().key());
        if (state == ItemState.ANSWERED && response instanceof Response.Answered answered) {
            row.add(number(answered.value()));
            row.add(given(answered.value()));
            row.add(label(item, answered.value()));
            row.add(score == null ? DataCell.BLANK : new DataCell.Numeric(score.claimed()));
            row.add(score == null ? DataCell.BLANK : new DataCell.Numeric(score.evidenced()));
            row.add(new DataCell.Numeric(answered.bestGrade().ordinal()));
            row.add(SeatColumns.text(ResponseTables.evidence(answered).collect(Collectors.joining("; "))));
        } else {
            row.add(new DataCell.Absent(state));
            for (int i = 0; i < 6; i++) {
                row.add(DataCell.BLANK);
            }
        }
        boolean asked = state == ItemState.ANSWERED
                || state == ItemState.DONT_KNOW
                || state == ItemState.NOT_APPLICABLE
                || state == ItemState.SKIPPED;
        Response said = asked ? response : null;
        row.add(said instanceof Response.NotApplicable not ? new DataCell.Text(not.reason()) : DataCell.BLANK);
        row.add(SeatColumns.text(said == null ? null : said.remarks().note()));
        Double seconds = said == null ? null : said.remarks().seconds();
        row.add(seconds == null ? DataCell.BLANK : new DataCell.Numeric(seconds));
        return row;
    }

    private static DataCell number(AnswerValue value) {
        if (value instanceof AnswerValue.YesNo yesNo) {
            return new DataCell.Numeric(yesNo.yes() ? 1 : 0);
        }
        return value instanceof AnswerValue.Number number ? new DataCell.Numeric(number.value()) : DataCell.BLANK;
    }

    private static DataCell given(AnswerValue value) {
        if (value instanceof AnswerValue.OneOption one) {
            return new DataCell.Text(one.option());
        } else if (value instanceof AnswerValue.SomeOptions some) {
            return new DataCell.Text(String.join(" ", some.options()));
        }
        return value instanceof AnswerValue.FreeText free ? SeatColumns.text(free.text()) : DataCell.BLANK;
    }

    private static DataCell label(ItemColumns item, AnswerValue value) {
        if (value instanceof AnswerValue.SomeOptions some && item.item().type() instanceof ItemType.Choices choices) {
            List<TextMap> chosen = choices.options().stream()
                    .filter(option -> some.options().contains(option.key()))
                    .map(Option::text)
                    .toList();
            return chosen.isEmpty() ? DataCell.BLANK : new DataCell.Said(joined(chosen));
        }
        DataCell cell = item.cells(value).get(0);
        return cell instanceof DataCell.Coded coded ? new DataCell.Said(coded.label()) : DataCell.BLANK;
    }

    private static TextMap joined(List<TextMap> texts) {
        Map<String, String> joined = new LinkedHashMap<>();
        for (String language : texts.get(0).languages()) {
            joined.put(language, texts.stream().map(text -> text.in(language)).collect(Collectors.joining("; ")));
        }
        return new TextMap(joined);
    }
}
