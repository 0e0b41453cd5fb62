package org.moatmark.core.json;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.issue.Words;
import org.moatmark.core.maturity.BetterClaim;
import org.moatmark.core.maturity.Confidence;
import org.moatmark.core.maturity.MaturityVerdict;
import org.moatmark.core.maturity.NodeLevel;
import org.moatmark.core.maturity.Perceptions;
import org.moatmark.core.maturity.ResponseQuality;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.report.Result;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.Company;
import org.moatmark.core.response.EvidenceGrade;
import org.moatmark.core.scoring.Flag;
import org.moatmark.core.scoring.IndexScore;
import org.moatmark.core.scoring.ItemScore;
import org.moatmark.core.scoring.ItemState;
import org.moatmark.core.scoring.NodeScore;
import org.moatmark.core.scoring.NodeSides;
import org.moatmark.core.scoring.Outcome;
import org.moatmark.core.scoring.RespondentScore;
import org.moatmark.core.scoring.Sides;
import org.moatmark.core.scoring.Statement;
import org.moatmark.core.scoring.Status;

/** Reads one result document; used once. */
final class ResultReader {

    private final Faults faults;
    private final ResultParts parts;
    private final VerdictReader verdicts;
    private final List<NodeLevel> levels = new ArrayList<>();

    ResultReader(Faults faults) {
        this.faults = faults;
        this.parts = new ResultParts(faults);
        this.verdicts = new VerdictReader(parts);
    }

    /** The result; null after a fault. */
    @Nullable
    Result read(JsonValue tree) {
        Fields fields = Fields.open(tree, Place.ROOT, ResultParts.RESULT, faults);
        if (fields == null) {
            return null;
        }
        fields.word("format", List.of(Result.FORMAT));
        Fields questionnaire = parts.object(fields, "questionnaire");
        String id = questionnaire == null ? null : questionnaire.text("id");
        String version = questionnaire == null ? null : questionnaire.text("version");
        String hash = questionnaire == null ? null : questionnaire.text("methodHash");
        String engine = fields.text("engine");
        CompanyReader companies = new CompanyReader(faults);
        Company company = isNull(fields, "company") ? null : companies.company(fields);
        LocalDate date = isNull(fields, "date") ? null : companies.date(fields);
        Map<String, Integer> respondents = respondents(fields);
        IndexScore index = index(fields);
        List<NodeScore> nodes = parts.list(fields, "nodes", this::node);
        List<ItemScore> items = parts.list(fields, "items", this::item);
        MaturityVerdict maturity = verdicts.verdict(fields, levels);
        Perceptions perceptions = new PerceptionReader(parts).perceptions(fields);
        Confidence confidence = new ConfidenceReader(parts).confidence(fields);
        ResponseQuality quality = new QualityReader(parts).quality(fields);
        List<BetterClaim> betterClaims = new BetterClaimReader(parts).claims(fields);
        List<Issue> warnings = parts.list(fields, "warnings", this::warning);
        if (id == null || version == null || hash == null || engine == null) {
            return null;
        }
        if (index == null || maturity == null || !faults.noneSince(0)) {
            return null;
        }
        return new Result(
                id,
                version,
                hash,
                engine,
                company,
                date,
                respondents,
                index,
                maturity,
                nodes,
                items,
                perceptions,
                confidence,
                quality,
                betterClaims,
                warnings);
    }

    private static boolean isNull(Fields fields, String name) {
        return fields.optional(name) == JsonNull.NULL;
    }

    private Map<String, Integer> respondents(Fields in) {
        Map<String, Integer> respondents = new TreeMap<>();
        Fields fields = parts.object(in, "respondents");
        for (int i = 0; fields != null && i < fields.object().size(); i++) {
            String kind = fields.object().key(i);
            Integer count = fields.whole(kind);
            if (count != null) {
                respondents.put(kind, count);
            }
        }
        return respondents;
    }

    private @Nullable IndexScore index(Fields in) {
        Fields fields = parts.object(in, "index");
        if (fields == null) {
            return null;
        }
        Outcome outcome = parts.outcome(fields);
        String status = fields.word("status", ResultWords.STATUSES);
        String rule = fields.text("rule");
        var bounds = parts.bounds(fields);
        var contributions = parts.contributions(fields);
        return outcome == null || status == null || rule == null
                ? null
                : new IndexScore(outcome, bounds, status(status), rule, contributions);
    }

    private static Status status(String word) {
        return Status.values()[ResultWords.STATUSES.indexOf(word)];
    }

    private @Nullable NodeScore node(Fields fields) {
        String key = fields.text("key");
        String parent = parts.textOrNull(fields, "parent");
        Fields titleFields = parts.object(fields, "title");
        TextMap title = titleFields == null ? null : parts.textMap(titleFields);
        Outcome outcome = parts.outcome(fields);
        var bounds = parts.bounds(fields);
        Double coverage = parts.numberOrNull(fields, "coverage");
        Double askedCoverage = parts.numberOrNull(fields, "askedCoverage");
        String status = fields.word("status", ResultWords.STATUSES);
        String rule = fields.text("rule");
        Fields sides = parts.object(fields, "sides");
        NodeSides nodeSides = sides == null
                ? NodeSides.NONE
                : new NodeSides(
                        sides.has("headquarters") ? parts.scoreOrNull(sides, "headquarters") : null,
                        sides.has("genba") ? parts.scoreOrNull(sides, "genba") : null);
        levels.add(verdicts.nodeLevel(fields));
        List<Flag> flags = flags(fields);
        var contributions = parts.contributions(fields);
        if (key == null || title == null || outcome == null || status == null || rule == null) {
            return null;
        }
        return new NodeScore(
                key,
                parent,
                title,
                outcome,
                bounds,
                coverage,
                askedCoverage,
                status(status),
                rule,
                nodeSides,
                flags,
                contributions);
    }

    private List<Flag> flags(Fields in) {
        List<Flag> flags = new ArrayList<>();
        List<JsonValue> values = in.list("flags");
        for (int i = 0; i < values.size(); i++) {
            String word =
                    Values.word(values.get(i), ResultWords.FLAGS, in.at("flags").at(i), ResultParts.RESULT, faults);
            if (word != null) {
                flags.add(Flag.values()[ResultWords.FLAGS.indexOf(word)]);
            }
        }
        return flags;
    }

    private @Nullable ItemScore item(Fields fields) {
        String key = fields.text("key");
        String state = fields.word("state", ResultWords.STATES);
        Outcome.Scored score = parts.scores(fields);
        Fields sides = parts.object(fields, "sides");
        Sides both = sides == null ? Sides.NONE : new Sides(side(sides, "headquarters"), side(sides, "genba"));
        List<Statement> conflict = parts.list(fields, "conflict", statement -> {
            String seat = statement.text("seat");
            AnswerValue value = parts.answer(statement, "value");
            String grade = statement.optionalWord("grade", ResultWords.GRADES);
            boolean stands = statement.optional("stands") instanceof JsonBool is && is.value();
            return seat == null || value == null
                    ? null
                    : new Statement(seat, value, grade == null ? null : EvidenceGrade.valueOf(grade), stands);
        });
        List<RespondentScore> respondents = parts.list(fields, "respondents", respondent -> {
            String seat = respondent.text("seat");
            Outcome.Scored scored = parts.scores(respondent);
            return seat == null || scored == null
                    ? null
                    : new RespondentScore(seat, scored.claimed(), scored.evidenced());
        });
        Double gain = parts.numberOrNull(fields, "gainOfNextStep");
        return key == null || state == null
                ? null
                : new ItemScore(
                        key,
                        ItemState.values()[ResultWords.STATES.indexOf(state)],
                        score,
                        both,
                        conflict,
                        respondents,
                        gain);
    }

    private Outcome.@Nullable Scored side(Fields sides, String name) {
        Fields fields = sides.has(name) ? parts.object(sides, name) : null;
        return fields == null ? null : parts.scores(fields);
    }

    private @Nullable Issue warning(Fields fields) {
        String code = fields.text("code");
        String path = parts.textOrNull(fields, "path");
        Words message = parts.words(fields, "message");
        Words hint = parts.words(fields, "hint");
        if (code == null || path == null || message == null || hint == null) {
            return null;
        }
        try {
            return new Issue(code, path, message, hint);
        } catch (IllegalArgumentException invalid) {
            faults.add(
                    "invalid-warning",
                    fields.at(),
                    ResultParts.RESULT,
                    "a warning needs a kebab-case code and a JSON Pointer as its path.",
                    "警告には、ケバブケースのコードとJSON Pointerのパスが必要です。",
                    "Leave warnings as they were written.",
                    "警告は書かれたままにしてください。");
            return null;
        }
    }
}
