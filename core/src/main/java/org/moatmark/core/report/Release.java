package org.moatmark.core.report;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.benchmark.Subject;
import org.moatmark.core.maturity.LevelCap;
import org.moatmark.core.maturity.Pattern;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.Company;
import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.Contribution;
import org.moatmark.core.scoring.IndexScore;
import org.moatmark.core.scoring.ItemScore;
import org.moatmark.core.scoring.ItemState;
import org.moatmark.core.scoring.NodeScore;
import org.moatmark.core.scoring.NodeSides;
import org.moatmark.core.scoring.Outcome;
import org.moatmark.core.scoring.Reason;
import org.moatmark.core.scoring.Sides;
import org.moatmark.core.scoring.Status;

/**
 * What is shown of a confidential assessment instead of a {@link Result} (rule S22): a white list. It is made from the
 * means of crowds and the statements of offices alone, and what is not named here is not shown. Scores, points and
 * ranges are rounded to 0.1.
 *
 * <p>A score without a range is what it is; one with a range rests on a group that answers near an end of the scale, and
 * stands for the middle of what it may be.
 *
 * @param questionnaire id of the questionnaire
 * @param version its version as text
 * @param methodHash its method hash
 * @param engine version of the program that computed it
 * @param company the company, or null
 * @param date the date of the answers, or null
 * @param k how many people at least stand behind what is protected
 * @param index the index
 * @param level the level of the organisation
 * @param nodes every node in tree order
 * @param items every item in tree order
 * @param departments what departments say, by name; empty where departments are no declared partition
 * @param findings what stands out
 */
public record Release(
        String questionnaire,
        String version,
        String methodHash,
        String engine,
        @Nullable Company company,
        @Nullable LocalDate date,
        int k,
        Index index,
        Level level,
        List<Node> nodes,
        List<Item> items,
        List<Department> departments,
        List<Pattern> findings)
        implements Serializable {

    /** The word of the {@code format} property. */
    public static final String FORMAT = "moatmark/release/1";

    /** To this all scores and points are rounded. */
    public static final double ROUNDED = 0.1;

    /** Why a part is not shown. */
    public static final String FEWER_THAN_K = "fewer_than_k";

    /** Copies the lists. */
    public Release {
        nodes = List.copyOf(nodes);
        items = List.copyOf(items);
        departments = List.copyOf(departments);
        findings = List.copyOf(findings);
    }

    /**
     * The index.
     *
     * @param suppressed whether it is not shown because fewer than k answered; all else is empty then
     * @param evidenced 0-100, or null without a score
     * @param range where it may lie, or null
     * @param reason why there is no score, or null
     * @param status how much it rests on
     * @param rule the rule that was used
     * @param contributions what it is made of; the points sum to {@code evidenced}
     */
    public record Index(
            boolean suppressed,
            @Nullable Double evidenced,
            @Nullable Bounds range,
            @Nullable Reason reason,
            Status status,
            String rule,
            List<Contribution> contributions)
            implements Serializable {
        /** Copies the list. */
        public Index {
            contributions = List.copyOf(contributions);
        }
    }

    /**
     * A level.
     *
     * @param value the level, or null without one
     * @param progress share of the conditions of the next level that hold, or null
     * @param capped the level that it would have and why it has not, or null
     * @param blocking what the next level says and does not hold
     */
    public record Level(
            @Nullable Integer value,
            @Nullable Double progress,
            @Nullable LevelCap capped,
            List<Blocked> blocking) implements Serializable {
        /** Copies the list. */
        public Level {
            blocking = List.copyOf(blocking);
        }
    }

    /**
     * Something that does not hold for a level.
     *
     * @param node key of the node, or null where the whole is meant
     * @param level the level
     * @param statement what it says, or null
     */
    public record Blocked(
            @Nullable String node, int level, @Nullable TextMap statement) implements Serializable {}

    /**
     * A node.
     *
     * @param key key of the node
     * @param parent key of its parent, or null
     * @param title its name
     * @param suppressed whether it is not shown because fewer than k answered; all else is empty then
     * @param evidenced 0-100, or null without a score
     * @param range where it may lie, or null
     * @param reason why there is no score, or null
     * @param status how much it rests on
     * @param rule the rule that was used
     * @param sides the scores of its sides; null where sides were told as one
     * @param level its level
     * @param contributions what it is made of; the points sum to {@code evidenced}
     */
    public record Node(
            String key,
            @Nullable String parent,
            TextMap title,
            boolean suppressed,
            @Nullable Double evidenced,
            @Nullable Bounds range,
            @Nullable Reason reason,
            Status status,
            String rule,
            @Nullable NodeSides sides,
            Level level,
            List<Contribution> contributions)
            implements Serializable {
        /** Copies the list. */
        public Node {
            contributions = List.copyOf(contributions);
        }
    }

    /**
     * An item.
     *
     * @param key key of the item
     * @param suppressed whether it is not shown because fewer than k answered; all else is empty then
     * @param state what became of it
     * @param evidenced 0-100, or null without a score
     * @param range where it may lie, or null
     * @param sides the evidenced scores of its sides; null where sides were told as one
     * @param statement what the offices say, where nobody else is asked; null for what is protected
     */
    public record Item(
            String key,
            boolean suppressed,
            ItemState state,
            @Nullable Double evidenced,
            @Nullable Bounds range,
            @Nullable NodeSides sides,
            @Nullable Stated statement)
            implements Serializable {}

    /**
     * A statement of offices, shown as in a result.
     *
     * @param claimed as claimed, or null without a score
     * @param sides both scores of each side
     * @param conflict what each seat says where a fact is disputed
     * @param respondents the scores of each answer
     * @param gainOfNextStep how much the index would rise with the next better answer, or null
     */
    public record Stated(
            @Nullable Double claimed,
            Sides sides,
            List<Said> conflict,
            List<Scored> respondents,
            @Nullable Double gainOfNextStep)
            implements Serializable {
        /** Copies the lists. */
        public Stated {
            conflict = List.copyOf(conflict);
            respondents = List.copyOf(respondents);
        }
    }

    /**
     * What a seat says of a disputed fact.
     *
     * @param seat key of the seat
     * @param value the answer
     */
    public record Said(String seat, AnswerValue value) implements Serializable {}

    /**
     * The scores of a statement.
     *
     * @param seat key of the seat
     * @param claimed as claimed, 0-100
     * @param evidenced as far as evidence carries it, 0-100
     */
    public record Scored(String seat, double claimed, double evidenced) implements Serializable {}

    /**
     * What the people of a department say.
     *
     * @param name the department
     * @param opinions by key of a node of items, in tree order, the weighted mean of their opinions there, 0-100; empty
     *     where fewer than k answered
     */
    public record Department(String name, List<Opinion> opinions) implements Serializable {
        /** Copies the list. */
        public Department {
            opinions = List.copyOf(opinions);
        }
    }

    /**
     * What a department says of a node.
     *
     * @param node key of the node
     * @param mean 0-100
     */
    public record Opinion(String node, double mean) implements Serializable {}

    /**
     * The release as what can be placed among the cases: rounded, with its ranges as bounds.
     *
     * @param of the questionnaire that was asked
     * @return the subject
     */
    public Subject subject(Questionnaire of) {
        IndexScore own = new IndexScore(
                outcome(index.evidenced(), index.reason()), index.range(), index.status(), index.rule(), List.of());
        List<NodeScore> places = nodes.stream()
                .map(node -> new NodeScore(
                        node.key(),
                        node.parent(),
                        node.title(),
                        outcome(node.evidenced(), node.reason()),
                        node.range(),
                        null,
                        null,
                        node.status(),
                        node.rule(),
                        NodeSides.NONE,
                        List.of(),
                        List.of()))
                .toList();
        List<ItemScore> answers = items.stream()
                .map(item -> new ItemScore(
                        item.key(),
                        item.state(),
                        item.evidenced() == null ? null : new Outcome.Scored(item.evidenced(), item.evidenced()),
                        Sides.NONE,
                        List.of(),
                        List.of(),
                        null))
                .toList();
        return Subject.of(of, company, date, own, places, answers);
    }

    private static Outcome outcome(@Nullable Double score, @Nullable Reason reason) {
        return score == null
                ? new Outcome.NotScored(reason == null ? Reason.TOO_FEW_ANSWERS : reason)
                : new Outcome.Scored(score, score);
    }
}
