package org.moatmark.api.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.http.PageFrame.Page;
import org.moatmark.core.benchmark.CaseCompany;
import org.moatmark.core.benchmark.CaseFact;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.CaseRating;
import org.moatmark.core.benchmark.CaseScore;
import org.moatmark.core.benchmark.CaseWords.Kind;
import org.moatmark.core.benchmark.ConsensusItem;
import org.moatmark.core.benchmark.Judgement;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.report.HonestyInShort;

/** One case company: what is known of it and from where, what each rater made of it, and where the raters disagree. */
final class CasePage {

    private static final Page PAGE = Page.still("case");

    private final PageFrame frame;

    CasePage(PageFrame frame) {
        this.frame = frame;
    }

    Answer page(Call call) {
        Reader reader = Reader.of(call, frame);
        CaseLibrary library = call.doors().moatmark().cases();
        CaseCompany company = library.company(call.part("case")).orElseThrow(() -> Halt.of(Slug.NOT_FOUND));
        CaseScore score = library.scores().of(company.id());
        return frame.answer(
                call,
                PAGE,
                reader.say(library.name(company)),
                Map.of(
                        "name", name(reader, library, company),
                        "about", about(reader, library, company, score),
                        "compare", Html.escape(reader.link("/cases/compare?a=" + company.id())),
                        "document", "/v1/cases/" + company.id(),
                        "scores", scores(reader, library, score),
                        "facts", facts(reader, library, company),
                        "ratings", ratings(reader, library, score),
                        "honesty", Html.escape(reader.say(HonestyInShort.of(library.honesty())))));
    }

    /** The name in the language of the page, and small beside it the one in English where that is another. */
    private static String name(Reader reader, CaseLibrary library, CaseCompany company) {
        Html html = new Html();
        TextMap name = library.name(company);
        reader.name(html, name);
        if (!reader.say(name).equals(company.name())) {
            html.text(" ").element("small", reader.english(), company.name());
        }
        return html.toString();
    }

    private static String about(Reader reader, CaseLibrary library, CaseCompany company, CaseScore score) {
        var words = library.words();
        Html html = new Html();
        fact(html, reader.word("cases.index"), CasePages.score(reader, score.index()));
        fact(html, reader.word("cases.industry"), reader.say(words.label(Kind.INDUSTRY, company.industry())));
        fact(html, reader.word("cases.country"), reader.say(words.label(Kind.COUNTRY, company.country())));
        fact(
                html,
                reader.word("cases.size"),
                reader.say(words.label(Kind.SIZE, company.size().word())));
        fact(
                html,
                reader.word("cases.market"),
                reader.say(words.label(Kind.MARKET, company.market().word())));
        fact(html, reader.word("case.founded"), company.founded().text());
        fact(html, reader.word("cases.asOf"), String.valueOf(company.asOf()));
        fact(html, reader.word("cases.disputed"), String.valueOf(score.disputed()));
        return html.toString();
    }

    private static void fact(Html html, String name, String value) {
        html.element("div", pair -> pair.element("dt", name).element("dd", value));
    }

    private static String scores(Reader reader, CaseLibrary library, CaseScore score) {
        Html html = new Html();
        for (Node node : library.questionnaire().nodes()) {
            html.element(
                    "tr",
                    row -> row.element(
                                    "th",
                                    Html.with("scope", "row"),
                                    reader.say(node.head().title()))
                            .element(
                                    "td",
                                    Html.with("data-label", reader.word("case.score")),
                                    CasePages.score(reader, score.node(node.key()))));
        }
        return html.toString();
    }

    /** Facts are kept in the language of their sources' excerpts. */
    private static String facts(Reader reader, CaseLibrary library, CaseCompany company) {
        Html html = new Html();
        for (CaseFact fact : library.factsOf(company.id())) {
            html.element("li", target(fact.id(), null), line -> {
                line.element("p", reader.english(), fact.text());
                line.element("p", Html.with("class", "hint small"), from -> {
                    from.text(reader.say(library.words().label(Kind.THEME, fact.theme())) + " / "
                            + fact.period().text() + " / ");
                    source(from, reader, fact);
                    if (fact.period().beginsAfter(company.asOf())) {
                        from.text(" / " + reader.word("case.later"));
                    }
                });
            });
        }
        return html.toString();
    }

    /** What can be jumped to, so that the keyboard and a screen reader go on from there. */
    private static Map<String, String> target(String id, @Nullable String look) {
        return Html.with("id", id, "tabindex", "-1", "class", look);
    }

    /** A source that is an address on the web is a link, anything else is not. */
    private static void source(Html html, Reader reader, CaseFact fact) {
        Map<String, String> attributes = new HashMap<>(reader.english());
        if (fact.sourceUrl().matches("https?://\\S+")) {
            attributes.put("href", fact.sourceUrl());
            attributes.put("rel", "noopener noreferrer");
            html.element("a", attributes, fact.sourceTitle());
        } else {
            html.element("span", attributes, fact.sourceTitle());
        }
    }

    private static String ratings(Reader reader, CaseLibrary library, CaseScore score) {
        Map<String, ConsensusItem> byKey = new HashMap<>();
        score.items().forEach(item -> byKey.put(item.key(), item));
        Html html = new Html();
        for (Node node : library.questionnaire().nodes()) {
            if (node instanceof Node.Leaf leaf) {
                html.element("h3", reader.say(leaf.head().title()));
                for (Item item : leaf.items()) {
                    ConsensusItem consensus = byKey.get(item.key());
                    if (consensus != null) {
                        rated(html, reader, item, consensus);
                    }
                }
            }
        }
        return html.toString();
    }

    private static void rated(Html html, Reader reader, Item item, ConsensusItem consensus) {
        String look = consensus.disputed() ? "rated disputed" : "rated";
        html.element("section", target(item.key(), look), box -> {
            box.element("h4", title -> {
                title.text(reader.say(item.text()));
                if (consensus.disputed()) {
                    title.text(" ").element("small", Html.with("class", "badge"), reader.word("case.disputed"));
                }
            });
            box.element(
                    "ul",
                    list -> list.each(
                            List.copyOf(consensus.ratings().values()),
                            rating -> list.element("li", line -> rating(line, reader, item, rating))));
        });
    }

    private static void rating(Html line, Reader reader, Item item, CaseRating rating) {
        line.text(reader.word("case.rater", "name", rating.rater()) + " ");
        if (rating.judgement() instanceof Judgement.Rated rated && item.type() instanceof ItemType.Rubric rubric) {
            line.element(
                    "strong", rated.value() + ": " + reader.say(rubric.anchors().get(rated.value() - 1)));
        } else {
            boolean not = rating.judgement() instanceof Judgement.NotApplicable;
            line.element("strong", reader.word(not ? "case.notApplicable" : "case.notJudged"));
        }
        String reason = rating.reason();
        if (reason != null) {
            line.text(" ").element("span", reader.english(), "\u201c" + reason + "\u201d");
        }
        if (!rating.basis().isEmpty()) {
            line.element("span", Html.with("class", "hint small"), basis -> {
                basis.text(" " + reader.word("case.basis") + " ");
                for (String fact : rating.basis().facts()) {
                    basis.element("a", Html.with("href", "#" + fact), fact).text(" ");
                }
                if (rating.basis().publicKnowledge()) {
                    basis.text(reader.word("case.public"));
                }
            });
        }
    }
}
