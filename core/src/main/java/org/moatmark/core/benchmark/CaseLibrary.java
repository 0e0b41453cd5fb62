package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Market;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.response.Company;
import org.moatmark.core.response.Wave;

/**
 * Named companies with facts, sources and the ratings of several raters: ours, a consultant's own, or both side by side.
 *
 * <p>An editorial collection and not a sample; whoever shows a number from it shows {@link #honesty()} too.
 *
 * <p>Immutable, serialisable and safe for many threads. Everything is found by its id at once, and every list is in file
 * order. What is worked out later and kept comes out the same whichever thread does it first.
 *
 * <p>Long, because one thing answers many small questions here; what it takes to answer them stands in {@code CaseIndex},
 * {@code CaseScoring} and {@link RaterReliability}.
 */
public final class CaseLibrary implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Questionnaire questionnaire;
    private final CaseContents contents;
    private final CaseWords words;
    private final TextMap honesty;

    private final CaseIndex index;
    private transient volatile @Nullable CaseScores scores;
    private transient volatile @Nullable RaterReliability reliability;

    private CaseLibrary(Questionnaire questionnaire, CaseContents contents, CaseWords words, TextMap honesty) {
        this.questionnaire = questionnaire;
        this.contents = contents;
        this.words = words;
        this.honesty = honesty;
        index = new CaseIndex(contents, questionnaire);
    }

    /**
     * A library of these contents. Files are read by the {@code interop} room, which reports every fault at once; this
     * is for contents that are made by hand.
     *
     * @param questionnaire what the companies were rated on
     * @param contents companies, facts, ratings and reference points
     * @param words what their words are called
     * @param honesty what the library is and what it is not, in every language
     * @return the library
     * @throws IllegalArgumentException if an id is there twice, or a fact or rating names something that is not there
     */
    public static CaseLibrary of(Questionnaire questionnaire, CaseContents contents, CaseWords words, TextMap honesty) {
        return new CaseLibrary(
                Objects.requireNonNull(questionnaire, "questionnaire"),
                Objects.requireNonNull(contents, "contents"),
                Objects.requireNonNull(words, "words"),
                Objects.requireNonNull(honesty, "honesty"));
    }

    /**
     * This library and another one beside it, such as a consultant's own. Its words go before ours, and its page of
     * honesty comes after ours.
     *
     * @param other the other library
     * @return both as one, or an issue for each id, key and rater's name that both have, and for another questionnaire
     */
    public Checked<CaseLibrary> with(CaseLibrary other) {
        return Joining.of(this, other)
                .map(ignored -> new CaseLibrary(
                        questionnaire,
                        contents.and(other.contents),
                        words.with(other.words),
                        Joining.pages(honesty, other.honesty)));
    }

    /**
     * What the companies were rated on.
     *
     * @return the questionnaire
     */
    public Questionnaire questionnaire() {
        return questionnaire;
    }

    /**
     * Everything as it stands in the files.
     *
     * @return companies, facts, ratings and reference points in file order
     */
    public CaseContents contents() {
        return contents;
    }

    /**
     * What the library is and what it is not: the page that belongs to every number drawn from it.
     *
     * @return the page in every language, as Markdown
     */
    public TextMap honesty() {
        return honesty;
    }

    /**
     * What the library's words are called.
     *
     * @return labels of countries, regions, sectors, industries, themes, sizes and markets
     */
    public CaseWords words() {
        return words;
    }

    /**
     * The companies.
     *
     * @return them in file order
     */
    public List<CaseCompany> companies() {
        return contents.companies();
    }

    /**
     * One company.
     *
     * @param id its id
     * @return the company, or empty
     */
    public Optional<CaseCompany> company(String id) {
        return Optional.ofNullable(index.companyById.get(id));
    }

    /**
     * What a company is called. Its label counts only where that has the same English name: a company of somebody's own
     * that happens to share an id with one of another library does not get the other's name.
     *
     * @param company a company
     * @return in English its name, and in other languages what it is usually called there, if that differs and is known
     */
    public TextMap name(CaseCompany company) {
        TextMap label = words.label(CaseWords.Kind.COMPANY, company.id());
        return company.name().equals(label.byLanguage().get("en")) ? label : new TextMap(Map.of("en", company.name()));
    }

    /**
     * The facts about companies.
     *
     * @return them in file order
     */
    public List<CaseFact> facts() {
        return contents.facts();
    }

    /**
     * One fact about a company.
     *
     * @param id its id
     * @return the fact, or empty
     */
    public Optional<CaseFact> fact(String id) {
        return Optional.ofNullable(index.factById.get(id));
    }

    /**
     * The facts about one company.
     *
     * @param company its id
     * @return the facts in file order; empty if there are none. A missing theme means that no fact was found
     */
    public List<CaseFact> factsOf(String company) {
        return index.factsOf.getOrDefault(company, List.of());
    }

    /**
     * Facts about groups of companies; never rated.
     *
     * @return them in file order
     */
    public List<CaseFact> contextFacts() {
        return contents.contextFacts();
    }

    /**
     * The ratings.
     *
     * @return them in file order
     */
    public List<CaseRating> ratings() {
        return contents.ratings();
    }

    /**
     * The ratings of one company.
     *
     * @param company its id
     * @return the ratings of all raters in file order; empty if nobody rated it
     */
    public List<CaseRating> ratingsOf(String company) {
        return index.ratingsOf.getOrDefault(company, List.of());
    }

    /**
     * Who rated.
     *
     * @return the names of all raters in alphabetical order
     */
    public List<String> raters() {
        return index.raters;
    }

    /**
     * Published figures from outside; points, not norms.
     *
     * @return them in file order
     */
    public List<ReferencePoint> referencePoints() {
        return contents.referencePoints();
    }

    /**
     * The words that a filter by sector can take.
     *
     * @return the sectors of the companies, in order of their first company
     */
    public List<String> sectors() {
        return distinct(CaseCompany::sector);
    }

    /**
     * The words that a filter by region can take.
     *
     * @return the regions of the companies, in order of their first company
     */
    public List<String> regions() {
        return distinct(CaseCompany::region);
    }

    /**
     * The words of a company that no case company has: they are taken, and choose no peers.
     *
     * @param company any company
     * @return a warning for its sector and one for its region ({@code /sector}, {@code /region}); empty where the library
     *     knows both, or they are not given
     */
    public List<Issue> unfamiliar(Company company) {
        return new PlacingChecks(this).unfamiliar(company);
    }

    /**
     * The countries of the companies.
     *
     * @return ISO 3166-1 alpha-2 codes, in order of their first company
     */
    public List<String> countries() {
        return distinct(CaseCompany::country);
    }

    /**
     * The words that a filter by size can take.
     *
     * @return every size class, also those without a company, from the smallest on
     */
    public List<String> sizes() {
        return List.of(CompanySize.values()).stream().map(CompanySize::word).toList();
    }

    /**
     * The words that a filter by market can take.
     *
     * @return every market, also those without a company
     */
    public List<String> markets() {
        return List.of(Market.values()).stream().map(Market::word).toList();
    }

    /**
     * The themes of facts.
     *
     * @return the themes of all facts about companies, in order of their first fact
     */
    public List<String> themes() {
        return facts().stream().map(CaseFact::theme).distinct().toList();
    }

    /**
     * The ratings of a company as a wave that {@code Scorer} takes: each rater is a neutral respondent, a rating an
     * answer, {@code not judged} is {@code don't know}, and an item without a row is skipped. Dated the last day of the
     * year for which the company was rated.
     *
     * @param company its id
     * @return the wave
     * @throws IllegalArgumentException if there is no such company
     */
    public Wave wave(String company) {
        return CaseWaves.of(this, required(company));
    }

    /**
     * Every company scored by the product's own rules from the ratings of all raters. Worked out when it is first asked
     * for, and kept.
     *
     * @return the scores, the same ones every time
     */
    public CaseScores scores() {
        CaseScores known = scores;
        if (known == null) {
            known = CaseScores.of(this);
            scores = known;
        }
        return known;
    }

    /**
     * How well the raters agree, with the agreed seed and number of runs. Worked out when it is first asked for, which
     * takes a moment, and kept.
     *
     * @return the agreement of all raters, the same every time
     */
    public RaterReliability reliability() {
        RaterReliability known = reliability;
        if (known == null) {
            known = RaterReliability.of(this, RaterReliability.SEED, RaterReliability.RUNS);
            reliability = known;
        }
        return known;
    }

    /** The company of this id, for callers who should know it. */
    CaseCompany required(String id) {
        CaseCompany company = index.companyById.get(id);
        if (company == null) {
            throw new IllegalArgumentException("The library has no company '" + id + "'.");
        }
        return company;
    }

    private List<String> distinct(Function<CaseCompany, String> word) {
        return companies().stream().map(word).distinct().toList();
    }
}
