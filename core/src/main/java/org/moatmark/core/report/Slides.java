package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Finding;
import org.moatmark.core.questionnaire.TextMap;

/** Tells the six slides of a deck: each has one message, a picture of it, and few lines. */
final class Slides {

    private static final int BARS = 3;
    private static final int FINDINGS = 3;
    private static final int CONDITIONS = 5;
    private static final int GROUPS = 3;

    private final Report report;
    private final Said said;
    private final String title;
    private final Conventions conventions;

    Slides(Report report, Said said, String title) {
        this.report = report;
        this.said = said;
        this.title = title;
        this.conventions = new Conventions(report, said);
    }

    List<Deck.Slide> tell() {
        return List.of(headline(), profile(), strengths(), gaps(), new ChangeSlide(report, said).tell(notes()), next());
    }

    private Deck.Slide headline() {
        FrontPage page = new FrontPage(report, said);
        List<Deck.Group> groups = new ArrayList<>();
        String extremes = report.index().score() == null ? "" : page.extremes().strip();
        if (!extremes.isEmpty()) {
            groups.add(new Deck.Group("", List.of(extremes)));
        }
        add(groups, said.say("What to talk about first", "まず話し合いたいこと"), page.points());
        List<String> notes = new ArrayList<>(List.of(conventions.scale(), conventions.evidence()));
        notes.addAll(conventions.bands());
        notes.add(people());
        report.limits().stream().map(said::in).forEach(notes::add);
        return slide("headline", title, page.sentence(), page.tiles(), groups, null, notes);
    }

    /** Who answered, or that it is not told. */
    private String people() {
        return report.about().people().isEmpty()
                ? said.say("Who answered is not told: the assessment is confidential.", "機密扱いのため、回答者の内訳は示しません。")
                : said.say("Who answered: ", "回答者：")
                        + report.about().people().stream()
                                .map(one -> said.in(one.kind()) + " " + one.n())
                                .collect(Collectors.joining(said.say(", ", "、")))
                        + said.say(".", "。");
    }

    private Deck.Slide profile() {
        Chart chart = report.chart(Charts.PROFILE).orElse(null);
        List<Report.Node> ranked = FrontPage.ranked(report);
        String message = chart != null
                ? chart.takeaway(said.language())
                : ranked.isEmpty()
                        ? nothing()
                        : new FrontPage(report, said).extremes().strip();
        List<String> notes = new ArrayList<>(numbers(chart));
        notes.add(conventions.missing());
        notes.addAll(conventions.bands());
        return slide("profile", said.say("Profile", "プロフィール"), message, List.of(), List.of(), chart, notes);
    }

    private Deck.Slide strengths() {
        List<Report.Node> best = best();
        String message = best.isEmpty()
                ? nothing()
                : said.say("The highest scores: ", "得点が高いのは") + names(best) + said.say(".", "です。");
        List<Deck.Group> groups = new ArrayList<>();
        List<String> found = found(Finding.Tone.STRENGTH);
        if (found.isEmpty() && !best.isEmpty()) {
            found = List.of(said.say(
                    "No pattern of strength holds yet. The highest scores are shown beside.",
                    "強みのパターンに当てはまるものはまだありません。得点の高い次元を図に示します。"));
        }
        add(groups, said.say("What stands out", "目立つ強み"), found);
        add(groups, awaitedTitle(), awaited(best));
        add(groups, said.say("Beside named companies", "事例企業との比較"), standing());
        Chart chart = bars("strengths", said.say("Strongest dimensions", "最も強い次元"), best);
        List<String> notes = new ArrayList<>(numbers(chart));
        notes.add(because(Finding.Tone.STRENGTH));
        notes.add(conventions.evidence());
        if (report.standing() != null) {
            notes.add(said.in(report.standing().honesty()));
        }
        return slide("strengths", said.say("Strengths", "強み"), message, List.of(), groups, chart, notes);
    }

    private Deck.Slide gaps() {
        List<Report.Node> worst = worst();
        Report.Level level = report.level();
        List<Deck.Group> groups = new ArrayList<>();
        List<String> needs = LevelStory.lines(level, said);
        if (!needs.isEmpty()) {
            add(
                    groups,
                    LevelStory.needs(level.next().get(0).level(), said)
                            + said.say(" (" + needs.size() + ")", "（" + needs.size() + "件）"),
                    first(needs, CONDITIONS));
        }
        if (level.capped() != null) {
            add(groups, "", List.of(LevelStory.capped(level.capped(), said)));
        }
        add(groups, said.say("Risks", "リスク"), first(found(Finding.Tone.RISK), FINDINGS));
        add(groups, awaitedTitle(), awaited(worst));
        Chart chart = bars("gaps", said.say("Weakest dimensions", "最も弱い次元"), worst);
        List<String> notes = new ArrayList<>(numbers(chart));
        if (level.top() != null) {
            notes.add(conventions.levels());
        }
        if (level.stability() != null) {
            notes.add(Conventions.stability(level.stability(), said));
        }
        notes.addAll(needs);
        notes.add(because(Finding.Tone.RISK));
        return slide("gaps", said.say("Gaps", "ギャップ"), lowest(worst), List.of(), groups, chart, notes);
    }

    /** Where the scores are lowest, as the picture shows it. */
    private String lowest(List<Report.Node> worst) {
        return worst.isEmpty()
                ? nothing()
                : said.say("The lowest scores: ", "得点が低いのは") + names(worst) + said.say(".", "です。");
    }

    private Deck.Slide next() {
        NextSteps steps = new NextSteps(report, said);
        Chart chart = actions(steps.chart());
        List<Deck.Group> groups = new ArrayList<>();
        add(groups, steps.gainsTitle(), steps.gains().stream().map(this::gain).toList());
        add(groups, steps.opportunitiesTitle(), first(steps.opportunities(), 2));
        add(groups, steps.lessonsTitle(), steps.lessons());
        add(groups, awaitedTitle(), awaited(FrontPage.ranked(report)));
        if (groups.size() < GROUPS) {
            add(groups, steps.claimsTitle(), first(steps.claims(), 2));
        }
        List<String> notes = new ArrayList<>(numbers(chart));
        notes.add(steps.weighed());
        notes.add(conventions.causes());
        notes.addAll(steps.claims());
        return slide("next", NextSteps.title(said), steps.message(), List.of(), groups, chart, notes);
    }

    /** Where to act, without what the next levels say, which has no room on a slide. */
    private static @Nullable Chart actions(@Nullable Chart chart) {
        if (!(chart instanceof ActionBars bars)) {
            return chart;
        } else if (bars.rows().isEmpty()) {
            return null;
        }
        List<ActionBars.Row> rows = bars.rows().stream()
                .map(row -> new ActionBars.Row(
                        row.key(), row.label(), row.score(), row.target(), row.weight(), row.gain(), null))
                .toList();
        return new ActionBars(bars.name(), bars.title(), bars.target(), rows, bars.notes());
    }

    private String gain(NextSteps.Gain one) {
        return said.named(said.in(one.item().text()))
                + said.say(": one step up adds ", "：一段上がると+")
                + one.quoted()
                + said.say(".", "点");
    }

    private List<String> standing() {
        Report.Standing standing = report.standing();
        return standing == null ? List.of() : List.of(said.in(standing.text()));
    }

    private String nothing() {
        return said.say("There is no score to show yet.", "まだ示せる得点がありません。");
    }

    private String awaitedTitle() {
        return said.say("What a score needs", "得点を示すために必要なこと");
    }

    /** What makes a score, where there is none. */
    private List<String> awaited(List<Report.Node> scored) {
        if (!scored.isEmpty()) {
            return List.of();
        }
        Integer k = report.about().k();
        String enough = said.say(
                "Enough of the questions answered; a blank is never counted as zero.", "十分な数の設問への回答。無回答をゼロとは数えません。");
        return k == null
                ? List.of(enough)
                : List.of(
                        said.say(
                                "Answers from " + k + " people or more, so that nobody can be read off.",
                                k + "人以上の回答。個人の回答が読み取れないようにするためです。"),
                        enough);
    }

    private List<Report.Node> best() {
        List<Report.Node> ranked = FrontPage.ranked(report);
        return ranked.subList(0, Math.min(BARS, (ranked.size() + 1) / 2));
    }

    /** The lowest first; none that is among the best. */
    private List<Report.Node> worst() {
        List<Report.Node> ranked = new ArrayList<>(FrontPage.ranked(report));
        Collections.reverse(ranked);
        return ranked.subList(0, Math.min(BARS, ranked.size() == 1 ? 1 : ranked.size() / 2));
    }

    private String names(List<Report.Node> nodes) {
        return said.list(nodes.stream()
                .map(node -> said.named(said.in(node.title()))
                        + said.say(" (", "（")
                        + said.score(node.mark())
                        + said.say(")", "）"))
                .toList());
    }

    /** Some rows of the profile as a picture of their own; null where the report has no pictures. */
    private @Nullable Chart bars(String name, String heading, List<Report.Node> nodes) {
        if (nodes.isEmpty() || !(report.chart(Charts.PROFILE).orElse(null) instanceof DotPlot profile)) {
            return null;
        }
        List<ChartValue.Row> rows = nodes.stream()
                .flatMap(node -> profile.rows().stream().filter(row -> row.key().equals(node.key())))
                .toList();
        TextMap named = TextMap.of(heading, heading);
        return new DotPlot(name, named, profile.us(), profile.band(), profile.peers(), rows, List.of());
    }

    private List<String> found(Finding.Tone tone) {
        return of(tone).map(one -> said.in(one.message())).limit(FINDINGS).toList();
    }

    private Stream<Report.Remark> of(Finding.Tone tone) {
        return report.findings().stream().filter(one -> one.tone() == tone);
    }

    /** On what the findings of a tone rest. */
    private String because(Finding.Tone tone) {
        return of(tone).map(one -> one.key()
                        + said.say(" rests on ", "の根拠：")
                        + String.join(said.say(", ", "、"), one.because())
                        + said.say(".", "。"))
                .collect(Collectors.joining(said.say(" ", "")));
    }

    /** The first lines, and how many there are besides. */
    private List<String> first(List<String> lines, int most) {
        if (lines.size() <= most) {
            return lines;
        }
        List<String> first = new ArrayList<>(lines.subList(0, most - 1));
        int more = lines.size() - first.size();
        first.add(said.say("and " + more + " more, in the report", "ほか" + more + "件（報告書参照）"));
        return first;
    }

    /** What a picture shows in numbers, and what stands under it. */
    private List<String> numbers(@Nullable Chart chart) {
        if (chart == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of(chart.title().in(said.language())
                + said.say(": ", "：")
                + chart.table(said.language()).inWords(said.language())));
        chart.notes().stream().map(said::in).forEach(lines::add);
        return lines;
    }

    private static void add(List<Deck.Group> groups, String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            groups.add(new Deck.Group(heading, lines));
        }
    }

    /** What ends the notes of every slide. */
    private List<String> notes() {
        return List.of(said.byline(), conventions.made());
    }

    private Deck.Slide slide(
            String id,
            String kicker,
            String message,
            List<Block.Tile> tiles,
            List<Deck.Group> groups,
            @Nullable Chart chart,
            List<String> notes) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(notes());
        all.removeIf(String::isEmpty);
        return new Deck.Slide(id, kicker, message, tiles, groups, chart, all);
    }
}
