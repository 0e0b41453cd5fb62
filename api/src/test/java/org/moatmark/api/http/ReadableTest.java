package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.JsonValue;

/**
 * What people read is plain: English of a school grade (Kincaid et al. 1975, Navy Research Branch Report 8-75: 0.39 words a
 * sentence + 11.8 syllables a word - 15.59), Japanese in short sentences, and no word of the trade where strangers read.
 * Syllables are counted by groups of vowels, as scripts do.
 */
class ReadableTest {

    private static final double HIGHEST_GRADE = 9;
    private static final double LONGEST_MEAN = 60;
    private static final int LONGEST = 100;

    /** Fewer words are a label. */
    private static final int A_SENTENCE = 5;

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z'-]*");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
    private static final Pattern SILENT = Pattern.compile("(?:[^laeiouy]es|[^dt]ed|[^laeiouy]e)$");

    /** Words that only those who build or set up assessments know. */
    private static final Pattern TRADE = Pattern.compile(
            "(?i)\\b(rubrics?|anchors?|gates?|waves?|tenants?|informants?|payload|endpoints?|percentiles?|quartiles?"
                    + "|idempoten\\w+|merge patch|E[0-4])\\b|アンカー|ゲート|テナント|インフォーマント|ペイロード|エンドポイント");

    private static final PageWords WORDS = new PageWords();

    static Stream<String> areas() {
        return WORDS.areas().stream();
    }

    static Stream<Path> questionnaires() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../questionnaires"))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("areas")
    void the_words_of_the_pages_are_plain(String area) {
        assertThat(grade(texts(area, "en"))).isLessThanOrEqualTo(HIGHEST_GRADE);
        areShort(texts(area, "ja"));
    }

    @ParameterizedTest
    @MethodSource("questionnaires")
    void the_questionnaires_are_plain(Path file) throws IOException {
        JsonValue questionnaire = JsonTree.parse(Files.readString(file)).orThrow();

        assertThat(grade(texts(questionnaire, "en"))).isLessThanOrEqualTo(HIGHEST_GRADE);
        areShort(texts(questionnaire, "ja"));
    }

    @ParameterizedTest
    @CsvSource({"start", "quick", "respond", "form", "frame", "privacy", "case", "cases", "compare", "error", "shared"})
    void strangers_meet_no_word_of_the_trade(String area) {
        for (String language : PageWords.LANGUAGES) {
            assertThat(texts(area, language))
                    .as(language)
                    .allSatisfy(text -> assertThat(text).doesNotContainPattern(TRADE));
        }
    }

    @Test
    void a_grade_is_what_the_formula_says() {
        assertThat(syllables("company") + syllables("made") + syllables("questions"))
                .isEqualTo(3 + 1 + 2);
        assertThat(grade(List.of("The company itself publishes measured figures.")))
                .isEqualTo(0.39 * 6 + 11.8 * 12 / 6 - 15.59);
        assertThat(grade(List.of(
                        "Notwithstanding organisational interdependencies, differentiation necessitates capability.")))
                .isGreaterThan(HIGHEST_GRADE);
    }

    private static List<String> texts(String area, String language) {
        return WORDS.keys(area, language).stream()
                .map(key -> WORDS.get(area + "." + key, language))
                .toList();
    }

    /** The texts of a document in a language, wherever they stand. */
    private static List<String> texts(JsonValue value, String language) {
        List<String> texts = new ArrayList<>();
        if (value instanceof JsonArray array) {
            array.values().forEach(one -> texts.addAll(texts(one, language)));
        } else if (value instanceof JsonObject object) {
            if (object.get(language) instanceof JsonString text) {
                texts.add(text.value());
            } else {
                IntStream.range(0, object.size()).forEach(i -> texts.addAll(texts(object.value(i), language)));
            }
        }
        return texts;
    }

    private static double grade(List<String> texts) {
        int sentences = 0;
        int words = 0;
        int syllables = 0;
        for (String text : texts) {
            if (WORD.matcher(text).results().count() >= A_SENTENCE) {
                for (String sentence : text.split("(?<=[.!?:;])\\s+")) {
                    Matcher found = WORD.matcher(sentence);
                    int before = words;
                    while (found.find()) {
                        words++;
                        syllables += syllables(found.group());
                    }
                    sentences += words > before ? 1 : 0;
                }
            }
        }
        return sentences == 0 ? 0 : 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
    }

    private static int syllables(String word) {
        String plain = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        String spoken = plain.length() > 3 ? SILENT.matcher(plain).replaceFirst("") : plain;
        return Math.max(1, (int) VOWELS.matcher(spoken).results().count());
    }

    private static void areShort(List<String> texts) {
        List<String> sentences = texts.stream()
                .flatMap(text -> Stream.of(text.split("(?<=[。！？])")))
                .filter(sentence -> sentence.endsWith("。"))
                .toList();

        assertThat(sentences)
                .allSatisfy(
                        one -> assertThat(one.codePointCount(0, one.length())).isLessThan(LONGEST));
        assertThat(sentences.stream().mapToInt(String::length).average().orElse(0))
                .isLessThanOrEqualTo(LONGEST_MEAN);
    }
}
