package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.benchmark.Card;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.CaseWords;
import org.moatmark.core.benchmark.Criterion;
import org.moatmark.core.benchmark.NamedPeers;
import org.moatmark.core.benchmark.PeerChoice;
import org.moatmark.core.benchmark.PeerCriteria;
import org.moatmark.core.benchmark.PeerGroup;
import org.moatmark.core.benchmark.RankBand;
import org.moatmark.core.benchmark.Standing;

/** Says in words among whom a company stands, how far one had to go to find them, and where it stands. */
final class PeerWords {

    private final CaseLibrary library;
    private final Wording words;

    PeerWords(CaseLibrary library, Wording words) {
        this.library = library;
        this.words = words;
    }

    /** The group, its widening step by step, and its companies. */
    void group(PeerGroup group) {
        words.line(
                0, words.say("Peers: ", "比較企業：") + companies(group.n()) + words.say(", ", "、") + choice(group.used()));
        if (group.widened()) {
            words.line(
                    1,
                    words.say(
                            "Widened, as fewer than " + group.minimum() + " companies with an index were left:",
                            "指数のある企業が" + group.minimum() + "社に満たないため、条件を順に外しました："));
            for (PeerGroup.Step step : group.steps()) {
                String what = step.letGo() == null
                        ? words.say("as asked for (", "当初の条件（") + choice(step.choice()) + words.say(")", "）")
                        : words.say("without ", "") + called(step.letGo()) + words.say("", "を外す");
                words.line(2, what + words.say(": ", "：") + companies(step.n()));
            }
        }
        if (group.n() < group.minimum()) {
            words.line(
                    1,
                    words.say(
                            "Fewer than the " + group.minimum()
                                    + " that were asked for: peers named by hand are not widened"
                                    + ", and a library cannot give more than it has.",
                            "求められた" + group.minimum() + "社に足りません。名前で指定した比較企業は広げず、ライブラリーにある企業より多くはなりません。"));
        }
        words.line(1, words.list(group.members().stream().map(this::name).toList()));
    }

    String companies(int n) {
        return n == 1 ? words.say("1 company", "1社") : words.say(n + " companies", n + "社");
    }

    /** A company by its name, or by its id where it has none. */
    String name(String id) {
        return library.company(id)
                .map(company -> words.in(library.name(company)))
                .orElse(id);
    }

    String choice(PeerChoice choice) {
        if (choice instanceof NamedPeers) {
            return words.say("named by hand", "名前で指定");
        }
        PeerCriteria criteria = (PeerCriteria) choice;
        List<String> said = new ArrayList<>();
        add(said, CaseWords.Kind.SECTOR, criteria.sector());
        add(said, CaseWords.Kind.REGION, criteria.region());
        add(
                said,
                CaseWords.Kind.SIZE,
                criteria.size() == null ? null : criteria.size().word());
        add(
                said,
                CaseWords.Kind.MARKET,
                criteria.market() == null ? null : criteria.market().word());
        if (criteria.from() != null || criteria.to() != null) {
            String from = criteria.from() == null ? "" : criteria.from().toString();
            String to = criteria.to() == null ? "" : criteria.to().toString();
            said.add(words.say("rated as of ", "評価時点 ") + (from.equals(to) ? from : from + "-" + to));
        }
        return said.isEmpty() ? words.say("the whole library", "ライブラリー全体") : String.join(words.say("; ", "／"), said);
    }

    private void add(List<String> said, CaseWords.Kind kind, @Nullable String word) {
        if (word != null) {
            said.add(words.in(library.words().label(kind, word)));
        }
    }

    String called(Criterion criterion) {
        return switch (criterion) {
            case SIZE -> words.say("size", "規模");
            case AS_OF -> words.say("as-of years", "評価時点");
            case MARKET -> words.say("market", "市場");
            case REGION -> words.say("region", "地域");
            case SECTOR -> words.say("sector", "業種");
        };
    }

    /** A region, size or market of which few companies are there. */
    String thin(Card.Count count) {
        CaseWords.Kind kind = switch (count.criterion()) {
            case SIZE -> CaseWords.Kind.SIZE;
            case MARKET -> CaseWords.Kind.MARKET;
            case REGION -> CaseWords.Kind.REGION;
            case SECTOR -> CaseWords.Kind.SECTOR;
            case AS_OF -> null;
        };
        String word = kind == null ? count.word() : words.in(library.words().label(kind, count.word()));
        return word + " " + count.n();
    }

    /** Where it stands, in a clause. */
    String standing(Standing standing, int n) {
        if (standing instanceof Standing.Percentile percentile) {
            String interval = Wording.whole(percentile.low()) + "-" + Wording.whole(percentile.high());
            String percent = Wording.whole(percentile.percent());
            return words.say(
                    "percentile " + percent + " among " + n + " (90 % interval " + interval + "), "
                            + rank(percentile.rank()),
                    n + "社の中でパーセンタイル " + percent + "（90％区間 " + interval + "）、" + rank(percentile.rank()));
        } else if (standing instanceof Standing.Ranked ranked) {
            return rank(ranked.rank());
        } else if (standing instanceof Standing.PointsOnly) {
            return words.say("points only, " + n + " peers", "各社の点のみ（" + n + "社）");
        }
        return words.say("no score", "得点なし");
    }

    private String rank(RankBand rank) {
        if (rank.isClear()) {
            return words.say("rank " + rank.best() + " of " + rank.of(), rank.of() + "社中" + rank.best() + "位");
        }
        return words.say(
                "rank " + rank.best() + "-" + rank.worst() + " of " + rank.of() + " (tie)",
                rank.of() + "社中" + rank.best() + "-" + rank.worst() + "位（同順位）");
    }
}
