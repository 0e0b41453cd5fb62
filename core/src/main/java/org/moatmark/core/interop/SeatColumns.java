package org.moatmark.core.interop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Informant;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.response.Seat;

/** The variables that say from where an answer comes. */
final class SeatColumns {

    static final List<DataColumn> COLUMNS = List.of(
            DataColumn.of("seat", DataColumn.Kind.TEXT, "Seat", "回答枠"),
            DataColumn.of("department", DataColumn.Kind.TEXT, "Department", "部門"),
            DataColumn.of("unit", DataColumn.Kind.TEXT, "Business unit or subsidiary", "事業部・子会社"),
            DataColumn.of("role", DataColumn.Kind.TEXT, "Role", "役割"),
            DataColumn.of("side", DataColumn.Kind.KEY, "Side", "側"),
            DataColumn.of(
                    "informants",
                    DataColumn.Kind.TEXT,
                    "Informant kinds, the first decides the side",
                    "回答者の種類（最初のものが側を決める）"));

    private final Map<String, Side> sides = new HashMap<>();

    SeatColumns(Questionnaire questionnaire) {
        for (Informant informant : questionnaire.informants()) {
            sides.put(informant.key(), informant.side());
        }
    }

    List<DataCell> cells(Seat seat) {
        Side side = sides.get(seat.informants().get(0));
        return List.of(
                new DataCell.Text(seat.key()),
                text(seat.department()),
                text(seat.unit()),
                text(seat.role()),
                side == null ? DataCell.BLANK : new DataCell.Keyed(side.word(), words(side)),
                new DataCell.Text(seat.informants().stream().collect(Collectors.joining(" "))));
    }

    static DataCell text(@Nullable String given) {
        return given == null || given.isEmpty() ? DataCell.BLANK : new DataCell.Text(given);
    }

    private static TextMap words(Side side) {
        return switch (side) {
            case HEADQUARTERS -> TextMap.of("Headquarters", "本社");
            case GENBA -> TextMap.of("Genba", "現場");
            case CUSTOMERS -> TextMap.of("Customers", "顧客");
            case NEUTRAL -> TextMap.of("Neutral", "中立");
        };
    }
}
