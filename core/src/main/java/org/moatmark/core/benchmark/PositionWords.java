package org.moatmark.core.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Excerpt;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.issue.Nearest;
import org.moatmark.core.issue.Words;

/**
 * Reads how a company is to be placed from words as somebody wrote them: {@code peers} (ids of case companies with commas
 * between, or {@code all} for the whole library) or else {@code sector}, {@code region}, {@code size}, {@code market} and
 * {@code asOf}; {@code min} (the least number of peers), {@code runs} and {@code seed}. Where neither peers nor criteria
 * are given, they follow from the company; where one criterion is given, no other is added.
 */
public final class PositionWords {

    /** The names of all words. */
    public static final List<String> NAMES =
            List.of("peers", "sector", "region", "size", "market", "asOf", "min", "runs", "seed");

    /** The whole library as peers. */
    public static final String ALL = "all";

    /** So many runs are enough for anybody. */
    public static final int MOST_RUNS = 10_000;

    private static final int MOST_PEERS = 100_000;

    /** Larger whole numbers are not the same in every JSON library. */
    private static final long LARGEST_SEED = (1L << 53) - 1;

    private static final List<String> CRITERIA = List.of("sector", "region", "size", "market", "asOf");

    private PositionWords() {}

    /**
     * Reads settings.
     *
     * @param given by name of {@link #NAMES} what was written; other names are passed over
     * @param library the companies, whose words are allowed
     * @return the settings, or an issue for each word that is not allowed; its path is {@code /} and the name
     */
    public static Checked<PositionSettings> read(Map<String, String> given, CaseLibrary library) {
        GivenWords words = new GivenWords(library, given);
        PositionSettings usual = PositionSettings.DEFAULT;
        PeerChoice peers = peers(words, library);
        int minimum = (int) words.whole("min", 1, MOST_PEERS, usual.minimum());
        int runs = (int) words.whole("runs", 1, MOST_RUNS, usual.runs());
        long seed = words.whole("seed", -LARGEST_SEED, LARGEST_SEED, usual.seed());
        return words.done(() -> new PositionSettings(peers, minimum, runs, seed, usual.examples()));
    }

    private static @Nullable PeerChoice peers(GivenWords words, CaseLibrary library) {
        String named = words.text("peers");
        PeerCriteria criteria = words.has(CRITERIA) ? words.criteria() : null;
        if (named == null) {
            return criteria;
        }
        if (criteria != null) {
            words.fault(new Issue(
                    "peers-and-criteria",
                    "/peers",
                    new Words("Peers are both named and described.", "比較企業が、名前と条件の両方で指定されています。"),
                    new Words(
                            "Either name them (peers), or say what they have in common (sector, region, size, market,"
                                    + " as-of years).",
                            "名前（peers）か、共通の条件（sector、region、size、market、評価時点）の、どちらか一方にしてください。")));
        }
        if (ALL.equals(named.strip())) {
            return PeerCriteria.ANYONE;
        }
        List<String> ids =
                Arrays.stream(named.split(",", -1)).map(String::strip).toList();
        for (String id : ids) {
            if (library.company(id).isEmpty()) {
                words.fault(unknown(id, library));
            }
        }
        return new NamedPeers(ids.stream().distinct().toList());
    }

    private static Issue unknown(String id, CaseLibrary library) {
        List<String> ids = new ArrayList<>();
        library.companies().forEach(company -> ids.add(company.id()));
        String near = Nearest.to(id, ids);
        String shown = Excerpt.of(id);
        return new Issue(
                "unknown-case",
                "/peers",
                new Words("There is no case company '" + shown + "'.", "事例企業「" + shown + "」はありません。"),
                new Words(
                        (near == null ? "" : "Did you mean '" + near + "'? ")
                                + "The list of case companies has their ids; 'all' means the whole library.",
                        (near == null ? "" : "「" + near + "」ではありませんか。") + "IDは事例企業の一覧にあります。「all」はライブラリー全体を表します。"));
    }
}
