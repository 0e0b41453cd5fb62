package org.moatmark.core.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.maturity.RespondentFinding;
import org.moatmark.core.maturity.ResponseQuality;
import org.moatmark.core.maturity.ScaleUse;
import org.moatmark.core.maturity.VignetteItem;
import org.moatmark.core.maturity.VignettePlace;
import org.moatmark.core.maturity.WithoutRespondent;
import org.moatmark.core.maturity.WithoutRespondent.Change;
import org.moatmark.core.maturity.WithoutRespondent.Levels;
import org.moatmark.core.maturity.WithoutRespondent.NodeChange;
import org.moatmark.core.psychometrics.AnchoringVignettes;
import org.moatmark.core.psychometrics.StyleFlag;
import org.moatmark.core.psychometrics.VignetteRank;
import org.moatmark.core.questionnaire.ContradictoryPair;

/** Reads how respondents answered: findings about them, and ratings among vignettes. Messages follow from the rest. */
final class QualityReader {

    private final ResultParts parts;

    QualityReader(ResultParts parts) {
        this.parts = parts;
    }

    /** Both members, as far as they are there. */
    ResponseQuality quality(Fields in) {
        List<RespondentFinding> findings =
                in.has("respondentFindings") ? parts.list(in, "respondentFindings", this::finding) : List.of();
        Fields vignettes = in.has("vignettes") ? parts.object(in, "vignettes") : null;
        if (vignettes == null) {
            return findings.isEmpty() ? ResponseQuality.NOTHING : new ResponseQuality(findings, List.of(), List.of());
        }
        return new ResponseQuality(
                findings, parts.list(vignettes, "ranks", this::place), parts.list(vignettes, "items", this::item));
    }

    private @Nullable RespondentFinding finding(Fields fields) {
        fields.word("key", List.of(ResultWords.RESPONSE_STYLE));
        String seat = fields.text("seat");
        int before = parts.faults().count();
        List<StyleFlag> flags = parts.list(fields, "flags", this::flag);
        if (flags.isEmpty() && parts.faults().noneSince(before)) {
            fields.outOfRange("flags", 0, "a list of at least one flag", "一つ以上の要素をもつリスト");
        }
        Fields use = parts.object(fields, "use");
        Integer agreements = use == null ? null : count(use, "agreementItems", 0);
        Integer reversed = use == null ? null : count(use, "reversed", 0);
        WithoutRespondent without = without(fields);
        if (seat == null || use == null || agreements == null || reversed == null || without == null) {
            return null;
        }
        if (flags.isEmpty()) {
            return null;
        }
        ScaleUse scales = new ScaleUse(
                agreements,
                reversed,
                parts.numberOrNull(use, "acquiescence"),
                parts.numberOrNull(use, "midpoint"),
                parts.numberOrNull(use, "extreme"));
        return new RespondentFinding(seat, flags, scales, without);
    }

    private @Nullable StyleFlag flag(Fields fields) {
        String kind = fields.word("kind", ResultWords.STYLES);
        if (kind == null) {
            return null;
        }
        if (kind.equals(ResultWords.TOO_FAST)) {
            Double seconds = fields.number("secondsPerItem");
            Integer n = count(fields, "n", 1);
            return seconds == null || n == null ? null : new StyleFlag.TooFast(seconds, n);
        }
        List<String> items = parts.texts(fields, "items");
        int least = kind.equals(ResultWords.UNPROVEN_TOPS) ? 1 : 2;
        boolean pair = kind.equals(ResultWords.CONTRADICTION);
        if (items.size() < least || (pair && items.size() != 2)) {
            String wanted = pair ? "two items" : least + " items or more";
            fields.outOfRange("items", items.size(), wanted, pair ? "二つの設問" : least + "個以上の設問");
            return null;
        }
        if (kind.equals(ResultWords.STRAIGHT_LINE)) {
            Integer answer = count(fields, "answer", 1);
            return answer == null ? null : new StyleFlag.StraightLine(answer, items);
        }
        return pair
                ? new StyleFlag.Contradiction(new ContradictoryPair(items.get(0), items.get(1)))
                : new StyleFlag.UnprovenTops(items);
    }

    private @Nullable WithoutRespondent without(Fields in) {
        Fields fields = parts.objectOrNull(in, "without");
        if (fields == null) {
            String why = in.optional("without") == JsonNull.NULL ? in.word("reason", ResultWords.NOT_TRIED) : null;
            return why == null
                    ? null
                    : new WithoutRespondent.NotTried(
                            WithoutRespondent.Why.values()[ResultWords.NOT_TRIED.indexOf(why)]);
        }
        Fields index = parts.object(fields, "index");
        Fields level = parts.object(fields, "level");
        List<NodeChange> nodes = parts.list(fields, "nodes", node -> {
            String key = node.text("key");
            return key == null ? null : new NodeChange(key, change(node));
        });
        return index == null || level == null
                ? null
                : new WithoutRespondent.Effect(
                        change(index),
                        new Levels(parts.wholeOrNull(level, "with"), parts.wholeOrNull(level, "without")),
                        nodes);
    }

    private Change change(Fields fields) {
        return new Change(parts.scoreOrNull(fields, "with"), parts.scoreOrNull(fields, "without"));
    }

    private @Nullable VignettePlace place(Fields fields) {
        String seat = fields.text("seat");
        String item = fields.text("item");
        Integer rating = parts.wholeOrNull(fields, "rating");
        Map<String, Integer> vignettes = new LinkedHashMap<>();
        parts.list(fields, "vignettes", one -> {
            String key = one.text("key");
            Integer given = one.whole("rating");
            if (key != null && given != null) {
                vignettes.put(key, given);
            }
            return key;
        });
        VignetteRank c = rank(fields, "c");
        VignetteRank b = rank(fields, "b");
        Integer outOfOrder = count(fields, "outOfOrder", 0);
        return seat == null || item == null || outOfOrder == null
                ? null
                : new VignettePlace(seat, item, rating, vignettes, c, b, outOfOrder);
    }

    private VignetteRank rank(Fields in, String name) {
        Fields fields = parts.objectOrNull(in, name);
        Integer low = fields == null ? null : count(fields, "low", 1);
        Integer high = fields == null ? null : count(fields, "high", low == null ? 1 : low);
        Integer ranks = fields == null ? null : count(fields, "ranks", high == null ? 1 : high);
        return low == null || high == null || ranks == null
                ? AnchoringVignettes.UNRATED
                : new VignetteRank.Ranked(low, high, ranks);
    }

    private @Nullable VignetteItem item(Fields fields) {
        String key = fields.text("key");
        Integer n = count(fields, "n", 1);
        Double violations = share(fields, "violations");
        Double ties = share(fields, "ties");
        Integer ranked = count(fields, "ranked", 0);
        Integer intervals = count(fields, "intervals", 0);
        List<Double> shares = new ArrayList<>();
        List<JsonValue> values = fields.list("shares");
        for (int i = 0; i < values.size(); i++) {
            Double share = Values.number(values.get(i), fields.at("shares").at(i), ResultParts.RESULT, parts.faults());
            if (share != null) {
                shares.add(share);
            }
        }
        return key == null || n == null || violations == null || ties == null || ranked == null || intervals == null
                ? null
                : new VignetteItem(key, n, violations, ties, ranked, intervals, shares);
    }

    private static @Nullable Double share(Fields fields, String name) {
        Double share = fields.number(name);
        if (share != null && !(share >= 0 && share <= 1)) {
            fields.outOfRange(name, share, "a share from 0 to 1", "0以上1以下の割合");
            return null;
        }
        return share;
    }

    private static @Nullable Integer count(Fields fields, String name, int least) {
        Integer count = fields.whole(name);
        if (count != null && count < least) {
            fields.outOfRange(name, count, "a number from " + least + " on", least + "以上の数");
            return null;
        }
        return count;
    }
}
