package org.moatmark.core.json;

import org.moatmark.core.issue.Checked;
import org.moatmark.core.questionnaire.Questionnaire;

/**
 * Questionnaires as JSON ({@code moatmark/questionnaire/1}).
 *
 * <p>Reading is strict: a property that nobody asked for, a word that is not one of the words, a key that names nothing, a
 * circle, a text that lacks a language, a bound that no answer can reach are faults, and all faults are reported at once,
 * each with its JSON Pointer. What is read without a fault is consistent in itself.
 */
public final class QuestionnaireJson {

    /** Most items of one questionnaire. */
    public static final int MAX_ITEMS = 500;

    /** Most options of one item, and most points of one scale. */
    public static final int MAX_OPTIONS = 200;

    /** Highest level that is looked at when circles of levels are searched. */
    static final int MAX_LEVELS = 1_000;

    private QuestionnaireJson() {}

    /**
     * Reads a questionnaire.
     *
     * @param json the document
     * @return the questionnaire, or every fault in document order
     */
    public static Checked<Questionnaire> read(String json) {
        return read(JsonTree.read(json));
    }

    /**
     * Reads a questionnaire.
     *
     * @param utf8 the document in UTF-8
     * @return the questionnaire, or every fault in document order
     */
    public static Checked<Questionnaire> read(byte[] utf8) {
        return read(JsonTree.read(utf8));
    }

    /**
     * Writes a questionnaire, compact; what has its default is left out. The method hash is taken over a file as it is, so
     * it differs from that of a file which spells defaults out.
     *
     * @param questionnaire the questionnaire
     * @return the document; reading it gives a questionnaire that is equal but for the method hash
     */
    public static String write(Questionnaire questionnaire) {
        return QuestionnaireWriter.write(questionnaire);
    }

    private static Checked<Questionnaire> read(JsonTree.Parsed parsed) {
        JsonValue tree = parsed.tree();
        return tree == null ? new Checked.Invalid<>(parsed.issues()) : new QuestionnaireReader(parsed, tree).read();
    }
}
