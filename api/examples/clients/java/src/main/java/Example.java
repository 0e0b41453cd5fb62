import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.moatmark.client.ApiClient;
import org.moatmark.client.ApiException;
import org.moatmark.client.AssessmentsApi;
import org.moatmark.client.CompaniesApi;
import org.moatmark.client.ResultsApi;
import org.moatmark.client.SeatApi;
import org.moatmark.client.SeatsApi;
import org.moatmark.client.model.AnswersPatch;
import org.moatmark.client.model.Market;
import org.moatmark.client.model.NewAssessment;
import org.moatmark.client.model.NewCompany;
import org.moatmark.client.model.NewSeat;
import org.moatmark.client.model.Result;
import org.moatmark.client.model.ResultNodesInner;
import org.moatmark.client.model.Size;
import org.moatmark.client.model.WantedQuestionnairesInner;

/**
 * A company, an assessment, a seat, its answers, the result: MOATMARK_KEY is an owner key, MOATMARK_URL the address. A null
 * in a call leaves out a header, a parameter or a body that is optional.
 */
public final class Example {

    private static final String QUESTIONNAIRE = "outside-view";
    private static final Path ANSWERS = Path.of("../../answers.json");

    private Example() {}

    public static void main(String[] args) throws ApiException, IOException {
        String url = System.getenv().getOrDefault("MOATMARK_URL", "http://127.0.0.1:8080");
        String key = Objects.requireNonNull(
                System.getenv("MOATMARK_KEY"),
                "MOATMARK_KEY is not set; it is the owner key that the server printed at its first start.");
        ApiClient owner = client(url, key);

        UUID company = new CompaniesApi(owner)
                .createCompany(new NewCompany().name("Example KK").size(Size.LARGE).market(Market.B2B), null, null)
                .getId();
        AssessmentsApi assessments = new AssessmentsApi(owner);
        NewAssessment wanted = new NewAssessment()
                .company(company)
                .name("First look")
                .questionnaires(List.of(new WantedQuestionnairesInner(QUESTIONNAIRE)));
        UUID assessment = assessments.createAssessment(wanted, null, null).getId();
        NewSeat ceo = new NewSeat().key("ceo").department("Board").informants(Map.of(QUESTIONNAIRE, "executive"));
        String token = new SeatsApi(owner).addSeat(assessment, ceo, null, null).getToken();
        assessments.openAssessment(assessment, null, null, null, Map.of());

        AnswersPatch answers = owner.getObjectMapper().readValue(ANSWERS.toFile(), AnswersPatch.class);
        new SeatApi(client(url, token)).changeOwnAnswers(QUESTIONNAIRE, "*", answers, null, null);

        print(new ResultsApi(owner)
                .getResult(assessment, QUESTIONNAIRE, null, null, null, null, null)
                .getResult());
    }

    /** Sends the token of an owner or of a seat with every request, and asks for messages in English. */
    private static ApiClient client(String url, String token) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(url);
        return client.setRequestInterceptor(request ->
                request.setHeader("Authorization", "Bearer " + token).setHeader("Accept-Language", "en"));
    }

    private static void print(Result result) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.printf("%s  claimed%n", shown(result.getIndex().getClaimed()));
        Integer level = result.getLevel() == null ? null : result.getLevel().getValue();
        out.printf("%s  evidenced, level %s%n", shown(result.getIndex().getEvidenced()), level == null ? "-" : level);
        for (ResultNodesInner node : result.getNodes()) {
            out.printf("%s  %s%n", shown(node.getClaimed()), node.getTitle().get("en"));
        }
    }

    private static String shown(Double score) {
        return score == null ? "     -" : String.format(Locale.ROOT, "%6.2f", score);
    }
}
