package org.moatmark.core.json;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.moatmark.core.benchmark.CaseCompany;
import org.moatmark.core.benchmark.CaseFact;
import org.moatmark.core.benchmark.CaseFilter;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.CaseRating;
import org.moatmark.core.benchmark.CaseScore;
import org.moatmark.core.benchmark.CaseWords;
import org.moatmark.core.benchmark.Consensus;
import org.moatmark.core.benchmark.ConsensusItem;
import org.moatmark.core.benchmark.Judgement;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.scoring.Outcome;

/**
 * Documents about case companies: one with its facts, its scores and every rating ({@code moatmark/case/1}), and lists
 * ({@code moatmark/cases/1}) in which each stands in short. Numbers are unrounded, texts are in both languages.
 */
public final class CaseJson {

    /** The word of the {@code format} property of one company. */
    public static final String FORMAT = "moatmark/case/1";

    /** The word of the {@code format} property of a list. */
    public static final String LIST_FORMAT = "moatmark/cases/1";

    private CaseJson() {}

    /**
     * A company as it stands in a list: what it is, what its words are called, its index, and how many facts there are
     * and how many items are disputed.
     *
     * @param library where it is
     * @param id its id
     * @return the object
     * @throws IllegalArgumentException if the library has no such company
     */
    public static JsonObject summary(CaseLibrary library, String id) {
        CaseScore score = library.scores().of(id);
        return company(score.company(), library)
                .put("index", consensus(score.index()).done())
                .put("disputed", score.disputed())
                .put("facts", library.factsOf(id).size())
                .done();
    }

    /**
     * Companies in short, in file order, with the library's page of honesty.
     *
     * @param library where they are
     * @param filter which of them
     * @return the document
     */
    public static JsonObject list(CaseLibrary library, CaseFilter filter) {
        return new ObjectBuilder()
                .put("format", LIST_FORMAT)
                .put("library", library(library))
                .list("items", filter.of(library), company -> summary(library, company.id()))
                .put("honesty", library.honesty())
                .done();
    }

    /**
     * What a library is: how many companies, rated as of when, by whom and on what.
     *
     * @param library the library
     * @return the object
     */
    public static JsonObject library(CaseLibrary library) {
        List<Integer> years =
                library.companies().stream().map(CaseCompany::asOf).sorted().toList();
        return new ObjectBuilder()
                .put("companies", library.companies().size())
                .put("firstYear", years.isEmpty() ? null : years.get(0))
                .put("lastYear", years.isEmpty() ? null : years.get(years.size() - 1))
                .texts("raters", library.raters())
                .put("questionnaire", questionnaire(library.questionnaire()))
                .done();
    }

    /**
     * One company: the summary, and every node, item, rating and fact, with the page of honesty.
     *
     * @param library where it is
     * @param id its id
     * @return the document
     * @throws IllegalArgumentException if the library has no such company
     */
    public static JsonObject document(CaseLibrary library, String id) {
        CaseScore score = library.scores().of(id);
        Questionnaire questionnaire = library.questionnaire();
        ObjectBuilder document = new ObjectBuilder().put("format", FORMAT);
        company(score.company(), library).into(document);
        document.put("library", library(library))
                .put("index", consensus(score.index()).done())
                .put("disputed", score.disputed());
        Map<String, String> parents = new HashMap<>();
        Map<String, Node.Leaf> leafOf = new HashMap<>();
        for (Node node : questionnaire.nodes()) {
            if (node instanceof Node.Branch branch) {
                branch.nodes().forEach(child -> parents.put(child.key(), node.key()));
            } else if (node instanceof Node.Leaf leaf) {
                leaf.items().forEach(item -> leafOf.put(item.key(), leaf));
            }
        }
        return document.list("nodes", questionnaire.nodes(), node -> node(node, parents, score))
                .list("items", score.items(), item -> item(item, Objects.requireNonNull(leafOf.get(item.key()))))
                .list("facts", library.factsOf(id), fact -> fact(fact, library))
                .put("honesty", library.honesty())
                .done();
    }

    /** What a company is, with the labels of its words. */
    static ObjectBuilder company(CaseCompany company, CaseLibrary library) {
        CaseWords words = library.words();
        return new ObjectBuilder()
                .put("id", company.id())
                .put("name", company.name())
                .put("country", company.country())
                .put("region", company.region())
                .put("industry", company.industry())
                .put("sector", company.sector())
                .put("size", company.size().word())
                .put("market", company.market().word())
                .put("founded", company.founded().text())
                .put("asOf", company.asOf())
                .put(
                        "labels",
                        new ObjectBuilder()
                                .put("company", library.name(company))
                                .put("country", words.label(CaseWords.Kind.COUNTRY, company.country()))
                                .put("region", words.label(CaseWords.Kind.REGION, company.region()))
                                .put("industry", words.label(CaseWords.Kind.INDUSTRY, company.industry()))
                                .put("sector", words.label(CaseWords.Kind.SECTOR, company.sector()))
                                .put(
                                        "size",
                                        words.label(
                                                CaseWords.Kind.SIZE,
                                                company.size().word()))
                                .put(
                                        "market",
                                        words.label(
                                                CaseWords.Kind.MARKET,
                                                company.market().word()))
                                .done());
    }

    static JsonObject questionnaire(Questionnaire questionnaire) {
        return new ObjectBuilder()
                .put("id", questionnaire.id())
                .put("version", questionnaire.version().toString())
                .put("methodHash", questionnaire.methodHash())
                .done();
    }

    private static ObjectBuilder consensus(Consensus consensus) {
        ObjectBuilder object = new ObjectBuilder().put("score", consensus.score());
        if (consensus.outcome() instanceof Outcome.NotScored none) {
            object.put("reason", none.reason().word());
        }
        return object.put("status", consensus.status().word())
                .put("bounds", consensus.bounds())
                .put("interval", consensus.interval());
    }

    private static JsonObject node(Node node, Map<String, String> parents, CaseScore score) {
        ObjectBuilder object = new ObjectBuilder()
                .put("key", node.key())
                .put("parent", parents.get(node.key()))
                .put("title", node.head().title());
        consensus(score.node(node.key())).into(object);
        return object.done();
    }

    private static JsonObject item(ConsensusItem consensus, Node.Leaf leaf) {
        ObjectBuilder object = new ObjectBuilder().put("key", consensus.key()).put("node", leaf.key());
        for (Item item : leaf.items()) {
            if (item.key().equals(consensus.key())) {
                object.put("text", item.text());
            }
        }
        return object.put("state", consensus.state().word())
                .put("score", consensus.score())
                .put("disputed", consensus.disputed())
                .put("interval", consensus.interval())
                .list("ratings", consensus.ratings().values(), CaseJson::rating)
                .done();
    }

    static JsonObject rating(CaseRating rating) {
        ObjectBuilder object = new ObjectBuilder().put("rater", rating.rater());
        if (rating.judgement() instanceof Judgement.Rated rated) {
            object.put("rating", rated.value()).put("confidence", rated.confidence());
        } else {
            boolean notApplicable = rating.judgement() instanceof Judgement.NotApplicable;
            object.put("rating", (String) null).put("state", notApplicable ? "notApplicable" : "notJudged");
        }
        object.put(
                "basis",
                new ObjectBuilder()
                        .texts("facts", rating.basis().facts())
                        .put("public", rating.basis().publicKnowledge())
                        .done());
        return object.put("reason", rating.reason()).done();
    }

    /** A fact; whether it begins after the as-of year, so that the raters may have known better than the time did. */
    static JsonObject fact(CaseFact fact, CaseLibrary library) {
        boolean later = library.company(fact.about())
                .map(company -> fact.period().beginsAfter(company.asOf()))
                .orElse(false);
        return new ObjectBuilder()
                .put("id", fact.id())
                .put("theme", fact.theme())
                .put("themeLabel", library.words().label(CaseWords.Kind.THEME, fact.theme()))
                .put(
                        "period",
                        new ObjectBuilder()
                                .put("text", fact.period().text())
                                .put("first", fact.period().first())
                                .put("last", fact.period().last())
                                .done())
                .put("afterAsOf", later)
                .put("text", fact.text())
                .put(
                        "source",
                        new ObjectBuilder()
                                .put("title", fact.sourceTitle())
                                .put("url", fact.sourceUrl())
                                .done())
                .done();
    }
}
