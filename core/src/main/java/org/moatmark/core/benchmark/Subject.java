package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.response.Company;
import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.IndexScore;
import org.moatmark.core.scoring.ItemScore;
import org.moatmark.core.scoring.NodeScore;
import org.moatmark.core.scoring.ScoreTree;

/**
 * A company that is to be placed among the cases: what is known of it, and its scores.
 *
 * @param self id of the case company that it is, so that it is not its own peer; null if it is none
 * @param questionnaire id of the questionnaire by which it was scored
 * @param version version of the questionnaire
 * @param methodHash method hash of the questionnaire
 * @param ruler method hash of the oldest known version that scores as this one; subjects with the same ruler can stand
 *     side by side
 * @param company the company, or null if the answers name none
 * @param date the date of the answers, or null if they have none
 * @param index the index
 * @param nodes every node in tree order
 * @param items every item in file order
 */
public record Subject(
        @Nullable String self,
        String questionnaire,
        String version,
        String methodHash,
        String ruler,
        @Nullable Company company,
        @Nullable LocalDate date,
        Measure index,
        List<Measure> nodes,
        List<SubjectItem> items)
        implements Serializable {

    /** Copies the lists. */
    public Subject {
        Objects.requireNonNull(questionnaire, "questionnaire");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(methodHash, "methodHash");
        Objects.requireNonNull(ruler, "ruler");
        Objects.requireNonNull(index, "index");
        nodes = List.copyOf(nodes);
        items = List.copyOf(items);
    }

    /**
     * A company whose questionnaire is its own ruler.
     *
     * @param self id of the case company that it is; null if it is none
     * @param questionnaire id of the questionnaire by which it was scored
     * @param version version of the questionnaire
     * @param methodHash method hash of the questionnaire
     * @param company the company, or null if the answers name none
     * @param date the date of the answers, or null if they have none
     * @param index the index
     * @param nodes every node in tree order
     * @param items every item in file order
     */
    public Subject(
            @Nullable String self,
            String questionnaire,
            String version,
            String methodHash,
            @Nullable Company company,
            @Nullable LocalDate date,
            Measure index,
            List<Measure> nodes,
            List<SubjectItem> items) {
        this(self, questionnaire, version, methodHash, methodHash, company, date, index, nodes, items);
    }

    /**
     * A scored wave.
     *
     * @param tree the scored wave
     * @return the subject
     */
    public static Subject of(ScoreTree tree) {
        return of(
                tree.questionnaire(),
                tree.wave().company(),
                tree.wave().date(),
                tree.index(),
                tree.nodes(),
                tree.items());
    }

    /**
     * The parts of a result.
     *
     * @param questionnaire what was asked, in the version by which the result was scored, which becomes the ruler too
     * @param company the company, or null
     * @param date the date of the answers, or null
     * @param index the index
     * @param nodes every node in tree order
     * @param items every item in file order
     * @return the subject
     * @throws IllegalArgumentException if the items are not those of the questionnaire
     */
    public static Subject of(
            Questionnaire questionnaire,
            @Nullable Company company,
            @Nullable LocalDate date,
            IndexScore index,
            List<NodeScore> nodes,
            List<ItemScore> items) {
        List<Item> asked = questionnaire.items();
        if (asked.size() != items.size()) {
            throw new IllegalArgumentException("Questionnaire '" + questionnaire.id() + "' has " + asked.size()
                    + " items, but the result has " + items.size() + ".");
        }
        List<SubjectItem> own = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            ItemScore item = items.get(i);
            if (!asked.get(i).key().equals(item.key())) {
                throw new IllegalArgumentException("Questionnaire '" + questionnaire.id() + "' has item '"
                        + asked.get(i).key() + "' where the result has '" + item.key() + "'.");
            }
            own.add(new SubjectItem(
                    item.key(),
                    asked.get(i).outsideView(),
                    item.state(),
                    item.score() == null ? null : item.score().evidenced(),
                    null));
        }
        return new Subject(
                null,
                questionnaire.id(),
                questionnaire.version().toString(),
                questionnaire.methodHash(),
                company,
                date,
                Measure.of(index),
                nodes.stream().map(Measure::of).toList(),
                own);
    }

    /**
     * A case company, as its raters see it; it is not its own peer.
     *
     * @param library where it is
     * @param company its id
     * @return the subject, dated the last day of the year for which it was rated; its intervals span disputed items
     * @throws IllegalArgumentException if the library has no such company
     */
    public static Subject of(CaseLibrary library, String company) {
        CaseScore score = library.scores().of(company);
        Questionnaire questionnaire = library.questionnaire();
        List<Measure> nodes = new ArrayList<>();
        score.nodes().forEach((key, node) -> nodes.add(Measure.of(key, node)));
        List<SubjectItem> items = score.items().stream()
                .map(item -> new SubjectItem(
                        item.key(), null, item.state(), item.score(), item.disputed() ? item.interval() : null))
                .toList();
        return new Subject(
                company,
                questionnaire.id(),
                questionnaire.version().toString(),
                questionnaire.methodHash(),
                score.company().company(),
                LocalDate.of(score.company().asOf(), 12, 31),
                Measure.of(Measure.INDEX, score.index()),
                nodes,
                items);
    }

    /**
     * The same subject, known to be a company of the library, which therefore is left out of its peers.
     *
     * @param id id of the case company; null if it is none
     * @return the new subject
     */
    public Subject being(@Nullable String id) {
        return new Subject(id, questionnaire, version, methodHash, ruler, company, date, index, nodes, items);
    }

    /**
     * The same subject, known to be scored as an older version scores; {@code Catalogue.oldestAlike} finds it.
     *
     * @param oldest a version of the questionnaire that differs in nothing that is in a score
     * @return the new subject
     */
    public Subject ruledBy(Questionnaire oldest) {
        String hash = oldest.methodHash();
        return new Subject(self, questionnaire, version, methodHash, hash, company, date, index, nodes, items);
    }

    /**
     * The same subject with intervals of its scores, which go before its bounds.
     *
     * @param intervals by key of the node, or {@link Measure#INDEX}, the interval; keys that are not there change nothing
     * @return the new subject
     */
    public Subject withIntervals(Map<String, Bounds> intervals) {
        return new Subject(
                self,
                questionnaire,
                version,
                methodHash,
                ruler,
                company,
                date,
                with(index, intervals),
                nodes.stream().map(node -> with(node, intervals)).toList(),
                items);
    }

    private static Measure with(Measure measure, Map<String, Bounds> intervals) {
        Bounds interval = intervals.get(measure.key());
        return interval == null ? measure : measure.with(interval);
    }

    /** The name by which it is spoken of. */
    String name() {
        return company == null ? questionnaire : company.name();
    }
}
