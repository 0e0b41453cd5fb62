import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns a table of soldiers, one a row, into waves of the questionnaire {@code leadership-climate}, one company a line. An
 * empty cell is a skipped item.
 */
public class SoldiersAsWaves {

    public static void main(String[] words) throws IOException {
        List<String> rows = Files.readAllLines(Path.of(words[0]));
        List<String> header = cells(rows.get(0));
        Map<String, List<String>> companies = new LinkedHashMap<>();
        for (String row : rows.subList(1, rows.size())) {
            List<String> cells = cells(row);
            List<String> soldiers = companies.computeIfAbsent(cells.get(0), company -> new ArrayList<>());
            soldiers.add(soldier(soldiers.size() + 1, header, cells));
        }
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        companies.forEach((company, soldiers) -> out.print("{\"format\": \"moatmark/wave/1\","
                + " \"questionnaire\": {\"id\": \"leadership-climate\", \"version\": \"1.0.0\"},"
                + " \"company\": {\"name\": \"Company " + company + "\"}, \"date\": \"2002-02-01\","
                + " \"respondents\": [" + String.join(", ", soldiers) + "]}\n"));
        out.flush();
    }

    private static String soldier(int number, List<String> header, List<String> cells) {
        List<String> answers = new ArrayList<>();
        for (int column = 0; column < cells.size(); column++) {
            String item = header.get(column);
            if ((item.startsWith("LEAD") || item.startsWith("TSIG")) && !cells.get(column).isEmpty()) {
                answers.add("\"" + item + "\": {\"value\": " + cells.get(column) + "}");
            }
        }
        return "{\"seat\": {\"key\": \"soldier-" + number + "\", \"informant\": \"soldier\"}, \"answers\": {"
                + String.join(", ", answers) + "}}";
    }

    private static List<String> cells(String row) {
        return Arrays.asList(row.replace("\"", "").split(",", -1));
    }
}
