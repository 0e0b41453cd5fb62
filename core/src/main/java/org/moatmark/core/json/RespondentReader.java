package org.moatmark.core.json;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Nearest;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Seat;

/** Reads the respondents of one wave: seats, answers and ratings of vignettes; used once. */
final class RespondentReader {

    private static final int LONGEST_NAME = 200;
    private static final List<String> SEAT = List.of("key", "department", "informant", "unit", "role");

    private final @Nullable Fielded fielded;
    private final Faults faults;
    private final Map<String, Place> seats = new HashMap<>();

    /**
     * A reader for one wave.
     *
     * @param fielded the questionnaire, or null if it is not known; then answers are not looked at
     * @param faults where faults and warnings go
     */
    RespondentReader(@Nullable Fielded fielded, Faults faults) {
        this.fielded = fielded;
        this.faults = faults;
    }

    /** One respondent; null after a fault. */
    @Nullable
    Respondent read(JsonValue value, Place at) {
        int before = faults.count();
        Fields fields = Fields.open(value, at, Said.RESPONDENT, faults);
        if (fields == null) {
            return null;
        }
        fields.only(List.of("seat", "answers", "vignettes"));
        JsonValue seatValue = fields.required("seat");
        Seat seat = seatValue == null ? null : seat(seatValue, fields.at("seat"));
        JsonValue answersValue = fields.required("answers");
        Map<String, Response> answers =
                answersValue == null ? Map.of() : answers(answersValue, seat, false, fields.at("answers"));
        Map<String, Integer> vignettes = vignettes(fields, seat);
        return seat != null && faults.noneSince(before) ? new Respondent(seat, answers, vignettes) : null;
    }

    private @Nullable Seat seat(JsonValue value, Place at) {
        Fields fields = Fields.open(value, at, Said.SEAT, faults);
        if (fields == null) {
            return null;
        }
        fields.only(SEAT);
        JsonValue keyValue = fields.required("key");
        String key =
                keyValue == null ? null : Values.text(keyValue, LONGEST_NAME, fields.at("key"), fields.who(), faults);
        Place first = key == null ? null : seats.putIfAbsent(key, fields.at("key"));
        if (key != null && first != null) {
            seatTwice(key, first, fields);
        }
        String department = fields.freeText("department", LONGEST_NAME);
        String role = fields.freeText("role", LONGEST_NAME);
        String unit = fields.freeText("unit", LONGEST_NAME);
        JsonValue informant = fields.required("informant");
        List<String> kinds = informant == null ? List.of() : kinds(informant, fields);
        return key == null || kinds.isEmpty() ? null : new Seat(key, department, role, unit, kinds);
    }

    /** The informant kinds; empty after a fault. */
    private List<String> kinds(JsonValue value, Fields seat) {
        Place at = seat.at("informant");
        if (value instanceof JsonString string) {
            return isKnown(string.value(), at) ? List.of(string.value()) : List.of();
        }
        if (!(value instanceof JsonArray array)) {
            Values.wrongType(value, Kind.TEXT_OR_LIST, at, seat.who(), faults);
            return List.of();
        }
        int before = faults.count();
        Set<String> kinds = new LinkedHashSet<>();
        for (int i = 0; i < array.values().size(); i++) {
            Place place = at.at(i);
            String kind = Values.anyText(array.values().get(i), place, seat.who(), faults);
            if (kind != null && isKnown(kind, place) && !kinds.add(kind)) {
                Values.listedTwice(kind, place, seat.who(), faults);
            }
        }
        if (array.values().isEmpty()) {
            faults.add(
                    "wrong-count",
                    at,
                    seat.who(),
                    "'informant' is an empty list, but at least one informant kind is expected.",
                    "「informant」が空の配列です。一つ以上の回答者区分が必要です。",
                    "Write at least one informant kind.",
                    "回答者区分を一つ以上書いてください。");
        }
        if (faults.noneSince(before)) {
            notMixed(kinds, at, seat);
        }
        return faults.noneSince(before) ? List.copyOf(kinds) : List.of();
    }

    private boolean isKnown(String kind, Place at) {
        if (fielded == null || fielded.side(kind) != null) {
            return true;
        }
        if (faults.isFull()) {
            faults.onlyCount();
            return false;
        }
        String shown = Shown.text(kind);
        String nearest = Nearest.to(kind, fielded.informants());
        String list = String.join(", ", fielded.informants());
        faults.add(
                "unknown-informant",
                at,
                Said.SEAT,
                "the questionnaire has no informant kind '" + shown + "'.",
                "質問票に回答者区分「" + shown + "」はありません。",
                (nearest == null ? "" : "Did you mean '" + nearest + "'? ") + "Possible: " + list + ".",
                (nearest == null ? "" : "「" + nearest + "」ではありませんか。") + "使える回答者区分：" + list);
        return false;
    }

    private void notMixed(Set<String> kinds, Place at, Fields seat) {
        if (fielded == null) {
            return;
        }
        int customers = 0;
        for (String kind : kinds) {
            customers += fielded.side(kind) == Side.CUSTOMERS ? 1 : 0;
        }
        if (customers > 0 && customers < kinds.size()) {
            faults.add(
                    "mixed-informants",
                    at,
                    seat.who(),
                    "its informant kinds mix customers with people of the company.",
                    "回答者区分に、顧客と社内の区分が混ざっています。",
                    "Make two seats of it, one for the customer.",
                    "顧客の回答枠を分け、二つの回答枠にしてください。");
        }
    }

    private void seatTwice(String key, Place first, Fields fields) {
        String shown = Shown.text(key);
        faults.add(
                "seat-not-unique",
                fields.at("key"),
                fields.who(),
                "seat key '" + shown + "' is used before, at " + first.pointer() + ".",
                "回答枠のキー「" + shown + "」は " + first.pointer() + " ですでに使われています。",
                "Give each seat its own key.",
                "回答枠ごとに別のキーを付けてください。");
    }

    /**
     * The answers by item key. One that the seat is not asked gives a warning; it is kept as long as it can be read, so
     * that the result can say that it was ignored.
     */
    Map<String, Response> answers(JsonValue value, @Nullable Seat seat, boolean bare, Place at) {
        if (!(value instanceof JsonObject object)) {
            Values.wrongType(value, Kind.OBJECT, at, Said.RESPONDENT, faults);
            return Map.of();
        }
        Map<String, Response> answers = new LinkedHashMap<>(object.size() * 4 / 3 + 1);
        if (fielded == null) {
            return answers;
        }
        BitSet asked = seat == null ? null : fielded.askedOf(seat.informants());
        for (int i = 0; i < object.size(); i++) {
            String key = object.key(i);
            Fielded.Asked item = fielded.item(key);
            if (item == null) {
                unknownItem(key, at.at(key), fielded, faults);
            } else if (seat != null && asked != null && !asked.get(item.place())) {
                notAsked(item, seat, at.at(key));
                Response response = item.answers().read(object.value(i), bare, at, key, new Faults());
                if (response != null) {
                    answers.put(item.key(), response);
                }
            } else {
                Response response = item.answers().read(object.value(i), bare, at, key, faults);
                if (response != null) {
                    answers.put(item.key(), response);
                }
            }
        }
        return answers;
    }

    private void notAsked(Fielded.Asked item, Seat seat, Place at) {
        String key = Shown.text(seat.key());
        String kinds = String.join(", ", seat.informants());
        faults.warn(
                "answer-not-asked",
                at,
                item.answers().who(),
                "seat '" + key + "' (" + kinds + ") is not asked this item; its answer is ignored.",
                "回答枠「" + key + "」（" + kinds + "）はこの設問の対象ではないため、回答は無視されます。",
                "Remove the answer, or mend the informant kind of the seat.",
                "回答を削除するか、回答枠の回答者区分を直してください。");
    }

    /** The ratings of vignettes by key; none if the member is absent. */
    Map<String, Integer> vignettes(Fields respondent, @Nullable Seat seat) {
        JsonValue value = respondent.optional("vignettes");
        return value == null || fielded == null
                ? Map.of()
                : fielded.vignettes().read(value, seat, respondent.at("vignettes"), faults);
    }

    private static void unknownItem(String key, Place at, Fielded fielded, Faults faults) {
        UnknownItem.add(key, at, fielded.questionnaire().id(), fielded.itemKeys(), faults);
    }
}
