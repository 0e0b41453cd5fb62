package org.moatmark.core.interop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.AgreementScale;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.Option;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.response.AnswerValue;

/** The variables of one item, and what an answer is in them: one number, words, or a yes or no for each option. */
record ItemColumns(Item item, List<DataColumn> columns) {

    private static final Map<Integer, TextMap> NO_OR_YES =
            Map.of(0, TextMap.of("No", "いいえ"), 1, TextMap.of("Yes", "はい"));

    /** The variables of every item of a questionnaire, in its order. */
    static List<ItemColumns> of(Questionnaire questionnaire, VariableNames names) {
        Map<String, AgreementScale> scales = new LinkedHashMap<>();
        questionnaire.scales().forEach(scale -> scales.put(scale.key(), scale));
        return questionnaire.items().stream()
                .map(item -> new ItemColumns(item, columns(item, scales, names)))
                .toList();
    }

    private static List<DataColumn> columns(Item item, Map<String, AgreementScale> scales, VariableNames names) {
        ItemType type = item.type();
        if (type instanceof ItemType.Choices choices) {
            List<DataColumn> found = new ArrayList<>();
            for (Option option : choices.options()) {
                found.add(column(item, names.of(item.key() + "_" + option.key()), joined(item, option), NO_OR_YES));
            }
            return List.copyOf(found);
        } else if (type instanceof ItemType.Measure measure) {
            return List.of(new DataColumn(
                    names.of(item.key()),
                    item.text(),
                    DataColumn.Kind.NUMBER,
                    measure.unit(),
                    Map.of(),
                    item.key(),
                    DataColumn.About.ANSWER));
        } else if (type instanceof ItemType.FreeText) {
            return List.of(new DataColumn(
                    names.of(item.key()),
                    item.text(),
                    DataColumn.Kind.TEXT,
                    null,
                    Map.of(),
                    item.key(),
                    DataColumn.About.ANSWER));
        }
        return List.of(column(item, names.of(item.key()), item.text(), labels(type, scales)));
    }

    /** What the numbers of a type stand for. */
    private static Map<Integer, TextMap> labels(ItemType type, Map<String, AgreementScale> scales) {
        if (type instanceof ItemType.Rubric rubric) {
            return numbered(rubric.anchors());
        } else if (type instanceof ItemType.Agreement agreement) {
            AgreementScale scale = scales.get(agreement.scale());
            return scale == null ? Map.of() : numbered(scale.labels());
        } else if (type instanceof ItemType.Choice choice) {
            return numbered(choice.options().stream().map(Option::text).toList());
        }
        return NO_OR_YES;
    }

    private static Map<Integer, TextMap> numbered(List<TextMap> texts) {
        Map<Integer, TextMap> labels = new LinkedHashMap<>();
        for (TextMap text : texts) {
            labels.put(labels.size() + 1, text);
        }
        return labels;
    }

    private static TextMap joined(Item item, Option option) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String language : item.text().languages()) {
            texts.put(language, item.text().in(language) + " – " + option.text().in(language));
        }
        return new TextMap(texts);
    }

    private static DataColumn column(Item item, String name, TextMap label, Map<Integer, TextMap> labels) {
        return new DataColumn(name, label, DataColumn.Kind.CODE, null, labels, item.key(), DataColumn.About.ANSWER);
    }

    /** What an answer is in these variables, one cell a column. */
    List<DataCell> cells(AnswerValue value) {
        if (value instanceof AnswerValue.SomeOptions some && item.type() instanceof ItemType.Choices choices) {
            return choices.options().stream()
                    .<DataCell>map(option -> coded(0, some.options().contains(option.key()) ? 1 : 0))
                    .toList();
        }
        return List.of(cell(value));
    }

    private DataCell cell(AnswerValue value) {
        if (value instanceof AnswerValue.YesNo yesNo) {
            return coded(0, yesNo.yes() ? 1 : 0);
        } else if (value instanceof AnswerValue.Number number) {
            int point = (int) number.value();
            boolean labelled =
                    point == number.value() && columns.get(0).labels().containsKey(point);
            return labelled ? coded(0, point) : new DataCell.Numeric(number.value());
        } else if (value instanceof AnswerValue.OneOption one && item.type() instanceof ItemType.Choice choice) {
            Integer place = place(choice.options(), one.option());
            return place == null ? DataCell.BLANK : coded(0, place);
        } else if (value instanceof AnswerValue.FreeText free) {
            return new DataCell.Text(free.text());
        }
        return DataCell.BLANK;
    }

    private DataCell coded(int column, int code) {
        TextMap label = columns.get(column).labels().get(code);
        return label == null ? new DataCell.Numeric(code) : new DataCell.Coded(code, label);
    }

    private static @Nullable Integer place(List<Option> options, String key) {
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).key().equals(key)) {
                return i + 1;
            }
        }
        return null;
    }
}
