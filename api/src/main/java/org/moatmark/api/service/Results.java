package org.moatmark.api.service;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.moatmark.api.store.Page;
import org.moatmark.api.store.SecrecyShelf.Mode;
import org.moatmark.api.store.StoredAssessment;
import org.moatmark.api.store.StoredAssessment.Asked;
import org.moatmark.api.store.StoredCompany;
import org.moatmark.api.store.StoredSeat;
import org.moatmark.core.Moatmark;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.WaveJson;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.report.Result;
import org.moatmark.core.response.OtherResult;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Seat;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.NodeScore;
import org.moatmark.core.scoring.Resampling;

/** Results of assessments: computed from the answers whenever they are asked for, and kept nowhere. */
public final class Results {

    /** How scores are resampled unless somebody says otherwise: about a second on one core at most, see {@link Resampling#work}. */
    public static final Resampling RESAMPLING = Resampling.DEFAULT.withMostWork(100_000_000);

    private final Questionnaires questionnaires;
    private final Assessments assessments;

    /**
     * Computes results.
     *
     * @param questionnaires what was asked
     * @param assessments what is scored
     */
    public Results(Questionnaires questionnaires, Assessments assessments) {
        this.questionnaires = questionnaires;
        this.assessments = assessments;
    }

    /**
     * The answers of an assessment, one wave per questionnaire in its order. While it is open, answers count as they
     * are; its date is the day of closing, or today.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param assessment which assessment
     * @return the waves, without what the other questionnaires gave
     * @throws Refused if the assessment is confidential, whoever asks
     */
    public List<Wave> waves(Work work, Caller.KeyHolder who, String assessment) {
        StoredAssessment of = assessments.get(work, who, assessment);
        if (isConfidential(work, who.tenant(), assessment)) {
            throw confidential();
        }
        return waves(work, who.tenant(), of);
    }

    /**
     * The same of any assessment, for a computation of which nothing is shown to anybody: whether data give the same results
     * elsewhere.
     *
     * @param work the transaction
     * @param who on whose behalf
     * @param assessment which assessment
     * @return the waves
     */
    public List<Wave> unseen(Work work, Caller.KeyHolder who, String assessment) {
        return waves(work, who.tenant(), assessments.get(work, who, assessment));
    }

    private List<Wave> waves(Work work, String tenant, StoredAssessment of) {
        return waves(work, tenant, of, Visibility.seats(work, tenant, of.id()), StoredSeat::key);
    }

    static Refused confidential() {
        return Refused.forbidden(
                "This assessment is confidential; nothing is shown of it but its releases.",
                "この診断は機密扱いのため、公表された集計以外は表示できません。");
    }

    static boolean isConfidential(Work work, String tenant, String assessment) {
        return work.shelves().secrecy().terms(tenant, assessment).mode() == Mode.CONFIDENTIAL;
    }

    /**
     * Whether somebody is shown what single seats said, under their names: where everybody was told so before the first
     * answer, and only to those whom they were told of. In a class that is nobody but the teacher of an exercise that is
     * marked, whom an assessment does not know.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param assessment which assessment
     * @return true of an attributed assessment, for keys that may read answers
     */
    public boolean names(Work work, Caller.KeyHolder who, String assessment) {
        return Right.READ_ANSWERS.isOf(who.scope()) && isAttributed(work, who.tenant(), assessment);
    }

    /**
     * Whether somebody is shown the evidence that offices give for what they state in a confidential assessment: who works for
     * the company and may read answers at all. Readers, links and seats are shown what the statements score.
     *
     * @param who who asks
     * @return true for keys that may read answers
     */
    public boolean readsStatements(Caller who) {
        return who instanceof Caller.KeyHolder key && Right.READ_ANSWERS.isOf(key.scope());
    }

    /**
     * Refuses to hand out the answers of an assessment, seat by seat.
     *
     * @param work the transaction
     * @param tenant the tenant
     * @param assessment which assessment
     * @throws Refused unless answers are shown under the names of seats there
     */
    public void requireNames(Work work, String tenant, String assessment) {
        if (!isAttributed(work, tenant, assessment)) {
            throw Refused.forbidden(
                    "Single answers leave attributed assessments only, as respondents were told; scores.csv and data.xlsx"
                            + " are there of every assessment.",
                    "個々の回答を出力できるのは記名式の診断だけです（回答者への説明のとおり）。scores.csv と data.xlsx はどの診断でも出力できます。");
        }
    }

    private static boolean isAttributed(Work work, String tenant, String assessment) {
        return work.shelves().secrecy().terms(tenant, assessment).mode() == Mode.ATTRIBUTED;
    }

    /** The answers of some seats, each under the name that it is to have. */
    List<Wave> waves(
            Work work, String tenant, StoredAssessment of, List<StoredSeat> seats, Function<StoredSeat, String> name) {
        StoredCompany company =
                work.shelves().companies().find(tenant, of.company()).orElseThrow(Refused::notFound);
        Long closed = of.closedMs();
        LocalDate date =
                LocalDate.ofInstant(Instant.ofEpochMilli(closed == null ? work.now() : closed), ZoneOffset.UTC);
        return of.questionnaires().stream()
                .map(asked -> new Wave(
                        asked.id(),
                        asked.version(),
                        company.facts(),
                        date,
                        of.form(),
                        respondents(work, tenant, asked, seats, name),
                        List.of()))
                .toList();
    }

    /**
     * The answers of all closed assessments of one questionnaire: what is still being answered is left out, and so is what
     * was answered in confidence.
     *
     * @param work the transaction
     * @param who an owner
     * @param questionnaire of which questionnaire, in this very version
     * @return one wave an assessment, in the order in which they were made
     */
    public List<Wave> closedWaves(Work work, Caller.KeyHolder who, Questionnaire questionnaire) {
        Asked wanted = new Asked(questionnaire.id(), questionnaire.version().toString());
        List<Wave> waves = new ArrayList<>();
        Page<StoredAssessment> page;
        String after = "";
        do {
            page = assessments.list(work, who, after, 200);
            for (StoredAssessment one : page.items()) {
                after = one.id();
                if (one.status() == StoredAssessment.Status.CLOSED
                        && one.questionnaires().contains(wanted)
                        && !isConfidential(work, who.tenant(), one.id())) {
                    waves(work, who, one.id()).stream()
                            .filter(wave -> wave.questionnaire().equals(wanted.id()))
                            .forEach(waves::add);
                }
            }
        } while (page.more());
        return waves;
    }

    private List<Respondent> respondents(
            Work work, String tenant, Asked asked, List<StoredSeat> seats, Function<StoredSeat, String> name) {
        Questionnaire questionnaire =
                questionnaires.find(work, tenant, asked.id(), asked.version()).orElseThrow();
        List<Respondent> respondents = new ArrayList<>();
        for (StoredSeat seat : seats) {
            List<String> kinds = seat.informants().get(asked.id());
            if (kinds != null) {
                Map<String, Response> answers = new LinkedHashMap<>();
                work.shelves()
                        .answers()
                        .all(tenant, seat.id(), asked.id())
                        .forEach((item, given) -> answers.put(item, response(questionnaire, item, given)));
                respondents.add(new Respondent(
                        new Seat(name.apply(seat), seat.department(), seat.role(), seat.unit(), kinds),
                        answers,
                        work.shelves().vignettes().all(tenant, seat.id(), asked.id())));
            }
        }
        return respondents;
    }

    private static Response response(Questionnaire questionnaire, String item, String given) {
        return WaveJson.readAnswer(JsonTree.parse(given).orThrow(), questionnaire, item, "")
                .orThrow();
    }

    /**
     * Scores all waves of an assessment. Each is scored alone first, so that none waits for another, and then once more
     * with what the others gave.
     *
     * @param moatmark what scores the questionnaires of the tenant
     * @param waves the waves of one assessment
     * @param how seed and runs of the intervals
     * @return one result per wave, in the same order
     */
    public List<Result> score(Moatmark moatmark, List<Wave> waves, Resampling how) {
        return waves.stream()
                .map(wave -> score(moatmark, waves, wave.questionnaire(), how))
                .toList();
    }

    /**
     * Scores one wave of an assessment with what the others gave.
     *
     * @param moatmark what scores the questionnaires of the tenant
     * @param waves the waves of one assessment
     * @param questionnaire which one
     * @param how seed and runs of the intervals
     * @return its result
     * @throws Refused if the assessment does not ask that questionnaire
     */
    public Result score(Moatmark moatmark, List<Wave> waves, String questionnaire, Resampling how) {
        return moatmark.score(whole(moatmark, waves, questionnaire), how);
    }

    /** One wave of an assessment with what the others gave. */
    Wave whole(Moatmark moatmark, List<Wave> waves, String questionnaire) {
        List<OtherResult> others = new ArrayList<>();
        Wave wanted = null;
        for (Wave wave : waves) {
            if (wave.questionnaire().equals(questionnaire)) {
                wanted = wave;
            } else {
                others.add(other(moatmark.scoreWithoutGains(wave, Resampling.NONE)));
            }
        }
        if (wanted == null) {
            throw Refused.notFound();
        }
        return wanted.withOthers(others);
    }

    private static OtherResult other(Result result) {
        Map<String, Double> lower = new TreeMap<>();
        for (NodeScore node : result.nodes()) {
            double score = node.lowerSide();
            if (!Double.isNaN(score)) {
                lower.put(node.key(), score);
            }
        }
        return new OtherResult(result.questionnaire(), result.version(), lower);
    }
}
