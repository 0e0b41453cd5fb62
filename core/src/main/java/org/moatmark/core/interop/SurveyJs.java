package org.moatmark.core.interop;

import org.moatmark.core.issue.Checked;

/**
 * Questionnaires as surveys of SurveyJS (the JSON that its {@code Model} loads), out and in.
 *
 * <p>A survey holds what is asked: pages and panels for nodes, questions for items, choices for anchors, labels and options,
 * texts in every language. All that SurveyJS does not know, weights, cuts, gates, levels, travels beside it in properties
 * named {@value #OURS}, which SurveyJS passes over; what comes back is the same questionnaire. Where both say something, as
 * after an edit, the survey's own properties count. {@code Serializer.addProperty("question", "moatmark:value")}, and the same
 * for {@code page}, {@code panel} and {@code survey}, keeps ours in a designer.
 *
 * <p>A survey from elsewhere becomes a draft: a node for each page or panel, an item for each question, one kind of respondent,
 * no levels and no gates. Nothing is invented: what an option is worth is 0 until somebody says it, and everything that
 * was not taken over is a warning.
 */
public final class SurveyJs {

    /** The property that holds what SurveyJS does not know. */
    public static final String OURS = "moatmark";

    private SurveyJs() {}

    /**
     * A questionnaire as a survey.
     *
     * @param questionnaire the questionnaire's document ({@code moatmark/questionnaire/1}), without faults
     * @return the survey as JSON, ended by a line feed
     * @throws IllegalArgumentException if the document is no JSON object
     */
    public static String of(String questionnaire) {
        return JsonPlain.written(new SurveyOut(JsonPlain.object("The questionnaire", questionnaire)).survey());
    }

    /**
     * A survey as a questionnaire.
     *
     * @param survey the survey as JSON
     * @param id id of the questionnaire where the survey has none of ours
     * @return its document ({@code moatmark/questionnaire/1}), still to be read by the reader of questionnaires, which knows what
     *     edits have broken; every warning names something that was not taken over. Invalid if the survey asks nothing
     * @throws IllegalArgumentException if the survey is no JSON object
     */
    public static Checked<String> questionnaire(String survey, String id) {
        return new SurveyIn(JsonPlain.object("The survey", survey)).questionnaire(id);
    }
}
