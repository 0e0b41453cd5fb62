package org.moatmark.core.json;

import org.moatmark.core.issue.Checked;
import org.moatmark.core.questionnaire.Catalogue;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Wave;

/**
 * Waves as JSON ({@code moatmark/wave/1}). Each call prepares the catalogue anew; whoever reads many waves keeps a
 * {@link WaveReader}.
 */
public final class WaveJson {

    private WaveJson() {}

    /**
     * Reads a wave.
     *
     * @param json the document
     * @param catalogue the questionnaires that it may name
     * @return the wave with warnings, or every fault in document order
     */
    public static Checked<Wave> read(String json, Catalogue catalogue) {
        return new WaveReader(catalogue).read(json);
    }

    /**
     * Reads a wave.
     *
     * @param utf8 the document in UTF-8
     * @param catalogue the questionnaires that it may name
     * @return the wave with warnings, or every fault in document order
     */
    public static Checked<Wave> read(byte[] utf8, Catalogue catalogue) {
        return new WaveReader(catalogue).read(utf8);
    }

    /**
     * Reads a wave.
     *
     * @param tree the document
     * @param catalogue the questionnaires that it may name
     * @return the wave with warnings, or every fault in document order
     */
    public static Checked<Wave> read(JsonValue tree, Catalogue catalogue) {
        return new WaveReader(catalogue).read(tree);
    }

    /**
     * Reads one answer: an object with {@code value} or {@code state} as it stands in a wave.
     *
     * @param answer the answer
     * @param questionnaire the questionnaire of the item
     * @param itemKey key of the item
     * @param path JSON Pointer of the answer in the document it comes from; faults are placed from there on
     * @return the response, or every fault
     */
    public static Checked<Response> readAnswer(
            JsonValue answer, Questionnaire questionnaire, String itemKey, String path) {
        Faults faults = new Faults();
        Response response = null;
        Item found = null;
        for (Item item : questionnaire.items()) {
            if (item.key().equals(itemKey)) {
                found = item;
            }
        }
        if (found == null) {
            var keys = questionnaire.items().stream().map(Item::key).toList();
            UnknownItem.add(itemKey, Place.of(path), questionnaire.id(), keys, faults);
        } else {
            response = new AnswerReader(found).read(answer, false, Place.of(path), faults);
        }
        Response read = response;
        return faults.result(null, () -> {
            if (read == null) {
                throw new IllegalStateException("An answer without a fault could not be built.");
            }
            return read;
        });
    }

    /**
     * Reads the rating of one vignette: a point of the scale of its item, as it stands in a wave.
     *
     * @param rating the rating
     * @param questionnaire the questionnaire of the vignette
     * @param vignette key of the vignette
     * @param path JSON Pointer of the rating in the document it comes from; faults are placed there
     * @return the point, from 1, or every fault
     */
    public static Checked<Integer> readRating(
            JsonValue rating, Questionnaire questionnaire, String vignette, String path) {
        Faults faults = new Faults();
        Integer read = new VignetteReader(questionnaire).read(vignette, rating, Place.of(path), faults);
        return faults.result(null, () -> {
            if (read == null) {
                throw new IllegalStateException("A rating without a fault could not be built.");
            }
            return read;
        });
    }

    /**
     * Writes a wave, compact; what is not given is left out.
     *
     * @param wave the wave
     * @return the document; reading it gives an equal wave
     */
    public static String write(Wave wave) {
        return WaveWriter.write(wave);
    }
}
