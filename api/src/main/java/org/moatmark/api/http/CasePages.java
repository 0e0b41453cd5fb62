package org.moatmark.api.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.moatmark.api.http.PageFrame.Page;
import org.moatmark.core.benchmark.CaseCompany;
import org.moatmark.core.benchmark.CaseFilter;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.CaseScore;
import org.moatmark.core.benchmark.CaseWords;
import org.moatmark.core.benchmark.CaseWords.Kind;
import org.moatmark.core.benchmark.Consensus;
import org.moatmark.core.benchmark.FilterWords;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.report.HonestyInShort;

/**
 * The case companies to read: a list that can be filtered, and up to four of them side by side. All without a script. Long,
 * since list, filter and comparison share their forms and links.
 */
final class CasePages {

    /** The companies to compare, each under a name of its own, as no parameter may come twice. */
    private static final List<String> PLACES = List.of("a", "b", "c", "d");

    private static final Page LIST = Page.still("cases");
    private static final Page COMPARE = Page.still("compare");

    private final PageFrame frame;

    CasePages(PageFrame frame) {
        this.frame = frame;
    }

    List<Route> routes() {
        return List.of(
                PageFrame.route("/cases", this::list, FilterWords.NAMES.toArray(String[]::new)),
                PageFrame.route("/cases/compare", this::compare, PLACES.toArray(String[]::new)),
                PageFrame.route("/cases/:case", new CasePage(frame)::page));
    }

    private Answer list(Call call) {
        Reader reader = Reader.of(call, frame);
        CaseLibrary library = call.doors().moatmark().cases();
        Map<String, String> given = new LinkedHashMap<>();
        FilterWords.NAMES.forEach(name -> {
            String value = call.parameters().get(name);
            if (value != null && !value.isBlank()) {
                given.put(name, value);
            }
        });
        CaseFilter filter = Choices.sound(FilterWords.read(given, library), library);
        List<CaseCompany> found = filter.of(library).stream()
                .sorted(Comparator.comparing((CaseCompany one) -> Objects.requireNonNullElse(
                                library.scores().of(one.id()).index().score(), -1.0))
                        .reversed()
                        .thenComparing(CaseCompany::name))
                .toList();
        return frame.answer(
                call,
                LIST,
                Map.of(
                        "honesty", Html.escape(reader.say(HonestyInShort.of(library.honesty()))),
                        "filter", filterForm(reader, library, given),
                        "count",
                                Html.escape(reader.word(
                                        "cases.found",
                                        "n",
                                        String.valueOf(found.size()),
                                        "all",
                                        String.valueOf(library.companies().size()))),
                        "table", table(reader, library, found)));
    }

    private static String filterForm(Reader reader, CaseLibrary library, Map<String, String> given) {
        Html html = new Html();
        keepLanguage(html, reader);
        html.element("div", Html.with("class", "fields"), fields -> {
            labelled(
                    fields,
                    "q",
                    reader.word("cases.search"),
                    field -> field.element(
                            "input",
                            Html.with(
                                    "type",
                                    "search",
                                    "id",
                                    "q",
                                    "name",
                                    "q",
                                    "maxlength",
                                    "200",
                                    "value",
                                    given.get("q")),
                            ""));
            choose(fields, reader, library.words(), "sector", Kind.SECTOR, library.sectors(), given);
            choose(fields, reader, library.words(), "region", Kind.REGION, library.regions(), given);
            choose(fields, reader, library.words(), "country", Kind.COUNTRY, library.countries(), given);
            choose(fields, reader, library.words(), "size", Kind.SIZE, library.sizes(), given);
            choose(fields, reader, library.words(), "market", Kind.MARKET, library.markets(), given);
        });
        return html.toString();
    }

    private static void choose(
            Html html,
            Reader reader,
            CaseWords words,
            String name,
            Kind kind,
            List<String> values,
            Map<String, String> given) {
        labelled(
                html,
                name,
                reader.word("cases." + name),
                field -> field.element("select", Html.with("id", name, "name", name), select -> {
                    select.element("option", Html.with("value", ""), reader.word("cases.any"));
                    for (String value : values) {
                        String chosen = value.equals(given.get(name)) ? "" : null;
                        String text = reader.say(words.label(kind, value));
                        select.element("option", Html.with("value", value, "selected", chosen), text);
                    }
                }));
    }

    private static void labelled(Html html, String id, String label, Consumer<Html> field) {
        html.element("div", inner -> {
            inner.element("label", Html.with("for", id), label);
            field.accept(inner);
        });
    }

    /** A form does not lose the language that was chosen. */
    private static void keepLanguage(Html html, Reader reader) {
        if (reader.call().parameters().get("lang") != null) {
            html.element("input", Html.with("type", "hidden", "name", "lang", "value", reader.language()), "");
        }
    }

    private static String table(Reader reader, CaseLibrary library, List<CaseCompany> found) {
        CaseWords words = library.words();
        Html html = new Html();
        html.element(
                "thead",
                head -> head.element(
                        "tr",
                        row -> row.each(
                                List.of("company", "industry", "country", "asOf", "index", "disputed"),
                                key -> row.element("th", Html.with("scope", "col"), reader.word("cases." + key)))));
        html.element(
                "tbody",
                body -> body.each(
                        found,
                        company -> body.element("tr", row -> {
                            CaseScore score = library.scores().of(company.id());
                            row.element(
                                    "th", Html.with("scope", "row"), name -> toCompany(name, reader, library, company));
                            cell(row, reader, "industry", reader.say(words.label(Kind.INDUSTRY, company.industry())));
                            cell(row, reader, "country", reader.say(words.label(Kind.COUNTRY, company.country())));
                            cell(row, reader, "asOf", String.valueOf(company.asOf()));
                            row.element(
                                    "td",
                                    Html.with("class", "short", "data-label", reader.word("cases.index")),
                                    score(reader, score.index()));
                            cell(row, reader, "disputed", String.valueOf(score.disputed()));
                        })));
        return html.toString();
    }

    /** Leads to a company by its name. */
    private static void toCompany(Html html, Reader reader, CaseLibrary library, CaseCompany company) {
        html.element(
                "a",
                Html.with("href", reader.link("/cases/" + company.id())),
                link -> reader.name(link, library.name(company)));
    }

    private static void cell(Html row, Reader reader, String column, String text) {
        row.element("td", Html.with("data-label", reader.word("cases." + column)), text);
    }

    /** A score as a whole number with the range in which it probably lies, or why there is none. */
    static String score(Reader reader, Consensus consensus) {
        Double score = consensus.score();
        if (score == null) {
            return reader.word("cases.noScore");
        }
        var interval = consensus.interval();
        return interval == null || whole(interval.low()).equals(whole(interval.high()))
                ? whole(score)
                : reader.word(
                        "cases.scoreIn",
                        "score",
                        whole(score),
                        "low",
                        whole(interval.low()),
                        "high",
                        whole(interval.high()));
    }

    static String whole(double score) {
        return String.valueOf(Math.round(score));
    }

    private Answer compare(Call call) {
        Reader reader = Reader.of(call, frame);
        CaseLibrary library = call.doors().moatmark().cases();
        List<CaseScore> chosen = new ArrayList<>();
        for (String place : PLACES) {
            String id = call.parameters().get(place);
            if (id != null && !id.isEmpty()) {
                if (library.company(id).isEmpty()) {
                    throw Halt.of(Slug.NOT_FOUND);
                }
                chosen.add(library.scores().of(id));
            }
        }
        return frame.answer(
                call,
                COMPARE,
                Map.of(
                        "form", compareForm(reader, library),
                        "apart", new CasesApart(reader, library).of(chosen),
                        "table", comparison(reader, library, chosen)));
    }

    private static String compareForm(Reader reader, CaseLibrary library) {
        Html html = new Html();
        keepLanguage(html, reader);
        List<CaseCompany> byName = library.companies().stream()
                .sorted(Comparator.comparing(CaseCompany::name))
                .toList();
        html.element("div", Html.with("class", "fields"), fields -> {
            for (int i = 0; i < PLACES.size(); i++) {
                String place = PLACES.get(i);
                String chosen = reader.call().parameters().get(place);
                labelled(
                        fields,
                        place,
                        reader.word("compare.company", "n", String.valueOf(i + 1)),
                        field -> field.element("select", Html.with("id", place, "name", place), select -> {
                            select.element("option", Html.with("value", ""), reader.word("compare.none"));
                            select.each(
                                    byName,
                                    one -> select.element(
                                            "option",
                                            Html.with(
                                                    "value",
                                                    one.id(),
                                                    "selected",
                                                    one.id().equals(chosen) ? "" : null,
                                                    "lang",
                                                    reader.foreign(library.name(one))),
                                            reader.say(library.name(one))));
                        }));
            }
        });
        return html.toString();
    }

    private static String comparison(Reader reader, CaseLibrary library, List<CaseScore> chosen) {
        if (chosen.isEmpty()) {
            return new Html().element("p", reader.word("compare.choose")).toString();
        }
        Function<CaseScore, String> name = one -> reader.say(library.name(one.company()));
        Html html = new Html();
        html.element(
                "div",
                Html.with(
                        "class",
                        "scroll",
                        "tabindex",
                        "0",
                        "role",
                        "group",
                        "aria-label",
                        reader.word("compare.title")),
                box -> box.element("table", Html.with("class", "even"), table -> {
                    table.element(
                            "thead",
                            head -> head.element("tr", row -> {
                                row.element("td", "");
                                row.each(
                                        chosen,
                                        one -> row.element(
                                                "th",
                                                Html.with("scope", "col"),
                                                cell -> toCompany(cell, reader, library, one.company())));
                            }));
                    table.element("tbody", body -> {
                        line(
                                body,
                                reader.word("cases.industry"),
                                chosen,
                                name,
                                one -> reader.say(library.words()
                                        .label(Kind.INDUSTRY, one.company().industry())));
                        line(
                                body,
                                reader.word("cases.country"),
                                chosen,
                                name,
                                one -> reader.say(library.words()
                                        .label(Kind.COUNTRY, one.company().country())));
                        line(
                                body,
                                reader.word("cases.asOf"),
                                chosen,
                                name,
                                one -> String.valueOf(one.company().asOf()));
                        line(body, reader.word("cases.index"), chosen, name, one -> score(reader, one.index()));
                        for (Node node : library.questionnaire().nodes()) {
                            line(
                                    body,
                                    reader.say(node.head().title()),
                                    chosen,
                                    name,
                                    one -> score(reader, one.node(node.key())));
                        }
                        line(body, reader.word("cases.disputed"), chosen, name, one -> String.valueOf(one.disputed()));
                    });
                }));
        return html.toString();
    }

    private static void line(
            Html body,
            String title,
            List<CaseScore> chosen,
            Function<CaseScore, String> name,
            Function<CaseScore, String> value) {
        body.element("tr", row -> {
            row.element("th", Html.with("scope", "row"), title);
            row.each(chosen, one -> row.element("td", Html.with("data-label", name.apply(one)), value.apply(one)));
        });
    }
}
