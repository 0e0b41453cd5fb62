package org.moatmark.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * One case of the reference data in {@code src/test/resources/reference}: its tables, and what papers and other
 * people's software make of them. Long, since it reads, compares and notes in all the forms in which others publish numbers.
 *
 * <pre>{@code
 * ReferenceCase lsat = ReferenceCase.of("irt_lsat6");
 * double[][] patterns = lsat.numbers("irt_lsat6_patterns.csv", "Item1", "Item2");
 * lsat.check("2pl_loglik", fit.logLikelihood());
 * }</pre>
 *
 * <p>Every check also leaves a line in {@code target/reference}, from which {@code REFERENCE.md} is made; not so the checks
 * of {@link #again()}.
 */
public final class ReferenceCase {

    private static final Path LINES = Path.of("target", "reference");

    private final String name;
    private final JsonObject document;
    private final boolean noted;

    private ReferenceCase(String name, JsonObject document, boolean noted) {
        this.name = name;
        this.document = document;
        this.noted = noted;
    }

    /**
     * Reads a case.
     *
     * @param name its file name without {@code .json}
     * @return the case
     */
    public static ReferenceCase of(String name) {
        return new ReferenceCase(
                name, JsonParser.parseString(text(name + ".json")).getAsJsonObject(), true);
    }

    /**
     * The same case for a test that gets to its values by another way than the test they are noted for: all is compared
     * as well, and {@code REFERENCE.md}, which has one line for each value, is left to the other.
     *
     * @return the case
     */
    public ReferenceCase again() {
        return new ReferenceCase(name, document, false);
    }

    /**
     * A member of the case file that is not among the expected values.
     *
     * @param member its name
     * @return the number there
     */
    public double number(String member) {
        return document.get(member).getAsDouble();
    }

    /**
     * A member of the case file that is a list of numbers.
     *
     * @param member its name
     * @return the numbers there
     */
    public double[] list(String member) {
        return row(document.get(member));
    }

    /**
     * A table as text.
     *
     * @param file its name
     * @return the cells, the header row first; an empty cell is an empty string
     */
    public static List<List<String>> table(String file) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : text(file).split("\\R")) {
            rows.add(cells(line));
        }
        return rows;
    }

    /**
     * Columns of a table as numbers.
     *
     * @param file its name
     * @param columns their names; none for all
     * @return {@code double[rows][columns]}, NaN for an empty cell
     */
    public static double[][] numbers(String file, String... columns) {
        List<List<String>> rows = table(file);
        List<String> header = rows.get(0);
        int[] at = columns.length == 0
                ? IntStream.range(0, header.size()).toArray()
                : Arrays.stream(columns).mapToInt(header::indexOf).toArray();
        double[][] numbers = new double[rows.size() - 1][at.length];
        for (int row = 0; row < numbers.length; row++) {
            for (int column = 0; column < at.length; column++) {
                String cell = rows.get(row + 1).get(at[column]);
                numbers[row][column] = cell.isEmpty() || cell.equals("NA") ? Double.NaN : Double.parseDouble(cell);
            }
        }
        return numbers;
    }

    /**
     * One column of a table as numbers.
     *
     * @param file its name
     * @param column its name
     * @return {@code double[rows]}, NaN for an empty cell
     */
    public static double[] column(String file, String column) {
        return Arrays.stream(numbers(file, column)).mapToDouble(row -> row[0]).toArray();
    }

    /**
     * Compares one number with every expected value of that name.
     *
     * @param expected name of the expected value
     * @param actual our number
     */
    public void check(String expected, double actual) {
        check(expected, new double[][] {{actual}});
    }

    /**
     * Compares a list of numbers with every expected value of that name, element by element.
     *
     * @param expected name of the expected value
     * @param actual our numbers
     */
    public void check(String expected, double[] actual) {
        check(expected, new double[][] {actual});
    }

    /**
     * Compares a matrix with every expected value of that name, element by element.
     *
     * @param expected name of the expected value
     * @param actual our numbers; NaN where {@code null} is expected
     */
    public void check(String expected, double[][] actual) {
        int index = 0;
        for (JsonObject value : expected(expected)) {
            compare(expected, index++, value, matrix(value.get("value")), actual);
        }
    }

    /**
     * Compares numbers with a table that holds the expected ones, within the tolerance of the expected value of that
     * name.
     *
     * @param expected name of the expected value, whose own value only points at the table
     * @param table what the table holds; NaN where nothing is expected
     * @param actual our numbers; NaN where nothing is expected
     */
    public void check(String expected, double[][] table, double[][] actual) {
        compare(expected, 0, expected(expected).get(0), table, actual);
    }

    /**
     * An expected value that is an object.
     *
     * @param expected its name
     * @param member name of the member
     * @param actual our numbers
     */
    public void checkMember(String expected, String member, double... actual) {
        JsonObject value = expected(expected).get(0);
        JsonElement wanted = value.getAsJsonObject("value").get(member);
        compare(expected + "." + member, 0, value, matrix(wanted), new double[][] {actual});
    }

    /**
     * A member of the case file that is itself an expected value, with the tolerance of the file.
     *
     * @param member its name
     * @param actual our numbers
     */
    public void checkWhole(String member, double... actual) {
        compare(member, 0, document, matrix(document.get(member)), new double[][] {actual});
    }

    private List<JsonObject> expected(String expected) {
        List<JsonObject> found = new ArrayList<>();
        for (JsonElement value : document.getAsJsonArray("expected")) {
            if (value.getAsJsonObject().get("name").getAsString().equals(expected)) {
                found.add(value.getAsJsonObject());
            }
        }
        assertThat(found).as("%s has an expected value '%s'", name, expected).isNotEmpty();
        return found;
    }

    private void compare(String what, int index, JsonObject about, double[][] wanted, double[][] actual) {
        double tolerance = about.get("tolerance").getAsDouble();
        assertThat(actual.length).as("rows of %s %s", name, what).isEqualTo(wanted.length);
        double worst = 0;
        for (int row = 0; row < wanted.length; row++) {
            assertThat(actual[row]).as("columns of %s %s", name, what).hasSameSizeAs(wanted[row]);
            for (int column = 0; column < wanted[row].length; column++) {
                if (Double.isNaN(wanted[row][column])) {
                    assertThat(actual[row][column])
                            .as("%s %s [%d][%d] has no value", name, what, row, column)
                            .isNaN();
                } else {
                    double off = Math.abs(actual[row][column] - wanted[row][column]);
                    assertThat(off)
                            .as(
                                    "%s %s [%d][%d]: wanted %s, got %s",
                                    name, what, row, column, wanted[row][column], actual[row][column])
                            .isLessThanOrEqualTo(tolerance);
                    worst = Math.max(worst, off);
                }
            }
        }
        if (noted) {
            note(what, index, about, wanted, actual, worst);
        }
    }

    private void note(String what, int index, JsonObject about, double[][] wanted, double[][] actual, double worst) {
        String source = about.has("source")
                ? about.get("source").getAsString()
                : about.has("how") ? about.get("how").getAsString() : "";
        String line = String.join(
                "\t",
                name,
                what,
                about.has("basis") ? about.get("basis").getAsString() : "software",
                source,
                shown(wanted),
                shown(actual),
                String.format(Locale.ROOT, "%.1e", worst),
                about.get("tolerance").getAsString());
        try {
            Path folder = Files.createDirectories(LINES.resolve(name));
            Files.writeString(folder.resolve(what.replaceAll("[^A-Za-z0-9_.-]", "_") + "." + index), line + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A few numbers as they are, many as the first three and how many there are. */
    private static String shown(double[][] numbers) {
        double[] all = Arrays.stream(numbers).flatMapToDouble(Arrays::stream).toArray();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < all.length && i < 3; i++) {
            words.add(Double.isNaN(all[i]) ? "none" : String.format(Locale.ROOT, "%.6g", all[i]));
        }
        return String.join(" ", words) + (all.length > 3 ? " ... (" + all.length + " numbers)" : "");
    }

    private static double[][] matrix(JsonElement value) {
        if (value.isJsonArray()
                && !value.getAsJsonArray().isEmpty()
                && value.getAsJsonArray().get(0).isJsonArray()) {
            JsonArray rows = value.getAsJsonArray();
            double[][] numbers = new double[rows.size()][];
            for (int row = 0; row < numbers.length; row++) {
                numbers[row] = row(rows.get(row));
            }
            return numbers;
        }
        return new double[][] {value.isJsonArray() ? row(value) : new double[] {cell(value)}};
    }

    private static double[] row(JsonElement value) {
        JsonArray cells = value.getAsJsonArray();
        double[] numbers = new double[cells.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = cell(cells.get(i));
        }
        return numbers;
    }

    private static double cell(JsonElement value) {
        if (value.isJsonNull()) {
            return Double.NaN;
        }
        return value.getAsJsonPrimitive().isBoolean() ? (value.getAsBoolean() ? 1 : 0) : value.getAsDouble();
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private static String text(String file) {
        try (InputStream in = ReferenceCase.class.getResourceAsStream("/reference/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
