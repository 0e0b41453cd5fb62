package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.moatmark.core.issue.Words;
import org.moatmark.core.maturity.Allowed;
import org.moatmark.core.maturity.BetterClaim;
import org.moatmark.core.maturity.MorePeople;
import org.moatmark.core.maturity.PerceptionGap;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.scoring.Status;

/** What would allow better claims, as sentences that name things by their titles and not by their keys. */
final class ClaimLines {

    private static final int MOST_NODES = 4;
    private static final int MOST_ITEMS = 2;

    private final Map<String, TextMap> nodes = new HashMap<>();
    private final Map<String, TextMap> items = new HashMap<>();
    private final Map<String, TextMap> informants = new HashMap<>();

    ClaimLines(Questionnaire questionnaire) {
        for (Node node : questionnaire.nodes()) {
            nodes.put(node.key(), node.head().title());
        }
        questionnaire.items().forEach(item -> items.put(item.key(), item.text()));
        questionnaire.informants().forEach(one -> informants.put(one.key(), one.name()));
    }

    Words of(BetterClaim claim) {
        String en = String.join(" and ", missing(claim, "en"));
        String ja = String.join("、さらに", missing(claim, "ja"));
        return new Words(
                en.substring(0, 1).toUpperCase(Locale.ROOT) + en.substring(1) + " would "
                        + allowed(claim.allows(), "en") + ".",
                ja + "、" + allowed(claim.allows(), "ja") + "。");
    }

    private List<String> missing(BetterClaim claim, String in) {
        List<String> missing = new ArrayList<>();
        if (!claim.people().isEmpty()) {
            boolean alone = claim.people().size() == 1 && claim.people().get(0).more() == 1;
            boolean spread = claim.allows() instanceof Allowed.Gap gap && gap.difference() != null;
            missing.add(joined(claim.people(), one -> people(one, in), say(in, " and ", "、"))
                    + (spread
                            ? say(in, " who differ as much as those who answered", "加わり、見方のばらつきが今と同じなら")
                            : say(
                                    in,
                                    alone ? " who answers all that is asked" : " who answer all that they are asked",
                                    "加わり、担当する設問にすべて答えれば")));
        }
        if (!claim.items().isEmpty()) {
            Side side = claim.allows() instanceof Allowed.SideView view ? view.side() : null;
            String named = named(items, claim.items(), MOST_ITEMS, say(in, " more questions", "問"), in);
            missing.add(say(
                    in,
                    "answers" + (side == null ? "" : " of " + side(side, in)) + " to " + named,
                    "設問" + named + "に" + (side == null ? "" : side(side, in) + "から") + "回答があれば"));
        }
        if (!claim.nodes().isEmpty()) {
            boolean full = claim.allows() instanceof Allowed.BetterStatus better && better.status() == Status.FULL;
            String of = nodes(claim.nodes(), in);
            missing.add(say(
                    in,
                    "a " + (full ? "final" : "provisional") + " score of " + of,
                    of + "の得点が" + (full ? "確定すれば" : "暫定でも出れば")));
        }
        if (claim.fullForm()) {
            missing.add(say(in, "the full form instead of the short one", "短縮版ではなく完全版で実施すれば"));
        }
        return missing;
    }

    private String allowed(Allowed allows, String in) {
        if (allows instanceof Allowed.Level level) {
            String of = level.node() == null ? say(in, "the company", "会社") : nodes(List.of(level.node()), in);
            return say(
                    in,
                    "take away a limit under Level " + level.level() + " for " + of
                            + "; its other conditions must hold too",
                    of + "がレベル" + level.level() + "に届かない制約が一つ外れます（他の条件も満たす必要があります）");
        } else if (allows instanceof Allowed.BetterStatus better) {
            String of = nodes(better.nodes(), in)
                    + (better.index() && !better.nodes().isEmpty() ? say(in, " and ", "と") : "")
                    + (better.index() ? say(in, "the index", "指数") : "");
            return better.status() == Status.FULL
                    ? say(in, "make the score of " + of + " final", of + "の得点が確定します")
                    : say(in, "give " + of + " a provisional score", of + "の得点を暫定で示せます");
        } else if (allows instanceof Allowed.SideView view) {
            String of = nodes(view.nodes(), in);
            return say(
                    in,
                    "show the view of " + side(view.side(), in) + " on " + of,
                    of + "について" + side(view.side(), in) + "の見方を示せます");
        } else if (allows instanceof Allowed.Agreement agreement) {
            String of = nodes(agreement.nodes(), in);
            String who = (agreement.side() == Side.HEADQUARTERS || agreement.side() == Side.GENBA ? "people of " : "")
                    + side(agreement.side(), "en");
            return say(
                    in,
                    "tell whether " + who + " agree on " + of,
                    of + "について" + side(agreement.side(), "ja") + "の中で見方が一致しているかを言えます");
        } else if (allows instanceof Allowed.Gap gap) {
            boolean sides = gap.between() == PerceptionGap.Between.SIDES;
            String groups = say(
                    in, sides ? "headquarters and genba" : "the company and its customers", sides ? "本社と現場" : "自社と顧客");
            String of = nodes(gap.nodes(), in);
            Double steps = gap.difference();
            if (steps == null) {
                return say(in, "let " + groups + " be compared on " + of, of + "について" + groups + "を比べられます");
            }
            String number = String.format(Locale.ROOT, "%.2f", steps);
            return say(
                    in,
                    "show a gap of " + number + " steps between " + groups + " on " + of + ", if there is one",
                    of + "について" + groups + "に" + number + "段階の認識差があれば示せます");
        }
        return say(in, "allow bands around the scores", "得点の幅を示せます");
    }

    private String people(MorePeople people, String in) {
        String key = people.informant();
        String name = key == null
                ? null
                : quoted(
                        informants.containsKey(key)
                                ? Objects.requireNonNull(informants.get(key)).in(in)
                                : key,
                        in);
        String group = people.group();
        String en = group == null
                ? people.more() == 1 ? " more person" : " more people"
                : switch (group) {
                    case "genba" -> " more of the genba";
                    case "own" -> " more of the company";
                    case "customers" -> people.more() == 1 ? " more customer" : " more customers";
                    default -> " more of " + group;
                };
        String ja = group == null
                ? "回答者"
                : switch (group) {
                    case "headquarters" -> "本社の回答者";
                    case "genba" -> "現場の回答者";
                    case "customers" -> "回答する顧客";
                    default -> "自社の回答者";
                };
        return say(
                in,
                people.more() + (name == null ? en : " more of " + name) + thinnest(people, in),
                (name == null ? ja : name + "の回答者") + "があと" + people.more() + "人" + thinnest(people, in));
    }

    /** The units with the fewest of the present people, unless all have as many. */
    private static String thinnest(MorePeople people, String in) {
        int least = people.units().stream()
                .mapToInt(MorePeople.InUnit::present)
                .min()
                .orElse(0);
        List<String> thin = people.units().stream()
                .filter(one -> one.present() == least)
                .map(one -> quoted(one.unit(), in))
                .toList();
        return thin.isEmpty() || thin.size() == people.units().size()
                ? ""
                : say(
                        in,
                        " (fewest answered in " + String.join(", ", thin) + ")",
                        "（回答が最も少ない部署：" + String.join("、", thin) + "）");
    }

    private String nodes(List<String> keys, String in) {
        return keys.isEmpty() ? "" : named(nodes, keys, MOST_NODES, say(in, " more", "件"), in);
    }

    /** The first of them by name, and how many there are besides. */
    private static String named(Map<String, TextMap> names, List<String> keys, int most, String counted, String in) {
        String first = joined(
                keys.subList(0, Math.min(most, keys.size())),
                key -> quoted(
                        names.containsKey(key)
                                ? Objects.requireNonNull(names.get(key)).in(in)
                                : key,
                        in),
                say(in, ", ", ""));
        int more = keys.size() - most;
        return more <= 0 ? first : first + say(in, " and " + more + counted, "ほか" + more + counted);
    }

    private static <T> String joined(List<T> all, Function<T, String> one, String between) {
        return all.stream().map(one).collect(Collectors.joining(between));
    }

    private static String side(Side side, String in) {
        return switch (side) {
            case HEADQUARTERS -> say(in, "headquarters", "本社");
            case GENBA -> say(in, "the genba", "現場");
            case CUSTOMERS -> say(in, "customers", "顧客");
            case NEUTRAL -> say(in, "neutral people", "中立の回答者");
        };
    }

    private static String quoted(String name, String in) {
        return say(in, "“" + name + "”", "「" + name + "」");
    }

    private static String say(String in, String en, String ja) {
        return "ja".equals(in) ? ja : en;
    }
}
