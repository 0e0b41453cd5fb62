package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.scoring.Bounds;

/**
 * Up to 50 companies side by side, with bands, and with ranks only where bands do not overlap (rule S25).
 *
 * @param questionnaire id of the questionnaire in whose tree they are compared
 * @param version its version; of several that score alike, that of the first subject
 * @param methodHash the method hash of that version
 * @param items keys of the items on which all are compared, in file order; empty if these are all of them
 * @param lines the index first and then every node in tree order
 * @param subjects who is compared, in the order in which they were given
 */
public record Comparison(
        String questionnaire,
        String version,
        String methodHash,
        List<String> items,
        List<Line> lines,
        List<Subject> subjects)
        implements Serializable {

    /** The fewest that can be compared. */
    public static final int LEAST = 2;

    /** The most that can be compared. */
    public static final int MOST = 50;

    /** Copies the lists. */
    public Comparison {
        items = List.copyOf(items);
        lines = List.copyOf(lines);
        subjects = List.copyOf(subjects);
    }

    /**
     * The index or a node of all companies.
     *
     * @param key key of the node, or {@link Measure#INDEX}
     * @param entries one for each subject, in the order of the subjects
     */
    public record Line(String key, List<Entry> entries) implements Serializable {
        /** Copies the list. */
        public Line {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One company in a line.
     *
     * @param measure its score with its bounds and band
     * @param rank its rank among those of the line that have a score; null without a score
     */
    public record Entry(Measure measure, @Nullable RankBand rank) implements Serializable {

        /**
         * The score as it may be quoted: a whole number.
         *
         * @return 0-100, or null without a score
         */
        public @Nullable Integer whole() {
            Double score = measure.score();
            return score == null ? null : Integer.valueOf((int) StrictMath.floor(score + 0.5));
        }
    }

    /**
     * Compares companies that were scored by one version of one questionnaire, or by versions that score alike.
     *
     * @param subjects at least 2 and at most 50
     * @return the comparison, or what keeps them from being compared; {@link Benchmark#compare} compares companies of
     *     different questionnaires through the cases
     */
    public static Checked<Comparison> of(List<Subject> subjects) {
        List<Issue> issues = new ArrayList<>();
        if (subjects.size() < LEAST || subjects.size() > MOST) {
            issues.add(PlacingIssues.number(subjects.size()));
        }
        for (int i = 1; i < subjects.size(); i++) {
            if (!subjects.get(i).ruler().equals(subjects.get(0).ruler())) {
                issues.add(PlacingIssues.mixed("/" + i, subjects.get(i), subjects.get(0)));
            }
        }
        if (!issues.isEmpty()) {
            return new Checked.Invalid<>(issues);
        }
        Subject first = subjects.get(0);
        List<List<Measure>> measures = subjects.stream()
                .map(subject -> {
                    List<Measure> all = new ArrayList<>();
                    all.add(subject.index());
                    all.addAll(subject.nodes());
                    return all;
                })
                .toList();
        return new Checked.Valid<>(
                new Comparison(
                        first.questionnaire(),
                        first.version(),
                        first.methodHash(),
                        List.of(),
                        lines(measures),
                        subjects),
                List.of());
    }

    /** One line for each place, from each subject's measures in the same order. */
    static List<Line> lines(List<List<Measure>> measures) {
        List<Line> lines = new ArrayList<>();
        for (int k = 0; k < measures.get(0).size(); k++) {
            List<Entry> entries = new ArrayList<>();
            for (List<Measure> own : measures) {
                Bounds band = own.get(k).band();
                entries.add(new Entry(own.get(k), band == null ? null : rank(band, own, k, measures)));
            }
            lines.add(new Line(measures.get(0).get(k).key(), entries));
        }
        return lines;
    }

    private static RankBand rank(Bounds band, List<Measure> own, int k, List<List<Measure>> measures) {
        Ranking ranking = new Ranking(band);
        for (List<Measure> other : measures) {
            Bounds theirs = other.get(k).band();
            if (other != own && theirs != null) {
                ranking.add(theirs.low(), theirs.high());
            }
        }
        return ranking.band();
    }
}
