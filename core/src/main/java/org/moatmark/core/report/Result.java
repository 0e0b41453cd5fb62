package org.moatmark.core.report;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.maturity.BetterClaim;
import org.moatmark.core.maturity.Confidence;
import org.moatmark.core.maturity.Maturity;
import org.moatmark.core.maturity.MaturityVerdict;
import org.moatmark.core.maturity.NodeLevel;
import org.moatmark.core.maturity.Perceptions;
import org.moatmark.core.maturity.ResponseQuality;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.response.Company;
import org.moatmark.core.scoring.IndexScore;
import org.moatmark.core.scoring.ItemScore;
import org.moatmark.core.scoring.NodeScore;
import org.moatmark.core.scoring.Resampling;
import org.moatmark.core.scoring.ScoreTree;

/**
 * A result document ({@code moatmark/result/1}): every number with what it is made of, the levels, the findings and who
 * agrees with whom.
 * Numbers are unrounded.
 *
 * @param questionnaire id of the questionnaire
 * @param version its version as text
 * @param methodHash its method hash
 * @param engine version of the program that computed the result
 * @param company the company, or null if the answers name none
 * @param date the date of the answers, or null if they have none
 * @param respondents how many present respondents are of each informant kind
 * @param index the index
 * @param maturity levels, what blocks the next ones, and findings; {@code maturity.nodes} is in the order of nodes
 * @param nodes every node in tree order
 * @param items every item in tree order
 * @param perceptions who agrees with whom; null with fewer than two respondents
 * @param confidence how far scores and levels can be trusted; null where they were not resampled
 * @param quality how the respondents answered: who is flagged, and ratings among vignettes; in no score
 * @param betterClaims what is missing for claims that cannot be made yet
 * @param warnings what the owner of the answers should know
 */
public record Result(
        String questionnaire,
        String version,
        String methodHash,
        String engine,
        @Nullable Company company,
        @Nullable LocalDate date,
        Map<String, Integer> respondents,
        IndexScore index,
        MaturityVerdict maturity,
        List<NodeScore> nodes,
        List<ItemScore> items,
        @Nullable Perceptions perceptions,
        @Nullable Confidence confidence,
        ResponseQuality quality,
        List<BetterClaim> betterClaims,
        List<Issue> warnings)
        implements Serializable {

    /** The word of the {@code format} property. */
    public static final String FORMAT = "moatmark/result/1";

    /** How the path of a warning begins that is about one seat. */
    private static final String SEATS = "/respondents/";

    /** The version of this program; between releases that compute the same only this differs in a result. */
    public static final String ENGINE = "0.1.0";

    /** Copies lists and map; refuses another number of levels than nodes. */
    public Result {
        respondents = respondents.size() < 2
                ? Map.copyOf(respondents)
                : Collections.unmodifiableMap(new TreeMap<>(respondents));
        nodes = List.copyOf(nodes);
        items = List.copyOf(items);
        betterClaims = List.copyOf(betterClaims);
        warnings = List.copyOf(warnings);
        if (maturity.nodes().size() != nodes.size()) {
            throw new IllegalArgumentException("A result needs one level entry per node.");
        }
    }

    /**
     * The document of a scored wave that was not resampled, without a look at how the respondents answered.
     *
     * @param tree the scored wave
     * @param maturity the levels of its questionnaire
     * @return the document
     * @throws IllegalArgumentException if the levels are those of another questionnaire
     */
    public static Result of(ScoreTree tree, Maturity maturity) {
        return of(tree, maturity, maturity.verdict(tree), null, tree.warnings());
    }

    /**
     * The document of a scored wave.
     *
     * @param tree the scored wave
     * @param maturity the levels of its questionnaire
     * @param verdict the verdict on it
     * @param confidence how far it can be trusted; null where it was not resampled
     * @param how how it was, or was to be, resampled
     * @return the document; its warnings also say what limits the intervals, and why there are none
     */
    public static Result of(
            ScoreTree tree,
            Maturity maturity,
            MaturityVerdict verdict,
            @Nullable Confidence confidence,
            Resampling how) {
        List<Issue> limits = how.warnings(tree, confidence == null ? null : confidence.scores());
        if (limits.isEmpty()) {
            return of(tree, maturity, verdict, confidence, tree.warnings());
        }
        List<Issue> warnings = new ArrayList<>(tree.warnings());
        warnings.addAll(limits);
        return of(tree, maturity, verdict, confidence, warnings);
    }

    private static Result of(
            ScoreTree tree,
            Maturity maturity,
            MaturityVerdict verdict,
            @Nullable Confidence confidence,
            List<Issue> warnings) {
        Questionnaire questionnaire = tree.questionnaire();
        Perceptions perceptions = Perceptions.of(tree);
        return new Result(
                questionnaire.id(),
                questionnaire.version().toString(),
                questionnaire.methodHash(),
                ENGINE,
                tree.wave().company(),
                tree.wave().date(),
                tree.present(),
                tree.index(),
                verdict,
                tree.nodes(),
                tree.items(),
                perceptions,
                confidence,
                ResponseQuality.NOTHING,
                maturity.betterClaims(tree, verdict, perceptions),
                warnings);
    }

    /**
     * The same document with a look at how the respondents answered.
     *
     * @param looked what was found
     * @return the new document
     */
    public Result with(ResponseQuality looked) {
        return looked.isEmpty()
                ? this
                : new Result(
                        questionnaire,
                        version,
                        methodHash,
                        engine,
                        company,
                        date,
                        respondents,
                        index,
                        maturity,
                        nodes,
                        items,
                        perceptions,
                        confidence,
                        looked,
                        betterClaims,
                        warnings);
    }

    /**
     * The same document for those who may not see what a single seat says: everything about the company, its sides and its
     * questions, and nothing that names a seat or is about one.
     *
     * @return the new document: no scores of single answers, no statements that conflict, no look at how somebody answered,
     *     and no warning about a seat
     */
    public Result withoutSeats() {
        return new Result(
                questionnaire,
                version,
                methodHash,
                engine,
                company,
                date,
                respondents,
                index,
                maturity,
                nodes,
                items.stream().map(ItemScore::withoutSeats).toList(),
                perceptions,
                confidence,
                ResponseQuality.NOTHING,
                betterClaims,
                warnings.stream().filter(one -> !one.path().startsWith(SEATS)).toList());
    }

    /**
     * The result in English words, down to each answer; see {@link Explanation} for other languages.
     *
     * @return lines of text for people, never to be parsed
     */
    public String explain() {
        return Explanation.of(this, "en");
    }

    /**
     * A node.
     *
     * @param key key of the node
     * @return its scores
     * @throws IllegalArgumentException if there is no such node
     */
    public NodeScore node(String key) {
        return nodes.get(place(key));
    }

    /**
     * The level of a node.
     *
     * @param key key of the node
     * @return its level, progress and what blocks the next
     * @throws IllegalArgumentException if there is no such node
     */
    public NodeLevel level(String key) {
        return maturity.nodes().get(place(key));
    }

    /**
     * An item.
     *
     * @param key key of the item
     * @return its scores
     * @throws IllegalArgumentException if there is no such item
     */
    public ItemScore item(String key) {
        for (ItemScore item : items) {
            if (item.key().equals(key)) {
                return item;
            }
        }
        throw new IllegalArgumentException("Questionnaire '" + questionnaire + "' has no item '" + key + "'.");
    }

    private int place(String key) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).key().equals(key)) {
                return i;
            }
        }
        throw new IllegalArgumentException("Questionnaire '" + questionnaire + "' has no node '" + key + "'.");
    }
}
