import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.moatmark.core.Moatmark;
import org.moatmark.core.json.WaveJson;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Market;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.Company;
import org.moatmark.core.response.Form;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Response.Remarks;
import org.moatmark.core.response.Seat;
import org.moatmark.core.response.Wave;

/**
 * Turns the ratings of the case companies into waves on the questionnaire {@code outside-view}: one company a line, each
 * rater a respondent of the neutral kind {@code outsider}, dated the last day of the year for which it was rated. A blank
 * rating becomes "don't know", NA becomes "not applicable"; confidence, basis and reason are kept as the answer's note.
 */
public final class CaseWaves {

    private static final String QUESTIONNAIRE = "outside-view";
    private static final String INFORMANT = "outsider";
    private static final List<String> COMPANY_COLUMNS = List.of(
            "case_id",
            "company",
            "country",
            "region",
            "industry",
            "size_class",
            "founded",
            "sector",
            "market",
            "as_of");
    private static final List<String> RATING_COLUMNS =
            List.of("case_id", "rater", "item", "rating", "confidence", "basis", "reason");

    private CaseWaves() {}

    /**
     * Writes all waves to standard output.
     *
     * @param arguments the directory of companies.csv and ratings.csv
     * @throws IOException if a file cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("Usage: CaseWaves DIRECTORY, with companies.csv and ratings.csv in it");
            System.exit(2);
        }
        Path directory = Path.of(arguments[0]);
        List<Map<String, String>> companies = rows(directory.resolve("companies.csv"), COMPANY_COLUMNS);
        List<Map<String, String>> ratings = rows(directory.resolve("ratings.csv"), RATING_COLUMNS);
        Questionnaire questionnaire =
                Moatmark.shipped().catalogue().newest(QUESTIONNAIRE).orElseThrow();
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (Wave wave : waves(questionnaire, companies, ratings)) {
            out.print(WaveJson.write(wave) + "\n");
        }
        out.flush();
    }

    private static List<Wave> waves(
            Questionnaire questionnaire, List<Map<String, String>> companies, List<Map<String, String>> ratings) {
        Map<String, Map<String, Map<String, Response>>> byCase = new HashMap<>();
        for (Map<String, String> rating : ratings) {
            Response before = byCase.computeIfAbsent(rating.get("case_id"), id -> new TreeMap<>())
                    .computeIfAbsent(rating.get("rater"), rater -> new LinkedHashMap<>())
                    .put(rating.get("item"), response(rating));
            require(before == null, "Two ratings of one rater for one item: " + rating);
        }
        List<Wave> waves = new ArrayList<>();
        for (Map<String, String> row : companies) {
            Map<String, Map<String, Response>> raters = byCase.remove(row.get("case_id"));
            require(raters != null, "Nobody rated " + row.get("case_id") + ".");
            List<Respondent> respondents = new ArrayList<>();
            raters.forEach((rater, answers) ->
                    respondents.add(new Respondent(new Seat(rater, null, null, null, List.of(INFORMANT)), answers)));
            waves.add(new Wave(
                    questionnaire.id(),
                    questionnaire.version().toString(),
                    company(row),
                    LocalDate.of(Integer.parseInt(row.get("as_of")), 12, 31),
                    Form.FULL,
                    respondents,
                    List.of()));
        }
        require(byCase.isEmpty(), "Ratings of companies that are not listed: " + byCase.keySet());
        return waves;
    }

    private static Response response(Map<String, String> rating) {
        String reason = rating.get("reason");
        Remarks remarks = new Remarks(note(rating), null);
        return switch (rating.get("rating")) {
            case "" -> new Response.DontKnow(remarks);
            case "NA" -> new Response.NotApplicable(reason.isBlank() ? "rated NA, no reason given" : reason, remarks);
            default ->
                new Response.Answered(
                        new AnswerValue.Number(Integer.parseInt(rating.get("rating"))), List.of(), remarks);
        };
    }

    private static String note(Map<String, String> rating) {
        List<String> parts = new ArrayList<>();
        for (String column : List.of("confidence", "basis", "reason")) {
            if (!rating.get(column).isBlank()) {
                parts.add(column + ": " + rating.get(column));
            }
        }
        return parts.isEmpty() ? null : String.join("; ", parts);
    }

    private static Company company(Map<String, String> row) {
        return new Company(
                row.get("company"),
                country(row.get("country")),
                row.get("region"),
                row.get("sector"),
                CompanySize.valueOf(row.get("size_class").toUpperCase(Locale.ROOT)),
                Market.valueOf(row.get("market").toUpperCase(Locale.ROOT)));
    }

    /** From the English name to ISO 3166-1 alpha-2. */
    private static String country(String name) {
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(code).build();
            if (country.getDisplayCountry(Locale.ENGLISH).equals(name)) {
                return code;
            }
        }
        throw new IllegalArgumentException("'" + name + "' is no English name of a country.");
    }

    private static List<Map<String, String>> rows(Path file, List<String> columns) throws IOException {
        List<List<String>> records = new Csv(text(file), file.getFileName().toString()).records();
        require(!records.isEmpty() && records.get(0).equals(columns), file + " must begin with the columns " + columns);
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> fields : records.subList(1, records.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                row.put(columns.get(i), fields.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static String text(Path file) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw new IllegalArgumentException(file + " is not UTF-8.", broken);
        }
    }

    private static void require(boolean sound, String otherwise) {
        if (!sound) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /**
     * Reads comma-separated values as RFC 4180 writes them, and nothing else: lines end in CR LF, a field with a comma, a
     * quote or a line end stands in quotes, a quote in it is doubled, and every line has as many fields as the first.
     */
    private static final class Csv {

        private final String text;
        private final String name;
        private int at;
        private int line = 1;

        Csv(String text, String name) {
            this.text = text;
            this.name = name;
        }

        List<List<String>> records() {
            List<List<String>> records = new ArrayList<>();
            while (at < text.length()) {
                List<String> fields = record();
                int columns = records.isEmpty() ? fields.size() : records.get(0).size();
                check(fields.size() == columns, "has " + fields.size() + " fields, expected " + columns);
                records.add(fields);
                line++;
            }
            return records;
        }

        private List<String> record() {
            List<String> fields = new ArrayList<>();
            while (true) {
                fields.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
                if (at < text.length() && text.charAt(at) == ',') {
                    at++;
                } else {
                    check(text.startsWith("\r\n", at), "does not end in CR LF after a field");
                    at += 2;
                    return fields;
                }
            }
        }

        private String plain() {
            int from = at;
            while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
                check(text.charAt(at) != '"', "has a quote inside a field without quotes");
                at++;
            }
            return text.substring(from, at);
        }

        private String quoted() {
            StringBuilder field = new StringBuilder();
            at++;
            while (true) {
                int quote = text.indexOf('"', at);
                check(quote >= 0, "has a quote that is never closed");
                field.append(text, at, quote);
                at = quote + 1;
                if (!text.startsWith("\"", at)) {
                    return field.toString();
                }
                field.append('"');
                at++;
            }
        }

        private void check(boolean sound, String fault) {
            require(sound, "Record " + line + " of " + name + " " + fault + ".");
        }
    }
}
