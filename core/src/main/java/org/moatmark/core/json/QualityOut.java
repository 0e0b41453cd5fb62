package org.moatmark.core.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.maturity.RespondentFinding;
import org.moatmark.core.maturity.ResponseQuality;
import org.moatmark.core.maturity.ScaleUse;
import org.moatmark.core.maturity.VignetteItem;
import org.moatmark.core.maturity.VignettePlace;
import org.moatmark.core.maturity.WithoutRespondent;
import org.moatmark.core.maturity.WithoutRespondent.Change;
import org.moatmark.core.psychometrics.StyleFlag;
import org.moatmark.core.psychometrics.VignetteRank;
import org.moatmark.core.report.RespondentWords;

/** Writes how respondents answered: findings about them, and ratings among vignettes. */
final class QualityOut {

    private QualityOut() {}

    /** The members {@code respondentFindings} and {@code vignettes}, as far as there is any, with a comma before each. */
    static byte[] json(ResponseQuality quality) {
        JsonOut out = new JsonOut().beginObject();
        if (!quality.findings().isEmpty()) {
            out.name("respondentFindings").beginArray();
            quality.findings().forEach(one -> finding(one, out));
            out.endArray();
        }
        if (!quality.places().isEmpty()) {
            out.name("vignettes").beginObject().name("ranks").beginArray();
            quality.places().forEach(one -> place(one, out));
            out.endArray().name("items").beginArray();
            quality.vignettes().forEach(one -> item(one, out));
            out.endArray().endObject();
        }
        byte[] members = out.toBytes();
        members[0] = ',';
        return members;
    }

    private static void finding(RespondentFinding one, JsonOut out) {
        Words message = RespondentWords.of(one);
        out.beginObject().name("key").value(ResultWords.RESPONSE_STYLE);
        out.name("seat").value(one.seat()).name("tone").value("risk");
        out.name("message").beginObject().name("en").value(message.en());
        out.name("ja").value(message.ja()).endObject();
        texts("because", RespondentWords.because(one), out);
        out.name("flags").beginArray();
        one.flags().forEach(flag -> flag(flag, out));
        out.endArray();
        ScaleUse use = one.use();
        out.name("use").beginObject().name("agreementItems").value(use.agreementItems());
        out.name("reversed").value(use.reversed());
        number("acquiescence", use.acquiescence(), out);
        number("midpoint", use.midpoint(), out);
        number("extreme", use.extreme(), out);
        out.endObject().name("without");
        if (one.without() instanceof WithoutRespondent.Effect effect) {
            effect(effect, out);
        } else if (one.without() instanceof WithoutRespondent.NotTried none) {
            out.nullValue().name("reason").value(none.why().word());
        }
        out.endObject();
    }

    private static void flag(StyleFlag flag, JsonOut out) {
        out.beginObject().name("kind");
        if (flag instanceof StyleFlag.StraightLine line) {
            out.value(ResultWords.STRAIGHT_LINE).name("answer").value(line.answer());
            texts("items", line.items(), out);
        } else if (flag instanceof StyleFlag.Contradiction both) {
            out.value(ResultWords.CONTRADICTION);
            texts("items", List.of(both.pair().first(), both.pair().second()), out);
        } else if (flag instanceof StyleFlag.TooFast fast) {
            out.value(ResultWords.TOO_FAST).name("secondsPerItem").value(fast.medianSeconds());
            out.name("n").value(fast.items());
        } else if (flag instanceof StyleFlag.UnprovenTops tops) {
            out.value(ResultWords.UNPROVEN_TOPS);
            texts("items", tops.items(), out);
        }
        out.endObject();
    }

    private static void effect(WithoutRespondent.Effect effect, JsonOut out) {
        out.beginObject().name("index").beginObject();
        change(effect.index(), out);
        out.endObject().name("level").beginObject();
        whole("with", effect.level().with(), out);
        whole("without", effect.level().without(), out);
        out.endObject().name("nodes").beginArray();
        effect.nodes().forEach(node -> {
            out.beginObject().name("key").value(node.node());
            change(node.score(), out);
            out.endObject();
        });
        out.endArray().endObject();
    }

    private static void change(Change change, JsonOut out) {
        number("with", change.with(), out);
        number("without", change.without(), out);
        number("difference", change.difference(), out);
    }

    private static void place(VignettePlace place, JsonOut out) {
        out.beginObject().name("seat").value(place.seat()).name("item").value(place.item());
        whole("rating", place.rating(), out);
        out.name("vignettes").beginArray();
        place.vignettes()
                .forEach((key, rating) -> out.beginObject()
                        .name("key")
                        .value(key)
                        .name("rating")
                        .value(rating)
                        .endObject());
        out.endArray();
        rank("c", place.rankC(), out);
        rank("b", place.rankB(), out);
        out.name("outOfOrder").value(place.outOfOrder()).endObject();
    }

    private static void rank(String name, VignetteRank rank, JsonOut out) {
        out.name(name);
        if (rank instanceof VignetteRank.Ranked ranked) {
            out.beginObject().name("low").value(ranked.low()).name("high").value(ranked.high());
            out.name("ranks").value(ranked.ranks()).endObject();
        } else {
            out.nullValue();
        }
    }

    private static void item(VignetteItem item, JsonOut out) {
        out.beginObject().name("key").value(item.item()).name("n").value(item.n());
        out.name("violations").value(item.violations()).name("ties").value(item.ties());
        out.name("ranked").value(item.ranked()).name("intervals").value(item.intervals());
        out.name("shares").beginArray();
        item.shares().forEach(share -> out.value(share.doubleValue()));
        out.endArray().endObject();
    }

    private static void texts(String name, List<String> texts, JsonOut out) {
        out.name(name).beginArray();
        texts.forEach(out::value);
        out.endArray();
    }

    private static void number(String name, @Nullable Double number, JsonOut out) {
        out.name(name);
        if (number == null) {
            out.nullValue();
        } else {
            out.value(number.doubleValue());
        }
    }

    private static void whole(String name, @Nullable Integer number, JsonOut out) {
        out.name(name);
        if (number == null) {
            out.nullValue();
        } else {
            out.value(number.intValue());
        }
    }
}
