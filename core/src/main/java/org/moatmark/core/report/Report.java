package org.moatmark.core.report;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.maturity.LevelCap;
import org.moatmark.core.maturity.LevelStability;
import org.moatmark.core.maturity.PerceptionGap;
import org.moatmark.core.maturity.SharedView;
import org.moatmark.core.questionnaire.Finding;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.scoring.ItemState;

/**
 * A report ({@code moatmark/report/1}): what a result, or a release of a confidential assessment, says to people, in
 * English and Japanese, with every number down to what it is made of. It decides nothing that the result does not say.
 *
 * <p>All formats are made from this one model, so that they cannot differ. Numbers are unrounded here, as far as they may
 * be told, and are quoted as whole ones.
 *
 * <p>Long, since it is the one list of everything that a report holds.
 *
 * @param about whose report it is
 * @param index the index
 * @param rule the rule by which the index was made
 * @param parts what the index is made of
 * @param level the level of the organisation
 * @param nodes every node in tree order
 * @param items every item in tree order
 * @param dimensions keys of the nodes that are the profile: the top nodes, or the leaf nodes where there are fewer than
 *     four top nodes
 * @param findings what stands out, in file order
 * @param gaps how far groups of people see nodes apart
 * @param views how far the people of one side agree
 * @param standing where the company stands among the cases; null where nobody asked, or where it cannot be said
 * @param change what changed since a snapshot; null where nobody asked
 * @param charts the same in pictures; empty where nobody asked
 * @param limits what a reader must know before relying on it
 * @param claims what would allow a firmer claim
 * @param method how the numbers were made
 */
public record Report(
        About about,
        Mark index,
        Rule rule,
        List<Part> parts,
        Level level,
        List<Node> nodes,
        List<Item> items,
        List<String> dimensions,
        List<Remark> findings,
        List<Gap> gaps,
        List<View> views,
        @Nullable Standing standing,
        @Nullable Change change,
        List<Chart> charts,
        List<Words> limits,
        List<Words> claims,
        Method method)
        implements Serializable {

    /** The word of the {@code format} property. */
    public static final String FORMAT = "moatmark/report/1";

    /** Copies the lists. */
    public Report {
        parts = List.copyOf(parts);
        nodes = List.copyOf(nodes);
        items = List.copyOf(items);
        dimensions = List.copyOf(dimensions);
        findings = List.copyOf(findings);
        gaps = List.copyOf(gaps);
        views = List.copyOf(views);
        charts = List.copyOf(charts);
        limits = List.copyOf(limits);
        claims = List.copyOf(claims);
    }

    /**
     * Whose report it is.
     *
     * @param questionnaire id of the questionnaire
     * @param version its version
     * @param title its title
     * @param company name of the company, or null
     * @param date the date of the answers, or null
     * @param respondents how many people's answers are in the scores, each counted once; null where that is not told
     * @param people how many people of which kind answered, where one who speaks for two kinds counts in both; empty where
     *     that is not told
     * @param k how many people at least stand behind what is protected; null where nothing is
     * @param brand how it is to look
     */
    public record About(
            String questionnaire,
            String version,
            TextMap title,
            @Nullable String company,
            @Nullable LocalDate date,
            @Nullable Integer respondents,
            List<People> people,
            @Nullable Integer k,
            Brand brand)
            implements Serializable {
        /** Copies the list. */
        public About {
            people = List.copyOf(people);
        }
    }

    /**
     * How many people of one kind answered.
     *
     * @param kind what they are
     * @param n how many
     */
    public record People(TextMap kind, int n) implements Serializable {}

    /**
     * The level of the organisation.
     *
     * @param value the level, or null without one
     * @param top the highest level there is, or null where the questionnaire has none
     * @param name its name, or null
     * @param definition what is true of an organisation on it, or null
     * @param progress share of the conditions of the next level that hold, or null
     * @param capped the level that the answers alone would give and why it is not reached, or null
     * @param stability how often which level was reached in the joint runs, or null
     * @param next what the next level needs
     */
    public record Level(
            @Nullable Integer value,
            @Nullable Integer top,
            @Nullable TextMap name,
            @Nullable TextMap definition,
            @Nullable Double progress,
            @Nullable LevelCap capped,
            @Nullable LevelStability stability,
            List<Step> next)
            implements Serializable {
        /** Copies the list. */
        public Level {
            next = List.copyOf(next);
        }

        /**
         * How often the level stays what it is.
         *
         * @return share of the joint runs, 0-1, or null
         */
        public @Nullable Double stays() {
            return stability == null ? null : stability.share();
        }
    }

    /**
     * Something that must hold for a level and does not.
     *
     * @param node key of the node that it is about, or null
     * @param level the level
     * @param text what must hold, as a sentence
     * @param needs what would make it hold, as sentences; empty where that is not told
     */
    public record Step(@Nullable String node, int level, Words text, List<Words> needs) implements Serializable {
        /** Copies the list. */
        public Step {
            needs = List.copyOf(needs);
        }
    }

    /**
     * A node.
     *
     * @param key key of the node
     * @param parent key of its parent, or null
     * @param title its name
     * @param mark its score
     * @param rule the rule by which it was made
     * @param headquarters the evidenced score of headquarters, or null
     * @param genba the evidenced score of the genba, or null
     * @param behind how many people stand behind the two; null where that is not told
     * @param level its level, or null without gates or without a score
     * @param next what its next level needs
     * @param parts what its score is made of
     */
    public record Node(
            String key,
            @Nullable String parent,
            TextMap title,
            Mark mark,
            Rule rule,
            @Nullable Double headquarters,
            @Nullable Double genba,
            @Nullable Behind behind,
            @Nullable Integer level,
            List<Step> next,
            List<Part> parts)
            implements Serializable {
        /** Copies the lists. */
        public Node {
            next = List.copyOf(next);
            parts = List.copyOf(parts);
        }
    }

    /**
     * How many people stand behind the scores of both sides.
     *
     * @param headquarters people of headquarters
     * @param genba people of the genba
     */
    public record Behind(int headquarters, int genba) implements Serializable {}

    /**
     * What a child, an item, or the node that a reference reads adds to a score.
     *
     * @param key its key
     * @param share its effective weight, 0-1
     * @param points its points
     */
    public record Part(String key, double share, double points) implements Serializable {}

    /**
     * An item.
     *
     * @param key key of the item
     * @param node key of the node that it is in
     * @param text what was asked
     * @param opinion whether it is answered on steps, so that 1-5 stands beside its scores
     * @param state what became of it
     * @param mark its score
     * @param answers what each seat's answer scored; empty where that is not told
     * @param gain how much the index would rise with the next better answer, or null
     */
    public record Item(
            String key,
            String node,
            TextMap text,
            boolean opinion,
            ItemState state,
            Mark mark,
            List<Given> answers,
            @Nullable Double gain)
            implements Serializable {
        /** Copies the list. */
        public Item {
            answers = List.copyOf(answers);
        }
    }

    /**
     * The score of one answer.
     *
     * @param seat key of the seat
     * @param claimed as answered, 0-100
     * @param evidenced as far as evidence carries it, 0-100
     * @param answer what was answered to a question of fact: yes or no, a number with its unit, or the texts of options; null
     *     of an opinion, and where neither the answer nor its score tells
     * @param backing what the answer rests on; null where the reader may not see it
     */
    public record Given(
            String seat,
            double claimed,
            double evidenced,
            @Nullable Words answer,
            @Nullable Backing backing) implements Serializable {}

    /**
     * A finding.
     *
     * @param key its key
     * @param tone how it is meant
     * @param message what is said
     * @param because keys of the nodes and items that it rests on
     */
    public record Remark(String key, Finding.Tone tone, TextMap message, List<String> because) implements Serializable {
        /** Copies the list. */
        public Remark {
            because = List.copyOf(because);
        }
    }

    /**
     * How far two groups see a node apart, in steps of 1-5.
     *
     * @param node key of the node
     * @param between which groups
     * @param first people of the first
     * @param second people of the second
     * @param difference mean of the first less mean of the second, -4 to 4
     * @param detectable the smallest difference that so few people could show, or null
     * @param reading what it is called; null where nothing is said of it
     */
    public record Gap(
            String node,
            PerceptionGap.Between between,
            int first,
            int second,
            double difference,
            @Nullable Double detectable,
            PerceptionGap.@Nullable Reading reading)
            implements Serializable {}

    /**
     * How far the people of one side agree on a node.
     *
     * @param node key of the node
     * @param side whose people
     * @param n how many
     * @param shared the reading
     * @param median where there is no shared view, the median of these people's own means, 0-100; else null
     */
    public record View(
            String node,
            Side side,
            int n,
            SharedView shared,
            @Nullable Double median) implements Serializable {}

    /**
     * Where the company stands among the cases.
     *
     * @param text the headline
     * @param among who the others are, as a sentence
     * @param linked how the answers came into the tree of the cases, as a sentence; null if they were asked there
     * @param places the index first, then the dimensions of the cases' tree
     * @param peers the others by index, the highest first
     * @param lessons from whom to learn, the weakest dimension first
     * @param honesty what the cases are and are not
     */
    public record Standing(
            Words text,
            Words among,
            @Nullable Words linked,
            List<Place> places,
            List<Peer> peers,
            List<Lesson> lessons,
            Words honesty)
            implements Serializable {
        /** Copies the lists. */
        public Standing {
            places = List.copyOf(places);
            peers = List.copyOf(peers);
            lessons = List.copyOf(lessons);
        }
    }

    /**
     * One line of the standing.
     *
     * @param key key of the node in the cases' tree, or {@code index}
     * @param title its name
     * @param mark the company's score there
     * @param n how many others have a score there
     * @param low their 25th percentile (definition 7), or null under 10
     * @param median their median, or null under 10
     * @param high their 75th percentile, or null under 10
     * @param text where the company stands, as a clause
     */
    public record Place(
            String key,
            TextMap title,
            Mark mark,
            int n,
            @Nullable Double low,
            @Nullable Double median,
            @Nullable Double high,
            Words text)
            implements Serializable {}

    /**
     * A case company beside the one that the report is about.
     *
     * @param name its name in English, and in other languages where it is called otherwise there
     * @param score its index, 0-100
     */
    public record Peer(TextMap name, double score) implements Serializable {}

    /**
     * From whom to learn in a weak dimension.
     *
     * @param key key of the dimension in the cases' tree
     * @param title its name
     * @param own the company's score there
     * @param reference what it lies under
     * @param against what that is, as a clause
     * @param examples companies that are strong there, those most similar elsewhere first
     */
    public record Lesson(String key, TextMap title, double own, double reference, Words against, List<Example> examples)
            implements Serializable {
        /** Copies the list. */
        public Lesson {
            examples = List.copyOf(examples);
        }
    }

    /**
     * A company that is strong in a dimension.
     *
     * @param name its name in English, and in other languages where it is called otherwise there
     * @param asOf the year for which it was rated
     * @param score its score there
     * @param reasons why its raters rate it so, in their words
     */
    public record Example(TextMap name, int asOf, double score, List<Ground> reasons) implements Serializable {
        /** Copies the list. */
        public Example {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Why a rater rates a company so.
     *
     * @param item key of the item
     * @param rating the anchor, 1-5
     * @param text the rater's words, in English
     * @param sources where the facts come from: title and address
     */
    public record Ground(String item, int rating, String text, List<String> sources) implements Serializable {
        /** Copies the list. */
        public Ground {
            sources = List.copyOf(sources);
        }
    }

    /**
     * What changed since a snapshot.
     *
     * @param since name of the snapshot
     * @param date its date, or null
     * @param comparable whether both were asked and scored alike
     * @param lines the index first, then the dimensions
     * @param beside how the distance to the mean of the peers changed: the index first, then the dimensions of the cases'
     *     tree; empty where the company was not placed
     * @param levelBefore the level then, or null
     * @param text what may be said of it, as a sentence
     */
    public record Change(
            String since,
            @Nullable LocalDate date,
            boolean comparable,
            List<Moved> lines,
            List<PeerChanges.Distance> beside,
            @Nullable Integer levelBefore,
            Words text)
            implements Serializable {
        /** Copies the lists. */
        public Change {
            lines = List.copyOf(lines);
            beside = List.copyOf(beside);
        }
    }

    /**
     * One score then and now.
     *
     * @param key key of the node, or {@code index}
     * @param title its name
     * @param before its score then
     * @param after its score now
     * @param link whether the two may stand side by side
     * @param you points that are due to the answers, or null where it cannot be said
     * @param ruler points that are due to the questionnaire, or null where it cannot be said
     * @param reading what the change amounts to (rule S23); null where nothing is due to the answers
     */
    public record Moved(
            String key,
            TextMap title,
            Mark before,
            Mark after,
            ScoreChange.Link link,
            @Nullable Double you,
            @Nullable Double ruler,
            ScoreChange.@Nullable Reading reading)
            implements Serializable {

        /**
         * Whether the change goes beyond what the bands explain.
         *
         * @return true if it rose or fell so
         */
        public boolean counts() {
            return reading == ScoreChange.Reading.RISEN || reading == ScoreChange.Reading.FALLEN;
        }
    }

    /**
     * How the numbers were made.
     *
     * @param methodHash hash of the questionnaire
     * @param engine version of the program
     * @param seed seed of the intervals, or null without any
     * @param runs how many runs, or null
     * @param rounded to what scores were rounded so that nobody can be read off, or null
     */
    public record Method(
            String methodHash,
            String engine,
            @Nullable Long seed,
            @Nullable Integer runs,
            @Nullable Double rounded) implements Serializable {}

    /**
     * A node.
     *
     * @param key its key
     * @return the node
     * @throws IllegalArgumentException if there is none
     */
    public Node node(String key) {
        return nodes.stream()
                .filter(node -> node.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The report has no node '" + key + "'."));
    }

    /**
     * The dimensions of the profile.
     *
     * @return them, in tree order
     */
    public List<Node> profile() {
        return nodes.stream().filter(node -> dimensions.contains(node.key())).toList();
    }

    /**
     * The same report with another look.
     *
     * @param brand how it is to look
     * @return the new report
     */
    public Report with(Brand brand) {
        About old = about;
        return with(
                new About(
                        old.questionnaire,
                        old.version,
                        old.title,
                        old.company,
                        old.date,
                        old.respondents,
                        old.people,
                        old.k,
                        brand),
                standing,
                change,
                charts);
    }

    /**
     * The same report with a place among the cases.
     *
     * @param place where the company stands
     * @return the new report
     */
    public Report with(Standing place) {
        return with(about, place, change, charts);
    }

    /**
     * The same report with what changed.
     *
     * @param since what changed since a snapshot
     * @return the new report
     */
    public Report with(Change since) {
        return with(about, standing, since, charts);
    }

    /**
     * The same report in pictures, too.
     *
     * @param drawn charts of the same result or release
     * @return the new report
     */
    public Report with(Charts drawn) {
        List<Chart> all = drawn.names().stream()
                .flatMap(name -> drawn.find(name).stream())
                .toList();
        return with(about, standing, change, all);
    }

    /**
     * A chart of this report.
     *
     * @param name its name
     * @return the chart, or empty
     */
    public Optional<Chart> chart(String name) {
        return charts.stream().filter(chart -> chart.name().equals(name)).findFirst();
    }

    private Report with(About whose, @Nullable Standing place, @Nullable Change since, List<Chart> drawn) {
        return new Report(
                whose,
                index,
                rule,
                parts,
                level,
                nodes,
                items,
                dimensions,
                findings,
                gaps,
                views,
                place,
                since,
                drawn,
                limits,
                claims,
                method);
    }
}
