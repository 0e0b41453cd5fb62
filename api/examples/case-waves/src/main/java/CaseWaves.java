import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.moatmark.core.Moatmark;
import org.moatmark.core.benchmark.CaseCompany;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.json.WaveJson;

/**
 * Turns the ratings of case companies into waves on the questionnaire {@code outside-view}: one company a line, each
 * rater a respondent of the neutral kind {@code outsider}, dated the last day of the year for which it was rated. A blank
 * rating becomes "don't know", NA becomes "not applicable"; confidence, basis and reason are kept as the answer's note.
 */
public final class CaseWaves {

    private CaseWaves() {}

    /**
     * Writes all waves to standard output, or everything that is wrong with the library to standard error.
     *
     * @param arguments the directory of a case library
     * @throws IOException if a file cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("Usage: CaseWaves DIRECTORY, with companies.csv, facts.csv and ratings.csv in it");
            System.exit(2);
        }
        Checked<CaseLibrary> read = Moatmark.shipped().caseReader().readDirectory(Path.of(arguments[0]));
        if (!read.issues().isEmpty()) {
            for (Issue issue : read.issues()) {
                System.err.println(issue.path() + " " + issue.message().en());
            }
            System.exit(1);
        }
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        CaseLibrary library = read.orThrow();
        for (CaseCompany company : library.companies()) {
            out.print(WaveJson.write(library.wave(company.id())) + "\n");
        }
        out.flush();
    }
}
