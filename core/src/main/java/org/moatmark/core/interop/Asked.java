package org.moatmark.core.interop;

import java.util.Collections;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Market;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.response.Company;
import org.moatmark.core.response.Form;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.ItemState;

/** What became of an item with one respondent (rule S3). */
final class Asked {

    private Asked() {}

    static ItemState state(Wave wave, Respondent respondent, Item item) {
        Company company = wave.company();
        CompanySize size = company == null ? null : company.size();
        Market market = company == null ? null : company.market();
        if (item.appliesTo().excludes(size, market)) {
            return ItemState.EXCLUDED;
        } else if (wave.form() == Form.CORE && !item.core()) {
            return ItemState.LEFT_OUT;
        } else if (Collections.disjoint(respondent.seat().informants(), item.informants())) {
            return ItemState.NOT_ASKED;
        }
        Response response = respondent.answers().get(item.key());
        if (response instanceof Response.Answered) {
            return ItemState.ANSWERED;
        } else if (response instanceof Response.DontKnow) {
            return ItemState.DONT_KNOW;
        }
        return response instanceof Response.NotApplicable ? ItemState.NOT_APPLICABLE : ItemState.SKIPPED;
    }

    /** A state for a person to read. */
    static TextMap words(ItemState state) {
        return switch (state) {
            case ANSWERED -> TextMap.of("Answered", "回答あり");
            case NOT_APPLICABLE -> TextMap.of("Not applicable", "該当しない");
            case DONT_KNOW -> TextMap.of("Don't know", "わからない");
            case SKIPPED -> TextMap.of("Skipped", "無回答");
            case NOT_ASKED -> TextMap.of("Not asked", "質問の対象外");
            case EXCLUDED -> TextMap.of("Not meant for this company", "この会社には当てはまらない設問");
            case LEFT_OUT -> TextMap.of("Left out of the short form", "短縮版では省略");
        };
    }

    static DataCell cell(ItemState state) {
        return new DataCell.Keyed(state.word(), words(state));
    }
}
