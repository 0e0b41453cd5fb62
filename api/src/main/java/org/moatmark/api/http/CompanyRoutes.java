package org.moatmark.api.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.http.Route.Takes;
import org.moatmark.api.service.Right;
import org.moatmark.api.store.Page;
import org.moatmark.api.store.StoredCompany;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Market;
import org.moatmark.core.response.Company;

/** {@code /v1/companies}. */
final class CompanyRoutes {

    private static final Access KEEP = Access.key(Right.KEEP_COMPANIES);
    private static final int LONGEST = 200;
    private static final List<String> SIZES =
            Arrays.stream(CompanySize.values()).map(CompanySize::word).toList();
    private static final List<String> MARKETS =
            Arrays.stream(Market.values()).map(Market::word).toList();
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Lists lists;

    CompanyRoutes(Lists lists) {
        this.lists = lists;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/v1/companies", KEEP, this::list).knowing("limit", "cursor"),
                Route.post("/v1/companies", KEEP, Takes.JSON, CompanyRoutes::create)
                        .orBrief(),
                Route.get("/v1/companies/:company", KEEP, CompanyRoutes::get),
                Route.patch("/v1/companies/:company", KEEP, CompanyRoutes::change));
    }

    private Answer list(Call call) {
        var who = call.holder();
        int limit = call.parameters().limit();
        String after = lists.after(call, who.tenant());
        Page<StoredCompany> page = call.read(work -> call.doors().companies().list(work, who, after, limit));
        return lists.answer(
                call,
                who.tenant(),
                page,
                StoredCompany::id,
                one -> Shapes.company(one).done());
    }

    private static Answer create(Call call) {
        Body body = call.fields();
        Company facts = new Company(
                body.text("name", LONGEST),
                country(body),
                body.optionalText("region", LONGEST),
                body.optionalText("sector", LONGEST),
                size(body.optionalWord("size", SIZES)),
                market(body.optionalWord("market", MARKETS)));
        body.done();
        return call.once(work -> {
            StoredCompany company = call.doors().companies().create(work, call.holder(), facts);
            return answer(call, 201, company).with("Location", "/v1/companies/" + company.id());
        });
    }

    private static Answer get(Call call) {
        String id = call.id("company");
        return answer(call, 200, call.read(work -> call.doors().companies().get(work, call.holder(), id)));
    }

    private static Answer change(Call call) {
        String id = call.id("company");
        Body body = call.fields();
        @Nullable String name = body.has("name") ? body.text("name", LONGEST) : null;
        @Nullable String country = country(body);
        @Nullable String region = body.optionalText("region", LONGEST);
        @Nullable String sector = body.optionalText("sector", LONGEST);
        @Nullable CompanySize size = size(body.optionalWord("size", SIZES));
        @Nullable Market market = market(body.optionalWord("market", MARKETS));
        body.done();
        return answer(
                call,
                200,
                call.write(work -> call.doors()
                        .companies()
                        .change(
                                work,
                                call.holder(),
                                id,
                                call.seen(),
                                old -> new Company(
                                        name == null ? old.name() : name,
                                        body.has("country") ? country : old.country(),
                                        body.has("region") ? region : old.region(),
                                        body.has("sector") ? sector : old.sector(),
                                        body.has("size") ? size : old.size(),
                                        body.has("market") ? market : old.market()))));
    }

    private static @Nullable String country(Body body) {
        String country = body.optionalText("country", LONGEST);
        if (country != null && !COUNTRIES.contains(country)) {
            body.fault("country", BodyFaults::country);
        }
        return country;
    }

    private static @Nullable CompanySize size(@Nullable String word) {
        return word == null ? null : CompanySize.values()[SIZES.indexOf(word)];
    }

    private static @Nullable Market market(@Nullable String word) {
        return word == null ? null : Market.values()[MARKETS.indexOf(word)];
    }

    /** The library is read when it is first needed, which takes a moment. */
    private static List<Issue> unfamiliar(Call call, Company company) {
        return company.sector() == null && company.region() == null
                ? List.of()
                : call.doors().moatmark().cases().unfamiliar(company);
    }

    private static Answer answer(Call call, int status, StoredCompany company) {
        Members document = Shapes.company(company)
                .list("warnings", unfamiliar(call, company.facts()), issue -> Shapes.warning(issue, call.language()));
        return call.tagged(Answer.json(status, document.done()), company.version());
    }
}
