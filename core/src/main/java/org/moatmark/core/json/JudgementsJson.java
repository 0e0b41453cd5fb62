package org.moatmark.core.json;

import java.nio.charset.StandardCharsets;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.psychometrics.PriorityWeights;
import org.moatmark.core.psychometrics.WeightJudgements;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Version;

/**
 * Pairwise judgements of importance as JSON ({@code moatmark/judgements/1}), and the new version of a questionnaire that
 * they make.
 *
 * <pre>{@code
 * {"format": "moatmark/judgements/1",
 *  "questionnaire": {"id": "my-questionnaire", "version": "1.0.0"},
 *  "aggregation": "judgements",
 *  "judges": [
 *    {"key": "ceo", "weight": 2, "comparisons": [
 *      {"pairs": [{"a": "A", "b": "B", "value": 3}]},
 *      {"node": "A", "pairs": [{"a": "A1", "b": "A2", "value": 5}]}]}]}
 * }</pre>
 *
 * <p>{@code questionnaire} is what was judged. {@code aggregation} says how several judges become one: {@code judgements}
 * (the geometric mean of their judgements, AIJ) or {@code priorities} (that of their priorities, AIP). {@code weight}
 * says how much a judge counts, 1 unless said. A comparison is about the child nodes or items of {@code node}, or about the
 * top nodes if there is no {@code node}, and has every pair of them; {@code value} says how many times {@code a} outweighs
 * {@code b} on Saaty's scale from 1/9 to 9, and 1/9 may be written with three decimals. What nobody compares keeps its
 * weights; what only some compare goes by them.
 */
public final class JudgementsJson {

    /** Name and version of the format. */
    public static final String FORMAT = "moatmark/judgements/1";

    private JudgementsJson() {}

    /**
     * Makes a new version of a questionnaire whose weights follow judgements.
     *
     * @param questionnaire the questionnaire's file in UTF-8; not modified
     * @param judgements the judgements in UTF-8; not modified
     * @param version the new version, above that of the file
     * @return the new version, or every fault of the questionnaire's file if it has any, else of the judgements
     */
    public static Checked<Reweighed> reweigh(byte[] questionnaire, byte[] judgements, Version version) {
        Checked<Questionnaire> before = QuestionnaireJson.read(questionnaire);
        if (before instanceof Checked.Invalid<Questionnaire> invalid) {
            return new Checked.Invalid<>(invalid.issues());
        }
        Questionnaire old = before.orThrow();
        JsonTree.Parsed parsed = JsonTree.read(judgements);
        JsonValue document = parsed.tree();
        if (document == null) {
            return new Checked.Invalid<>(parsed.issues());
        }
        JsonObject file = (JsonObject) JsonTree.parse(questionnaire).orThrow();
        return new JudgementsReader(parsed, document, old, version)
                .read()
                .map(judged -> reweighed(file, old, judged, version));
    }

    private static Reweighed reweighed(
            JsonObject file, Questionnaire old, WeightJudgements judgements, Version version) {
        PriorityWeights priorities = judgements.weigh(old);
        JsonObject changed =
                WeightWriter.write(file, version, priorities.weighed().changes());
        String text = IndentedJson.of(changed) + "\n";
        Questionnaire written =
                QuestionnaireJson.read(text.getBytes(StandardCharsets.UTF_8)).orThrow();
        if (!written.equals(priorities.weighed().as(version, written.methodHash()))) {
            throw new IllegalStateException(
                    "Questionnaire '" + old.id() + "' " + version + " reads differently from what was to be written.");
        }
        return new Reweighed(text, written, priorities);
    }
}
