package org.moatmark.api.http;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.service.Answers;
import org.moatmark.core.json.JsonNumber;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.WaveJson;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Seat;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.Scorer;

/** Between which scores the own answers of a seat leave the index, were they the only ones. */
final class OwnBounds {

    private OwnBounds() {}

    /** The bounds; null where the questionnaire gives none. */
    @Nullable
    static JsonObject of(Scorer scorer, Answers.Place place, Answers.Sheet sheet, LocalDate today) {
        Map<String, Response> answers = new LinkedHashMap<>();
        sheet.answers()
                .forEach((item, given) -> answers.put(
                        item,
                        WaveJson.readAnswer(JsonTree.parse(given).orThrow(), sheet.questionnaire(), item, "")
                                .orThrow()));
        var seat = place.seat();
        Wave own = new Wave(
                sheet.questionnaire().id(),
                sheet.questionnaire().version().toString(),
                place.company().facts(),
                today,
                place.assessment().form(),
                List.of(new Respondent(
                        new Seat(seat.key(), seat.department(), seat.role(), seat.unit(), sheet.kinds()), answers)),
                List.of());
        var bounds = scorer.possibleIndex(own);
        return bounds == null
                ? null
                : new Members()
                        .put("low", JsonNumber.of(bounds.low()))
                        .put("high", JsonNumber.of(bounds.high()))
                        .done();
    }
}
