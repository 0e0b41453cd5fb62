package org.moatmark.core.maturity;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Condition;
import org.moatmark.core.questionnaire.Finding;
import org.moatmark.core.questionnaire.Gate;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.StagingRow;
import org.moatmark.core.response.Form;
import org.moatmark.core.scoring.Resampled;
import org.moatmark.core.scoring.Resampling;
import org.moatmark.core.scoring.ScoreTree;
import org.moatmark.core.scoring.Scorer;
import org.moatmark.core.scoring.Slack;
import org.moatmark.core.scoring.WaveReading;

/**
 * Levels of nodes by gates (rule S11), the level of the organisation by staging (rule S12), and findings.
 *
 * <p>Made once per questionnaire; immutable, and may be called from many threads.
 *
 * <p>By hand: a node at 65, lower side 62.5, whose gates of levels 2, 3 and 4 all hold, is on level 4 (62.5 is over the
 * line 20 * (4 - 1) - 10 = 50). With a lower side of 25 it stays on level 2: 25 is under the line of level 3, 30, and
 * the need names the full score line, 40.
 *
 * <p>Long, since levels of nodes and of the organisation, and what blocks them, read each other.
 */
public final class Maturity implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int FIRST_GATED_LEVEL = 2;
    private static final int POINTS_A_LEVEL = 20;
    private static final int ROOM_UNDER_THE_LINE = 10;
    private static final int HIGHEST_WHEN_CAPPED = 2;

    private final Ladder ladder;
    private final Claims claims;

    private Maturity(Ladder ladder) {
        this.ladder = ladder;
        this.claims = new Claims(ladder);
    }

    /**
     * The levels of a questionnaire.
     *
     * @param questionnaire gates, staging and findings
     * @return what gives verdicts on its scored waves
     */
    public static Maturity of(Questionnaire questionnaire) {
        return new Maturity(new Ladder(questionnaire));
    }

    /**
     * The verdict on a scored wave.
     *
     * @param tree a wave of the same questionnaire, scored
     * @return levels, what blocks the next ones, and the patterns that hold
     * @throws IllegalArgumentException if the wave is of another questionnaire
     */
    public MaturityVerdict verdict(ScoreTree tree) {
        requireOwn(tree);
        return new Verdict(tree, tree).give();
    }

    /**
     * What is missing for claims about a scored wave that cannot be made yet.
     *
     * @param tree a wave of the same questionnaire, scored
     * @param verdict the verdict on it
     * @param perceptions its agreement and gaps; null with fewer than two respondents
     * @return levels first, then intervals, status, the views of sides, agreement and gaps
     * @throws IllegalArgumentException if the wave is of another questionnaire
     */
    public List<BetterClaim> betterClaims(ScoreTree tree, MaturityVerdict verdict, @Nullable Perceptions perceptions) {
        requireOwn(tree);
        return claims.of(tree, verdict, perceptions);
    }

    /**
     * How far a scored wave can be trusted (rule S16): its intervals, and in how many joint runs its levels stay.
     *
     * @param tree a wave of the same questionnaire, scored
     * @param verdict the verdict on it
     * @param scorer what scored it
     * @param how seed and runs
     * @return intervals and stability; null where the settings do not suit the wave
     * @throws IllegalArgumentException if the wave is of another questionnaire
     */
    public @Nullable Confidence confidence(ScoreTree tree, MaturityVerdict verdict, Scorer scorer, Resampling how) {
        if (!how.suits(tree)) {
            return null;
        }
        LevelCount levels = new LevelCount(tree, verdict);
        Resampled scores = scorer.resample(tree, how, run -> {
            Verdict one = new Verdict(tree, run);
            levels.add(one.level(), one::level);
        });
        return levels.confidence(scores);
    }

    /**
     * By node with gates, whether the conditions and the score line of each level from 2 up hold, whatever those of the
     * levels below it say: 1, 0, or NaN where the node has no score. Last, under the empty key, the same of the
     * organisation's staging.
     */
    Map<String, double[]> eachLevelAlone(ScoreTree tree) {
        Verdict verdict = new Verdict(tree, tree);
        Map<String, double[]> alone = new LinkedHashMap<>();
        for (int node = 0; node < ladder.gates.length; node++) {
            if (ladder.top(node) >= FIRST_GATED_LEVEL) {
                boolean scored = tree.nodes().get(node).outcome().isScored();
                double[] held = new double[ladder.top(node) - 1];
                for (int i = 0; i < held.length; i++) {
                    held[i] = !scored ? Double.NaN : verdict.opens(node, i + FIRST_GATED_LEVEL) ? 1 : 0;
                }
                alone.put(tree.nodes().get(node).key(), held);
            }
        }
        if (!ladder.staging.isEmpty()) {
            boolean scored = tree.index().outcome().isScored();
            double[] held = ladder.staging.values().stream()
                    .mapToDouble(rows -> !scored
                            ? Double.NaN
                            : rows.stream().allMatch(row -> verdict.allHold(row.require())) ? 1 : 0)
                    .toArray();
            alone.put("", held);
        }
        return alone;
    }

    private void requireOwn(ScoreTree tree) {
        if (!tree.questionnaire().methodHash().equals(ladder.questionnaire.methodHash())) {
            throw new IllegalArgumentException("This score tree is of another questionnaire than these levels.");
        }
    }

    /** The work on one wave. */
    private final class Verdict {
        private final ScoreTree tree;
        private final WaveReading scored;
        private final Readings readings;
        private final int[] levels;

        Verdict(ScoreTree tree, WaveReading scored) {
            this.tree = tree;
            this.scored = scored;
            levels = new int[tree.nodes().size()];
            Arrays.fill(levels, -1);
            readings = new Readings(ladder, tree, scored, key -> level(ladder.node(key)));
        }

        /** The level of the organisation before any cap. */
        int reached() {
            int reached = 1;
            for (Map.Entry<Integer, List<StagingRow>> rows : ladder.staging.entrySet()) {
                if (!rows.getValue().stream().allMatch(row -> allHold(row.require()))) {
                    break;
                }
                reached = rows.getKey();
            }
            return reached;
        }

        /** The level of the organisation; 0 without one. */
        int level() {
            if (!ladder.hasLevels() || !scored.indexScored()) {
                return 0;
            }
            int reached = reached();
            return cap(reached) == null ? reached : HIGHEST_WHEN_CAPPED;
        }

        MaturityVerdict give() {
            NodeLevel[] nodes = new NodeLevel[levels.length];
            for (int i = 0; i < nodes.length; i++) {
                nodes[i] = nodeLevel(i);
            }
            List<Pattern> findings = findings();
            if (!ladder.hasLevels() || !scored.indexScored()) {
                return new MaturityVerdict(null, null, null, List.of(), List.of(nodes), findings);
            }
            int reached = reached();
            LevelCap cap = cap(reached);
            int level = cap == null ? reached : HIGHEST_WHEN_CAPPED;
            Map.Entry<Integer, List<StagingRow>> next = ladder.staging.higherEntry(level);
            if (next == null) {
                return new MaturityVerdict(level, 1.0, cap, List.of(), List.of(nodes), findings);
            }
            List<Condition> conditions = next.getValue().stream()
                    .flatMap(row -> row.require().stream())
                    .toList();
            List<Need> needs = needs(conditions);
            List<Blocking> blocking =
                    needs.isEmpty() ? List.of() : List.of(new Blocking(null, next.getKey(), null, needs));
            return new MaturityVerdict(level, progress(conditions), cap, blocking, List.of(nodes), findings);
        }

        private @Nullable LevelCap cap(int reached) {
            if (reached <= HIGHEST_WHEN_CAPPED) {
                return null;
            } else if (tree.presentRespondents() == 1) {
                return new LevelCap(reached, LevelCap.Reason.ONE_RESPONDENT);
            }
            return tree.wave().form() == Form.CORE ? new LevelCap(reached, LevelCap.Reason.CORE_FORM) : null;
        }

        /** The level of a node, 0 without gates or a score; level conditions have no circles. */
        private int level(int node) {
            if (levels[node] < 0) {
                int reached = 0;
                int top = ladder.top(node);
                if (top >= FIRST_GATED_LEVEL && !Double.isNaN(scored.lowerSide(node))) {
                    reached = 1;
                    for (int k = FIRST_GATED_LEVEL; k <= top && opens(node, k); k++) {
                        reached = k;
                    }
                }
                levels[node] = reached;
            }
            return levels[node];
        }

        private boolean opens(int node, int level) {
            if (!overLine(node, level)) {
                return false;
            }
            for (Gate gate : ladder.gates[node][level]) {
                if (!allHold(gate.require())) {
                    return false;
                }
            }
            return true;
        }

        private boolean overLine(int node, int level) {
            return Slack.atLeast(scored.lowerSide(node), scoreLine(level) - ROOM_UNDER_THE_LINE);
        }

        private static int scoreLine(int level) {
            return POINTS_A_LEVEL * (level - 1);
        }

        private NodeLevel nodeLevel(int node) {
            int level = level(node);
            if (level == 0) {
                return NodeLevel.NONE;
            }
            int next = level + 1;
            if (next > ladder.top(node)) {
                return new NodeLevel(level, 1.0, List.of());
            }
            String key = tree.nodes().get(node).key();
            List<Blocking> blocking = new ArrayList<>();
            List<Condition> conditions = new ArrayList<>();
            for (Gate gate : ladder.gates[node][next]) {
                conditions.addAll(gate.require());
                List<Need> needs = needs(gate.require());
                if (!needs.isEmpty()) {
                    blocking.add(new Blocking(key, next, gate.statement(), needs));
                }
            }
            if (!overLine(node, next)) {
                double lower = scored.lowerSide(node);
                Need line = Need.number(Need.Kind.NODE, key, lower, scoreLine(next));
                blocking.add(new Blocking(key, next, null, List.of(line)));
            }
            return new NodeLevel(level, progress(conditions), blocking);
        }

        private boolean allHold(List<Condition> conditions) {
            for (Condition condition : conditions) {
                if (!readings.drops(condition) && !holds(condition, true)) {
                    return false;
                }
            }
            return true;
        }

        private boolean holds(Condition condition, boolean inGate) {
            if (condition instanceof Condition.All all) {
                for (Condition part : all.parts()) {
                    if (!(inGate && readings.drops(part)) && !holds(part, inGate)) {
                        return false;
                    }
                }
                return true;
            } else if (condition instanceof Condition.Any any) {
                for (Condition part : any.parts()) {
                    if (!(inGate && readings.drops(part)) && holds(part, inGate)) {
                        return true;
                    }
                }
                return false;
            }
            return readings.holds(condition, inGate);
        }

        private double progress(List<Condition> conditions) {
            int count = 0;
            int holding = 0;
            for (Condition condition : conditions) {
                if (!readings.drops(condition)) {
                    count++;
                    holding += holds(condition, true) ? 1 : 0;
                }
            }
            return count == 0 ? 1.0 : (double) holding / count;
        }

        private List<Need> needs(List<Condition> conditions) {
            List<Need> needs = new ArrayList<>();
            conditions.forEach(condition -> collectNeeds(condition, needs));
            return needs;
        }

        private void collectNeeds(Condition condition, List<Need> needs) {
            if (readings.drops(condition) || holds(condition, true)) {
                return;
            }
            if (condition instanceof Condition.All all) {
                all.parts().forEach(part -> collectNeeds(part, needs));
            } else if (condition instanceof Condition.Any any) {
                any.parts().forEach(part -> collectNeeds(part, needs));
            } else {
                needs.add(readings.need(condition));
            }
        }

        private List<Pattern> findings() {
            List<Pattern> found = new ArrayList<>();
            for (Finding finding : ladder.questionnaire.findings()) {
                if (holds(finding.when(), false)) {
                    Set<String> because = new LinkedHashSet<>();
                    collectReasons(finding.when(), because);
                    found.add(new Pattern(finding.key(), finding.tone(), finding.message(), List.copyOf(because)));
                }
            }
            return found;
        }

        private void collectReasons(Condition condition, Set<String> because) {
            if (!holds(condition, false)) {
                return;
            }
            if (condition instanceof Condition.All all) {
                all.parts().forEach(part -> collectReasons(part, because));
            } else if (condition instanceof Condition.Any any) {
                any.parts().forEach(part -> collectReasons(part, because));
            } else {
                because.add(subject(condition));
            }
        }
    }

    private static String subject(Condition condition) {
        if (condition instanceof Condition.OfItem of) {
            return of.item();
        } else if (condition instanceof Condition.OfNode of) {
            return of.node();
        } else if (condition instanceof Condition.OfAnswer of) {
            return of.item();
        } else if (condition instanceof Condition.AnswerIsYesNo of) {
            return of.item();
        } else if (condition instanceof Condition.AnswerIsOption of) {
            return of.item();
        } else if (condition instanceof Condition.LevelReached of) {
            return of.node();
        } else if (condition instanceof Condition.GapAtMost of) {
            return of.node();
        } else if (condition instanceof Condition.InformantsPresent of) {
            return of.informant();
        } else if (condition instanceof Condition.OfOther of) {
            return of.node();
        }
        throw new IllegalArgumentException("'all' and 'any' are taken apart before they are read.");
    }
}
