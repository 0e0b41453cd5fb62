package org.moatmark.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.moatmark.core.Tiny.branch;
import static org.moatmark.core.Tiny.choice;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.option;
import static org.moatmark.core.Tiny.percent;
import static org.moatmark.core.Tiny.rubric;
import static org.moatmark.core.Tiny.seat;
import static org.moatmark.core.Tiny.yesNo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.moatmark.core.Moatmark;
import org.moatmark.core.Tiny;
import org.moatmark.core.benchmark.Secrecy;
import org.moatmark.core.issue.Words;
import org.moatmark.core.maturity.LevelStability;
import org.moatmark.core.questionnaire.Catalogue;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.response.Wave;

/** What a report says, how plainly it says it, and what that of a confidential assessment does not say. */
class StoryTest {

    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
    private static final double HIGHEST_GRADE = 9;
    private static final double LONGEST_MEAN = 60;

    private static List<String> sentences(Story story, String end) {
        List<String> sentences = new ArrayList<>();
        for (Story.Section section : story.sections()) {
            for (Block block : section.blocks()) {
                List<String> texts = new ArrayList<>();
                if (block instanceof Block.Lead || block instanceof Block.Text || block instanceof Block.Points) {
                    block.collect(texts);
                }
                texts.forEach(text -> sentences.addAll(List.of(text.split(end))));
            }
        }
        sentences.removeIf(String::isBlank);
        return sentences;
    }

    @Test
    void rules_are_said_by_number_and_in_words() {
        Report report = Boards.report("marketing-leadership-maturity", "Example KK");

        assertThat(MarkdownReport.of(Story.of(report, "en")))
                .contains("S6, weighted mean", "S7, weighted geometric mean")
                .doesNotContain("S7 arithmetic", "S7 geometric");
        assertThat(MarkdownReport.of(Story.of(report, "ja"))).contains("S6・加重平均", "S7・加重幾何平均");
    }

    @Test
    void english_is_read_at_grade_nine_and_japanese_sentences_are_short() {
        Report report = Boards.report("business-model-differentiation", "Example KK");
        List<String> english = sentences(Story.of(report, "en"), "(?<=[.:?])\\s+");
        int words = 0;
        int syllables = 0;
        for (String sentence : english) {
            for (String word : sentence.split("[^A-Za-z']+")) {
                if (!word.isEmpty()) {
                    words++;
                    syllables += syllables(word);
                }
            }
        }
        double grade = 0.39 * words / english.size() + 11.8 * syllables / words - 15.59;
        assertThat(words).isGreaterThan(300);
        assertThat(grade).isLessThanOrEqualTo(HIGHEST_GRADE);
        List<String> japanese = sentences(Story.of(report, "ja"), "(?<=[。？])");
        assertThat(japanese.stream().mapToInt(String::length).average().orElseThrow())
                .isLessThanOrEqualTo(LONGEST_MEAN);
    }

    private static int syllables(String word) {
        Matcher vowels = VOWELS.matcher(word.toLowerCase(Locale.ROOT).replaceAll("e$", ""));
        int n = 0;
        while (vowels.find()) {
            n++;
        }
        return Math.max(1, n);
    }

    @Test
    void the_first_page_says_what_a_board_must_know() {
        Report report = Boards.report("marketing-leadership-maturity", "Example KK");
        Story.Section page = Story.of(report, "en").section("summary");
        assertThat(((Block.Lead) page.blocks().get(0)).text())
                .startsWith("Example KK scores " + report.index().whole() + " of 100 and is on Level ")
                .contains("It is strongest in “")
                .endsWith(").");
        Story.Section japanese = Story.of(report, "ja").section("summary");
        assertThat(((Block.Lead) japanese.blocks().get(0)).text())
                .startsWith("Example KKの指数は100点中" + report.index().whole() + "点、レベル")
                .endsWith("です。");
    }

    @Test
    void the_numbers_of_both_languages_are_the_same() {
        Report report = Boards.report("business-model-differentiation", "Example KK");
        assertThat(scores(Story.of(report, "ja"))).isEqualTo(scores(Story.of(report, "en")));
    }

    private static List<String> scores(Story story) {
        List<String> cells = new ArrayList<>();
        for (Story.Section section : story.sections()) {
            for (Block block : section.blocks()) {
                if (block instanceof Block.Table table) {
                    table.rows()
                            .forEach(row -> row.subList(row.size() - table.numbers(), row.size())
                                    .forEach(cell -> cells.add(cell.replace(" to ", "～"))));
                }
            }
        }
        assertThat(cells).hasSizeGreaterThan(50);
        return cells;
    }

    @Test
    void a_report_is_made_with_the_questionnaire_of_its_result_alone() {
        Result result = Boards.result("outside-view", "Example KK");
        var other = Boards.MOATMARK
                .catalogue()
                .newest("marketing-leadership-maturity")
                .orElseThrow();
        assertThatThrownBy(() -> Reporting.of(result, other))
                .hasMessageStartingWith("The result is of 'outside-view'")
                .hasMessageContaining("not of 'marketing-leadership-maturity'");
    }

    @Test
    void what_a_release_hides_is_nowhere_in_its_report() {
        Tiny tiny = Tiny.of(branch("T", leaf("A", rubric("a"), percent("fact")), leaf("B", rubric("b"))));
        Moatmark moatmark = Moatmark.of(new Catalogue(List.of(tiny.questionnaire())));
        Tiny.Voice[] voices = {
            seat("secret-1", "H").says("a", 1).says("b", 5),
            seat("secret-2", "H").says("a", 2),
            seat("secret-3", "H").says("a", 4),
            seat("secret-4", "H").says("a", 5),
            seat("secret-5", "H").says("a", 5)
        };
        Release release = moatmark.release(tiny.wave(voices), Secrecy.DEFAULT);
        assertThat(release.items().get(2).suppressed()).isTrue();
        Report report = ReleaseReporting.of(release, tiny.questionnaire());
        for (String language : List.of("en", "ja")) {
            Story story = Story.of(report, language);
            String html = HtmlReport.page(story);
            assertThat(html).doesNotContain("secret-").contains("en".equals(language) ? "not shown" : "非表示");
            assertThat(html).doesNotContain("en".equals(language) ? "laimed" : "申告と根拠の差");
            assertThat(story.sections().stream().map(Story.Section::id)).doesNotContain("agreement", "evidence");
        }
        assertThat(report.items().get(2).mark()).isEqualTo(Mark.SUPPRESSED);
        assertThat(report.about().k()).isEqualTo(Secrecy.DEFAULT.k());
    }

    @Test
    void a_release_says_what_the_next_level_needs_as_far_as_it_shows_levels() {
        String id = "marketing-leadership-maturity";
        Release release = Boards.MOATMARK.release(Boards.wave(id, "Example KK", false), new Secrecy(3, false));
        Questionnaire questionnaire =
                Boards.MOATMARK.catalogue().find(id, release.version()).orElseThrow();
        Report report = ReleaseReporting.of(release, questionnaire);
        Map<String, Integer> shown = new HashMap<>();
        release.nodes().stream()
                .filter(node -> node.level().value() != null)
                .forEach(node -> shown.put(node.title().in("en"), node.level().value()));
        List<String> lines = LevelStory.lines(report.level(), new Said(report, "en"));
        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            String title = line.substring(0, line.indexOf(": Level "));
            assertThat(line).endsWith(", now Level " + shown.get(title));
        });
        Steps steps = new Steps(questionnaire);
        assertThat(steps.toward(3, Map.of(), null).text().in("ja")).isEqualTo("レベル3に足りない条件は、機密扱いの診断では示せません。");
    }

    @Test
    void what_a_gate_reads_is_told_apart_from_the_score_of_the_item() {
        Report report = Boards.report("marketing-leadership-maturity", "Example KK");
        List<Words> needs = report.nodes().stream()
                .flatMap(node -> node.next().stream())
                .flatMap(step -> step.needs().stream())
                .toList();
        assertThat(needs).anySatisfy(need -> {
            assertThat(need.en()).contains(" points from headquarters and genba alike, the lower now ");
            assertThat(need.ja()).contains("：本社・現場ともに").contains("低い側は現在");
        });
    }

    @Test
    void an_answer_to_a_question_of_fact_is_told_in_words_and_which_one_stands() {
        Tiny tiny = Tiny.of(branch("T", leaf("A", yesNo("a"), choice("b", option("low", 20), option("high", 80)))));
        Moatmark moatmark = Moatmark.of(new Catalogue(List.of(tiny.questionnaire())));
        Result result = moatmark.score(tiny.wave(
                seat("one", "H").says("a", false).picks("b", "high"),
                seat("two", "G").says("a", true).picks("b", "high")));
        Report report = Reporting.of(result, tiny.questionnaire());
        List<String> english = new ArrayList<>();
        Story.of(report, "en").section("numbers").blocks().forEach(block -> block.collect(english));
        assertThat(english)
                .contains("one: “no”, 0", "two: “high”, 80")
                .containsOnlyOnce(
                        "One answer to a question of fact stands for all: the middle one of those on the best evidence.");
        List<String> japanese = new ArrayList<>();
        Story.of(report, "ja").section("numbers").blocks().forEach(block -> block.collect(japanese));
        assertThat(japanese).anyMatch(line -> line.startsWith("two：「はい」、"));
    }

    @Test
    void who_speaks_for_two_kinds_of_people_is_one_person() {
        Tiny tiny = Tiny.of(branch("T", leaf("A", rubric("a"), rubric("b"))));
        Moatmark moatmark = Moatmark.of(new Catalogue(List.of(tiny.questionnaire())));
        Result result = moatmark.score(tiny.wave(
                seat("one", "H").says("a", 3).says("b", 2),
                seat("two", "H", "G").says("a", 4),
                seat("silent", "G")));
        Report report = Reporting.of(result, tiny.questionnaire());
        assertThat(report.about().people().stream().mapToInt(Report.People::n).sum())
                .isEqualTo(3);
        assertThat(report.about().respondents()).isEqualTo(2);
        assertThat(new FrontPage(report, new Said(report, "en")).tiles())
                .contains(new Block.Tile("Answers from", "2", "people", "method"));
        assertThat(Story.of(report, "ja").section("method").blocks())
                .filteredOn(Block.Table.class::isInstance)
                .extracting(block -> ((Block.Table) block).caption())
                .contains("回答者の内訳：2人（2つの立場を兼ねる人は両方に数えます）");
    }

    @Test
    void readers_who_see_no_single_seat_see_how_many_people_there_are() {
        Tiny tiny = Tiny.of(branch("T", leaf("A", rubric("a"), rubric("b"))));
        Wave wave = tiny.wave(
                seat("one", "H").says("a", 3),
                seat("two", "H", "G").says("a", 4),
                seat("three", "G").says("a", 1));
        Result result =
                Moatmark.of(new Catalogue(List.of(tiny.questionnaire()))).score(wave);

        Report shared = Reporting.withoutSeats(result, tiny.questionnaire(), wave);
        assertThat(shared.about().respondents()).isEqualTo(3);
        assertThat(shared.items()).allMatch(item -> item.answers().isEmpty());
        assertThat(MarkdownReport.of(Story.of(shared, "ja")))
                .contains("回答者の内訳：3人")
                .doesNotContain("one", "two", "three");
        assertThat(shared.nodes().get(0).behind()).isEqualTo(new Report.Behind(2, 1));
        assertThat(MarkdownReport.of(Story.of(shared, "en"))).contains("People, headquarters / genba", "2 / 1");

        Report untold = Reporting.of(result.withoutSeats(), tiny.questionnaire());
        assertThat(untold.about().respondents()).isNull();
        assertThat(MarkdownReport.of(Story.of(untold, "ja"))).doesNotContain("0人");
    }

    @Test
    void what_closing_a_gap_would_add_follows_the_rule_of_the_index() {
        Report report = Boards.report("marketing-leadership-maturity", "Example KK");
        ActionBars bars = (ActionBars) report.chart(Charts.ACTIONS).orElseThrow();
        double index = report.index().score();
        assertThat(report.rule().joining()).isEqualTo(Rule.Joining.GEOMETRIC);
        assertThat(bars.rows()).isNotEmpty().allSatisfy(row -> {
            // One part of a weighted geometric mean multiplies the whole.
            double raised = index * Math.pow(row.target() / Math.max(1, row.score()), row.weight());
            assertThat(row.gain()).isCloseTo(raised - index, within(1e-9));
            assertThat(row.gain()).isNotCloseTo(row.pull(), within(1e-3));
        });
        assertThat(MarkdownReport.of(Story.of(report, "en")))
                .contains(
                        "closing one gap alone would add this to it",
                        ActionBars.tenths(bars.rows().get(0).gain()))
                .doesNotContain("could gain");
    }

    @Test
    void what_would_allow_better_claims_names_no_key_and_promises_no_level() {
        for (String id : List.of("business-model-differentiation", "marketing-leadership-maturity")) {
            Report report = Boards.report(id, "Example KK");
            assertThat(report.claims()).isNotEmpty().allSatisfy(claim -> {
                assertThat(claim.en() + claim.ja())
                        .doesNotContainPattern("\\b[DM]\\d+\\.\\w")
                        .doesNotContain("(full)", "（full）");
                assertThat(claim.en()).doesNotContain("would allow level");
            });
            String english = MarkdownReport.of(Story.of(report, "en"));
            report.claims().forEach(claim -> assertThat(english).contains(claim.en()));
        }
        Report report = Boards.report("business-model-differentiation", "Example KK");
        assertThat(report.claims().get(0))
                .isEqualTo(new Words(
                        "3 more of “Customer panel” who answer all that they are asked would take away a limit under Level 3"
                                + " for the company; its other conditions must hold too.",
                        "「顧客パネル」の回答者があと3人加わり、担当する設問にすべて答えれば、会社がレベル3に届かない制約が一つ外れます（他の条件も満たす必要があります）。"));
    }

    @Test
    void every_level_that_occurs_in_the_runs_is_told_with_its_share() {
        Report report = Boards.report("marketing-leadership-maturity", "Example KK");
        LevelStability stability = new LevelStability(2, 2000, Map.of(1, 615, 2, 1380, 3, 2));

        assertThat(Conventions.stability(stability, new Said(report, "en")))
                .isEqualTo("When people, items and method are varied, the runs give Level 2 in 69 %, Level 1 in 31 %,"
                        + " Level 3 in under 1 % and no level in under 1 %.");
        assertThat(Conventions.stability(stability, new Said(report, "ja")))
                .isEqualTo("回答者・設問・方法を変えて再計算した結果は、レベル2が69％、レベル1が31％、レベル3が1％未満、判定なしが1％未満です。");
    }

    @Test
    void a_provisional_index_is_headlined_as_one() {
        Tiny tiny = Tiny.of(branch("T", leaf("A", rubric("a"), rubric("b"))));
        Result result = Moatmark.of(new Catalogue(List.of(tiny.questionnaire())))
                .score(tiny.wave(seat("one", "H").says("a", 3)));
        Report report = Reporting.of(result, tiny.questionnaire());

        FrontPage english = new FrontPage(report, new Said(report, "en"));
        assertThat(english.headline()).startsWith("Tiny scores a provisional 50 of 100");
        assertThat(english.tiles().get(0).note()).startsWith("provisional; ");
        FrontPage japanese = new FrontPage(report, new Said(report, "ja"));
        assertThat(japanese.headline()).startsWith("Tinyの指数は100点中50点（暫定）");
        assertThat(japanese.tiles().get(0).note()).startsWith("暫定、");
    }

    @Test
    void what_is_learned_from_cases_says_on_which_questions_it_rests() {
        Report linked = Boards.report("business-model-differentiation", "Example KK");
        Report own = Boards.report("outside-view", "Example KK");
        assertThat(linked.standing().linked()).isNotNull();
        assertThat(own.standing().linked()).isNull();

        assertThat(MarkdownReport.of(Story.of(linked, "en")))
                .contains("On the questions of the cases alone the company has ", "The profile counts all questions");
        assertThat(MarkdownReport.of(Story.of(linked, "ja"))).contains("この会社は事例企業と共通する設問だけで見ると");
        assertThat(MarkdownReport.of(Story.of(own, "en")))
                .contains("Here the company has ")
                .doesNotContain("of the cases alone");
    }

    @Test
    void an_accent_always_carries_readable_text() {
        for (int i = 0; i < 4096; i++) {
            String accent = String.format(Locale.ROOT, "#%x0%x0%x0", i >> 8, i >> 4 & 15, i & 15);
            Brand brand = new Brand(null, null, accent);
            assertThat(brand.ink()).isIn("#ffffff", "#111111");
        }
        assertThat(new Brand(null, null, "#ffffff").ink()).isEqualTo("#111111");
        assertThat(new Brand(null, null, "#102040").ink()).isEqualTo("#ffffff");
        assertThatThrownBy(() -> new Brand(null, null, "red"))
                .hasMessage("Accent 'red' is no colour such as '#2f74b0'.");
        assertThatThrownBy(() -> new Brand(" ", null, null))
                .hasMessage("The title of a report has 1 to 120 characters, not 1, and is not blank.");
    }
}
