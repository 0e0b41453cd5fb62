package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.issue.Words;
import org.moatmark.core.maturity.Confidence;
import org.moatmark.core.maturity.LevelStability;
import org.moatmark.core.maturity.MaturityVerdict;
import org.moatmark.core.maturity.Pattern;
import org.moatmark.core.maturity.Perceptions;
import org.moatmark.core.questionnaire.Informant;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Level;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.Contribution;
import org.moatmark.core.scoring.ItemScore;
import org.moatmark.core.scoring.NodeScore;
import org.moatmark.core.scoring.Outcome;
import org.moatmark.core.scoring.Resampled;
import org.moatmark.core.scoring.RespondentScore;
import org.moatmark.core.scoring.ScoreInterval;
import org.moatmark.core.scoring.Status;

/** Makes the report of a result. */
public final class Reporting {

    /** Beyond so many seats a report tells what they said together, and of none what it said; nobody reads that far. */
    static final int MOST_SEATS = 500;

    static final Words LEFT_OUT = new Words(
            "Single answers are left out, since more than " + MOST_SEATS
                    + " seats answered; the tables of answers hold them.",
            "回答枠が" + MOST_SEATS + "を超えるため、個々の回答は省いています。回答の表にはすべて含まれます。");

    private final Result result;
    private final int seats;
    private final Questionnaire questionnaire;
    private final Backings backings;
    private final SidePeople people;
    private final Steps steps;

    private Reporting(Result result, int seats, Questionnaire questionnaire, Backings backings, SidePeople people) {
        this.result = result;
        this.seats = seats;
        this.questionnaire = questionnaire;
        this.backings = backings;
        this.people = people;
        this.steps = new Steps(questionnaire);
    }

    /**
     * The report of a result, without a place among the cases and without a look back. Where more than 500 seats answered, it
     * says so and leaves their single answers out, which exports hold.
     *
     * @param result a result
     * @param questionnaire what was asked, in the very version of the result
     * @return the report
     * @throws IllegalArgumentException if the result is of another questionnaire or method
     */
    public static Report of(Result result, Questionnaire questionnaire) {
        return of(result, questionnaire, Backings.NONE, SidePeople.UNKNOWN);
    }

    /**
     * The same for readers who may see the answers: every answer with what it rests on.
     *
     * @param result a result with its seats
     * @param questionnaire what was asked, in the very version of the result
     * @param answers the answers that the result was made of
     * @return the report
     * @throws IllegalArgumentException if result or answers are of another questionnaire, or the result of another method
     */
    public static Report of(Result result, Questionnaire questionnaire, Wave answers) {
        return of(
                result,
                questionnaire,
                Backings.ofAnswers(answers, questionnaire),
                SidePeople.of(result, questionnaire, answers));
    }

    /**
     * The same for readers who may not see what a single seat says: as many people as there are, and the answer of none.
     *
     * @param result a result with its seats
     * @param questionnaire what was asked, in the very version of the result
     * @param answers the answers that the result was made of, to count the people of each side
     * @return the report
     * @throws IllegalArgumentException if the result is of another questionnaire or method
     */
    public static Report withoutSeats(Result result, Questionnaire questionnaire, Wave answers) {
        check(result, questionnaire);
        SidePeople people = SidePeople.of(result, questionnaire, answers);
        return new Reporting(result.withoutSeats(), seats(named(result)), questionnaire, Backings.NONE, people).give();
    }

    private static Report of(Result result, Questionnaire questionnaire, Backings backings, SidePeople people) {
        check(result, questionnaire);
        int seats = seats(named(result));
        return seats > MOST_SEATS
                ? new Reporting(result.withoutSeats(), seats, questionnaire, Backings.NONE, people).give()
                : new Reporting(result, seats, questionnaire, backings, people).give();
    }

    private static void check(Result result, Questionnaire questionnaire) {
        if (!questionnaire.methodHash().equals(result.methodHash())) {
            throw new IllegalArgumentException("The result is of '" + result.questionnaire() + "' " + result.version()
                    + " with method " + result.methodHash() + ", not of '" + questionnaire.id() + "' "
                    + questionnaire.version() + " with method " + questionnaire.methodHash() + ".");
        }
    }

    private static Stream<String> named(Result result) {
        return result.items().stream()
                .flatMap(item -> item.respondents().stream())
                .map(RespondentScore::seat);
    }

    /** How many seats there are among those that scores name, each as often as it answered. */
    static int seats(Stream<String> named) {
        return (int) named.distinct().count();
    }

    private Report give() {
        Resampled scores =
                result.confidence() == null ? null : result.confidence().scores();
        List<Report.Node> nodes = new ArrayList<>();
        for (int i = 0; i < result.nodes().size(); i++) {
            nodes.add(node(i, scores));
        }
        return new Report(
                about(),
                mark(
                        result.index().outcome(),
                        scores == null ? null : scores.index(),
                        result.index().bounds(),
                        result.index().status()),
                Rule.of(result.index().rule()),
                parts(result.index().contributions()),
                level(),
                nodes,
                items(),
                Dimensions.of(questionnaire),
                findings(result.maturity().findings()),
                gaps(result.perceptions()),
                views(result.perceptions()),
                null,
                null,
                List.of(),
                limits(),
                result.betterClaims().stream()
                        .map(new ClaimLines(questionnaire)::of)
                        .toList(),
                new Report.Method(
                        result.methodHash(),
                        result.engine(),
                        scores == null ? null : scores.seed(),
                        scores == null ? null : scores.runs(),
                        null));
    }

    private Report.About about() {
        List<Report.People> people = new ArrayList<>();
        for (Informant kind : questionnaire.informants()) {
            int n = result.respondents().getOrDefault(kind.key(), 0);
            if (n > 0) {
                people.add(new Report.People(kind.name(), n));
            }
        }
        return new Report.About(
                result.questionnaire(),
                result.version(),
                questionnaire.title(),
                result.company() == null ? null : result.company().name(),
                result.date(),
                seats == 0 && !people.isEmpty()
                        ? null
                        : seats, // a result without seats has people, and does not tell how many
                people,
                null,
                Brand.NONE);
    }

    private Report.Level level() {
        MaturityVerdict verdict = result.maturity();
        Confidence confidence = result.confidence();
        return levelOf(
                questionnaire,
                verdict.level(),
                verdict.progress(),
                verdict.capped(),
                confidence == null ? null : confidence.level(),
                steps.of(verdict.blocking()));
    }

    /** A level with its name; none where the questionnaire has no gates and no staging. */
    static Report.Level levelOf(
            Questionnaire questionnaire,
            @Nullable Integer value,
            @Nullable Double progress,
            org.moatmark.core.maturity.@Nullable LevelCap capped,
            @Nullable LevelStability stability,
            List<Report.Step> next) {
        Level named = questionnaire.levels().stream()
                .filter(one -> value != null && one.level() == value)
                .findFirst()
                .orElse(null);
        return new Report.Level(
                value,
                questionnaire.staging().isEmpty()
                        ? null
                        : questionnaire.levels().stream()
                                .map(Level::level)
                                .max(Integer::compare)
                                .orElse(null),
                named == null ? null : named.name(),
                named == null ? null : named.definition(),
                progress,
                capped,
                stability,
                next);
    }

    private Report.Node node(int place, @Nullable Resampled scores) {
        NodeScore node = result.nodes().get(place);
        var level = result.maturity().nodes().get(place);
        return new Report.Node(
                node.key(),
                node.parent(),
                node.title(),
                mark(
                        node.outcome(),
                        scores == null ? null : scores.nodes().get(place).joined(),
                        node.bounds(),
                        node.status()),
                Rule.of(node.rule()),
                node.sides().headquarters(),
                node.sides().genba(),
                people.behind(questionnaire.nodes().get(place)),
                level.level(),
                steps.of(level.blocking()),
                parts(node.contributions()));
    }

    static List<Report.Part> parts(List<Contribution> contributions) {
        return contributions.stream()
                .map(one -> new Report.Part(one.key(), one.share(), one.points()))
                .toList();
    }

    private static Mark mark(
            Outcome outcome, @Nullable ScoreInterval interval, @Nullable Bounds bounds, Status status) {
        if (outcome instanceof Outcome.Scored scored) {
            Bounds band = interval != null ? interval.band() : wider(bounds, scored.evidenced());
            Mark.Band kind = interval != null ? Mark.Band.INTERVAL : band == null ? Mark.Band.NONE : Mark.Band.POSSIBLE;
            return new Mark(scored.evidenced(), scored.claimed(), band, kind, status, null);
        }
        Mark.Band kind = bounds == null ? Mark.Band.NONE : Mark.Band.POSSIBLE;
        return new Mark(null, null, bounds, kind, status, ((Outcome.NotScored) outcome).reason());
    }

    /** Bounds that leave something open; null if they hold the score alone. */
    private static @Nullable Bounds wider(@Nullable Bounds bounds, double score) {
        return bounds == null || Mark.whole(bounds.low()) == Mark.whole(bounds.high()) && bounds.high() - score < 0.5
                ? null
                : bounds;
    }

    private List<Report.Item> items() {
        Map<String, Item> asked = new LinkedHashMap<>();
        questionnaire.items().forEach(item -> asked.put(item.key(), item));
        Map<String, String> homes = Dimensions.homes(questionnaire);
        List<Report.Item> items = new ArrayList<>();
        for (ItemScore item : result.items()) {
            Item of = asked.get(item.key());
            if (of == null) {
                throw new IllegalArgumentException("Questionnaire '" + questionnaire.id() + "' has no item '"
                        + item.key() + "', of which the result tells.");
            }
            Outcome.Scored score = item.score();
            Mark mark = score == null
                    ? Mark.UNSCORED
                    : new Mark(score.evidenced(), score.claimed(), null, Mark.Band.NONE, Status.FULL, null);
            List<Report.Given> answers = item.respondents().stream()
                    .map(one -> given(of, one.seat(), one.claimed(), one.evidenced(), backings))
                    .toList();
            items.add(new Report.Item(
                    item.key(),
                    homes.getOrDefault(item.key(), ""),
                    of.text(),
                    of.type().isOpinion(),
                    item.state(),
                    mark,
                    answers,
                    item.gainOfNextStep()));
        }
        return items;
    }

    /** One answer, with what it rests on where that may be seen. */
    static Report.Given given(Item item, String seat, double claimed, double evidenced, Backings backings) {
        Backing backing = backings.of(item, seat, claimed, evidenced);
        Words answer = backing == null ? Chosen.of(item, claimed) : Chosen.of(item, backing.value());
        return new Report.Given(seat, claimed, evidenced, answer, backing);
    }

    static List<Report.Remark> findings(List<Pattern> patterns) {
        return patterns.stream()
                .map(one -> new Report.Remark(one.key(), one.tone(), one.message(), one.because()))
                .toList();
    }

    private static List<Report.Gap> gaps(@Nullable Perceptions perceptions) {
        return perceptions == null
                ? List.of()
                : perceptions.gaps().stream()
                        .map(one -> new Report.Gap(
                                one.node(),
                                one.between(),
                                one.first(),
                                one.second(),
                                one.difference(),
                                one.detectable(),
                                one.reading()))
                        .toList();
    }

    private static List<Report.View> views(@Nullable Perceptions perceptions) {
        return perceptions == null
                ? List.of()
                : perceptions.agreement().stream()
                        .map(one -> new Report.View(one.node(), one.side(), one.n(), one.shared(), one.median()))
                        .toList();
    }

    /** Warnings, each sentence once. */
    private List<Words> limits() {
        List<Words> limits = new ArrayList<>();
        if (seats > MOST_SEATS) {
            limits.add(LEFT_OUT);
        }
        Set<Words> said = new HashSet<>();
        for (Issue warning : result.warnings()) {
            if (said.add(warning.message())) {
                limits.add(warning.message());
            }
        }
        return limits;
    }
}
