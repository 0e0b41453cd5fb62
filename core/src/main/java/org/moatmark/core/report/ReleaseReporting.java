package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.Reason;
import org.moatmark.core.scoring.Status;

/** Makes the report of a release: what is not in the release cannot be in its report. */
public final class ReleaseReporting {

    private final Release release;
    private final Questionnaire questionnaire;
    private final Backings backings;
    private final Steps steps;
    private final boolean tooMany;

    private ReleaseReporting(Release release, Questionnaire questionnaire, Backings backings) {
        this.release = release;
        this.questionnaire = questionnaire;
        this.backings = backings;
        this.steps = new Steps(questionnaire);
        this.tooMany = Reporting.seats(release.items().stream()
                        .map(Release.Item::statement)
                        .filter(Objects::nonNull)
                        .flatMap(said -> said.respondents().stream())
                        .map(Release.Scored::seat))
                > Reporting.MOST_SEATS;
    }

    /**
     * The report of a release.
     *
     * @param release a release of a confidential assessment
     * @param questionnaire what was asked, in the very version of the release
     * @return the report; nobody is counted in it, and no protected answer is told
     * @throws IllegalArgumentException if the release is of another questionnaire or method
     */
    public static Report of(Release release, Questionnaire questionnaire) {
        return of(release, questionnaire, Backings.NONE);
    }

    /**
     * The same for readers who may see what offices state: every statement with its evidence, and none with a note or a time.
     *
     * @param release a release of a confidential assessment
     * @param questionnaire what was asked, in the very version of the release
     * @param statements the statements that the release was made of
     * @return the report; nobody is counted in it, and no protected answer is told
     * @throws IllegalArgumentException if release or statements are of another questionnaire, or the release of another method
     */
    public static Report of(Release release, Questionnaire questionnaire, Wave statements) {
        return of(release, questionnaire, Backings.ofStatements(statements, questionnaire));
    }

    private static Report of(Release release, Questionnaire questionnaire, Backings backings) {
        if (!questionnaire.methodHash().equals(release.methodHash())) {
            throw new IllegalArgumentException("The release is of '" + release.questionnaire() + "' "
                    + release.version() + " with method " + release.methodHash() + ", not of '" + questionnaire.id()
                    + "' " + questionnaire.version() + " with method " + questionnaire.methodHash() + ".");
        }
        return new ReleaseReporting(release, questionnaire, backings).give();
    }

    private Report give() {
        Release.Index index = release.index();
        return new Report(
                new Report.About(
                        release.questionnaire(),
                        release.version(),
                        questionnaire.title(),
                        release.company() == null ? null : release.company().name(),
                        release.date(),
                        null,
                        List.of(),
                        release.k(),
                        Brand.NONE),
                mark(index.suppressed(), index.evidenced(), index.range(), index.status(), index.reason()),
                Rule.of(index.rule()),
                Reporting.parts(index.contributions()),
                Reporting.levelOf(
                        questionnaire,
                        index.suppressed() ? null : release.level().value(),
                        index.suppressed() ? null : release.level().progress(),
                        index.suppressed() ? null : release.level().capped(),
                        null,
                        index.suppressed() ? List.of() : next(release.level())),
                release.nodes().stream().map(this::node).toList(),
                items(),
                Dimensions.of(questionnaire),
                Reporting.findings(release.findings()),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                tooMany ? List.of(secrecy(), Reporting.LEFT_OUT) : List.of(secrecy()),
                List.of(),
                new Report.Method(release.methodHash(), release.engine(), null, null, Release.ROUNDED));
    }

    private Words secrecy() {
        int k = release.k();
        return new Words(
                "This assessment is confidential. Nothing is shown that fewer than " + k
                        + " people stand behind, and nobody's answer can be read off.",
                "この診断は機密扱いです。" + k + "人未満の回答に基づくものは表示せず、個人の回答は読み取れません。");
    }

    private List<Report.Step> next(Release.Level level) {
        return level.blocking().stream()
                .map(one -> one.node() == null
                        ? steps.toward(one.level(), levels(), release.company())
                        : new Report.Step(
                                one.node(),
                                one.level(),
                                steps.text(one.node(), one.level(), one.statement()),
                                List.of()))
                .toList();
    }

    /** The levels that are shown. */
    private Map<String, Integer> levels() {
        Map<String, Integer> levels = new HashMap<>();
        for (Release.Node node : release.nodes()) {
            Integer level = node.suppressed() ? null : node.level().value();
            if (level != null) {
                levels.put(node.key(), level);
            }
        }
        return levels;
    }

    private Report.Node node(Release.Node node) {
        Double headquarters = node.sides() == null ? null : node.sides().headquarters();
        Double genba = node.sides() == null ? null : node.sides().genba();
        return new Report.Node(
                node.key(),
                node.parent(),
                node.title(),
                mark(node.suppressed(), node.evidenced(), node.range(), node.status(), node.reason()),
                Rule.of(node.rule()),
                headquarters,
                genba,
                null,
                node.level().value(),
                next(node.level()),
                Reporting.parts(node.contributions()));
    }

    private static Mark mark(
            boolean suppressed,
            @Nullable Double score,
            @Nullable Bounds range,
            Status status,
            @Nullable Reason reason) {
        if (suppressed) {
            return Mark.SUPPRESSED;
        }
        Mark.Band kind = range == null ? Mark.Band.NONE : Mark.Band.PROTECTED;
        Reason why = score != null ? null : reason == null ? Reason.TOO_FEW_ANSWERS : reason;
        return new Mark(score, null, range, kind, status, why);
    }

    private List<Report.Item> items() {
        Map<String, Item> asked = new HashMap<>();
        questionnaire.items().forEach(item -> asked.put(item.key(), item));
        Map<String, String> homes = Dimensions.homes(questionnaire);
        List<Report.Item> items = new ArrayList<>();
        for (Release.Item item : release.items()) {
            Item of = asked.get(item.key());
            if (of != null) {
                items.add(item(item, of, homes.getOrDefault(item.key(), "")));
            }
        }
        return items;
    }

    private Report.Item item(Release.Item item, Item of, String node) {
        Release.Stated said = item.statement();
        List<Report.Given> answers = said == null || tooMany
                ? List.of()
                : said.respondents().stream()
                        .map(one -> Reporting.given(of, one.seat(), one.claimed(), one.evidenced(), backings))
                        .toList();
        return new Report.Item(
                item.key(),
                node,
                of.text(),
                of.type().isOpinion(),
                item.state(),
                mark(item, said),
                answers,
                said == null ? null : said.gainOfNextStep());
    }

    private static Mark mark(Release.Item item, Release.@Nullable Stated said) {
        if (item.suppressed()) {
            return Mark.SUPPRESSED;
        } else if (item.evidenced() == null) {
            return Mark.UNSCORED;
        }
        Mark.Band kind = item.range() == null ? Mark.Band.NONE : Mark.Band.PROTECTED;
        Double claimed = said == null ? null : said.claimed();
        return new Mark(item.evidenced(), claimed, item.range(), kind, Status.FULL, null);
    }
}
