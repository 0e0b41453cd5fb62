package org.moatmark.core.json;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Finding;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.Market;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.questionnaire.SideJoin;
import org.moatmark.core.questionnaire.Source;
import org.moatmark.core.response.EvidenceGrade;
import org.moatmark.core.response.Form;

/** The words of the formats and what they stand for. */
final class Vocabulary {

    static final List<String> SIZES = words(CompanySize.values(), CompanySize::word);
    static final List<String> COMPANY_MARKETS = words(Market.values(), Market::word);
    static final List<String> QUESTION_MARKETS = List.of(Market.B2B.word(), Market.B2C.word());
    static final List<String> SIDES = words(Side.values(), Side::word);
    static final List<String> SIDE_JOINS = words(SideJoin.values(), SideJoin::word);
    static final List<String> GRADES = words(Source.Grade.values(), Source.Grade::name);
    static final List<String> TONES = words(Finding.Tone.values(), Finding.Tone::word);
    static final List<String> COUNTS = words(ItemType.Count.values(), ItemType.Count::word);
    static final List<String> EVIDENCE = words(EvidenceGrade.values(), EvidenceGrade::name);
    static final List<String> FORMS = words(Form.values(), Form::word);
    static final List<String> TYPES = List.of("rubric", "agreement", "yesNo", "number", "choice", "choices", "text");

    private Vocabulary() {}

    static CompanySize size(String word) {
        return CompanySize.values()[SIZES.indexOf(word)];
    }

    static Market market(String word) {
        return Market.values()[COMPANY_MARKETS.indexOf(word)];
    }

    static Side side(String word) {
        return Side.values()[SIDES.indexOf(word)];
    }

    static SideJoin sideJoin(String word) {
        return SideJoin.values()[SIDE_JOINS.indexOf(word)];
    }

    static Finding.Tone tone(String word) {
        return Finding.Tone.values()[TONES.indexOf(word)];
    }

    static ItemType.Count count(String word) {
        return ItemType.Count.values()[COUNTS.indexOf(word)];
    }

    static Form form(String word) {
        return Form.values()[FORMS.indexOf(word)];
    }

    private static <T> List<String> words(T[] constants, Function<T, String> word) {
        return Arrays.stream(constants).map(word).toList();
    }
}
