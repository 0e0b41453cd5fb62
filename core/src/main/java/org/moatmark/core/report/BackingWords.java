package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.List;
import org.moatmark.core.issue.Words;
import org.moatmark.core.response.Evidence;
import org.moatmark.core.response.EvidenceGrade;

/** What an answer rests on, in words: the evidence itself, and how its grade entered the score (rule S2). */
final class BackingWords {

    private final Said said;

    BackingWords(Said said) {
        this.said = said;
    }

    /** How the grade enters the score; empty where no evidence is asked. */
    List<String> rule(Report.Given given, Backing backing) {
        Double cap = backing.cap();
        if (backing.bearing() == Backing.Bearing.NOT_OF_CUSTOMERS) {
            return List.of(said.say(
                    "Customers are asked for no evidence: the answer counts as claimed.",
                    "顧客には根拠を求めないため、回答がそのまま得点になります。"));
        } else if (cap == null) {
            return List.of();
        }
        String most = Said.whole(cap);
        String best = best(backing);
        String own = said.say(
                best + ": up to " + most + " points count (rule S2).", best + "：" + most + "点まで得点になります（規則S2）。");
        return switch (backing.bearing()) {
            case CAPPED ->
                List.of(said.say(
                        best + ": of " + Said.whole(given.claimed()) + " points claimed, " + most + " count (rule S2).",
                        best + "：申告の" + Said.whole(given.claimed()) + "点のうち" + most + "点が得点になります（規則S2）。"));
            case CARRIED_BY_OTHERS ->
                List.of(
                        own,
                        said.say(
                                "Somebody else's evidence for the same item carries the answer to "
                                        + Said.whole(given.evidenced()) + ".",
                                "同じ項目への他の人の根拠により、" + Said.whole(given.evidenced()) + "点まで認められます。"));
            case CARRIED, NOT_ASKED, NOT_OF_CUSTOMERS -> List.of(own);
        };
    }

    private String best(Backing backing) {
        return backing.evidence().isEmpty()
                ? said.say("No evidence (E0)", "根拠なし（E0）")
                : said.say("Best evidence " + backing.grade(), "最も確かな根拠は" + backing.grade());
    }

    /** The evidence, then the note; what is empty is left out. */
    List<Block.Exhibit> exhibits(Backing backing) {
        List<Block.Exhibit> exhibits = new ArrayList<>();
        for (Evidence one : backing.evidence()) {
            String kind = said.in(kind(one.grade()));
            exhibits.add(new Block.Exhibit(
                    said.say(one.grade() + ", " + kind, one.grade() + "（" + kind + "）"), one.note(), one.link()));
        }
        if (backing.note() != null) {
            exhibits.add(new Block.Exhibit(said.say("Note", "メモ"), backing.note(), null));
        }
        return exhibits;
    }

    /** What evidence of a grade is. */
    static Words kind(EvidenceGrade grade) {
        return switch (grade) {
            case E0 -> new Words("a claim only", "主張のみ");
            case E1 -> new Words("one example, told", "口頭での一例");
            case E2 -> new Words("a document", "文書");
            case E3 -> new Words("a system record or figures from finance", "システムの記録または財務データ");
            case E4 -> new Words("confirmed from outside", "社外による確認");
        };
    }
}
