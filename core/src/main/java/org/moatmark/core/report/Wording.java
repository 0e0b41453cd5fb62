package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.benchmark.CaseCompany;
import org.moatmark.core.benchmark.CaseWords;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.Reason;
import org.moatmark.core.scoring.Status;

/** Lines of text in one language. Scores are rounded here to whole numbers (rule S25), and nowhere before. */
final class Wording {

    private static final String INDENT = "  ";

    private final String language;
    private final boolean japanese;
    private final StringBuilder text = new StringBuilder();

    Wording(String language) {
        this.language = language;
        this.japanese = "ja".equals(language);
    }

    String say(String en, String ja) {
        return japanese ? ja : en;
    }

    String in(TextMap texts) {
        return texts.in(language);
    }

    String in(Words sentence) {
        return sentence.in(language);
    }

    /** A whole number. */
    static String whole(double score) {
        return Long.toString((long) StrictMath.floor(score + 0.5));
    }

    /** A score with its band: {@code 69 (62-74)}, or {@code 69} where the band is no wider than the number. */
    String banded(@Nullable Double score, @Nullable Bounds band) {
        if (score == null) {
            return band == null ? say("no score", "得点なし") : say("no score, ", "得点なし、") + span(band);
        }
        String number = whole(score);
        return band == null || span(band).equals(number) ? number : number + " (" + span(band) + ")";
    }

    /** From a whole number to another, or the one that both are. */
    static String span(Bounds band) {
        String low = whole(band.low());
        String high = whole(band.high());
        return low.equals(high) ? low : low + "-" + high;
    }

    /** What is said beside a score that does not rest on enough; nothing for a full one. */
    String provisional(Status status) {
        return status == Status.PROVISIONAL ? say(", provisional", "、暫定") : "";
    }

    /** Why there is no score. */
    String reason(Reason reason) {
        return in(reason.words());
    }

    /** What a band holds, and what not. */
    void aboutBands() {
        line(
                0,
                say(
                        "A band holds what blanks and disputed ratings leave open, and no more: a case company without either"
                                + " has none, though other raters could have judged otherwise.",
                        "幅は空欄と評価の不一致によるものだけを表します。どちらもない事例企業に幅はありませんが、別の評価者なら異なる評価になることもあります。"));
    }

    /** Words with commas between. */
    String list(List<String> words) {
        return String.join(say(", ", "、"), words);
    }

    /** What a company is, in one line. */
    String company(CaseCompany company, CaseWords words) {
        List<String> said = new ArrayList<>();
        said.add(in(words.label(CaseWords.Kind.INDUSTRY, company.industry())));
        said.add(in(words.label(CaseWords.Kind.SECTOR, company.sector())));
        said.add(in(words.label(CaseWords.Kind.COUNTRY, company.country())));
        said.add(in(words.label(CaseWords.Kind.SIZE, company.size().word())));
        said.add(in(words.label(CaseWords.Kind.MARKET, company.market().word())));
        said.add(say("founded ", "創業 ") + company.founded().text());
        return String.join(say("; ", "／"), said);
    }

    void line(int depth, String words) {
        text.append(INDENT.repeat(depth)).append(words).append('\n');
    }

    void blank() {
        text.append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
