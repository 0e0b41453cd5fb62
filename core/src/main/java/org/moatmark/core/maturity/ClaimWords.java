package org.moatmark.core.maturity;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.scoring.Status;

/** Better claims as sentences. */
final class ClaimWords implements Serializable {

    private static final long serialVersionUID = 1L;

    /** So many keys are named in a sentence; the rest is counted. */
    private static final int MOST_NAMED = 6;

    private final HashMap<String, TextMap> names = new HashMap<>();

    ClaimWords(Questionnaire questionnaire) {
        questionnaire.informants().forEach(one -> names.put(one.key(), one.name()));
    }

    Words sentence(List<MorePeople> people, List<String> items, List<String> nodes, boolean fullForm, Allowed allows) {
        List<String> en = new ArrayList<>();
        List<String> ja = new ArrayList<>();
        boolean spread = allows instanceof Allowed.Gap gap && gap.difference() != null;
        if (!people.isEmpty()) {
            en.add(joined(people, this::english, " and ")
                    + (spread ? ", as spread as those who answered," : ", answering all that they are asked,"));
            ja.add(joined(people, this::japanese, "、") + (spread ? "いて、ばらつきが今の回答者と同じであれば" : "いて、割り当てられた設問すべてに回答すれば"));
        }
        if (!items.isEmpty()) {
            Side side = allows instanceof Allowed.SideView view ? view.side() : null;
            en.add("answers" + (side == null ? "" : " of " + english(side)) + " to " + english(items));
            ja.add("設問 " + japanese(items) + " に" + (side == null ? "" : japanese(side) + "から") + "回答があれば");
        }
        if (!nodes.isEmpty()) {
            en.add("the same status of " + english(nodes));
            ja.add(japanese(nodes) + " がいずれも先に同じ状態になれば");
        }
        if (fullForm) {
            en.add("the full form instead of the short one");
            ja.add("短縮版ではなく完全版で実施すれば");
        }
        String missing = String.join(" and ", en);
        return new Words(
                missing.substring(0, 1).toUpperCase(Locale.ROOT) + missing.substring(1) + " would allow "
                        + english(allows) + ".",
                String.join("、さらに", ja) + "、" + japanese(allows) + "。");
    }

    private static String english(Allowed allows) {
        if (allows instanceof Allowed.Level level) {
            String of = level.node() == null ? "the organisation" : level.node();
            return "level " + level.level() + " of " + of + ", as far as everything else holds";
        } else if (allows instanceof Allowed.Intervals) {
            return "intervals";
        } else if (allows instanceof Allowed.BetterStatus better) {
            List<String> where =
                    new ArrayList<>(better.nodes().isEmpty() ? List.of() : List.of(english(better.nodes())));
            if (better.index()) {
                where.add("the index");
            }
            String of = String.join(" and ", where);
            return better.status() == Status.FULL ? "full status of " + of : "a provisional score of " + of;
        } else if (allows instanceof Allowed.SideView view) {
            return "a view of " + english(view.side()) + " on " + english(view.nodes());
        } else if (allows instanceof Allowed.Agreement agreement) {
            return "saying whether " + people(agreement.side()) + " agree on " + english(agreement.nodes());
        }
        Allowed.Gap gap = (Allowed.Gap) allows;
        String groups = gap.between() == PerceptionGap.Between.SIDES
                ? "headquarters and genba"
                : "the company and its customers";
        return gap.difference() == null
                ? "comparing " + groups + " on " + english(gap.nodes())
                : "showing a gap of " + number(gap.difference()) + " steps, if there is one, between " + groups + " on "
                        + english(gap.nodes());
    }

    private static String japanese(Allowed allows) {
        if (allows instanceof Allowed.Level level) {
            String of = level.node() == null ? "組織" : " " + level.node() + " ";
            return "他の条件がすべて満たされる限り、" + of + "のレベル" + level.level() + "が可能になります";
        } else if (allows instanceof Allowed.Intervals) {
            return "区間を示せるようになります";
        } else if (allows instanceof Allowed.BetterStatus better) {
            List<String> where =
                    new ArrayList<>(better.nodes().isEmpty() ? List.of() : List.of(japanese(better.nodes())));
            if (better.index()) {
                where.add("指数");
            }
            String of = String.join("、", where);
            return better.status() == Status.FULL ? of + " の得点が暫定でなくなります（full）" : of + " に暫定の得点を出せるようになります";
        } else if (allows instanceof Allowed.SideView view) {
            return japanese(view.nodes()) + " について" + japanese(view.side()) + "の見方を示せるようになります";
        } else if (allows instanceof Allowed.Agreement agreement) {
            return japanese(agreement.nodes()) + " について" + japanese(agreement.side()) + "の中で見方が一致しているかを言えるようになります";
        }
        Allowed.Gap gap = (Allowed.Gap) allows;
        String groups = gap.between() == PerceptionGap.Between.SIDES ? "本社と現場" : "自社と顧客";
        return gap.difference() == null
                ? japanese(gap.nodes()) + " について" + groups + "を比べられるようになります"
                : japanese(gap.nodes()) + " について" + groups + "の " + number(gap.difference()) + " 段階の認識差があれば示せるようになります";
    }

    private String english(MorePeople people) {
        int more = people.more();
        String informant = people.informant();
        String who;
        if (informant != null) {
            TextMap name = names.get(informant);
            who = " more of '" + (name == null ? informant : name.in("en")) + "'";
        } else if (people.group() != null) {
            who = " more of " + ("own".equals(people.group()) ? "the company" : english(people.group()));
        } else {
            who = more == 1 ? " more respondent" : " more respondents";
        }
        String thinnest = thinnest(people).stream().map(MorePeople.InUnit::unit).collect(Collectors.joining(", "));
        return more + who + (thinnest.isEmpty() ? "" : " (best from " + thinnest + ")");
    }

    private String japanese(MorePeople people) {
        String informant = people.informant();
        String who;
        if (informant != null) {
            TextMap name = names.get(informant);
            who = "「" + (name == null ? informant : name.in("ja")) + "」の回答者";
        } else if (people.group() != null) {
            who = switch (people.group()) {
                case "headquarters" -> "本社の回答者";
                case "genba" -> "現場の回答者";
                case "customers" -> "回答する顧客";
                default -> "自社の回答者";
            };
        } else {
            who = "回答者";
        }
        String thinnest = thinnest(people).stream().map(MorePeople.InUnit::unit).collect(Collectors.joining("、"));
        return who + "があと" + people.more() + "人" + (thinnest.isEmpty() ? "" : "（できれば" + thinnest + "から）");
    }

    /** The units with the fewest of the present people, unless all have as many. */
    private static List<MorePeople.InUnit> thinnest(MorePeople people) {
        int least = people.units().stream()
                .mapToInt(MorePeople.InUnit::present)
                .min()
                .orElse(0);
        List<MorePeople.InUnit> thin =
                people.units().stream().filter(one -> one.present() == least).toList();
        return thin.size() == people.units().size() ? List.of() : thin;
    }

    private static String english(Side side) {
        return side == Side.GENBA ? "the genba" : side == Side.NEUTRAL ? "neutral people" : side.word();
    }

    private static String english(String group) {
        return "genba".equals(group) ? "the genba" : group;
    }

    private static String people(Side side) {
        return side == Side.HEADQUARTERS
                ? "people of headquarters"
                : side == Side.GENBA ? "people of the genba" : english(side);
    }

    private static String japanese(Side side) {
        return switch (side) {
            case HEADQUARTERS -> "本社";
            case GENBA -> "現場";
            case CUSTOMERS -> "顧客";
            case NEUTRAL -> "中立の回答者";
        };
    }

    private static String english(List<String> keys) {
        int more = keys.size() - MOST_NAMED;
        return more <= 0
                ? String.join(", ", keys)
                : String.join(", ", keys.subList(0, MOST_NAMED)) + " and " + more + " more";
    }

    private static String japanese(List<String> keys) {
        int more = keys.size() - MOST_NAMED;
        return more <= 0 ? String.join("、", keys) : String.join("、", keys.subList(0, MOST_NAMED)) + " ほか" + more + "件";
    }

    private static String joined(List<MorePeople> people, Function<MorePeople, String> one, String between) {
        return people.stream().map(one).collect(Collectors.joining(between));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
