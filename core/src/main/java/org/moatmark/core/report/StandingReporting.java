package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.benchmark.CaseCompany;
import org.moatmark.core.benchmark.CaseFact;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.CaseRating;
import org.moatmark.core.benchmark.Judgement;
import org.moatmark.core.benchmark.Measure;
import org.moatmark.core.benchmark.NodePosition;
import org.moatmark.core.benchmark.PeerPoint;
import org.moatmark.core.benchmark.Position;
import org.moatmark.core.benchmark.RankBand;
import org.moatmark.core.benchmark.Standing;
import org.moatmark.core.benchmark.WeakDimension;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.Outcome;
import org.moatmark.core.scoring.Reason;
import org.moatmark.core.stats.QuantileType;
import org.moatmark.core.stats.Quantiles;

/** Says where a company stands among the cases, and from whom to learn. */
public final class StandingReporting {

    /** So many weak dimensions, examples and reasons are told of; the document of the position has all. */
    private static final int LESSONS = 3;

    private static final int EXAMPLES = 3;

    private static final int REASONS = 2;

    private static final TextMap INDEX = TextMap.of("Index", "指数");

    /** An index that is not that of the questionnaire that was answered says so wherever it stands. */
    static final TextMap LINKED_INDEX = TextMap.of("Index on the cases' questions", "事例企業の設問による指数");

    private final Position position;
    private final CaseLibrary library;

    private StandingReporting(Position position, CaseLibrary library) {
        this.position = position;
        this.library = library;
    }

    /**
     * A position as a part of a report.
     *
     * @param position where the company stands
     * @param library the cases among which it was placed
     * @return the part
     */
    public static Report.Standing of(Position position, CaseLibrary library) {
        return new StandingReporting(position, library).give();
    }

    private Report.Standing give() {
        List<Report.Place> places = new ArrayList<>();
        places.add(place(position.index(), position.crosswalk() == null ? INDEX : LINKED_INDEX));
        for (String key : position.dimensions()) {
            NodePosition node = position.node(key);
            boolean unlinked = position.crosswalk() != null && node.standing() instanceof Standing.Nowhere;
            if (!unlinked) {
                places.add(place(node, node.title()));
            }
        }
        List<Report.Peer> peers = position.index().peers().stream()
                .map(peer -> new Report.Peer(name(peer.id()), peer.score()))
                .toList();
        TextMap honesty = HonestyInShort.of(position.honesty());
        return new Report.Standing(
                headline(position.index()),
                among(),
                linked(),
                places,
                peers,
                position.weak().stream().limit(LESSONS).map(this::lesson).toList(),
                new Words(honesty.in("en"), honesty.in("ja")));
    }

    private Words headline(NodePosition index) {
        if (index.standing() instanceof Standing.Nowhere) {
            return index.standing().why();
        }
        Words standing = text(index);
        return position.crosswalk() == null
                ? new Words("With its index it is " + standing.en() + ".", "指数では" + standing.ja() + "です。")
                : new Words(
                        "By its index on the cases' questions it is " + standing.en() + ".",
                        LINKED_INDEX.in("ja") + "では" + standing.ja() + "です。");
    }

    private Words among() {
        int n = position.group().n();
        boolean widened = position.group().widened();
        return new Words(
                "The others are " + n + " named case companies, rated from public sources."
                        + (widened ? " The circle was widened until it held enough of them." : ""),
                "比較しているのは、公開情報から評価した実名の事例企業" + n + "社です。" + (widened ? "十分な数になるまで範囲を広げました。" : ""));
    }

    private @Nullable Words linked() {
        if (position.crosswalk() == null) {
            return null;
        }
        int rows = position.crosswalk().rows().size();
        int all = rows + position.crosswalk().unlinked().size();
        return new Words(
                "They were rated from outside. Only " + rows + " of the " + all
                        + " outside questions have a match here, so these scores rest on those alone. They are not the"
                        + " scores of the full questionnaire.",
                "事例企業は社外から評価されています。対応する設問は" + all + "問中" + rows + "問で、ここの得点はそれだけによるものです。質問票全体の得点とは異なります。");
    }

    private Report.Place place(NodePosition node, TextMap title) {
        double[] scores = node.peers().stream().mapToDouble(PeerPoint::score).toArray();
        boolean spread = scores.length >= Standing.RANK_FROM;
        return new Report.Place(
                node.key(),
                title,
                mark(node.own()),
                node.n(),
                spread ? Quantiles.one(scores, QuantileType.LINEAR, 0.25) : null,
                spread ? Quantiles.median(scores) : null,
                spread ? Quantiles.one(scores, QuantileType.LINEAR, 0.75) : null,
                text(node));
    }

    private static Mark mark(Measure own) {
        Double score = own.score();
        if (score == null) {
            Reason why = own.outcome() instanceof Outcome.NotScored none ? none.reason() : Reason.TOO_FEW_ANSWERS;
            return new Mark(null, null, null, Mark.Band.NONE, own.status(), why);
        }
        Bounds band = own.band();
        return band == null || Mark.whole(band.low()) == Mark.whole(band.high())
                ? new Mark(score, null, null, Mark.Band.NONE, own.status(), null)
                : new Mark(
                        score,
                        null,
                        band,
                        own.interval() == null ? Mark.Band.POSSIBLE : Mark.Band.INTERVAL,
                        own.status(),
                        null);
    }

    /** Where it stands, as a clause. */
    private static Words text(NodePosition node) {
        Standing standing = node.standing();
        if (standing instanceof Standing.Percentile percentile) {
            Words rank = rank(percentile.rank());
            int low = Mark.whole(percentile.low());
            int high = Mark.whole(percentile.high());
            int percent = Mark.whole(percentile.percent());
            return new Words(
                    rank.en() + ", ahead of about " + percent + " % (90 % interval " + low + " to " + high + ")",
                    rank.ja() + "、全体の約" + percent + "％を上回る位置（90％区間 " + low + "～" + high + "）");
        } else if (standing instanceof Standing.Ranked ranked) {
            return rank(ranked.rank());
        } else if (standing instanceof Standing.PointsOnly points) {
            return new Words(
                    "beside " + points.n() + " others, too few for a rank", "比較できる" + points.n() + "社の中（順位を示すには不足）");
        }
        return new Words("without a score", "得点なし");
    }

    private static Words rank(RankBand rank) {
        if (rank.isClear()) {
            return new Words("rank " + rank.best() + " of " + rank.of(), rank.of() + "社中" + rank.best() + "位");
        }
        return rank.best() == 1 && rank.worst() == rank.of()
                ? new Words(
                        "at any rank from 1 to " + rank.of() + ", since the bands overlap",
                        rank.of() + "社中のどの順位にもなり得る位置（幅が重なるため）")
                : new Words(
                        "between rank " + rank.best() + " and " + rank.worst() + " of " + rank.of(),
                        rank.of() + "社中" + rank.best() + "位から" + rank.worst() + "位の間");
    }

    private Report.Lesson lesson(WeakDimension weak) {
        Words against = weak.against() == WeakDimension.Against.PEER_MEDIAN
                ? new Words("the median of the case companies", "事例企業の中央値")
                : position.crosswalk() == null
                        ? new Words("the company's own index", "自社の指数")
                        : new Words("the company's own index on the cases' questions", "自社の" + LINKED_INDEX.in("ja"));
        return new Report.Lesson(
                weak.key(),
                position.node(weak.key()).title(),
                weak.own(),
                weak.reference(),
                against,
                weak.examples().stream().limit(EXAMPLES).map(this::example).toList());
    }

    private Report.Example example(WeakDimension.Example example) {
        List<Report.Ground> reasons = new ArrayList<>();
        for (CaseRating rating : example.ratings()) {
            if (reasons.size() < REASONS
                    && rating.reason() != null
                    && rating.judgement() instanceof Judgement.Rated rated) {
                List<String> sources = rating.basis().facts().stream()
                        .flatMap(fact -> library.fact(fact).stream())
                        .map(StandingReporting::source)
                        .distinct()
                        .toList();
                reasons.add(new Report.Ground(rating.item(), rated.value(), rating.reason(), sources));
            }
        }
        int asOf = library.company(example.id()).map(CaseCompany::asOf).orElse(0);
        return new Report.Example(name(example.id()), asOf, example.score(), reasons);
    }

    private static String source(CaseFact fact) {
        return fact.sourceTitle() + ", " + fact.sourceUrl();
    }

    private TextMap name(String id) {
        return library.company(id).map(library::name).orElseGet(() -> new TextMap(Map.of("en", id)));
    }
}
