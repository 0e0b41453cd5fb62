package org.moatmark.api.http;

import java.util.Comparator;
import java.util.List;
import org.moatmark.api.store.Page;
import org.moatmark.core.benchmark.CaseCompany;
import org.moatmark.core.benchmark.CaseFilter;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.FilterWords;
import org.moatmark.core.json.CaseJson;
import org.moatmark.core.json.ReliabilityJson;
import org.moatmark.core.report.HonestyInShort;

/** {@code /v1/cases}: the shipped case companies, read when they are first asked for. */
final class CaseRoutes {

    /** Stands before the companies, none of which is called so; has the whole page of honesty. */
    private static final String RELIABILITY = "/v1/cases/reliability";

    private final Lists lists;

    CaseRoutes(Lists lists) {
        this.lists = lists;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/v1/cases", Access.OPEN, this::list)
                        .knowing("limit", "cursor")
                        .alsoKnowing(FilterWords.NAMES),
                Route.get(RELIABILITY, Access.OPEN, CaseRoutes::reliability),
                Route.get("/v1/cases/:case", Access.OPEN, CaseRoutes::get));
    }

    private Answer list(Call call) {
        CaseLibrary library = call.doors().moatmark().cases();
        int limit = call.parameters().limit();
        CaseFilter filter =
                Choices.sound(FilterWords.read(call.parameters().without("limit", "cursor"), library), library);
        String after = lists.after(call, "");
        List<CaseCompany> rest = filter.of(library).stream()
                .filter(company -> company.id().compareTo(after) > 0)
                .sorted(Comparator.comparing(CaseCompany::id))
                .toList();
        var page = new Page<>(rest.subList(0, Math.min(limit, rest.size())), rest.size() > limit);
        Members about = new Members()
                .put("library", CaseJson.library(library))
                .put("honesty", HonestyInShort.of(library.honesty()))
                .put("honestyPage", RELIABILITY);
        return Choices.shared(lists.answer(
                call, "", page, CaseCompany::id, company -> CaseJson.summary(library, company.id()), about));
    }

    private static Answer reliability(Call call) {
        CaseLibrary library = call.doors().moatmark().cases();
        return Choices.shared(Answer.json(200, ReliabilityJson.document(library)));
    }

    private static Answer get(Call call) {
        CaseLibrary library = call.doors().moatmark().cases();
        String id = call.part("case");
        if (library.company(id).isEmpty()) {
            throw Halt.of(Slug.NOT_FOUND);
        }
        return Choices.shared(Answer.json(200, CaseJson.document(library, id)));
    }
}
