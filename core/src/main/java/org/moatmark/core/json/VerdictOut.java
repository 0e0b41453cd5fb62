package org.moatmark.core.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.maturity.Blocking;
import org.moatmark.core.maturity.LevelStability;
import org.moatmark.core.maturity.MaturityVerdict;
import org.moatmark.core.maturity.Need;
import org.moatmark.core.maturity.Pattern;
import org.moatmark.core.response.AnswerValue;

/** Writes levels, what blocks them, findings and raw answers into a result document. */
final class VerdictOut {

    private static final byte[] COMMA = ascii(",");
    private static final byte[] CLOSE = ascii("}");
    private static final byte[] CLOSE_LIST = ascii("]");
    private static final byte[] NULL = ascii("null");

    private final JsonOut out;
    private final Fragments fragments;

    VerdictOut(JsonOut out, Fragments fragments) {
        this.out = out;
        this.fragments = fragments;
    }

    void level(MaturityVerdict maturity, @Nullable LevelStability stability) {
        out.raw(ascii(",\"level\":{\"value\":"));
        out.rawNumberOrNull(maturity.level());
        out.raw(ascii(",\"progress\":"));
        out.rawNumberOrNull(maturity.progress());
        out.raw(ascii(",\"capped\":"));
        if (maturity.capped() == null) {
            out.raw(NULL);
        } else {
            out.raw(ascii("{\"from\":")).rawNumber(maturity.capped().from());
            out.raw(ascii(",\"reason\":"))
                    .raw(fragments.quoted(maturity.capped().reason().word()))
                    .raw(CLOSE);
        }
        out.raw(ascii(",\"blocking\":"));
        blocking(maturity.blocking());
        if (stability != null) {
            ConfidenceOut.stability(stability, out);
        }
        out.raw(CLOSE);
    }

    void blocking(List<Blocking> blocking) {
        out.raw(ascii("["));
        for (int i = 0; i < blocking.size(); i++) {
            Blocking one = blocking.get(i);
            out.rawComma(i);
            out.raw(ascii("{"));
            if (one.node() != null) {
                out.raw(ascii("\"node\":")).raw(fragments.quoted(one.node())).raw(COMMA);
            }
            out.raw(ascii("\"level\":")).rawNumber(one.level());
            if (one.node() != null) {
                out.raw(ascii(",\"statement\":"));
                out.raw(one.statement() == null ? NULL : fragments.text(one.statement()));
            }
            out.raw(ascii(",\"needs\":["));
            for (int k = 0; k < one.needs().size(); k++) {
                out.rawComma(k);
                need(one.needs().get(k));
            }
            out.raw(ascii("]}"));
        }
        out.raw(CLOSE_LIST);
    }

    private void need(Need need) {
        out.raw(ascii("{")).raw(fragments.quoted(need.kind().word())).raw(ascii(":"));
        if (need.questionnaire() != null) {
            out.raw(ascii("{\"questionnaire\":")).raw(fragments.quoted(need.questionnaire()));
            out.raw(ascii(",\"node\":")).raw(fragments.quoted(need.key())).raw(CLOSE);
        } else {
            out.raw(fragments.quoted(need.key()));
        }
        out.raw(ascii(",\"from\":"));
        if (need.from() == null) {
            out.raw(NULL);
        } else {
            answer(need.from());
        }
        out.raw(ascii(",\"to\":"));
        answer(need.to());
        if (need.customersMean() != null) {
            out.raw(ascii(",\"customersMean\":")).rawNumber(need.customersMean());
        }
        if (!need.ask().isEmpty()) {
            out.raw(ascii(",\"ask\":"));
            keys(need.ask());
        }
        out.raw(CLOSE);
    }

    void finding(Pattern finding) {
        out.raw(ascii("{\"key\":")).raw(fragments.quoted(finding.key()));
        out.raw(ascii(",\"tone\":")).raw(fragments.quoted(finding.tone().word()));
        out.raw(ascii(",\"message\":")).raw(fragments.text(finding.message()));
        out.raw(ascii(",\"because\":"));
        keys(finding.because());
        out.raw(CLOSE);
    }

    /** A raw answer of any kind. */
    void answer(AnswerValue value) {
        if (value instanceof AnswerValue.Number number) {
            out.rawNumber(number.value());
        } else if (value instanceof AnswerValue.YesNo answer) {
            out.raw(ascii(answer.yes() ? "true" : "false"));
        } else if (value instanceof AnswerValue.OneOption chosen) {
            out.rawText(chosen.option());
        } else if (value instanceof AnswerValue.SomeOptions chosen) {
            keys(chosen.options());
        } else if (value instanceof AnswerValue.FreeText text) {
            out.rawText(text.text());
        }
    }

    private void keys(List<String> keys) {
        out.raw(ascii("["));
        for (int i = 0; i < keys.size(); i++) {
            out.rawComma(i);
            out.rawText(keys.get(i));
        }
        out.raw(CLOSE_LIST);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
