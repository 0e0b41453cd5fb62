package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.maturity.Blocking;
import org.moatmark.core.maturity.Need;
import org.moatmark.core.questionnaire.AppliesTo;
import org.moatmark.core.questionnaire.Condition;
import org.moatmark.core.questionnaire.Informant;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Option;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.questionnaire.StagingRow;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.Company;

/** What blocks a level, as sentences that name things by their titles and not by their keys. */
final class Steps {

    private static final Set<Side> BOTH = Set.of(Side.HEADQUARTERS, Side.GENBA);

    private final Map<String, TextMap> nodes = new HashMap<>();
    private final Map<String, Item> items = new HashMap<>();
    private final Map<String, TextMap> informants = new HashMap<>();
    private final Map<String, Side> sides = new HashMap<>();
    private final List<StagingRow> staging;

    Steps(Questionnaire questionnaire) {
        staging = questionnaire.staging();
        for (Node node : questionnaire.nodes()) {
            nodes.put(node.key(), node.head().title());
        }
        questionnaire.items().forEach(item -> items.put(item.key(), item));
        for (Informant informant : questionnaire.informants()) {
            informants.put(informant.key(), informant.name());
            sides.put(informant.key(), informant.side());
        }
    }

    List<Report.Step> of(List<Blocking> blocking) {
        return blocking.stream().map(this::step).toList();
    }

    private Report.Step step(Blocking one) {
        List<Words> needs = one.needs().stream().map(this::need).toList();
        return new Report.Step(one.node(), one.level(), text(one.node(), one.level(), one.statement()), needs);
    }

    /**
     * The step to a level of the organisation as far as the levels of its nodes tell it: what a release shows, and nothing that it
     * does not.
     */
    Report.Step toward(int level, Map<String, Integer> reached, @Nullable Company company) {
        List<Words> needs = new ArrayList<>();
        for (StagingRow row : staging) {
            if (row.level() == level) {
                row.require().stream()
                        .filter(one -> !excludes(one.appliesTo(), company))
                        .forEach(one -> needs.addAll(level(one, reached)));
            }
        }
        return needs.isEmpty()
                ? new Report.Step(
                        null,
                        level,
                        new Words(
                                "What Level " + level + " still needs cannot be shown where answers are confidential.",
                                "レベル" + level + "に足りない条件は、機密扱いの診断では示せません。"),
                        List.of())
                : new Report.Step(null, level, text(null, level, null), needs);
    }

    private static boolean excludes(AppliesTo to, @Nullable Company company) {
        return to.excludes(company == null ? null : company.size(), company == null ? null : company.market());
    }

    private List<Words> level(Condition condition, Map<String, Integer> reached) {
        if (!(condition instanceof Condition.LevelReached wanted)) {
            return List.of();
        }
        Integer now = reached.get(wanted.node());
        if (now == null || now >= wanted.atLeast()) {
            return List.of();
        }
        var to = new AnswerValue.Number(wanted.atLeast());
        var from = new AnswerValue.Number(now);
        return List.of(need(new Need(Need.Kind.LEVEL, wanted.node(), null, from, to, null, List.of())));
    }

    /** What a gate states; without a statement that there is something to reach. */
    Words text(@Nullable String node, int level, @Nullable TextMap statement) {
        if (statement != null) {
            return new Words(statement.in("en"), statement.in("ja"));
        }
        return node == null
                ? new Words("Level " + level + " needs:", "レベル" + level + "の条件：")
                : new Words(
                        title(node, "en") + " needs a higher score for Level " + level + ".",
                        "「" + title(node, "ja") + "」がレベル" + level + "になるには、得点が足りません。");
    }

    private Words need(Need need) {
        return switch (need.kind()) {
            case LEVEL ->
                new Words(
                        title(need.key(), "en") + ": Level " + count(need.to()) + levelNow(need, "en"),
                        title(need.key(), "ja") + "：レベル" + count(need.to()) + levelNow(need, "ja"));
            case NODE -> score(title(need.key(), "en"), title(need.key(), "ja"), need);
            case ITEM -> twoSided(need) ? lower(need) : score(asked(need.key(), "en"), asked(need.key(), "ja"), need);
            case OTHER -> score(need.questionnaire() + " " + need.key(), need.questionnaire() + " " + need.key(), need);
            case ANSWER ->
                new Words(
                        asked(need.key(), "en") + ": " + value(need, need.to(), "en") + now(need, "en"),
                        asked(need.key(), "ja") + "：" + value(need, need.to(), "ja") + now(need, "ja"));
            case INFORMANTS ->
                new Words(
                        "At least " + count(need.to()) + " from " + informant(need.key(), "en") + ", now "
                                + number(need.from()),
                        informant(need.key(), "ja") + "から" + count(need.to()) + "人以上（現在" + number(need.from()) + "人）");
            case GAP ->
                new Words(
                        title(need.key(), "en") + ": headquarters and genba at most " + number(need.to())
                                + " points apart, now " + number(need.from(), "not known"),
                        title(need.key(), "ja") + "：本社と現場の差が" + number(need.to()) + "点以内（現在" + number(need.from(), "不明")
                                + "）");
        };
    }

    /** Whether a condition reads the lower of headquarters and genba (rule S11), which is less than the item's own number. */
    private boolean twoSided(Need need) {
        Item item = items.get(need.key());
        return item != null
                && need.from() != null
                && need.customersMean() == null
                && item.informants().stream()
                        .map(sides::get)
                        .collect(Collectors.toSet())
                        .containsAll(BOTH);
    }

    private Words lower(Need need) {
        return new Words(
                asked(need.key(), "en") + ": at least " + whole(need.to())
                        + " points from headquarters and genba alike, the lower now "
                        + nowOf(need, "no score", "just under ", ""),
                asked(need.key(), "ja") + "：本社・現場ともに" + whole(need.to()) + "点以上（低い側は現在"
                        + nowOf(need, "得点なし", "", "点をわずかに下回る") + "）");
    }

    private Words score(String en, String ja, Need need) {
        String customersEn =
                need.customersMean() == null ? "" : "; customers hold it down at " + Mark.whole(need.customersMean());
        String customersJa = need.customersMean() == null ? "" : "、顧客の評価" + Mark.whole(need.customersMean()) + "点が上限";
        return new Words(
                en + ": at least " + whole(need.to()) + " points, now " + nowOf(need, "no score", "just under ", "")
                        + customersEn + ask(need, "en"),
                ja + "：" + whole(need.to()) + "点以上（現在" + nowOf(need, "得点なし", "", "点をわずかに下回る") + customersJa
                        + ask(need, "ja") + "）");
    }

    /** The number that is there now; where rounding would make it the one that is needed, so much is said. */
    private static String nowOf(Need need, String none, String before, String after) {
        if (need.from() == null) {
            return none;
        }
        String now = whole(need.from());
        return now.equals(whole(need.to())) ? before + now + after : now;
    }

    private String ask(Need need, String language) {
        if (need.ask().isEmpty()) {
            return "";
        }
        List<String> names =
                need.ask().stream().map(key -> informant(key, language)).toList();
        return "ja".equals(language)
                ? "、回答が必要：" + String.join("または", names)
                : "; to be asked of " + String.join(" or ", names);
    }

    private static String levelNow(Need need, String language) {
        if (need.from() == null) {
            return "ja".equals(language) ? "（現在なし）" : ", now none";
        }
        return "ja".equals(language) ? "（現在レベル" + count(need.from()) + "）" : ", now Level " + count(need.from());
    }

    private String now(Need need, String language) {
        String now = need.from() == null ? "ja".equals(language) ? "なし" : "none" : value(need, need.from(), language);
        return "ja".equals(language) ? "（現在：" + now + ask(need, language) + "）" : ", now " + now + ask(need, language);
    }

    private String value(Need need, AnswerValue value, String language) {
        boolean japanese = "ja".equals(language);
        if (value instanceof AnswerValue.YesNo answer) {
            return answer.yes() ? japanese ? "はい" : "yes" : japanese ? "いいえ" : "no";
        } else if (value instanceof AnswerValue.OneOption chosen) {
            return option(need.key(), chosen.option(), language);
        } else if (value instanceof AnswerValue.SomeOptions chosen) {
            return String.join(
                    japanese ? "、" : ", ",
                    chosen.options().stream()
                            .map(option -> option(need.key(), option, language))
                            .toList());
        } else if (value instanceof AnswerValue.FreeText text) {
            return text.text();
        }
        return number(value);
    }

    private String option(String item, String key, String language) {
        Item of = items.get(item);
        List<Option> options = of == null
                ? List.of()
                : of.type() instanceof ItemType.Choice choice
                        ? choice.options()
                        : of.type() instanceof ItemType.Choices choices ? choices.options() : List.of();
        return options.stream()
                .filter(option -> option.key().equals(key))
                .map(option -> option.text().in(language))
                .findFirst()
                .orElse(key);
    }

    private String title(String node, String language) {
        TextMap title = nodes.get(node);
        return title == null ? node : title.in(language);
    }

    private String asked(String item, String language) {
        Item of = items.get(item);
        String text = of == null ? item : of.text().in(language);
        return "ja".equals(language) ? "「" + text + "」" : "“" + text + "”";
    }

    private String informant(String key, String language) {
        TextMap name = informants.get(key);
        return name == null ? key : name.in(language);
    }

    private static String number(@Nullable AnswerValue value, String none) {
        return value == null ? none : number(value);
    }

    /** A number with at most one decimal, a mean of scores as it is quoted. */
    private static String number(@Nullable AnswerValue value) {
        if (value instanceof AnswerValue.Number number) {
            double exact = number.value();
            return exact == StrictMath.rint(exact)
                    ? Long.toString((long) exact)
                    : String.format(Locale.ROOT, "%.1f", exact);
        }
        return value instanceof AnswerValue.Mean mean ? Integer.toString(Mark.whole(mean.score())) : "0";
    }

    private static String whole(AnswerValue score) {
        return score instanceof AnswerValue.Number number
                ? Integer.toString(Mark.whole(number.value()))
                : number(score);
    }

    private static long count(AnswerValue value) {
        return (long) ((AnswerValue.Number) Objects.requireNonNull(value)).value();
    }
}
