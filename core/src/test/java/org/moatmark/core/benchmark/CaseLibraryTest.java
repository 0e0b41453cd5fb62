package org.moatmark.core.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.moatmark.core.Moatmark;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.json.Bilingual;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Market;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Wave;

class CaseLibraryTest {

    private static final Moatmark MOATMARK = Moatmark.shipped();

    private static final Questionnaire OUTSIDE_VIEW =
            MOATMARK.catalogue().find("outside-view", "1.0.0").orElseThrow();

    private static final CaseFact FACT = fact("acme-1", "acme");

    private static final CaseRating RATED = new CaseRating(
            "acme", "Ito", "OV01", new Judgement.Rated(4, 2), new Basis(List.of("acme-1"), true), "Measured");

    private static CaseCompany company(String id) {
        return new CaseCompany(
                id,
                "The " + id,
                "JP",
                "Japan",
                "Tools",
                "consumer-goods",
                CompanySize.MEDIUM,
                Market.B2B,
                FoundingYear.parse("1950").orElseThrow(),
                2019);
    }

    private static CaseFact fact(String id, String about) {
        return new CaseFact(
                id, about, "reach", Period.parse("2018").orElseThrow(), "It sold.", "Report", "https://x.example/");
    }

    private static CaseLibrary library(List<CaseCompany> companies, List<CaseFact> facts, List<CaseRating> ratings) {
        return CaseLibrary.of(
                OUTSIDE_VIEW,
                new CaseContents(companies, facts, List.of(), ratings, List.of()),
                CaseWords.NONE,
                TextMap.of("Ours.", "私たちのもの。"));
    }

    private static CaseLibrary acme() {
        return library(List.of(company("acme")), List.of(FACT), List.of(RATED));
    }

    @Test
    void everything_is_found_by_its_id() {
        CaseLibrary library = acme();

        assertThat(library.company("acme")).contains(company("acme"));
        assertThat(library.company("nobody")).isEmpty();
        assertThat(library.fact("acme-1")).contains(FACT);
        assertThat(library.factsOf("acme")).containsExactly(FACT);
        assertThat(library.factsOf("nobody")).isEmpty();
        assertThat(library.ratingsOf("acme")).containsExactly(RATED);
        assertThat(library.ratingsOf("nobody")).isEmpty();
        assertThat(library.raters()).containsExactly("Ito");
        assertThat(library.sectors()).containsExactly("consumer-goods");
        assertThat(library.regions()).containsExactly("Japan");
        assertThat(library.countries()).containsExactly("JP");
        assertThat(library.themes()).containsExactly("reach");
        assertThat(library.sizes()).containsExactly("micro", "small", "medium", "large");
        assertThat(library.markets()).containsExactly("b2b", "b2c", "both");
    }

    @Test
    void ratings_become_a_wave_of_neutral_respondents() {
        List<CaseRating> ratings = List.of(
                RATED,
                new CaseRating("acme", "Ito", "OV02", new Judgement.NotJudged(), Basis.NONE, "Not visible"),
                new CaseRating("acme", "Ito", "OV26", new Judgement.NotApplicable(), new Basis(List.of(), true), null),
                new CaseRating("acme", "Aoki", "OV01", new Judgement.Rated(1, 3), new Basis(List.of(), true), null));

        Wave wave = library(List.of(company("acme")), List.of(FACT), ratings).wave("acme");

        assertThat(wave.questionnaire()).isEqualTo("outside-view");
        assertThat(wave.date()).isEqualTo(LocalDate.of(2019, 12, 31));
        assertThat(wave.company()).isEqualTo(company("acme").company());
        assertThat(wave.respondents()).extracting(one -> one.seat().key()).containsExactly("Aoki", "Ito");
        assertThat(wave.respondents().get(0).seat().informants()).containsExactly("outsider");
        Map<String, Response> ito = wave.respondents().get(1).answers();
        assertThat(((Response.Answered) ito.get("OV01")).value()).isEqualTo(new AnswerValue.Number(4));
        assertThat(ito.get("OV01").remarks().note()).isEqualTo("confidence: 2; basis: acme-1;public; reason: Measured");
        assertThat(ito.get("OV02")).isInstanceOf(Response.DontKnow.class);
        assertThat(((Response.NotApplicable) ito.get("OV26")).reason()).isEqualTo("rated NA, no reason given");
        assertThat(MOATMARK.score(wave).warnings()).isEmpty();
    }

    @Test
    void there_is_no_wave_of_a_company_that_is_not_there() {
        assertThatThrownBy(() -> acme().wave("nobody"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The library has no company 'nobody'.");
    }

    @Test
    void two_libraries_stand_side_by_side() {
        CaseLibrary both = MOATMARK.cases().with(acme()).orThrow();

        assertThat(both.companies()).hasSize(MOATMARK.cases().companies().size() + 1);
        assertThat(both.company("acme")).isPresent();
        assertThat(both.raters()).containsExactly("A", "B", "Ito");
        assertThat(both.words().label(CaseWords.Kind.SECTOR, "retail").in("ja")).isEqualTo("小売");
        assertThat(both.honesty().in("en"))
                .startsWith(MOATMARK.cases().honesty().in("en").strip())
                .endsWith("\n\nOurs.\n");
        assertThat(both.honesty().in("ja")).endsWith("\n\n私たちのもの。\n");
        assertThat(MOATMARK.cases().company("acme")).isEmpty();
    }

    @Test
    void what_both_libraries_have_keeps_them_apart() {
        List<Issue> issues = acme().with(acme()).issues();

        assertThat(issues)
                .extracting(Issue::code, Issue::path, issue -> issue.message().en())
                .containsExactly(
                        tuple("id-not-unique", "/companies.csv/2/case_id", "'acme' is in both libraries."),
                        tuple("id-not-unique", "/facts.csv/2/fact_id", "'acme-1' is in both libraries."),
                        tuple("rater-not-unique", "/ratings.csv", "Both libraries have a rater named 'Ito'."));
        Bilingual.check(issues);
    }

    @Test
    void libraries_of_different_questionnaires_do_not_mix() {
        Questionnaire other =
                MOATMARK.catalogue().newest("marketing-leadership-maturity").orElseThrow();
        CaseLibrary foreign = CaseLibrary.of(
                other,
                new CaseContents(List.of(company("beta")), List.of(), List.of(), List.of(), List.of()),
                CaseWords.NONE,
                TextMap.of("Theirs.", "彼らのもの。"));

        List<Issue> issues = acme().with(foreign).issues();

        assertThat(issues)
                .extracting(issue -> issue.message().en())
                .containsExactly("The other library is rated on 'marketing-leadership-maturity' " + other.version()
                        + ", this one on 'outside-view' 1.0.0.");
        Bilingual.check(issues);
    }

    @Test
    void contents_that_do_not_fit_together_are_refused() {
        CaseCompany acme = company("acme");
        assertThatThrownBy(() -> library(List.of(acme, acme), List.of(), List.of()))
                .hasMessage("Company 'acme' is there twice.");
        assertThatThrownBy(() -> library(List.of(acme), List.of(FACT, FACT), List.of()))
                .hasMessage("Fact 'acme-1' is there twice.");
        assertThatThrownBy(() -> library(List.of(acme), List.of(fact("x-1", "x")), List.of()))
                .hasMessage("Fact 'x-1' names company 'x', which is not there for it.");
        assertThatThrownBy(() -> library(List.of(), List.of(), List.of(RATED)))
                .hasMessage("Rating 'acme/Ito/OV01' names company 'acme', which is not there for it.");
        assertThatThrownBy(() -> library(List.of(acme), List.of(), List.of(RATED)))
                .hasMessage("Rating 'acme/Ito/OV01' names fact 'acme-1', which is not there for it.");
        assertThatThrownBy(() -> library(List.of(acme), List.of(FACT), List.of(RATED, RATED)))
                .hasMessage("Rating 'acme/Ito/OV01' is there twice.");
        assertThatThrownBy(() -> new Judgement.Rated(6, 1))
                .hasMessage("A rating is 1-5 with a confidence of 1-3, not 6 with a confidence of 1.");
        assertThatThrownBy(() -> new ReferencePoint.Figure("10-6", 10, 6))
                .hasMessage("Figure '10-6' does not go from low to high.");
    }

    @Test
    void a_company_is_never_rated_before_it_was_founded() {
        assertThatThrownBy(() -> new CaseCompany(
                        "acme",
                        "Acme",
                        "JP",
                        "Japan",
                        "Tools",
                        "tools",
                        CompanySize.SMALL,
                        Market.B2B,
                        FoundingYear.parse("2020").orElseThrow(),
                        2019))
                .hasMessage("Case company 'acme' was founded in 2020, after 2019, the year for which it was rated.");
    }

    @Test
    void a_library_survives_a_journey_through_bytes() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(acme());
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            CaseLibrary back = (CaseLibrary) in.readObject();
            assertThat(back.contents()).isEqualTo(acme().contents());
            assertThat(back.wave("acme")).isEqualTo(acme().wave("acme"));
        }
    }

    @Test
    void words_of_the_second_go_before_those_of_the_first() {
        CaseWords first = CaseWords.of(List.of(
                new CaseWords.Label(CaseWords.Kind.SECTOR, "retail", TextMap.of("Retail", "小売"), null),
                new CaseWords.Label(CaseWords.Kind.COUNTRY, "JP", TextMap.of("Japan", "日本"), "Japan")));
        CaseWords second = CaseWords.of(
                List.of(new CaseWords.Label(CaseWords.Kind.SECTOR, "retail", TextMap.of("Shops", "お店"), null)));

        CaseWords both = first.with(second);

        assertThat(both.label(CaseWords.Kind.SECTOR, "retail").in("en")).isEqualTo("Shops");
        assertThat(both.regionOf("JP")).contains("Japan");
        assertThat(both.regionOf("XX")).isEmpty();
        assertThat(both.label(CaseWords.Kind.THEME, "reach").in("ja")).isEqualTo("reach");
        assertThat(both.labels()).hasSize(2);
    }
}
