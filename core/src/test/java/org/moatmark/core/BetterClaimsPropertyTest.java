package org.moatmark.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.moatmark.core.json.ResultJson;
import org.moatmark.core.maturity.Allowed;
import org.moatmark.core.maturity.BetterClaim;
import org.moatmark.core.maturity.Maturity;
import org.moatmark.core.maturity.MorePeople;
import org.moatmark.core.maturity.PerceptionGap;
import org.moatmark.core.psychometrics.TwoGroups;
import org.moatmark.core.questionnaire.Informant;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.report.Result;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.Evidence;
import org.moatmark.core.response.EvidenceGrade;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Seat;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.ItemState;
import org.moatmark.core.scoring.Scorer;
import org.moatmark.core.scoring.Status;

/**
 * That what is named as missing for a better claim is what is missing: in random waves of the shipped questionnaires the
 * named people and answers are put in, the best that can be given, and the claim can be made; with less of them it cannot.
 * Long, since the best that can be given differs by what is missing.
 */
class BetterClaimsPropertyTest {

    private static final int WAVES = 25;

    private static final Moatmark MOATMARK = Moatmark.shipped();

    static List<Named<Questionnaire>> shipped() {
        return MOATMARK.catalogue().questionnaires().stream()
                .map(one -> Named.of(one.id(), one))
                .toList();
    }

    private static final Map<String, Maturity> LEVELS = new HashMap<>();

    /** A result that was not resampled, since this asks for thousands of them. */
    private static Result scored(Questionnaire questionnaire, Wave wave) {
        Maturity levels = LEVELS.computeIfAbsent(questionnaire.methodHash(), hash -> Maturity.of(questionnaire));
        return Result.of(Scorer.of(questionnaire).scoreWithoutGains(wave), levels);
    }

    /** A wave that gets more people and answers. */
    private static final class Adding {
        private final Questionnaire questionnaire;
        private final Wave wave;
        private final Result before;
        private final List<Respondent> respondents;
        private int added;

        Adding(Questionnaire questionnaire, Wave wave, Result before) {
            this.questionnaire = questionnaire;
            this.wave = wave;
            this.before = before;
            respondents = new ArrayList<>(wave.respondents());
        }

        void people(String kind, int more) {
            for (int i = 0; i < more; i++) {
                Map<String, Response> answers = new LinkedHashMap<>();
                for (Item item : questionnaire.items()) {
                    ItemState state = before.item(item.key()).state();
                    if (state == ItemState.NOT_APPLICABLE && item.informants().contains(kind)) {
                        answers.put(item.key(), new Response.NotApplicable("not here", Response.Remarks.NONE));
                    } else if (state.applies() && item.informants().contains(kind)) {
                        answers.put(item.key(), best(item));
                    }
                }
                respondents.add(new Respondent(new Seat("more-" + added++, null, null, null, List.of(kind)), answers));
            }
        }

        /** Everybody who was asked these items, of a side or of all, answers them. */
        void items(List<String> items, @Nullable Side side) {
            for (int r = 0; r < respondents.size(); r++) {
                Respondent one = respondents.get(r);
                Map<String, Response> answers = new LinkedHashMap<>(one.answers());
                for (String key : items) {
                    Item item = item(key);
                    boolean asked = one.seat().informants().stream().anyMatch(item.informants()::contains);
                    boolean isPresent = one.answers().keySet().stream()
                            .anyMatch(answered -> one.seat().informants().stream()
                                    .anyMatch(item(answered).informants()::contains));
                    if (asked && isPresent && (side == null || sideOf(one) == side)) {
                        answers.put(key, best(item));
                    }
                }
                respondents.set(r, new Respondent(one.seat(), answers));
            }
        }

        private Side sideOf(Respondent respondent) {
            String kind = respondent.seat().informants().get(0);
            return questionnaire.informants().stream()
                    .filter(informant -> informant.key().equals(kind))
                    .map(Informant::side)
                    .findFirst()
                    .orElseThrow();
        }

        private Item item(String key) {
            return questionnaire.items().stream()
                    .filter(item -> item.key().equals(key))
                    .findFirst()
                    .orElseThrow();
        }

        Result after() {
            return scored(questionnaire, RandomWaves.with(wave, respondents));
        }

        private static Response best(Item item) {
            ItemType type = item.type();
            AnswerValue value;
            if (type instanceof ItemType.Rubric) {
                value = new AnswerValue.Number(5);
            } else if (type instanceof ItemType.Agreement scale) {
                value = new AnswerValue.Number(scale.reverse() ? 1 : scale.points());
            } else if (type instanceof ItemType.YesNo) {
                value = new AnswerValue.YesNo(true);
            } else if (type instanceof ItemType.Measure measure) {
                value = new AnswerValue.Number(measure.cut4());
            } else if (type instanceof ItemType.Choice choice) {
                value = new AnswerValue.OneOption(choice.options().get(0).key());
            } else if (type instanceof ItemType.Choices choices) {
                value = new AnswerValue.SomeOptions(
                        choices.options().stream().map(option -> option.key()).toList());
            } else {
                value = new AnswerValue.FreeText("words");
            }
            return new Response.Answered(
                    value, List.of(new Evidence(EvidenceGrade.E4, null, null)), Response.Remarks.NONE);
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void what_is_named_is_what_is_missing(Questionnaire questionnaire) {
        TreeSet<String> seen = new TreeSet<>();
        for (int seed = 0; seed < WAVES; seed++) {
            Wave wave = seed % 3 == 0
                    ? RandomWaves.ofOne(questionnaire, seed)
                    : seed % 3 == 1
                            ? RandomWaves.of(questionnaire, seed)
                            : RandomWaves.ofEveryKind(questionnaire, seed);
            Result before = scored(questionnaire, wave);
            for (BetterClaim claim : before.betterClaims()) {
                String name = questionnaire.id() + ", seed " + seed + ": " + claim;
                assertThat(claim.message().en())
                        .as(name)
                        .contains("would allow")
                        .doesNotContain("would raise");
                seen.add(claim.allows().getClass().getSimpleName());
                if (claim.allows() instanceof Allowed.Gap gap && gap.difference() != null) {
                    enoughPeople(name, claim, gap, before);
                    continue;
                }
                if (claim.fullForm() || !claim.nodes().isEmpty()) {
                    continue;
                }
                assertThat(holds(claim, before)).as("%s before", name).isFalse();
                assertThat(holds(claim, with(claim, questionnaire, wave, before, -1)))
                        .as("%s with all", name)
                        .isTrue();
                for (int without = 0; without < parts(claim); without++) {
                    Result lacking = with(claim, questionnaire, wave, before, without);
                    assertThat(holds(claim, lacking))
                            .as("%s without part %s", name, without)
                            .isFalse();
                }
            }
            assertThat(ResultJson.read(MOATMARK.write(before).getBytes(StandardCharsets.UTF_8))
                            .orThrow()
                            .betterClaims())
                    .as("read again, seed " + seed)
                    .isEqualTo(before.betterClaims());
        }
        assertThat(seen).contains("Agreement", "BetterStatus", "Intervals", "SideView");
        assertThat(seen.size()).isGreaterThanOrEqualTo("outside-view".equals(questionnaire.id()) ? 4 : 6);
    }

    private static int parts(BetterClaim claim) {
        return claim.people().size() + claim.items().size();
    }

    /** The wave with what is missing, but for one person of one kind or one item. */
    private static Result with(BetterClaim claim, Questionnaire questionnaire, Wave wave, Result before, int without) {
        Adding adding = new Adding(questionnaire, wave, before);
        int part = 0;
        for (MorePeople people : claim.people()) {
            String kind = people.informant() == null
                    ? questionnaire.informants().get(0).key()
                    : people.informant();
            adding.people(kind, people.more() - (part++ == without ? 1 : 0));
        }
        int place = without - part;
        List<String> items = new ArrayList<>(claim.items());
        if (place >= 0 && without >= 0) {
            items.remove(place);
        }
        adding.items(items, claim.allows() instanceof Allowed.SideView view ? view.side() : null);
        return adding.after();
    }

    private static boolean holds(BetterClaim claim, Result result) {
        Allowed allows = claim.allows();
        if (allows instanceof Allowed.Level level) {
            return claim.people().stream().allMatch(one -> one.informant() == null)
                    ? result.perceptions() != null
                    : claim.people().stream().noneMatch(one -> waits(one.informant(), level, result));
        } else if (allows instanceof Allowed.Intervals) {
            return result.perceptions() != null;
        } else if (allows instanceof Allowed.BetterStatus better) {
            return better.nodes().stream()
                    .allMatch(node -> atLeast(result.node(node).status(), better.status()));
        } else if (allows instanceof Allowed.SideView view) {
            return view.nodes().stream()
                    .map(node -> result.node(node).sides())
                    .allMatch(sides -> (view.side() == Side.GENBA ? sides.genba() : sides.headquarters()) != null);
        } else if (allows instanceof Allowed.Agreement agreement) {
            return result.perceptions() != null
                    && agreement.nodes().stream()
                            .allMatch(node -> result.perceptions().agreement().stream()
                                    .anyMatch(one -> one.node().equals(node) && one.side() == agreement.side()));
        }
        Allowed.Gap gap = (Allowed.Gap) allows;
        return result.perceptions() != null
                && gap.nodes().stream()
                        .allMatch(node -> result.perceptions().gaps().stream()
                                .anyMatch(one -> one.node().equals(node)
                                        && one.between() == gap.between()
                                        && one.detectable() != null));
    }

    private static boolean atLeast(Status status, Status wanted) {
        return status == Status.FULL || status == wanted;
    }

    /** Whether the level, or one below it, still asks for people of a kind. */
    private static boolean waits(@Nullable String kind, Allowed.Level level, Result result) {
        return result.betterClaims().stream()
                .filter(one -> one.allows() instanceof Allowed.Level other
                        && Objects.equals(other.node(), level.node())
                        && other.level() <= level.level())
                .flatMap(one -> one.people().stream())
                .anyMatch(one -> kind != null && kind.equals(one.informant()));
    }

    /** The numbers of people say what the test needs, and one less on a side where people are missing does not do. */
    private static void enoughPeople(String name, BetterClaim claim, Allowed.Gap claimed, Result before) {
        for (String node : claimed.nodes()) {
            PerceptionGap gap = before.perceptions().gaps().stream()
                    .filter(one -> one.node().equals(node) && one.between() == claimed.between())
                    .findFirst()
                    .orElseThrow();
            assertThat(gap.reading()).as(name).isNull();
            double spread = gap.detectable()
                    / TwoGroups.noncentrality(gap.first() + gap.second() - 2)
                    / Math.sqrt(1.0 / gap.first() + 1.0 / gap.second());
            int first = gap.first();
            int second = gap.second();
            for (MorePeople more : claim.people()) {
                if (more.group().equals(gap.between().first())) {
                    assertThat(more.present()).isEqualTo(first);
                    first += more.more();
                } else {
                    assertThat(more.group()).isEqualTo(gap.between().second());
                    assertThat(more.present()).isEqualTo(second);
                    second += more.more();
                }
            }
            assertThat(detectable(first, second, spread)).as(name).isLessThanOrEqualTo(claimed.difference() + 1e-9);
            int each = Math.max(first > gap.first() ? first : 0, second > gap.second() ? second : 0) - 1;
            assertThat(detectable(each, each, spread))
                    .as("%s, one less each", name)
                    .isGreaterThan(claimed.difference());
        }
    }

    private static double detectable(int first, int second, double spread) {
        return first + second < 4
                ? Double.POSITIVE_INFINITY
                : TwoGroups.noncentrality(first + second - 2) * spread * Math.sqrt(1.0 / first + 1.0 / second);
    }
}
