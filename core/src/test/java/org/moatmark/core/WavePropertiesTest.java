package org.moatmark.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.moatmark.core.json.ResultWriter;
import org.moatmark.core.json.WaveJson;
import org.moatmark.core.maturity.Maturity;
import org.moatmark.core.maturity.MaturityVerdict;
import org.moatmark.core.maturity.RespondentCheck;
import org.moatmark.core.psychometrics.ResponseStylePolicy;
import org.moatmark.core.questionnaire.Catalogue;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.report.Result;
import org.moatmark.core.response.Evidence;
import org.moatmark.core.response.OtherResult;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.Contribution;
import org.moatmark.core.scoring.NodeScore;
import org.moatmark.core.scoring.Outcome;
import org.moatmark.core.scoring.Resampling;
import org.moatmark.core.scoring.ScoreTree;
import org.moatmark.core.scoring.Scorer;

/**
 * What holds for every wave of every shipped questionnaire: a thousand random waves each. The seed is in every message;
 * {@code RandomWaves.of(questionnaire, seed)} gives the wave again. What is no rule of scoring (threads, serialization, work
 * in bulk, two more locales) is looked at in every build in the first two hundred of them, and in all by
 * {@code .ci/thorough}. Long, since every property is looked at in the same waves, which are scored once.
 */
class WavePropertiesTest {

    private static final int WAVES = 1000;
    private static final int SOME = Thorough.or(WAVES, 200);

    private static final Moatmark MOATMARK = Moatmark.shipped();

    /** Few runs, since tens of thousands of results are asked for; the seed decides as much as with many. */
    private static final Resampling RUNS = Resampling.DEFAULT.withRuns(4);

    static List<Named<Questionnaire>> shipped() {
        assertThat(ShippedQuestionnaires.IDS).hasSize(3);
        return ShippedQuestionnaires.IDS.stream()
                .map(id -> Named.of(id, MOATMARK.catalogue().newest(id).orElseThrow()))
                .toList();
    }

    private static String name(Questionnaire questionnaire, long seed) {
        return questionnaire.id() + ", seed " + seed;
    }

    /** By questionnaire the checksum of the written result of each of its thousand waves, in a plain run. */
    private static final Map<String, long[]> PLAIN = new ConcurrentHashMap<>();

    private static long[] plain(Questionnaire questionnaire) {
        return PLAIN.computeIfAbsent(questionnaire.id(), id -> {
            ResultWriter writer = new ResultWriter();
            long[] sums = new long[WAVES];
            for (int seed = 0; seed < WAVES; seed++) {
                sums[seed] = sum(writer.toBytes(MOATMARK.score(RandomWaves.of(questionnaire, seed), RUNS)));
            }
            return sums;
        });
    }

    private static long sum(byte[] document) {
        CRC32C crc = new CRC32C();
        crc.update(document);
        return crc.getValue() << 32 | document.length;
    }

    /** That a document is the one of the plain run, byte by byte; the message shows where they part. */
    private static void assertPlain(String name, long plain, byte[] document, Wave wave) {
        if (sum(document) != plain) {
            String expected = MOATMARK.write(MOATMARK.score(wave, RUNS));
            String actual = new String(document, StandardCharsets.UTF_8);
            int at = 0;
            while (at < Math.min(expected.length(), actual.length()) && expected.charAt(at) == actual.charAt(at)) {
                at++;
            }
            throw new AssertionError(name + ": not the same bytes from place " + at + " on: expected "
                    + around(expected, at) + ", is " + around(actual, at));
        }
    }

    private static String around(String text, int at) {
        return "..." + text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 100)) + "...";
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void contributions_add_up_at_every_node_and_at_the_index(Questionnaire questionnaire) {
        int scored = 0;
        for (long seed = 0; seed < WAVES; seed++) {
            Result result = MOATMARK.scoreWithoutGains(RandomWaves.of(questionnaire, seed), Resampling.NONE);
            addsUp(
                    name(questionnaire, seed) + ", index",
                    result.index().outcome(),
                    result.index().contributions());
            for (NodeScore node : result.nodes()) {
                addsUp(name(questionnaire, seed) + ", node " + node.key(), node.outcome(), node.contributions());
            }
            scored += result.index().outcome().isScored() ? 1 : 0;
        }
        assertThat(scored).as("waves with an index").isGreaterThan(WAVES / 2);
    }

    private static void addsUp(String name, Outcome outcome, List<Contribution> parts) {
        if (outcome instanceof Outcome.Scored scored) {
            double points = 0;
            double share = 0;
            for (Contribution part : parts) {
                points += part.points();
                share += part.share();
                if (part.points() < 0 || part.share() < 0) {
                    throw new AssertionError(name + ": " + part + " is negative");
                }
            }
            if (!(Math.abs(points - scored.evidenced()) <= 1e-9)) {
                throw new AssertionError(name + ": points sum to " + points + ", not " + scored.evidenced());
            }
            if (!(Math.abs(share - 1) <= 1e-9)) {
                throw new AssertionError(name + ": shares sum to " + share);
            }
        } else if (!parts.isEmpty()) {
            throw new AssertionError(name + ": no score, but " + parts);
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void scores_lie_between_their_bounds_and_no_evidence_is_over_its_claim(Questionnaire questionnaire) {
        Traits traits = new Traits(questionnaire);
        for (long seed = 0; seed < WAVES; seed++) {
            Result result = MOATMARK.scoreWithoutGains(RandomWaves.of(questionnaire, seed), Resampling.NONE);
            String name = name(questionnaire, seed);
            for (NodeScore node : result.nodes()) {
                if (node.outcome() instanceof Outcome.Scored scored) {
                    boolean inside = node.bounds().low() <= scored.evidenced()
                            && scored.evidenced() <= node.bounds().high();
                    assertThat(inside)
                            .as("%s, node %s is inside its bounds", name, node.key())
                            .isTrue();
                    boolean evidencedUnderClaim = scored.evidenced() <= scored.claimed() + 1e-9;
                    assertThat(evidencedUnderClaim || traits.restsOnBalance(node.key()))
                            .as("%s, node %s: %s", name, node.key(), scored)
                            .isTrue();
                }
            }
            result.items()
                    .forEach(item -> assertThat(item.score() == null
                                    || item.score().evidenced() <= item.score().claimed())
                            .as("%s, item %s: %s", name, item.key(), item.score())
                            .isTrue());
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void the_order_of_respondents_answers_and_evidence_changes_no_byte(Questionnaire questionnaire) {
        ResultWriter writer = new ResultWriter();
        for (int seed = 0; seed < WAVES; seed++) {
            Wave wave = RandomWaves.of(questionnaire, seed);
            byte[] document = writer.toBytes(MOATMARK.score(shuffled(wave, new Random(seed)), RUNS));
            assertPlain(name(questionnaire, seed), plain(questionnaire)[seed], document, wave);
        }
    }

    private static Wave shuffled(Wave wave, Random random) {
        List<Respondent> respondents = new ArrayList<>();
        for (Respondent one : wave.respondents()) {
            List<String> keys = new ArrayList<>(one.answers().keySet());
            Collections.shuffle(keys, random);
            Map<String, Response> answers = new LinkedHashMap<>();
            keys.forEach(key -> answers.put(key, shuffled(one.answers().get(key), random)));
            respondents.add(new Respondent(one.seat(), answers, one.vignettes()));
        }
        Collections.shuffle(respondents, random);
        List<OtherResult> others = new ArrayList<>(wave.others());
        Collections.shuffle(others, random);
        return new Wave(
                wave.questionnaire(), wave.version(), wave.company(), wave.date(), wave.form(), respondents, others);
    }

    private static Response shuffled(Response response, Random random) {
        if (response instanceof Response.Answered answered) {
            List<Evidence> evidence = new ArrayList<>(answered.evidence());
            Collections.shuffle(evidence, random);
            return new Response.Answered(answered.value(), evidence, answered.remarks());
        }
        return response;
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void the_order_of_properties_in_a_document_changes_no_byte(Questionnaire questionnaire) {
        ResultWriter writer = new ResultWriter();
        for (int seed = 0; seed < WAVES; seed++) {
            Wave wave = RandomWaves.of(questionnaire, seed);
            String written = WaveJson.write(wave);
            String mixed =
                    shuffled(JsonParser.parseString(written), new Random(seed)).toString();
            byte[] document =
                    writer.toBytes(MOATMARK.score(MOATMARK.readWave(mixed).orThrow(), RUNS));
            assertPlain(name(questionnaire, seed), plain(questionnaire)[seed], document, wave);
        }
    }

    private static JsonElement shuffled(JsonElement element, Random random) {
        if (element.isJsonObject()) {
            List<Map.Entry<String, JsonElement>> properties =
                    new ArrayList<>(element.getAsJsonObject().entrySet());
            Collections.shuffle(properties, random);
            JsonObject mixed = new JsonObject();
            properties.forEach(one -> mixed.add(one.getKey(), shuffled(one.getValue(), random)));
            return mixed;
        } else if (element.isJsonArray()) {
            JsonArray same = new JsonArray();
            element.getAsJsonArray().forEach(one -> same.add(shuffled(one, random)));
            return same;
        }
        return element;
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void another_run_through_another_door_gives_the_same_bytes(Questionnaire questionnaire) {
        Moatmark second = Moatmark.shipped();
        for (int seed = 0; seed < WAVES; seed++) {
            Wave wave = RandomWaves.of(questionnaire, seed);
            byte[] document = second.write(second.score(wave, RUNS)).getBytes(StandardCharsets.UTF_8);
            assertPlain(name(questionnaire, seed), plain(questionnaire)[seed], document, wave);
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void bulk_work_gives_the_same_numbers_but_the_gains(Questionnaire questionnaire) {
        for (long seed = 0; seed < SOME; seed++) {
            Wave wave = RandomWaves.of(questionnaire, seed);
            Result with = MOATMARK.score(wave, RUNS);
            Result without = MOATMARK.scoreWithoutGains(wave, RUNS);
            assertThat(without.nodes()).as(name(questionnaire, seed)).isEqualTo(with.nodes());
            assertThat(without.index()).as(name(questionnaire, seed)).isEqualTo(with.index());
            assertThat(without.maturity()).as(name(questionnaire, seed)).isEqualTo(with.maturity());
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void the_possible_index_alone_is_the_one_of_the_score(Questionnaire questionnaire) {
        Scorer scorer = Scorer.of(questionnaire);
        for (int seed = 0; seed < SOME; seed++) {
            Wave wave = RandomWaves.of(questionnaire, seed);

            assertThat(scorer.possibleIndex(wave))
                    .as(name(questionnaire, seed))
                    .isEqualTo(scorer.score(wave).index().bounds());
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void no_default_locale_changes_a_byte(Questionnaire questionnaire) {
        Locale before = Locale.getDefault();
        List<String> words = new ArrayList<>();
        try {
            Locale.setDefault(Locale.ROOT);
            long[] plain = plain(questionnaire);
            for (int seed = 0; seed < WAVES; seed += 20) {
                words.add(MOATMARK.score(RandomWaves.of(questionnaire, seed), RUNS)
                        .explain());
            }
            for (String tag : List.of("tr", "ja", "de", "th-TH-u-nu-thai")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                Moatmark abroad = Moatmark.shipped();
                ResultWriter writer = new ResultWriter();
                int waves = tag.equals("tr") || tag.equals("ja") ? WAVES : SOME;
                for (int seed = 0; seed < waves; seed++) {
                    Wave wave = RandomWaves.of(questionnaire, seed);
                    Result result = abroad.score(wave, RUNS);
                    String name = name(questionnaire, seed) + ", locale " + tag;
                    assertPlain(name, plain[seed], writer.toBytes(result), wave);
                    if (seed % 20 == 0) {
                        assertThat(result.explain()).as(name).isEqualTo(words.get(seed / 20));
                    }
                }
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void eight_threads_give_the_same_bytes_as_one(Questionnaire questionnaire) throws Exception {
        long[] plain = plain(questionnaire);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> jobs = new ArrayList<>();
            for (int job = 0; job < 8; job++) {
                int first = job;
                jobs.add(() -> {
                    ResultWriter writer = new ResultWriter();
                    int done = 0;
                    for (int seed = first; seed < SOME; seed += 8) {
                        Wave wave = RandomWaves.of(questionnaire, seed);
                        byte[] document = writer.toBytes(MOATMARK.score(wave, RUNS));
                        assertPlain(name(questionnaire, seed), plain[seed], document, wave);
                        done++;
                    }
                    return done;
                });
            }
            int done = 0;
            for (Future<Integer> job : threads.invokeAll(jobs)) {
                done += job.get();
            }
            assertThat(done).isEqualTo(SOME);
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void results_survive_java_serialization(Questionnaire questionnaire) throws Exception {
        Scorer scorer = copy(Scorer.of(questionnaire));
        Maturity maturity = copy(Maturity.of(questionnaire));
        RespondentCheck check = copy(RespondentCheck.of(scorer, maturity, ResponseStylePolicy.DEFAULT));
        Moatmark moatmark = copy(MOATMARK);
        assertThat(copy(questionnaire)).isEqualTo(questionnaire);
        // Fifty at a time, which share the texts of the questionnaire.
        for (int first = 0; first < SOME; first += 50) {
            ArrayList<Wave> waves = new ArrayList<>();
            ArrayList<Result> results = new ArrayList<>();
            for (int seed = first; seed < first + 50; seed++) {
                waves.add(RandomWaves.of(questionnaire, seed));
                results.add(MOATMARK.score(waves.get(seed - first), RUNS));
            }
            ArrayList<Wave> wavesAgain = copy(waves);
            ArrayList<Result> resultsAgain = copy(results);
            for (int i = 0; i < 50; i++) {
                assertThat(wavesAgain.get(i)).as(name(questionnaire, first + i)).isEqualTo(waves.get(i));
                assertThat(resultsAgain.get(i))
                        .as(name(questionnaire, first + i))
                        .isEqualTo(results.get(i));
            }
            ScoreTree tree = copy(scorer.score(waves.get(0)));
            MaturityVerdict verdict = maturity.verdict(tree);
            assertThat(Result.of(tree, maturity, verdict, maturity.confidence(tree, verdict, scorer, RUNS), RUNS)
                            .with(check.check(tree, verdict)))
                    .as(name(questionnaire, first))
                    .isEqualTo(results.get(0));
            assertThat(moatmark.score(waves.get(0), RUNS))
                    .as(name(questionnaire, first))
                    .isEqualTo(results.get(0));
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T copy(T object) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void only_relative_weights_matter(Questionnaire questionnaire) {
        Scorer ones = Scorer.of(Reshaped.withWeights(questionnaire, 1));
        Scorer sevens = Scorer.of(Reshaped.withWeights(questionnaire, 7));
        for (long seed = 0; seed < WAVES; seed++) {
            Wave wave = RandomWaves.of(questionnaire, seed);
            ScoreTree one = ones.score(wave);
            ScoreTree seven = sevens.score(wave);
            List<Double> expected = numbers(one);
            List<Double> actual = numbers(seven);
            assertThat(actual).as(name(questionnaire, seed)).hasSameSizeAs(expected);
            for (int i = 0; i < expected.size(); i++) {
                assertThat(actual.get(i))
                        .as("%s, number %d", name(questionnaire, seed), i)
                        .isCloseTo(expected.get(i), within(1e-9));
            }
        }
    }

    /** Every number of a tree but declared weights, with statuses as numbers; -1 where there is none. */
    private static List<Double> numbers(ScoreTree tree) {
        List<Double> numbers = new ArrayList<>();
        add(tree.index().outcome(), numbers);
        numbers.add((double) tree.index().status().ordinal());
        parts(tree.index().contributions(), numbers);
        for (NodeScore node : tree.nodes()) {
            add(node.outcome(), numbers);
            numbers.add((double) node.status().ordinal());
            numbers.add(node.bounds() == null ? -1.0 : node.bounds().low());
            numbers.add(node.bounds() == null ? -1.0 : node.bounds().high());
            numbers.add(node.coverage() == null ? -1.0 : node.coverage());
            numbers.add(node.askedCoverage() == null ? -1.0 : node.askedCoverage());
            numbers.add(
                    node.sides().headquarters() == null ? -1.0 : node.sides().headquarters());
            numbers.add(node.sides().genba() == null ? -1.0 : node.sides().genba());
            parts(node.contributions(), numbers);
        }
        tree.items().forEach(item -> numbers.add(item.gainOfNextStep() == null ? -1.0 : item.gainOfNextStep()));
        return numbers;
    }

    private static void add(Outcome outcome, List<Double> numbers) {
        numbers.add(outcome instanceof Outcome.Scored scored ? scored.claimed() : -1.0);
        numbers.add(outcome instanceof Outcome.Scored scored ? scored.evidenced() : -1.0);
    }

    private static void parts(List<Contribution> parts, List<Double> numbers) {
        parts.forEach(part -> {
            numbers.add(part.share());
            numbers.add(part.points());
        });
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void english_alone_and_japanese_alone_give_the_same_numbers(Questionnaire questionnaire) {
        Questionnaire english = inOneLanguage(questionnaire, "en");
        Questionnaire japanese = inOneLanguage(questionnaire, "ja");
        assertThat(english.title().languages()).containsExactly("en");
        assertThat(japanese.title().languages()).containsExactly("ja");
        Moatmark en = Moatmark.of(Catalogue.EMPTY.with(english));
        Moatmark ja = Moatmark.of(Catalogue.EMPTY.with(japanese));
        for (long seed = 0; seed < WAVES; seed++) {
            Wave wave = RandomWaves.of(questionnaire, seed);
            Resampling runs = seed < SOME ? RUNS : Resampling.NONE;
            Result both = MOATMARK.score(wave, runs);
            for (Result one : List.of(en.score(wave, runs), ja.score(wave, runs))) {
                assertThat(one.index()).as(name(questionnaire, seed)).isEqualTo(both.index());
                assertThat(one.items()).as(name(questionnaire, seed)).isEqualTo(both.items());
                assertThat(one.maturity().level()).isEqualTo(both.maturity().level());
                assertThat(one.maturity().progress()).isEqualTo(both.maturity().progress());
                assertThat(needs(one)).as(name(questionnaire, seed)).isEqualTo(needs(both));
                assertThat(numbersOfNodes(one)).as(name(questionnaire, seed)).isEqualTo(numbersOfNodes(both));
            }
        }
    }

    private static List<Object> needs(Result result) {
        List<Object> needs = new ArrayList<>();
        result.maturity().nodes().forEach(node -> {
            needs.add(String.valueOf(node.level()));
            node.blocking().forEach(one -> needs.addAll(one.needs()));
        });
        result.maturity().blocking().forEach(one -> needs.addAll(one.needs()));
        result.maturity().findings().forEach(one -> needs.add(one.key() + one.because()));
        return needs;
    }

    private static List<Object> numbersOfNodes(Result result) {
        List<Object> numbers = new ArrayList<>();
        result.nodes()
                .forEach(node -> numbers.add(List.of(
                        node.outcome(),
                        String.valueOf(node.bounds()),
                        node.status(),
                        node.sides(),
                        node.flags(),
                        node.contributions())));
        return numbers;
    }

    private static Questionnaire inOneLanguage(Questionnaire questionnaire, String language) {
        String path = "/org/moatmark/questionnaires/" + questionnaire.id() + "-" + questionnaire.version() + ".json";
        try (InputStream file = WavePropertiesTest.class.getResourceAsStream(path)) {
            JsonElement document = JsonParser.parseString(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            return Moatmark.readQuestionnaire(strip(document, language).toString())
                    .orThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonElement strip(JsonElement element, String language) {
        if (element.isJsonArray()) {
            JsonArray list = new JsonArray();
            element.getAsJsonArray().forEach(one -> list.add(strip(one, language)));
            return list;
        } else if (element.isJsonObject()) {
            JsonObject object = new JsonObject();
            boolean texts = element.getAsJsonObject().keySet().equals(Set.of("en", "ja"));
            element.getAsJsonObject().entrySet().stream()
                    .filter(one -> !texts || one.getKey().equals(language))
                    .forEach(one -> object.add(one.getKey(), strip(one.getValue(), language)));
            return object;
        }
        return element;
    }
}
