package org.moatmark.core.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.maturity.Blocking;
import org.moatmark.core.maturity.LevelCap;
import org.moatmark.core.maturity.MaturityVerdict;
import org.moatmark.core.maturity.Need;
import org.moatmark.core.maturity.NodeLevel;
import org.moatmark.core.maturity.Pattern;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.response.AnswerValue;

/** Reads levels, what blocks them, and findings of a result. */
final class VerdictReader {

    private final ResultParts parts;

    VerdictReader(ResultParts parts) {
        this.parts = parts;
    }

    /** The verdict; null after a fault. */
    @Nullable
    MaturityVerdict verdict(Fields in, List<NodeLevel> nodes) {
        Fields level = parts.object(in, "level");
        List<Pattern> findings = parts.list(in, "findings", this::finding);
        if (level == null) {
            return null;
        }
        Fields capped = parts.objectOrNull(level, "capped");
        Integer from = capped == null ? null : capped.whole("from");
        String reason = capped == null ? null : capped.word("reason", ResultWords.CAPS);
        LevelCap cap = from == null || reason == null
                ? null
                : new LevelCap(from, LevelCap.Reason.values()[ResultWords.CAPS.indexOf(reason)]);
        return new MaturityVerdict(
                parts.wholeOrNull(level, "value"),
                parts.numberOrNull(level, "progress"),
                cap,
                parts.list(level, "blocking", this::blocking),
                nodes,
                findings);
    }

    /** The level of one node. */
    NodeLevel nodeLevel(Fields node) {
        return new NodeLevel(
                parts.wholeOrNull(node, "level"),
                parts.numberOrNull(node, "progress"),
                parts.list(node, "blocking", this::blocking));
    }

    private @Nullable Blocking blocking(Fields fields) {
        String node = fields.has("node") ? fields.text("node") : null;
        Integer level = fields.whole("level");
        Fields statement = fields.has("statement") ? parts.objectOrNull(fields, "statement") : null;
        TextMap said = statement == null ? null : parts.textMap(statement);
        List<Need> needs = parts.list(fields, "needs", this::need);
        return level == null ? null : new Blocking(node, level, said, needs);
    }

    private @Nullable Need need(Fields fields) {
        Need.Kind kind = null;
        for (Need.Kind one : Need.Kind.values()) {
            kind = kind == null && fields.has(one.word()) ? one : kind;
        }
        if (kind == null) {
            fields.word("item", List.of());
            return null;
        }
        Fields other = kind == Need.Kind.OTHER ? parts.object(fields, kind.word()) : null;
        String questionnaire = other == null ? null : other.text("questionnaire");
        String key = kind == Need.Kind.OTHER ? (other == null ? null : other.text("node")) : fields.text(kind.word());
        AnswerValue from = parts.answer(fields, "from");
        AnswerValue to = parts.answer(fields, "to");
        Double customers = fields.optionalNumber("customersMean");
        List<String> ask = fields.has("ask") ? parts.texts(fields, "ask") : List.of();
        return key == null || to == null ? null : new Need(kind, key, questionnaire, from, to, customers, ask);
    }

    private @Nullable Pattern finding(Fields fields) {
        String key = fields.text("key");
        String tone = fields.word("tone", Vocabulary.TONES);
        Fields message = parts.object(fields, "message");
        TextMap said = message == null ? null : parts.textMap(message);
        List<String> because = parts.texts(fields, "because");
        return key == null || tone == null || said == null
                ? null
                : new Pattern(key, Vocabulary.tone(tone), said, because);
    }
}
