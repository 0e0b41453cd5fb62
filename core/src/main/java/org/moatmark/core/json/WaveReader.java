package org.moatmark.core.json;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Nearest;
import org.moatmark.core.questionnaire.Catalogue;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.response.Company;
import org.moatmark.core.response.Form;
import org.moatmark.core.response.OtherResult;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Seat;
import org.moatmark.core.response.Wave;

/**
 * Reads waves ({@code moatmark/wave/1}) against the questionnaires of a catalogue, which it prepares once. Safe for
 * several threads. The short stateless form, {@code {"questionnaire": id, "answers": {...}}}, is read as well; it may carry
 * {@code vignettes} too.
 */
public final class WaveReader {

    /** Most respondents of one wave. */
    public static final int MAX_RESPONDENTS = 10_000;

    /** Key of the only seat in the short form. */
    public static final String SHORT_FORM_SEAT = "respondent";

    private static final List<String> KNOWN =
            List.of("format", "questionnaire", "company", "date", "form", "respondents", "others");

    /** By id, then by version, the oldest first. */
    private final Map<String, Map<String, Fielded>> fielded = new LinkedHashMap<>();

    /**
     * Prepares a catalogue.
     *
     * @param catalogue the questionnaires that waves may name
     */
    public WaveReader(Catalogue catalogue) {
        for (Questionnaire questionnaire : catalogue.questionnaires()) {
            fielded.computeIfAbsent(questionnaire.id(), id -> new LinkedHashMap<>())
                    .put(questionnaire.version().toString(), new Fielded(questionnaire));
        }
    }

    /**
     * Reads a wave.
     *
     * @param json the document
     * @return the wave with warnings, or every fault in document order
     */
    public Checked<Wave> read(String json) {
        return read(JsonTree.read(json));
    }

    /**
     * Reads a wave.
     *
     * @param utf8 the document in UTF-8
     * @return the wave with warnings, or every fault in document order
     */
    public Checked<Wave> read(byte[] utf8) {
        return read(JsonTree.read(utf8));
    }

    /**
     * Reads a wave.
     *
     * @param tree the document
     * @return the wave with warnings, or every fault in document order
     */
    public Checked<Wave> read(JsonValue tree) {
        return read(new JsonTree.Parsed(tree, List.of()));
    }

    private Checked<Wave> read(JsonTree.Parsed parsed) {
        JsonValue tree = parsed.tree();
        if (tree == null) {
            return new Checked.Invalid<>(parsed.issues());
        }
        Faults faults = new Faults();
        faults.addAll(parsed.issues());
        Fields fields = Fields.open(tree, Place.ROOT, Said.WAVE, faults);
        Wave wave = null;
        if (fields != null) {
            wave = isShort(fields) ? shortForm(fields, faults) : wave(fields, faults);
        }
        Wave read = wave;
        return faults.result(tree, () -> {
            if (read == null) {
                throw new IllegalStateException("A wave without a fault could not be built.");
            }
            return read;
        });
    }

    private static boolean isShort(Fields fields) {
        return !fields.has("format")
                && (fields.has("answers") || fields.optional("questionnaire") instanceof JsonString);
    }

    private @Nullable Wave wave(Fields fields, Faults faults) {
        fields.only(KNOWN);
        fields.word("format", List.of(Wave.FORMAT));
        Fielded questionnaire = questionnaire(fields, faults);
        CompanyReader companies = new CompanyReader(faults);
        Company company = companies.company(fields);
        LocalDate date = companies.date(fields);
        String form = fields.optionalWord("form", Vocabulary.FORMS);
        List<Respondent> respondents = respondents(fields, questionnaire, faults);
        List<OtherResult> others = new OtherReader(faults).read(fields);
        if (questionnaire == null || !faults.noneSince(0)) {
            return null;
        }
        whatIsNotGiven(questionnaire, company, fields.at("company"), faults);
        return new Wave(
                questionnaire.questionnaire().id(),
                questionnaire.questionnaire().version().toString(),
                company,
                date,
                form == null ? Form.FULL : Vocabulary.form(form),
                respondents,
                others);
    }

    private @Nullable Fielded questionnaire(Fields wave, Faults faults) {
        JsonValue value = wave.required("questionnaire");
        Fields fields = value == null ? null : Fields.open(value, wave.at("questionnaire"), Said.WAVE, faults);
        if (fields == null) {
            return null;
        }
        fields.only(List.of("id", "version"));
        String id = fields.text("id");
        String version = fields.text("version");
        Map<String, Fielded> versions = id == null ? null : fielded.get(id);
        if (id != null && versions == null) {
            unknownQuestionnaire(id, fields.at("id"), faults);
        }
        if (id == null || versions == null || version == null) {
            return null;
        }
        Fielded found = versions.get(version);
        if (found == null) {
            unknownVersion(id, version, versions, fields.at("version"), faults);
        }
        return found;
    }

    private static List<Respondent> respondents(Fields wave, @Nullable Fielded questionnaire, Faults faults) {
        List<JsonValue> values = wave.list("respondents");
        if (values.size() > MAX_RESPONDENTS) {
            faults.add(
                    "too-many",
                    wave.at("respondents"),
                    wave.who(),
                    "there are " + values.size() + " respondents, but at most " + MAX_RESPONDENTS + " are taken.",
                    "回答者が" + values.size() + "人いますが、上限は" + MAX_RESPONDENTS + "人です。",
                    "Make several waves of it.",
                    "複数の回答データに分けてください。");
            return List.of();
        }
        RespondentReader reader = new RespondentReader(questionnaire, faults);
        List<Respondent> respondents = new ArrayList<>(values.size());
        Place at = wave.at("respondents");
        for (int i = 0; i < values.size(); i++) {
            Respondent respondent = reader.read(values.get(i), at.at(i));
            if (respondent != null) {
                respondents.add(respondent);
            }
        }
        return respondents;
    }

    private @Nullable Wave shortForm(Fields fields, Faults faults) {
        fields.only(List.of("questionnaire", "answers", "vignettes"));
        String id = fields.text("questionnaire");
        Map<String, Fielded> versions = id == null ? null : fielded.get(id);
        if (id != null && versions == null) {
            unknownQuestionnaire(id, fields.at("questionnaire"), faults);
        }
        Fielded newest = null;
        if (versions != null) {
            for (Fielded version : versions.values()) {
                newest = version;
            }
        }
        String neutral = newest == null ? null : newest.firstNeutral();
        if (newest != null && neutral == null) {
            noNeutral(fields, faults);
        }
        Seat seat = neutral == null ? null : new Seat(SHORT_FORM_SEAT, null, null, null, List.of(neutral));
        JsonValue value = fields.required("answers");
        RespondentReader respondents = new RespondentReader(newest, faults);
        Map<String, Response> answers =
                value == null ? Map.of() : respondents.answers(value, seat, true, fields.at("answers"));
        Map<String, Integer> vignettes = respondents.vignettes(fields, seat);
        if (newest == null || seat == null || !faults.noneSince(0)) {
            return null;
        }
        whatIsNotGiven(newest, null, Place.ROOT, faults);
        Questionnaire questionnaire = newest.questionnaire();
        return new Wave(
                questionnaire.id(),
                questionnaire.version().toString(),
                null,
                null,
                Form.FULL,
                List.of(new Respondent(seat, answers, vignettes)),
                List.of());
    }

    private static void whatIsNotGiven(Fielded questionnaire, @Nullable Company company, Place at, Faults faults) {
        if (questionnaire.sizeMatters() && (company == null || company.size() == null)) {
            faults.warn(
                    "company-size-unknown",
                    at,
                    Said.COMPANY,
                    "its size is not given, so nothing is left out for its size.",
                    "企業規模（size）がないため、規模による除外は行われません。",
                    "Give 'size': " + String.join(", ", Vocabulary.SIZES) + ".",
                    "size を指定してください：" + String.join(", ", Vocabulary.SIZES));
        }
        if (questionnaire.marketMatters() && (company == null || company.market() == null)) {
            faults.warn(
                    "company-market-unknown",
                    at,
                    Said.COMPANY,
                    "its market is not given, so nothing is left out for its market.",
                    "市場（market）がないため、市場による除外は行われません。",
                    "Give 'market': " + String.join(", ", Vocabulary.COMPANY_MARKETS) + ".",
                    "market を指定してください：" + String.join(", ", Vocabulary.COMPANY_MARKETS));
        }
    }

    private void unknownQuestionnaire(String id, Place at, Faults faults) {
        if (faults.isFull()) {
            faults.onlyCount();
            return;
        }
        String shown = Shown.text(id);
        String nearest = Nearest.to(id, fielded.keySet());
        String list = fielded.isEmpty() ? "none" : String.join(", ", fielded.keySet());
        String listJa = fielded.isEmpty() ? "なし" : list;
        faults.add(
                "unknown-questionnaire",
                at,
                Said.WAVE,
                "there is no questionnaire '" + shown + "'.",
                "質問票「" + shown + "」はありません。",
                (nearest == null ? "" : "Did you mean '" + nearest + "'? ") + "There are: " + list + ".",
                (nearest == null ? "" : "「" + nearest + "」ではありませんか。") + "使える質問票：" + listJa);
    }

    private static void unknownVersion(
            String id, String version, Map<String, Fielded> versions, Place at, Faults faults) {
        String shown = Shown.text(version);
        String list = String.join(", ", versions.keySet());
        faults.add(
                "unknown-version",
                at,
                Said.WAVE,
                "questionnaire '" + id + "' has no version '" + shown + "'.",
                "質問票「" + id + "」にバージョン「" + shown + "」はありません。",
                "There are: " + list + ".",
                "使えるバージョン：" + list);
    }

    private static void noNeutral(Fields fields, Faults faults) {
        faults.add(
                "no-neutral-informant",
                fields.at("questionnaire"),
                fields.who(),
                "the short form is for questionnaires with a neutral informant, which this one does not have.",
                "短い形式は、中立（neutral）の回答者区分がある質問票でだけ使えます。",
                "Send a whole wave with respondents and seats.",
                "回答者と回答枠を含む完全な回答データを送ってください。");
    }
}
