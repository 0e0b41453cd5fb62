package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.benchmark.CaseFact;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.CaseRating;
import org.moatmark.core.benchmark.Comparison;
import org.moatmark.core.benchmark.ConsensusItem;
import org.moatmark.core.benchmark.Judgement;
import org.moatmark.core.benchmark.RankBand;
import org.moatmark.core.benchmark.Subject;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Questionnaire;

/**
 * Companies side by side in words for people: the index and every node with bands, ranks only where bands do not overlap
 * (rule S25), and of case companies what is disputed and the facts. The text may change with any release.
 */
public final class ComparisonReport {

    private final Comparison comparison;
    private final Questionnaire questionnaire;
    private final CaseLibrary library;
    private final Wording words;
    private final List<String> names = new ArrayList<>();

    private ComparisonReport(Comparison comparison, Questionnaire questionnaire, CaseLibrary library, String language) {
        this.comparison = comparison;
        this.questionnaire = questionnaire;
        this.library = library;
        this.words = new Wording(language);
        for (int i = 0; i < comparison.subjects().size(); i++) {
            names.add(name(comparison.subjects().get(i), i));
        }
    }

    /**
     * A comparison in words.
     *
     * @param comparison the comparison
     * @param questionnaire in whose tree the companies are compared
     * @param library the cases, for those of the companies that are cases
     * @param language {@code "ja"} for Japanese, all else for English
     * @return lines of text, each ended by a line feed
     */
    public static String of(Comparison comparison, Questionnaire questionnaire, CaseLibrary library, String language) {
        return new ComparisonReport(comparison, questionnaire, library, language).write();
    }

    /** A company by its name; one without, by its place in the list. */
    private String name(Subject subject, int place) {
        return subject.company() == null
                ? words.say("No. " + (place + 1), (place + 1) + "番目")
                : subject.company().name();
    }

    private String write() {
        int n = comparison.subjects().size();
        words.line(
                0,
                words.say(
                        n + " companies on " + comparison.questionnaire() + " " + comparison.version(),
                        comparison.questionnaire() + " " + comparison.version() + "による" + n + "社の比較"));
        for (int i = 0; i < n; i++) {
            Subject subject = comparison.subjects().get(i);
            String what = subject.self() != null
                    ? words.say("case company ", "事例企業 ") + subject.self()
                    : subject.questionnaire() + " " + subject.version();
            words.line(1, names.get(i) + ", " + what + (subject.date() == null ? "" : ", " + subject.date()));
        }
        if (!comparison.items().isEmpty()) {
            words.line(
                    0,
                    words.say(
                                    "They answered different questionnaires and are compared on the "
                                            + comparison.items().size() + " items that all are linked to: ",
                                    "回答した質問票が異なるため、すべてに対応する"
                                            + comparison.items().size() + "問で比較しています：")
                            + words.list(comparison.items()));
        }
        words.line(
                0,
                words.say(
                        "Score (band), and a rank where bands do not overlap, else a tie for several ranks",
                        "得点（幅）と順位。幅が重なる場合は順位を付けず、取り得る順位の範囲を示します"));
        words.aboutBands();
        words.blank();
        Map<String, Node> nodes = new HashMap<>();
        questionnaire.nodes().forEach(node -> nodes.put(node.key(), node));
        List<String> without = new ArrayList<>();
        for (Comparison.Line line : comparison.lines()) {
            boolean scored =
                    line.entries().stream().anyMatch(entry -> entry.measure().score() != null);
            if (scored) {
                line(line, nodes.get(line.key()));
            } else {
                without.add(line.key());
            }
        }
        if (!without.isEmpty()) {
            words.line(0, words.say("Nobody has a score at: ", "どの企業にも得点がないもの：") + words.list(without));
        }
        boolean cases = false;
        for (int i = 0; i < n; i++) {
            String self = comparison.subjects().get(i).self();
            if (self != null) {
                cases = true;
                behind(self, names.get(i));
            }
        }
        if (cases) {
            words.blank();
            CaseFooter.write(library, words);
        }
        return words.toString();
    }

    private void line(Comparison.Line line, @Nullable Node node) {
        words.line(
                0,
                node == null
                        ? words.say("Index", "指数")
                        : node.key() + " " + words.in(node.head().title()));
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < line.entries().size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(place -> {
            Double score = line.entries().get(place).measure().score();
            return score == null ? Double.POSITIVE_INFINITY : -score;
        }));
        List<String> said = new ArrayList<>();
        for (int place : order) {
            Comparison.Entry entry = line.entries().get(place);
            Double score = entry.measure().score();
            String number =
                    words.banded(score, score == null ? null : entry.measure().band());
            RankBand rank = entry.rank();
            said.add(names.get(place) + " " + number + (rank == null ? "" : rank(rank)));
        }
        words.line(1, String.join(words.say("; ", "；"), said));
    }

    private String rank(RankBand rank) {
        return rank.isClear()
                ? words.say(", rank " + rank.best(), "、" + rank.best() + "位")
                : words.say(
                        ", tie " + rank.best() + "-" + rank.worst(), "、" + rank.best() + "-" + rank.worst() + "位（同順位）");
    }

    /** What raters dispute of a case company, and what is known of it. */
    private void behind(String id, String name) {
        words.blank();
        List<ConsensusItem> disputed = library.scores().of(id).items().stream()
                .filter(ConsensusItem::disputed)
                .toList();
        words.line(
                0,
                name
                        + (disputed.isEmpty()
                                ? words.say(": nothing disputed", "：評価の分かれた設問なし")
                                : words.say(
                                        ": disputed, as the raters differ by more than one step",
                                        "：評価が一段階を超えて分かれた設問")));
        Map<String, String> texts = new HashMap<>();
        library.questionnaire().items().forEach(item -> texts.put(item.key(), words.in(item.text())));
        for (ConsensusItem item : disputed) {
            List<String> ratings = new ArrayList<>();
            for (CaseRating rating : item.ratings().values()) {
                if (rating.judgement() instanceof Judgement.Rated rated) {
                    ratings.add(rating.rater() + " " + rated.value());
                }
            }
            words.line(1, item.key() + " (" + words.list(ratings) + ") " + texts.get(item.key()));
        }
        for (CaseFact fact : library.factsOf(id)) {
            words.line(
                    1,
                    fact.id() + " (" + fact.period().text() + ") " + fact.text() + " " + fact.sourceTitle() + ", "
                            + fact.sourceUrl());
        }
    }
}
