package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.moatmark.core.benchmark.Basis;
import org.moatmark.core.benchmark.CaseFact;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.CaseRating;
import org.moatmark.core.benchmark.CaseScore;
import org.moatmark.core.benchmark.CaseWords;
import org.moatmark.core.benchmark.Consensus;
import org.moatmark.core.benchmark.ConsensusItem;
import org.moatmark.core.benchmark.Judgement;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Node;

/**
 * A case company in words for people: its scores down to every rating with the raters' reasons, what is disputed, and the
 * facts with their sources. The text may change with any release; programs read the document instead.
 */
public final class CaseProfile {

    private final CaseLibrary library;
    private final CaseScore score;
    private final Wording words;
    private final Map<String, ConsensusItem> items = new HashMap<>();

    private CaseProfile(CaseLibrary library, String id, String language) {
        this.library = library;
        this.score = library.scores().of(id);
        this.words = new Wording(language);
        score.items().forEach(item -> items.put(item.key(), item));
    }

    /**
     * One company in words.
     *
     * @param library where it is
     * @param id its id
     * @param language {@code "ja"} for Japanese, all else for English
     * @return lines of text, each ended by a line feed
     * @throws IllegalArgumentException if the library has no such company
     */
    public static String of(CaseLibrary library, String id, String language) {
        return new CaseProfile(library, id, language).write();
    }

    private String write() {
        String asOf = words.say(", as of ", "、") + score.company().asOf() + words.say("", "年時点");
        words.line(
                0,
                words.in(library.name(score.company())) + " (" + score.company().id() + ")" + asOf);
        words.line(0, words.company(score.company(), library.words()));
        words.blank();
        words.line(0, words.say("Index ", "指数 ") + scored(score.index()));
        library.questionnaire().tree().forEach(node -> node(node, 0));
        disputed();
        facts();
        words.blank();
        CaseFooter.write(library, words);
        return words.toString();
    }

    private String scored(Consensus consensus) {
        return words.banded(consensus.score(), consensus.interval()) + words.provisional(consensus.status());
    }

    private void node(Node node, int depth) {
        words.line(
                depth,
                node.key() + " " + words.in(node.head().title()) + words.say(": ", "：")
                        + scored(score.node(node.key())));
        if (node instanceof Node.Branch branch) {
            branch.nodes().forEach(child -> node(child, depth + 1));
        } else if (node instanceof Node.Leaf leaf) {
            leaf.items().forEach(item -> item(item, depth + 1));
        }
    }

    private void item(Item item, int depth) {
        ConsensusItem consensus = items.get(item.key());
        if (consensus == null || consensus.ratings().isEmpty()) {
            words.line(depth, item.key() + words.say(" (nobody rated it) ", "（評価なし）") + words.in(item.text()));
            return;
        }
        words.line(depth, item.key() + " (" + ratings(consensus) + ") " + words.in(item.text()));
        for (CaseRating rating : consensus.ratings().values()) {
            if (rating.reason() != null) {
                words.line(depth + 1, rating.rater() + words.say(": ", "：") + rating.reason() + basis(rating.basis()));
            }
        }
    }

    private String ratings(ConsensusItem consensus) {
        List<String> said = new ArrayList<>();
        for (CaseRating rating : consensus.ratings().values()) {
            said.add(rating.rater() + " " + judgement(rating.judgement()));
        }
        return words.list(said)
                + (consensus.disputed() ? words.say("; disputed", "；不一致") : "")
                + (consensus.state().applies()
                        ? ""
                        : words.say("; not meant for it, counts nowhere", "；対象外のため得点に入らない"));
    }

    private String judgement(Judgement judgement) {
        if (judgement instanceof Judgement.Rated rated) {
            return Integer.toString(rated.value());
        }
        return judgement instanceof Judgement.NotApplicable
                ? words.say("not applicable", "該当なし")
                : words.say("not judged", "判断なし");
    }

    private String basis(Basis basis) {
        List<String> said = new ArrayList<>(basis.facts());
        if (basis.publicKnowledge()) {
            said.add(words.say("public knowledge", "公知の情報"));
        }
        return said.isEmpty() ? "" : " [" + words.list(said) + "]";
    }

    private void disputed() {
        List<String> keys = score.items().stream()
                .filter(ConsensusItem::disputed)
                .map(ConsensusItem::key)
                .toList();
        if (!keys.isEmpty()) {
            words.blank();
            words.line(
                    0,
                    words.say(
                            "Disputed (the raters differ by more than one step): " + words.list(keys),
                            "評価が一段階を超えて分かれた設問：" + words.list(keys)));
        }
    }

    private void facts() {
        words.blank();
        List<CaseFact> facts = library.factsOf(score.company().id());
        if (facts.isEmpty()) {
            words.line(0, words.say("No facts were found.", "事実は見つかっていません。"));
            return;
        }
        words.line(0, words.say("Facts", "事実（記録された言語のまま）"));
        for (CaseFact fact : facts) {
            List<String> about = new ArrayList<>();
            about.add(words.in(library.words().label(CaseWords.Kind.THEME, fact.theme())));
            about.add(fact.period().text());
            if (fact.period().beginsAfter(score.company().asOf())) {
                about.add(words.say("later than the ratings", "評価時点より後"));
            }
            words.line(1, fact.id() + words.say(" (", "（") + words.list(about) + words.say(") ", "）") + fact.text());
            words.line(2, fact.sourceTitle() + ", " + fact.sourceUrl());
        }
    }
}
