package org.moatmark.core.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.maturity.Allowed;
import org.moatmark.core.maturity.BetterClaim;
import org.moatmark.core.maturity.MorePeople;
import org.moatmark.core.maturity.PerceptionGap;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.scoring.Status;

/** Reads what is missing for better claims. */
final class BetterClaimReader {

    private static final List<String> GROUPS = List.of("headquarters", "genba", "own", "customers");

    private final ResultParts parts;

    BetterClaimReader(ResultParts parts) {
        this.parts = parts;
    }

    /** The claims; none where a result does not speak of them. */
    List<BetterClaim> claims(Fields in) {
        return in.has("betterClaims") ? parts.list(in, "betterClaims", this::claim) : List.of();
    }

    private @Nullable BetterClaim claim(Fields fields) {
        Fields missing = parts.object(fields, "missing");
        Fields allows = parts.object(fields, "allows");
        Words message = parts.words(fields, "message");
        if (missing == null || allows == null || message == null) {
            return null;
        }
        List<MorePeople> people = missing.has("people") ? parts.list(missing, "people", this::people) : List.of();
        List<String> items = keys(missing, "items");
        List<String> nodes = keys(missing, "nodes");
        boolean fullForm = missing.optional("fullForm") instanceof JsonBool whole && whole.value();
        Allowed allowed = allowed(allows);
        if (people.isEmpty() && items.isEmpty() && nodes.isEmpty() && !fullForm) {
            missing.required("people");
            return null;
        }
        return allowed == null ? null : new BetterClaim(people, items, nodes, fullForm, allowed, message);
    }

    private List<String> keys(Fields in, String name) {
        return in.has(name) ? parts.texts(in, name) : List.of();
    }

    private @Nullable MorePeople people(Fields fields) {
        String informant = fields.has("informant") ? fields.text("informant") : null;
        String group = informant == null ? fields.optionalWord("group", GROUPS) : null;
        Integer present = count(fields, "present", 0);
        Integer more = count(fields, "more", 1);
        List<MorePeople.InUnit> units = fields.has("units") ? parts.list(fields, "units", this::unit) : List.of();
        return present == null || more == null ? null : new MorePeople(informant, group, present, more, units);
    }

    private MorePeople.@Nullable InUnit unit(Fields fields) {
        String unit = fields.text("unit");
        Integer present = count(fields, "present", 0);
        return unit == null || present == null ? null : new MorePeople.InUnit(unit, present);
    }

    private static @Nullable Integer count(Fields fields, String name, int least) {
        Integer count = fields.whole(name);
        if (count != null && count < least) {
            fields.outOfRange(name, count, "a number from " + least + " on", least + "以上の数");
            return null;
        }
        return count;
    }

    private @Nullable Allowed allowed(Fields fields) {
        String kind = fields.word("kind", BetterClaimOut.KINDS);
        if (kind == null) {
            return null;
        }
        return switch (kind) {
            case "level" -> {
                Integer level = count(fields, "level", 1);
                String node = fields.has("node") ? fields.text("node") : null;
                yield level == null ? null : new Allowed.Level(level, node);
            }
            case "interval" -> new Allowed.Intervals();
            case "status" -> {
                String status = fields.word("status", ResultWords.STATUSES);
                boolean index = fields.optional("index") instanceof JsonBool of && of.value();
                yield status == null
                        ? null
                        : new Allowed.BetterStatus(
                                Status.values()[ResultWords.STATUSES.indexOf(status)], keys(fields, "nodes"), index);
            }
            case "side" -> {
                Side side = side(fields);
                yield side == null ? null : new Allowed.SideView(side, keys(fields, "nodes"));
            }
            case "agreement" -> {
                Side side = side(fields);
                yield side == null ? null : new Allowed.Agreement(side, keys(fields, "nodes"));
            }
            default -> {
                PerceptionGap.Between between = new PerceptionReader(parts).between(fields);
                Double difference = fields.optionalNumber("difference");
                yield between == null ? null : new Allowed.Gap(between, difference, keys(fields, "nodes"));
            }
        };
    }

    private static @Nullable Side side(Fields fields) {
        String side = fields.word("side", ResultWords.SIDES);
        return side == null ? null : Side.values()[ResultWords.SIDES.indexOf(side)];
    }
}
