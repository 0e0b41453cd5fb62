package org.moatmark.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.moatmark.api.Program.Ended;

/**
 * Bliese, Halverson and Schriesheim (2002) through the whole product: the tutorial's table becomes waves, the waves a report,
 * and its figures are those of the R packages multilevel, psych and eRm.
 */
@Tag("once")
class BlieseHalversonSchriesheim2002TutorialTest {

    private static final String TUTORIAL = "api/examples/tutorial/";
    private static final String JAR = "java -jar api/target/moatmark.jar ";
    private static final Path REFERENCE = Path.of("../core/src/test/resources/reference");
    private static final Program ROOT = Program.inEnglish().in(Readme.ROOT);

    private static String page;
    private static String waves;
    private static JsonObject report;

    @BeforeAll
    static void the_commands_of_the_page_are_run() throws Exception {
        page = Files.readString(Readme.ROOT.resolve(TUTORIAL + "README.md"));
        String convert = page.lines()
                .filter(line -> line.startsWith("java api/examples/"))
                .findFirst()
                .orElseThrow();
        String[] words = convert.split(" ");
        Ended converted = Program.of(words[1]).in(Readme.ROOT).run("", List.of(words[2]));
        assertThat(convert).endsWith(" > waves.ndjson");
        assertThat(converted.err()).isEmpty();
        waves = converted.out();
        Ended ended = ROOT.run(
                waves,
                List.of("validate-instrument", "leadership-climate", "--questionnaires", TUTORIAL + "questionnaires"));
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        report = JsonParser.parseString(ended.out()).getAsJsonObject();
    }

    @Test
    void every_picture_of_the_page_is_what_its_command_prints() throws Exception {
        int pictures = 0;
        for (String block : page.split("```")) {
            List<String> lines = block.strip().lines().toList();
            if (!lines.isEmpty() && lines.get(0).startsWith("$ " + JAR)) {
                String call = lines.get(0).substring(2 + JAR.length());
                boolean piped = call.endsWith(" < waves.ndjson");
                Ended ended = ROOT.run(
                        piped ? waves : "",
                        List.of(call.replace(" < waves.ndjson", "").split(" ")));
                List<String> printed = ended.out().lines().toList();
                int from = 0;
                for (String line : lines.subList(1, lines.size())) {
                    if (!"...".equals(line.strip())) {
                        assertThat(printed.subList(from, printed.size())).contains(line);
                        from += printed.subList(from, printed.size()).indexOf(line) + 1;
                    }
                }
                pictures++;
            }
        }
        assertThat(pictures).isEqualTo(2);
    }

    @Test
    void agreement_and_reliability_are_those_of_multilevel_and_psych() throws Exception {
        Map<String, Double> ours = new TreeMap<>();
        JsonObject genba = node("LEAD").getAsJsonArray("agreement").get(0).getAsJsonObject();
        JsonObject means = genba.getAsJsonObject("means");
        ours.put("mean_rwgj_uniform", value(means, "rwgJ"));
        ours.put("mean_rwgj_star", value(means, "rwgJStar"));
        ours.put("mean_awg_J", value(means, "awgJ"));
        ours.put("mean_ad_mean_J", value(means, "ad"));
        ours.put("mean_ad_median_J", value(means, "adMedian"));
        ours.put("ICC1_LEAD", value(genba.getAsJsonObject("icc"), "icc1"));
        ours.put("ICC2_LEAD", value(genba.getAsJsonObject("icc"), "icc2"));
        ours.put("alpha_LEAD", value(people("LEAD"), "alpha"));
        int compared = 0;
        for (JsonElement one : expected("group_lq2002.json")) {
            JsonObject wanted = one.getAsJsonObject();
            Double found = ours.get(wanted.get("name").getAsString());
            if (found != null) {
                assertThat(found)
                        .as(wanted.get("name").getAsString())
                        .isCloseTo(
                                wanted.get("value").getAsDouble(),
                                within(wanted.get("tolerance").getAsDouble()));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(8);
        assertThat(genba.get("companies").getAsInt()).isEqualTo(49);
        assertThat(report.get("respondents").getAsInt()).isEqualTo(2_042);
    }

    @Test
    void fit_and_eigenvalues_are_those_of_erm_and_r() throws Exception {
        JsonArray items = node("LEAD").getAsJsonObject("partialCredit").getAsJsonArray("items");
        check("lq2002_infit", each(items, "infit"));
        check("lq2002_outfit", each(items, "outfit"));
        JsonArray values = node("LEAD").getAsJsonObject("dimensionality").getAsJsonArray("eigenvalues");
        double[] eigenvalues = new double[values.size()];
        Arrays.setAll(eigenvalues, i -> values.get(i).getAsDouble());
        check("lq2002_eigenvalues", eigenvalues);
    }

    @Test
    void every_company_has_the_agreement_that_multilevel_gives_it() throws Exception {
        Ended ended = ROOT.run(waves, List.of("batch", "--questionnaires", TUTORIAL + "questionnaires"));
        List<String> expected = Files.readAllLines(REFERENCE.resolve("group_lq2002_expected.csv"));
        List<String> header = cells(expected.get(0));
        List<String> results = ended.out().lines().toList();

        assertThat(results).hasSize(49);
        for (int company = 0; company < 49; company++) {
            List<String> wanted = cells(expected.get(company + 1));
            JsonObject result = JsonParser.parseString(results.get(company)).getAsJsonObject();
            Map<String, JsonObject> byNode = new TreeMap<>();
            result.getAsJsonArray("agreement")
                    .forEach(one -> byNode.put(one.getAsJsonObject().get("node").getAsString(), one.getAsJsonObject()));
            JsonObject lead = byNode.get("LEAD");
            assertThat(result.getAsJsonObject("company").get("name").getAsString())
                    .isEqualTo("Company " + wanted.get(0));
            assertThat(lead.get("n").getAsInt()).isEqualTo(Integer.parseInt(wanted.get(1)));
            near(lead, "rwgJ", wanted, header, "rwgj_uniform");
            near(lead, "rwgJSkewed", wanted, header, "rwgj_slight_skew_1.34");
            near(lead, "ad", wanted, header, "ad_mean_J");
            near(lead, "adMedian", wanted, header, "ad_median_J");
            near(byNode.get("TSIG"), "rwgJ", wanted, header, "rwgj_TSIG");
        }
    }

    private static void near(JsonObject ours, String name, List<String> row, List<String> header, String column) {
        assertThat(ours.get(name).getAsDouble())
                .as(column + " of company " + row.get(0))
                .isCloseTo(Double.parseDouble(row.get(header.indexOf(column))), within(1e-9));
    }

    private static void check(String name, double[] ours) throws Exception {
        for (JsonElement one : expected("instrument.json")) {
            JsonObject wanted = one.getAsJsonObject();
            if (wanted.get("name").getAsString().equals(name)) {
                JsonArray values = wanted.getAsJsonArray("value");
                assertThat(values).hasSize(ours.length);
                for (int i = 0; i < ours.length; i++) {
                    assertThat(ours[i])
                            .as(name + " " + i)
                            .isCloseTo(
                                    values.get(i).getAsDouble(),
                                    within(wanted.get("tolerance").getAsDouble()));
                }
                return;
            }
        }
        throw new AssertionError("There is no expected value '" + name + "'.");
    }

    private static JsonArray expected(String file) throws Exception {
        return JsonParser.parseString(Files.readString(REFERENCE.resolve(file)))
                .getAsJsonObject()
                .getAsJsonArray("expected");
    }

    private static double[] each(JsonArray items, String name) {
        List<Double> values = new ArrayList<>();
        items.forEach(item -> values.add(value(item.getAsJsonObject(), name)));
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double value(JsonObject object, String name) {
        return object.getAsJsonObject(name).get("value").getAsDouble();
    }

    private static JsonObject people(String node) {
        return node(node).getAsJsonObject("reliability").getAsJsonObject("respondents");
    }

    private static JsonObject node(String key) {
        for (JsonElement node : report.getAsJsonArray("nodes")) {
            if (node.getAsJsonObject().get("key").getAsString().equals(key)) {
                return node.getAsJsonObject();
            }
        }
        throw new AssertionError("There is no node '" + key + "'.");
    }

    private static List<String> cells(String row) {
        return Arrays.asList(row.replace("\"", "").split(",", -1));
    }
}
