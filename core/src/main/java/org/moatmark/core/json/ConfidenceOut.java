package org.moatmark.core.json;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.maturity.Confidence;
import org.moatmark.core.maturity.LevelStability;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.scoring.MethodEffect;
import org.moatmark.core.scoring.NodeInterval;
import org.moatmark.core.scoring.Resampled;
import org.moatmark.core.scoring.Resampling;
import org.moatmark.core.scoring.ScoreInterval;
import org.moatmark.core.scoring.VariancePart;

/** Writes intervals, stability and what they are due to into a result document; each member with a comma before it. */
final class ConfidenceOut {

    private static final byte[] INTERVAL = ascii(",\"interval\":{\"level\":");
    private static final byte[] LOW = ascii("\"low\":");
    private static final byte[] HIGH = ascii(",\"high\":");
    private static final byte[] SEED = ascii(",\"seed\":");
    private static final byte[] RUNS = ascii(",\"runs\":");
    private static final byte[] UNSCORED = ascii(",\"unscored\":");
    private static final byte[] COMMA = ascii(",");
    private static final byte[] CLOSE = ascii("}");
    private static final byte[] CLOSE_LIST = ascii("]");

    private ConfidenceOut() {}

    static void index(Confidence confidence, JsonOut out) {
        ScoreInterval index = confidence.scores().index();
        if (index != null) {
            interval(index, out);
            out.raw(CLOSE);
        }
    }

    static void node(Confidence confidence, int place, String key, JsonOut out) {
        NodeInterval node = confidence.scores().nodes().get(place);
        if (node.joined() != null) {
            interval(node.joined(), out);
            out.raw(ascii(",\"sides\":{"));
            side("headquarters", node.headquarters(), false, out);
            side("genba", node.genba(), node.headquarters() != null, out);
            out.raw(ascii("}}"));
        }
        LevelStability stability = confidence.nodes().get(key);
        if (stability != null) {
            stability(stability, out);
        }
    }

    /** An interval without its end. */
    private static void interval(ScoreInterval interval, JsonOut out) {
        out.raw(INTERVAL).rawNumber(Resampling.LEVEL).raw(COMMA);
        ends(interval, out);
        out.raw(SEED).rawNumber(interval.seed()).raw(RUNS).rawNumber(interval.runs());
        out.raw(UNSCORED).rawNumber(interval.unscored());
    }

    private static void ends(ScoreInterval interval, JsonOut out) {
        out.raw(LOW).rawNumber(interval.low()).raw(HIGH).rawNumber(interval.high());
    }

    private static void side(String side, @Nullable ScoreInterval interval, boolean further, JsonOut out) {
        if (interval != null) {
            out.raw(ascii((further ? ",\"" : "\"") + side + "\":{"));
            ends(interval, out);
            out.raw(UNSCORED).rawNumber(interval.unscored()).raw(CLOSE);
        }
    }

    /** How often a level stays. */
    static void stability(LevelStability stability, JsonOut out) {
        out.raw(ascii(",\"stability\":{\"share\":")).rawNumber(stability.share());
        out.raw(RUNS).rawNumber(stability.runs()).raw(UNSCORED).rawNumber(stability.unscored());
        out.raw(ascii(",\"distribution\":["));
        int place = 0;
        for (Map.Entry<Integer, Integer> level : stability.distribution().entrySet()) {
            out.rawComma(place++);
            out.raw(ascii("{\"level\":")).rawNumber(level.getKey());
            out.raw(RUNS).rawNumber(level.getValue()).raw(CLOSE);
        }
        out.raw(ascii("]}"));
    }

    /** The member {@code resampling}. */
    static byte[] json(Resampled scores) {
        JsonOut out = new JsonOut().raw(ascii(",\"resampling\":{\"seed\":")).rawNumber(scores.seed());
        out.raw(RUNS).rawNumber(scores.runs()).raw(ascii(",\"respondents\":{"));
        int place = 0;
        for (Map.Entry<Side, Integer> stratum : scores.strata().entrySet()) {
            out.rawComma(place++);
            out.rawText(stratum.getKey().word()).raw(ascii(":")).rawNumber(stratum.getValue());
        }
        out.raw(ascii("},\"mean\":")).rawNumberOrNull(scores.mean());
        out.raw(ascii(",\"deviation\":")).rawNumberOrNull(scores.deviation());
        out.raw(ascii(",\"parts\":["));
        for (int i = 0; i < scores.parts().size(); i++) {
            VariancePart part = scores.parts().get(i);
            out.rawComma(i);
            out.raw(ascii("{\"source\":")).rawText(part.source().word());
            out.raw(ascii(",\"first\":")).rawNumber(part.first());
            out.raw(ascii(",\"total\":")).rawNumber(part.total()).raw(CLOSE);
        }
        out.raw(ascii("],\"effects\":["));
        for (int i = 0; i < scores.effects().size(); i++) {
            out.rawComma(i);
            effect(scores.effects().get(i), out);
        }
        return out.raw(ascii("]}")).toBytes();
    }

    private static void effect(MethodEffect effect, JsonOut out) {
        out.raw(ascii("{\"choice\":")).rawText(effect.choice().word());
        out.raw(ascii(",\"part\":")).rawNumberOrNull(effect.part());
        out.raw(ascii(",\"shifts\":["));
        for (int i = 0; i < effect.shifts().size(); i++) {
            MethodEffect.Shift shift = effect.shifts().get(i);
            out.rawComma(i);
            out.raw(ascii("{\"option\":")).rawText(shift.option());
            out.raw(ascii(",\"against\":")).rawText(shift.against());
            out.raw(RUNS).rawNumber(shift.runs());
            out.raw(ascii(",\"mean\":")).rawNumberOrNull(shift.mean());
            out.raw(ascii(",\"deviation\":")).rawNumberOrNull(shift.deviation());
            out.raw(CLOSE);
        }
        out.raw(CLOSE_LIST).raw(CLOSE);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
