package org.moatmark.core.json;

import org.jspecify.annotations.Nullable;
import org.moatmark.core.maturity.ItemAgreement;
import org.moatmark.core.maturity.PerceptionGap;
import org.moatmark.core.maturity.Perceptions;
import org.moatmark.core.maturity.SharedView;
import org.moatmark.core.maturity.SideAgreement;
import org.moatmark.core.stats.Interval;

/** Writes agreement and gaps of a result document. */
final class PerceptionOut {

    private PerceptionOut() {}

    /** The members {@code agreement} and {@code gaps}, with a comma before each. */
    static byte[] json(Perceptions perceptions) {
        JsonOut out = new JsonOut().beginObject().name("agreement").beginArray();
        perceptions.agreement().forEach(one -> agreement(one, out));
        out.endArray().name("gaps").beginArray();
        perceptions.gaps().forEach(one -> gap(one, out));
        byte[] members = out.endArray().toBytes();
        members[0] = ',';
        return members;
    }

    private static void agreement(SideAgreement one, JsonOut out) {
        out.beginObject().name("node").value(one.node());
        out.name("side").value(one.side().word()).name("n").value(one.n());
        out.name("rwgJ").value(one.rwgJ()).name("rwgJSkewed").value(one.rwgJSkewed());
        out.name("ad").value(one.ad()).name("adMedian").value(one.adMedian());
        out.name("shared").value(one.shared().word());
        if (one.shared() == SharedView.NO) {
            number("median", one.median(), out);
        }
        out.name("items").beginArray();
        for (ItemAgreement item : one.items()) {
            out.beginObject().name("key").value(item.key()).name("n").value(item.n());
            out.name("rwg").value(item.rwg()).name("rwgSkewed").value(item.rwgSkewed());
            out.endObject();
        }
        out.endArray().endObject();
    }

    private static void gap(PerceptionGap one, JsonOut out) {
        out.beginObject().name("node").value(one.node());
        out.name("between").beginArray();
        out.value(one.between().first()).value(one.between().second()).endArray();
        out.name("n").beginArray().value(one.first()).value(one.second()).endArray();
        out.name("difference").value(one.difference());
        Interval interval = one.interval();
        if (interval == null) {
            out.name("interval").nullValue();
        } else {
            out.name("interval").beginObject().name("low").value(interval.low());
            out.name("high").value(interval.high()).endObject();
        }
        number("hedgesG", one.hedgesG(), out);
        out.name("p").value(one.test().p());
        out.name("exact").value(one.test().exact());
        out.name("arrangements").value(one.test().arrangements());
        Long seed = one.test().seed();
        if (seed != null) {
            out.name("seed").value(seed);
        }
        number("detectable", one.detectable(), out);
        PerceptionGap.Reading reading = one.reading();
        PerceptionGap.Silence silence = one.silence();
        if (reading != null) {
            out.name("reading").value(reading.word());
        } else if (silence != null) {
            out.name("reading").nullValue().name("reason").value(silence.word());
        }
        out.endObject();
    }

    private static void number(String name, @Nullable Double number, JsonOut out) {
        out.name(name);
        if (number == null) {
            out.nullValue();
        } else {
            out.value(number);
        }
    }
}
