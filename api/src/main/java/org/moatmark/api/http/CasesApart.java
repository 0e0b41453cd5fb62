package org.moatmark.api.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.moatmark.core.benchmark.CaseCompany;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.CaseScore;
import org.moatmark.core.benchmark.ConsensusItem;
import org.moatmark.core.benchmark.ItemSpread;
import org.moatmark.core.questionnaire.Item;

/** The questions that part the compared companies most, each score with the way to the ratings that it is made of. */
final class CasesApart {

    private static final int MOST = 5;

    private final Reader reader;
    private final CaseLibrary library;
    private final Map<String, Item> items = new HashMap<>();

    CasesApart(Reader reader, CaseLibrary library) {
        this.reader = reader;
        this.library = library;
        library.questionnaire().items().forEach(item -> items.put(item.key(), item));
    }

    /** A list of at most five; nothing where there is nothing to compare. */
    String of(List<CaseScore> chosen) {
        List<ItemSpread> widest = ItemSpread.widest(chosen, MOST);
        if (widest.isEmpty()) {
            return "";
        }
        Html html = new Html();
        html.element("section", Html.with("class", "apart measure", "aria-labelledby", "apart"), box -> {
            box.element("h2", Html.with("id", "apart"), reader.word("compare.apart"));
            box.element("p", Html.with("class", "hint small"), reader.word("compare.apartText"));
            box.element("ol", list -> list.each(widest, one -> list.element("li", line -> spread(line, one, chosen))));
        });
        return html.toString();
    }

    private void spread(Html line, ItemSpread one, List<CaseScore> chosen) {
        Item item = items.get(one.key());
        line.element("p", item == null ? one.key() : reader.say(item.text()));
        line.element("p", Html.with("class", "values"), values -> {
            for (CaseScore score : chosen) {
                ConsensusItem found = one.companies().get(score.company().id());
                if (found != null && found.score() != null) {
                    value(values, score.company(), found, found.score());
                }
            }
        });
    }

    private void value(Html values, CaseCompany company, ConsensusItem found, double score) {
        String href = reader.link("/cases/" + company.id() + "#" + found.key());
        values.element("span", one -> {
            one.element("a", Html.with("href", href), link -> {
                reader.name(link, library.name(company));
                link.text(" ").element("strong", CasePages.whole(score));
            });
            if (found.disputed()) {
                one.text(" ").element("small", Html.with("class", "badge"), reader.word("compare.disputed"));
            }
        });
        values.text(" ");
    }
}
