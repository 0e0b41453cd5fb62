package org.moatmark.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.moatmark.core.benchmark.CaseCompany;
import org.moatmark.core.benchmark.CaseFact;
import org.moatmark.core.benchmark.CaseFilter;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.CaseRating;
import org.moatmark.core.benchmark.CaseWords;
import org.moatmark.core.benchmark.Judgement;
import org.moatmark.core.benchmark.PeerCriteria;
import org.moatmark.core.benchmark.ReferencePoint;
import org.moatmark.core.questionnaire.Catalogue;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.TextMap;

/** The case companies that come with the library, and what its page of honesty says of them. */
class ShippedCasesTest {

    private static final Moatmark MOATMARK = Moatmark.shipped();

    private static final CaseLibrary CASES = MOATMARK.cases();

    @Test
    void the_library_is_whole() {
        assertThat(CASES.companies()).hasSize(137);
        assertThat(CASES.facts()).hasSize(867);
        assertThat(CASES.contextFacts()).hasSize(10);
        assertThat(CASES.ratings()).hasSize(137 * 2 * 29);
        assertThat(CASES.referencePoints()).hasSize(29);
        assertThat(CASES.raters()).containsExactly("A", "B");
        assertThat(CASES.questionnaire().id()).isEqualTo("outside-view");
    }

    @Test
    void japanese_names_belong_to_companies_under_the_english_names_that_these_have() {
        Map<String, CaseWords.Label> labels = CASES.words().of(CaseWords.Kind.COMPANY);

        assertThat(labels).hasSize(122);
        labels.forEach((id, label) -> assertThat(CASES.company(id).map(CASES::name))
                .as(id)
                .hasValueSatisfying(name -> assertThat(name).isEqualTo(label.text())));
        assertThat(CASES.companies().stream()
                        .filter(company -> company.country().equals("JP"))
                        .filter(company -> !labels.containsKey(company.id()))
                        .map(CaseCompany::name))
                .containsExactly("Sansan");
    }

    @Test
    void a_company_is_found_by_either_name_however_it_is_written() {
        Map<String, String> idByWord = Map.of(
                "トヨタ", "jp-toyota",
                "Toyota Motor", "jp-toyota",
                "ｷｰｴﾝｽ", "jp-keyence",
                "きーえんす", "jp-keyence",
                "ユニチャーム", "jp-unicharm",
                "パナソニックホールディングス", "jp-panasonic",
                "とらや", "jp-toraya",
                "アドビ", "adobe");

        idByWord.forEach((word, id) -> assertThat(new CaseFilter(PeerCriteria.ANYONE, null, word).of(CASES))
                .as(word)
                .extracting(CaseCompany::id)
                .containsExactly(id));
        assertThat(new CaseFilter(PeerCriteria.ANYONE, null, "・").of(CASES)).hasSizeLessThan(137);
    }

    @Test
    void another_company_under_the_same_id_does_not_get_the_name() {
        CaseCompany apple = CASES.company("apple").orElseThrow();
        CaseCompany orchard = new CaseCompany(
                "apple",
                "Apple Orchard",
                apple.country(),
                apple.region(),
                apple.industry(),
                apple.sector(),
                apple.size(),
                apple.market(),
                apple.founded(),
                apple.asOf());

        assertThat(CASES.name(apple)).isEqualTo(TextMap.of("Apple", "アップル"));
        assertThat(CASES.name(orchard)).isEqualTo(new TextMap(Map.of("en", "Apple Orchard")));
    }

    @Test
    void it_is_read_once_and_only_when_somebody_asks() {
        assertThat(MOATMARK.cases()).isSameAs(CASES);
    }

    @Test
    void a_door_to_other_questionnaires_has_the_cases_too() {
        Moatmark other = Moatmark.of(new Catalogue(List.of()));

        assertThat(other.cases().contents()).isEqualTo(CASES.contents());
    }

    @Test
    void both_raters_judged_every_item_of_every_company() {
        Set<String> items =
                CASES.questionnaire().items().stream().map(Item::key).collect(Collectors.toCollection(TreeSet::new));
        for (CaseCompany company : CASES.companies()) {
            Map<String, Set<String>> byRater = new TreeMap<>();
            for (CaseRating rating : CASES.ratingsOf(company.id())) {
                byRater.computeIfAbsent(rating.rater(), rater -> new TreeSet<>())
                        .add(rating.item());
            }
            assertThat(byRater).as(company.id()).isEqualTo(Map.of("A", items, "B", items));
        }
    }

    @Test
    void the_page_of_honesty_counts_what_is_there() {
        long large = CASES.companies().stream()
                .filter(company -> company.size() == CompanySize.LARGE)
                .count();
        long japanese = CASES.companies().stream()
                .filter(company -> company.country().equals("JP"))
                .count();
        long of2024 = CASES.companies().stream()
                .filter(company -> company.asOf() == 2024)
                .count();
        Set<Integer> otherYears = CASES.companies().stream()
                .map(CaseCompany::asOf)
                .filter(year -> year != 2024)
                .collect(Collectors.toCollection(TreeSet::new));
        int companies = CASES.companies().size();

        assertPage("137 companies", companies + "社", companies == 137);
        assertPage("130 of the 137 are large", "130社が大企業", large == 130);
        assertPage("49 are Japanese", "49社が日本企業", japanese == 49);
        assertPage("119 companies are rated as of 2024", "119社は2024年時点", of2024 == 119);
        assertPage("the other 18", "残る18社", companies - of2024 == 18);
        assertPage(
                "from 2005 to 2020",
                "2005年から2020年まで",
                otherYears.stream().findFirst().orElseThrow() == 2005
                        && otherYears.stream().reduce(0, Math::max) == 2020);
    }

    @Test
    void the_page_of_honesty_counts_the_hindsight() {
        int citations = 0;
        int after = 0;
        int past = 0;
        for (CaseRating rating : CASES.ratings()) {
            int asOf = CASES.company(rating.company()).orElseThrow().asOf();
            for (String id : rating.basis().facts()) {
                CaseFact fact = CASES.fact(id).orElseThrow();
                citations++;
                if (fact.period().beginsAfter(asOf)) {
                    after++;
                } else if (fact.period().reachesPast(asOf)) {
                    past++;
                }
            }
        }

        String counted = String.format(
                Locale.ROOT, "Of %,d citations of facts in the ratings, %d name a fact", citations, after);
        assertThat(oneLine("en")).contains(counted).contains("and " + past + " more a fact whose time reaches");
        assertThat(oneLine("ja"))
                .contains(String.format(Locale.ROOT, "延べ%,d件", citations))
                .contains("そのうち" + after + "件は")
                .contains("別の" + past + "件は");
    }

    @Test
    void rater_b_gives_no_reasons_and_rater_a_always_does() {
        assertThat(CASES.ratings()).allMatch(rating -> rating.rater().equals("B") == (rating.reason() == null));
    }

    @Test
    void every_word_of_the_library_has_a_label_in_both_languages() {
        for (CaseCompany company : CASES.companies()) {
            labelled(CaseWords.Kind.COUNTRY, company.country());
            labelled(CaseWords.Kind.REGION, company.region());
            labelled(CaseWords.Kind.SECTOR, company.sector());
            labelled(CaseWords.Kind.INDUSTRY, company.industry());
            labelled(CaseWords.Kind.SIZE, company.size().word());
            labelled(CaseWords.Kind.MARKET, company.market().word());
        }
        CASES.themes().forEach(theme -> labelled(CaseWords.Kind.THEME, theme));
        CASES.contextFacts().forEach(fact -> labelled(CaseWords.Kind.THEME, fact.theme()));
        CASES.sizes().forEach(size -> labelled(CaseWords.Kind.SIZE, size));
        CASES.markets().forEach(market -> labelled(CaseWords.Kind.MARKET, market));
    }

    @Test
    void no_label_is_of_a_word_that_nobody_uses() {
        Map<CaseWords.Kind, Set<String>> used = new HashMap<>();
        used.put(CaseWords.Kind.REGION, Set.copyOf(CASES.regions()));
        used.put(CaseWords.Kind.SECTOR, Set.copyOf(CASES.sectors()));
        used.put(CaseWords.Kind.THEME, Set.copyOf(CASES.themes()));
        used.put(CaseWords.Kind.SIZE, Set.copyOf(CASES.sizes()));
        used.put(CaseWords.Kind.MARKET, Set.copyOf(CASES.markets()));
        used.put(
                CaseWords.Kind.INDUSTRY,
                CASES.companies().stream().map(CaseCompany::industry).collect(Collectors.toSet()));
        used.forEach((kind, words) ->
                assertThat(CASES.words().of(kind).keySet()).as(kind.word()).isEqualTo(words));
    }

    @Test
    void every_country_of_the_world_has_a_name_and_those_of_the_companies_lie_in_their_region() {
        assertThat(CASES.words().of(CaseWords.Kind.COUNTRY).keySet())
                .containsExactlyInAnyOrder(Locale.getISOCountries());
        for (CaseCompany company : CASES.companies()) {
            assertThat(CASES.words().regionOf(company.country()))
                    .as(company.id())
                    .contains(company.region());
        }
        assertThat(CASES.words().regionOf("IS")).contains("Nordics");
        assertThat(CASES.words().regionOf("VN")).contains("Rest of Asia-Pacific");
        assertThat(CASES.words().regionOf("TR")).isEmpty();
    }

    @Test
    void reference_points_keep_their_cards() {
        ReferencePoint tenure = CASES.referencePoints().stream()
                .filter(point -> point.key().equals("cmo-tenure"))
                .findFirst()
                .orElseThrow();

        assertThat(tenure.figure().low()).isEqualTo(4.3);
        assertThat(tenure.n()).isEqualTo(500);
        assertThat(tenure.population()).isEqualTo("Fortune 500");
        assertThat(tenure.node()).isEqualTo("M4");
        assertThat(CASES.referencePoints())
                .filteredOn(point -> point.figure().isSpan())
                .extracting(ReferencePoint::key)
                .containsExactly("buying-group");
    }

    @Test
    void ratings_are_of_three_kinds() {
        Map<Class<?>, Long> kinds = CASES.ratings().stream()
                .collect(Collectors.groupingBy(rating -> rating.judgement().getClass(), Collectors.counting()));

        assertThat(kinds)
                .isEqualTo(Map.of(
                        Judgement.Rated.class, 6035L,
                        Judgement.NotJudged.class, 1853L,
                        Judgement.NotApplicable.class, 58L));
    }

    private static void labelled(CaseWords.Kind kind, String word) {
        TextMap label = CASES.words().label(kind, word);
        assertThat(label.languages()).as(kind.word() + " " + word).containsExactly("en", "ja");
        assertThat(label.in("ja")).as(word).containsPattern("[ぁ-んァ-ヶ一-龠]");
    }

    private static void assertPage(String en, String ja, boolean holds) {
        assertThat(holds).as(en).isTrue();
        assertThat(oneLine("en")).contains(en);
        assertThat(oneLine("ja")).contains(ja);
    }

    /** The page with its lines joined, since sentences run over them. */
    private static String oneLine(String language) {
        String page = CASES.honesty().in(language);
        return language.equals("ja") ? page.replaceAll("\\n\\s*", "") : page.replaceAll("\\s+", " ");
    }
}
