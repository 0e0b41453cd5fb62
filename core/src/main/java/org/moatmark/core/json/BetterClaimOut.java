package org.moatmark.core.json;

import java.util.List;
import org.moatmark.core.maturity.Allowed;
import org.moatmark.core.maturity.BetterClaim;
import org.moatmark.core.maturity.MorePeople;

/** Writes what is missing for better claims into a result document. */
final class BetterClaimOut {

    /** The words for what is allowed, in the order of the switch below. */
    static final List<String> KINDS = List.of("level", "interval", "status", "side", "agreement", "gap");

    private BetterClaimOut() {}

    /** The member {@code betterClaims}, with a comma before it. */
    static byte[] json(List<BetterClaim> claims) {
        JsonOut out = new JsonOut().beginObject().name("betterClaims").beginArray();
        claims.forEach(claim -> claim(claim, out));
        byte[] member = out.endArray().toBytes();
        member[0] = ',';
        return member;
    }

    private static void claim(BetterClaim claim, JsonOut out) {
        out.beginObject().name("missing").beginObject();
        if (!claim.people().isEmpty()) {
            out.name("people").beginArray();
            claim.people().forEach(people -> people(people, out));
            out.endArray();
        }
        keys("items", claim.items(), out);
        keys("nodes", claim.nodes(), out);
        if (claim.fullForm()) {
            out.name("fullForm").value(true);
        }
        out.endObject().name("allows").beginObject();
        allowed(claim.allows(), out);
        out.endObject().name("message").beginObject();
        out.name("en").value(claim.message().en());
        out.name("ja").value(claim.message().ja()).endObject().endObject();
    }

    private static void people(MorePeople people, JsonOut out) {
        out.beginObject();
        if (people.informant() != null) {
            out.name("informant").value(people.informant());
        } else if (people.group() != null) {
            out.name("group").value(people.group());
        }
        out.name("present").value(people.present()).name("more").value(people.more());
        if (!people.units().isEmpty()) {
            out.name("units").beginArray();
            people.units()
                    .forEach(one -> out.beginObject()
                            .name("unit")
                            .value(one.unit())
                            .name("present")
                            .value(one.present())
                            .endObject());
            out.endArray();
        }
        out.endObject();
    }

    private static void allowed(Allowed allows, JsonOut out) {
        out.name("kind");
        if (allows instanceof Allowed.Level level) {
            out.value("level").name("level").value(level.level());
            if (level.node() != null) {
                out.name("node").value(level.node());
            }
        } else if (allows instanceof Allowed.Intervals) {
            out.value("interval");
        } else if (allows instanceof Allowed.BetterStatus better) {
            out.value("status").name("status").value(better.status().word());
            keys("nodes", better.nodes(), out);
            if (better.index()) {
                out.name("index").value(true);
            }
        } else if (allows instanceof Allowed.SideView view) {
            out.value("side").name("side").value(view.side().word());
            keys("nodes", view.nodes(), out);
        } else if (allows instanceof Allowed.Agreement agreement) {
            out.value("agreement").name("side").value(agreement.side().word());
            keys("nodes", agreement.nodes(), out);
        } else if (allows instanceof Allowed.Gap gap) {
            out.value("gap").name("between").beginArray();
            out.value(gap.between().first()).value(gap.between().second()).endArray();
            if (gap.difference() != null) {
                out.name("difference").value(gap.difference().doubleValue());
            }
            keys("nodes", gap.nodes(), out);
        }
    }

    private static void keys(String name, List<String> keys, JsonOut out) {
        if (!keys.isEmpty()) {
            out.name(name).beginArray();
            keys.forEach(out::value);
            out.endArray();
        }
    }
}
