package org.moatmark.core.maturity;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Condition;
import org.moatmark.core.questionnaire.Gate;
import org.moatmark.core.questionnaire.Informant;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.response.Form;
import org.moatmark.core.scoring.ItemScore;
import org.moatmark.core.scoring.ScoreTree;
import org.moatmark.core.scoring.Status;

/**
 * What is missing for better claims about a scored wave, at the thresholds as agreed: levels that wait for people (rules
 * S11, S12), intervals (S16), status (S6, S7), the views of sides (S6), agreement (S14) and gaps (S15), in this order.
 *
 * <p>Made once per questionnaire; informant kinds are bits of a {@code long}, as in scoring.
 */
final class Claims implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Some items of a leaf: from the first, in file order. */
    record Leaf(int node, int first, int end, Node.Leaf declared) implements Serializable {}

    /** What the claims of a wave of one respondent depend on, but for levels. */
    private record Lone(List<String> informants, Form form, ByteBuffer items) {

        static Lone of(ScoreTree tree) {
            List<ItemScore> items = tree.items();
            byte[] seen = new byte[items.size()];
            for (int i = 0; i < seen.length; i++) {
                int answered = items.get(i).respondents().isEmpty() ? 0 : 1;
                seen[i] = (byte) (2 * items.get(i).state().ordinal() + answered);
            }
            List<String> informants = tree.wave().respondents().get(0).seat().informants();
            return new Lone(informants, tree.wave().form(), ByteBuffer.wrap(seen));
        }
    }

    private record Known(Lone lone, List<BetterClaim> claims) {}

    final Ladder ladder;
    final Leaf[] leaves;
    final String[] kinds;
    final Side[] sideOfKind;

    /** By item the kinds that are asked. */
    final long[] asked;

    final boolean[] opinion;

    /** By item whether it is in no sum. */
    final boolean[] text;

    final boolean[] customersOnly;

    /** Keys of the nodes some gate of which asks for people: of no other node does a level wait for them. */
    final Set<String> gatesAskForPeople;

    final boolean stagingAsksForPeople;

    private final ClaimWords words;

    /** In a batch of many companies with one respondent each, the same is missing time and again. */
    private transient volatile @Nullable Known last;

    private final HashMap<String, Integer> kindIndex = new HashMap<>();
    private final long[] kindsOfSide = new long[Side.values().length];

    Claims(Ladder ladder) {
        this.ladder = ladder;
        Questionnaire questionnaire = ladder.questionnaire;
        List<Informant> informants = questionnaire.informants();
        kinds = new String[informants.size()];
        sideOfKind = new Side[kinds.length];
        for (int k = 0; k < kinds.length; k++) {
            kinds[k] = informants.get(k).key();
            sideOfKind[k] = informants.get(k).side();
            kindIndex.put(kinds[k], k);
            kindsOfSide[sideOfKind[k].ordinal()] |= 1L << k;
        }
        Item[] items = ladder.items;
        asked = new long[items.length];
        opinion = new boolean[items.length];
        text = new boolean[items.length];
        customersOnly = new boolean[items.length];
        for (int i = 0; i < items.length; i++) {
            asked[i] = mask(items[i].informants());
            opinion[i] = items[i].type().isOpinion();
            text[i] = items[i].type() instanceof ItemType.FreeText;
            customersOnly[i] = (asked[i] & ~kindsOf(Side.CUSTOMERS)) == 0;
        }
        leaves = leaves(questionnaire.nodes());
        words = new ClaimWords(questionnaire);
        gatesAskForPeople = questionnaire.gates().stream()
                .filter(gate -> asksForPeople(gate.require()))
                .map(Gate::node)
                .collect(Collectors.toUnmodifiableSet());
        stagingAsksForPeople = questionnaire.staging().stream().anyMatch(row -> asksForPeople(row.require()));
    }

    private static boolean asksForPeople(List<Condition> conditions) {
        return conditions.stream().anyMatch(one -> {
            if (one instanceof Condition.All all) {
                return asksForPeople(all.parts());
            }
            return one instanceof Condition.Any any
                    ? asksForPeople(any.parts())
                    : one instanceof Condition.InformantsPresent;
        });
    }

    private static Leaf[] leaves(List<Node> nodes) {
        Leaf[] found = new Leaf
                [(int) nodes.stream().filter(Node.Leaf.class::isInstance).count()];
        int count = 0;
        int next = 0;
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i) instanceof Node.Leaf leaf) {
                int end = next + leaf.items().size();
                found[count++] = new Leaf(i, next, end, leaf);
                next = end;
            }
        }
        return found;
    }

    /** The kinds of a side. */
    long kindsOf(Side side) {
        return kindsOfSide[side.ordinal()];
    }

    long mask(List<String> informants) {
        long mask = 0;
        for (String kind : informants) {
            mask |= 1L << kind(kind);
        }
        return mask;
    }

    int kind(String key) {
        Integer kind = kindIndex.get(key);
        if (kind == null) {
            throw new IllegalArgumentException(
                    "Questionnaire '" + ladder.questionnaire.id() + "' has no informant kind '" + key + "'.");
        }
        return kind;
    }

    /**
     * What is missing.
     *
     * @param tree a wave of this questionnaire, scored
     * @param verdict the verdict on it
     * @param perceptions its agreement and gaps; null with fewer than two respondents
     */
    List<BetterClaim> of(ScoreTree tree, MaturityVerdict verdict, @Nullable Perceptions perceptions) {
        boolean alone = tree.wave().respondents().size() == 1;
        Lone lone = alone ? Lone.of(tree) : null;
        Known known = last;
        List<BetterClaim> others = lone != null && known != null && known.lone.equals(lone) ? known.claims : null;
        boolean levelsWait = stagingAsksForPeople || !gatesAskForPeople.isEmpty() || verdict.capped() != null;
        if (others != null && !levelsWait) {
            return others;
        }
        Attendance people = new Attendance(this, tree);
        if (others == null) {
            others = List.copyOf(others(tree, people, perceptions));
            last = lone == null ? known : new Known(lone, others);
        }
        ClaimList levels = new ClaimList(words);
        if (levelsWait) {
            new LevelClaims(this, people, tree, verdict).addTo(levels);
        }
        if (levels.give().isEmpty()) {
            return others;
        }
        List<BetterClaim> all = new ArrayList<>(levels.give());
        all.addAll(others);
        return all;
    }

    private List<BetterClaim> others(ScoreTree tree, Attendance people, @Nullable Perceptions perceptions) {
        ClaimList list = new ClaimList(words);
        int present = tree.presentRespondents();
        if (present < 2) {
            list.add(List.of(MorePeople.anybody(present, 2 - present)), new Allowed.Intervals());
        }
        new StatusClaims(this, people, tree).addTo(list);
        if (tree.wave().form() == Form.CORE) {
            list.fullForm(List.of(), new Allowed.BetterStatus(Status.FULL, List.of(), true));
        }
        new SideClaims(this, people, tree).addTo(list);
        new GapClaims(this, people, tree, perceptions == null ? List.of() : perceptions.gaps()).addTo(list);
        return list.give();
    }
}
