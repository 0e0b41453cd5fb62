package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.moatmark.core.benchmark.Card;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.CaseRating;
import org.moatmark.core.benchmark.Crosswalk;
import org.moatmark.core.benchmark.DimensionPair;
import org.moatmark.core.benchmark.GroupMean;
import org.moatmark.core.benchmark.Judgement;
import org.moatmark.core.benchmark.NodePosition;
import org.moatmark.core.benchmark.Position;
import org.moatmark.core.benchmark.ReferencePoint;
import org.moatmark.core.benchmark.SimilarCompany;
import org.moatmark.core.benchmark.Standing;
import org.moatmark.core.benchmark.Subject;
import org.moatmark.core.benchmark.WeakDimension;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.psychometrics.Estimate;

/**
 * Where a company stands among the cases, in words for people: a headline, the peers and how they were found, every
 * node, similar companies, from whom to learn, published figures, and what belongs to the numbers. The text may change with
 * any release; programs read the document instead.
 *
 * <p>Long, because a position has many parts and each is said in two languages.
 */
public final class PositionReport {

    /** So many companies to learn from are told of in each dimension; the document has all. */
    private static final int EXAMPLES = 3;

    private final Position position;
    private final List<Issue> warnings;
    private final CaseLibrary library;
    private final Wording words;
    private final PeerWords peers;
    private final Set<String> facts = new LinkedHashSet<>();

    private PositionReport(Checked.Valid<Position> position, CaseLibrary library, String language) {
        this.position = position.value();
        this.warnings = position.warnings();
        this.library = library;
        this.words = new Wording(language);
        this.peers = new PeerWords(library, words);
    }

    /**
     * A position in words.
     *
     * @param position the position, with what its owner should know
     * @param library the library in which it was taken
     * @param language {@code "ja"} for Japanese, all else for English
     * @return lines of text, each ended by a line feed
     */
    public static String of(Checked.Valid<Position> position, CaseLibrary library, String language) {
        return new PositionReport(position, library, language).write();
    }

    private String write() {
        Subject subject = position.subject();
        String name = subject.company() == null
                ? words.say("The company", "この企業")
                : subject.company().name();
        String date = subject.date() == null ? "" : ", " + subject.date();
        words.line(0, name + ", " + subject.questionnaire() + " " + subject.version() + date);
        words.line(0, headline());
        warnings.forEach(warning -> words.line(0, words.in(warning.message())));
        words.blank();
        peers.group(position.group());
        if (position.crosswalk() != null) {
            words.blank();
            crosswalk(position.crosswalk());
        }
        words.blank();
        words.line(0, words.say("Scores (band), place among the peers, their mean", "得点（幅）、比較企業の中での位置、比較企業の平均"));
        position.nodes().forEach(this::node);
        words.aboutBands();
        similar();
        learn();
        referencePoints();
        facts();
        words.blank();
        card(position.index().card());
        CaseFooter.write(library, words);
        return words.toString();
    }

    private String headline() {
        NodePosition index = position.index();
        Double score = index.own().score();
        if (score == null) {
            return words.say(
                    "There is no index to place: " + index.standing().why().en(),
                    "位置付ける指数がありません：" + index.standing().why().ja());
        }
        String number = words.banded(score, index.own().band())
                + words.provisional(index.own().status());
        String on = position.crosswalk() == null ? "" : words.say(" on the linked items", "（対応する設問のみ）");
        String standing = peers.standing(index.standing(), index.n());
        String why = index.standing() instanceof Standing.Percentile
                ? ""
                : " " + words.in(index.standing().why());
        return words.say(
                "Index " + number + on + ": " + standing + "." + why,
                "指数 " + number + on + "：" + standing + "。" + why.strip());
    }

    private void crosswalk(Crosswalk crosswalk) {
        int rows = crosswalk.rows().size();
        int all = rows + crosswalk.unlinked().size();
        words.line(
                0,
                words.say(
                        "The answers come in through " + rows + " of the " + all + " items of " + crosswalk.to()
                                + " that items of " + crosswalk.from()
                                + " are linked to; the cases are scored on the same"
                                + " items. The index and the scores below rest on these alone and are not those of the"
                                + " full questionnaire.",
                        crosswalk.from() + "の設問が対応する、" + crosswalk.to() + "の" + all + "問中" + rows
                                + "問を通して比較しています。事例企業も同じ設問で採点し直しています。以下の指数と得点はこの設問だけによるもので、元の質問票の得点とは異なります。"));
        List<String> linked = crosswalk.rows().stream()
                .map(row -> row.item() + "="
                        + row.from().stream().map(item -> item.key()).collect(Collectors.joining("+")))
                .toList();
        words.line(1, words.list(linked));
    }

    private void node(NodePosition node) {
        String said;
        if (node.standing() instanceof Standing.Nowhere nowhere) {
            boolean unlinked = unlinked(node.key());
            String why = unlinked ? words.say("nothing linked", "対応する設問なし") : words.reason(nowhere.reason());
            said = words.say("no score, ", "得点なし、") + why;
        } else {
            said = words.banded(node.own().score(), node.own().band())
                    + words.provisional(node.own().status())
                    + words.say("; ", "；")
                    + peers.standing(node.standing(), node.n())
                    + mean(node.mean());
        }
        String depth = position.dimensions().contains(node.key()) ? "  " : "";
        words.line(1, depth + node.key() + " " + words.in(node.title()) + words.say(": ", "：") + said);
        if (node.standing() instanceof Standing.PointsOnly) {
            String points = node.peers().stream()
                    .map(point -> peers.name(point.id()) + " " + Wording.whole(point.score()))
                    .collect(Collectors.joining(words.say(", ", "、")));
            words.line(3, points.isEmpty() ? words.in(node.standing().why()) : points);
        }
    }

    /** Whether no item under a node is linked to the answers. */
    private boolean unlinked(String key) {
        return position.crosswalk() != null
                && position.crosswalk().shares().stream()
                        .anyMatch(share -> share.key().equals(key) && share.share() == 0);
    }

    private String mean(GroupMean mean) {
        Double raw = mean.raw();
        if (raw == null) {
            return "";
        }
        String shrunk = mean.shrinkage() instanceof GroupMean.Shrunk one
                ? words.say(", shrunk toward the library ", "、ライブラリーへ縮小 ") + Wording.whole(one.mean())
                : "";
        return words.say("; mean of " + mean.n() + ": ", "；" + mean.n() + "社の平均 ") + Wording.whole(raw) + shrunk;
    }

    private void similar() {
        if (position.similar().isEmpty()) {
            return;
        }
        words.blank();
        words.line(
                0,
                words.say(
                        "Similar companies in the whole library (root mean squared distance over the dimensions that both have)",
                        "プロフィールの似た企業（ライブラリー全体。双方に得点のある次元の差の二乗平均平方根）"));
        for (SimilarCompany similar : position.similar()) {
            words.line(
                    1,
                    named(similar.id())
                            + words.say(": ", "：")
                            + Wording.whole(similar.distance())
                            + words.say(" over " + similar.common() + " dimensions", "（" + similar.common() + "次元）"));
            pairs(words.say("alike: ", "似ている点："), similar.alike());
            pairs(words.say("different: ", "異なる点："), similar.different());
        }
    }

    private void pairs(String lead, List<DimensionPair> pairs) {
        if (!pairs.isEmpty()) {
            words.line(2, lead + words.list(pairs.stream().map(this::pair).toList()));
        }
    }

    private String pair(DimensionPair pair) {
        return pair.key() + " " + Wording.whole(pair.own()) + words.say(" against ", "対") + Wording.whole(pair.theirs())
                + cited(pair.facts());
    }

    /** Names facts, which are told at the end with their sources. */
    private String cited(List<String> ids) {
        facts.addAll(ids);
        return ids.isEmpty() ? "" : " [" + String.join(", ", ids) + "]";
    }

    private String named(String id) {
        return library.company(id)
                .map(company -> words.in(library.name(company)) + " (" + id + words.say(", as of ", "、")
                        + company.asOf() + words.say(")", "年時点)"))
                .orElse(id);
    }

    private void learn() {
        if (position.weak().isEmpty()) {
            return;
        }
        words.blank();
        words.line(
                0,
                words.say(
                        "To learn from, weakest dimension first (companies that are strong there, most similar elsewhere first)",
                        "学べる企業（弱い次元から順に。その次元に強く、他の次元で最も似た企業から）"));
        for (WeakDimension weak : position.weak()) {
            boolean peersMedian = weak.against() == WeakDimension.Against.PEER_MEDIAN;
            String against = Wording.whole(weak.reference())
                    + (peersMedian
                            ? words.say(", the median of its peers", "（比較企業の中央値）")
                            : words.say(", its own index", "（自社の指数）"));
            words.line(
                    1,
                    weak.key() + " " + words.in(position.node(weak.key()).title()) + words.say(": ", "：")
                            + Wording.whole(weak.own()) + words.say(", under ", "、基準 ") + against);
            if (weak.examples().isEmpty()) {
                words.line(2, words.say("No company is strong there beyond doubt.", "明らかに強いと言える企業がありません。"));
            }
            weak.examples().stream().limit(EXAMPLES).forEach(this::example);
        }
    }

    private void example(WeakDimension.Example example) {
        Double apart = example.distanceElsewhere();
        words.line(
                2,
                named(example.id())
                        + words.say(": ", "：")
                        + Wording.whole(example.score())
                        + (apart == null
                                ? ""
                                : words.say(
                                        ", " + Wording.whole(apart) + " apart elsewhere",
                                        "（他の次元での差 " + Wording.whole(apart) + "）")));
        for (CaseRating rating : example.ratings()) {
            if (rating.reason() != null && rating.judgement() instanceof Judgement.Rated rated) {
                words.line(
                        3,
                        rating.item() + " " + rating.rater() + " " + rated.value() + words.say(": ", "：")
                                + rating.reason() + cited(rating.basis().facts()));
            }
        }
    }

    private void referencePoints() {
        if (position.referencePoints().isEmpty()) {
            return;
        }
        words.blank();
        words.line(0, words.say("Published figures on its dimensions: points, not norms", "関連する公表値（参考値であり、基準ではありません）"));
        for (ReferencePoint point : position.referencePoints()) {
            List<String> card = new ArrayList<>();
            card.add(point.period());
            if (point.population() != null) {
                card.add(point.population());
            }
            if (point.n() != null) {
                card.add("n = " + point.n());
            }
            card.add(point.source());
            if (point.definition() != null) {
                card.add(point.definition());
            }
            words.line(
                    1,
                    point.node() + " " + point.measure() + words.say(": ", "：")
                            + point.figure().text() + " " + point.unit() + " (" + String.join("; ", card) + ")");
        }
    }

    private void facts() {
        if (facts.isEmpty()) {
            return;
        }
        words.blank();
        words.line(0, words.say("Facts named above", "上に挙げた事実"));
        for (String id : facts) {
            library.fact(id)
                    .ifPresent(fact -> words.line(
                            1,
                            id + " (" + fact.period().text() + ") " + fact.text() + " " + fact.sourceTitle() + ", "
                                    + fact.sourceUrl()));
        }
    }

    private void card(Card card) {
        String years = card.firstYear() == null
                ? ""
                : words.say(" as of ", "、評価時点 ")
                        + (card.firstYear().equals(card.lastYear()) ? "" : card.firstYear() + "-")
                        + card.lastYear();
        words.line(
                0,
                words.say("Card of the index: n = ", "指数のカード：n = ") + card.n() + years
                        + words.say("; raters ", "；評価者 ") + words.list(card.raters()) + " ("
                        + words.in(card.kindOfRater())
                        + ")" + words.say("; agreement: alpha ", "；一致度：α ")
                        + number(card.agreement().alpha())
                        + words.say(", ICC of their mean ", "、平均のICC ")
                        + number(card.agreement().iccAverage()));
        if (!card.withoutScore().isEmpty()) {
            words.line(
                    1,
                    words.say("without a score there: ", "得点のない企業：")
                            + words.list(card.withoutScore().stream()
                                    .map(peers::name)
                                    .toList()));
        }
        List<String> thin = card.thin().stream().map(peers::thin).toList();
        if (!thin.isEmpty()) {
            words.line(1, words.say("hardly or not in it: ", "ほとんど、またはまったく含まれないもの：") + words.list(thin));
        }
        words.line(
                0,
                words.say(
                        "Intervals: " + position.runs() + " resampled peer groups, seed " + position.seed(),
                        "区間：比較企業の再抽出" + position.runs() + "回、シード " + position.seed()));
    }

    private String number(Estimate estimate) {
        return estimate instanceof Estimate.Point point
                ? String.format(Locale.ROOT, "%.2f", point.value())
                : words.in(((Estimate.NotComputable) estimate).why());
    }
}
