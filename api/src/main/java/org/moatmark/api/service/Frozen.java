package org.moatmark.api.service;

import java.util.List;
import java.util.Optional;
import org.moatmark.api.store.SnapshotShelf.Sheet;
import org.moatmark.api.store.StoredSnapshot;
import org.moatmark.core.Moatmark;
import org.moatmark.core.json.ResultJson;
import org.moatmark.core.json.WaveJson;
import org.moatmark.core.report.Result;
import org.moatmark.core.response.Wave;

/**
 * What a snapshot holds, to be read as it was frozen. Of a confidential assessment that is a release, and there is nothing
 * else to be had of it.
 *
 * @param snapshot the snapshot
 * @param sheets what was frozen of each questionnaire, in the order of the assessment
 * @param released the release; empty where results are shown as they are
 * @param moatmark what reads the questionnaires of the tenant
 */
public record Frozen(
        StoredSnapshot snapshot, List<Sheet> sheets, Optional<Releases.Latest> released, Moatmark moatmark) {

    /** Copies the list. */
    public Frozen {
        sheets = List.copyOf(sheets);
    }

    /**
     * What was frozen of one questionnaire.
     *
     * @param questionnaire id of a questionnaire
     * @return the sheet
     * @throws Refused if the assessment did not ask that questionnaire then
     */
    public Sheet sheet(String questionnaire) {
        return sheets.stream()
                .filter(one -> one.questionnaire().equals(questionnaire))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    /**
     * The document of one questionnaire, a result or a release, byte for byte as it was made.
     *
     * @param questionnaire id of a questionnaire
     * @return the document
     * @throws Refused if the assessment did not ask that questionnaire then
     */
    public String document(String questionnaire) {
        return document(sheet(questionnaire));
    }

    private static String document(Sheet sheet) {
        String document = sheet.result();
        if (document == null) {
            throw new IllegalStateException("A snapshot was opened before its documents were made anew.");
        }
        return document;
    }

    /**
     * The result of one questionnaire as it was frozen.
     *
     * @param questionnaire id of a questionnaire
     * @return the result
     * @throws Refused if the assessment did not ask that questionnaire then, or is confidential
     */
    public Result result(String questionnaire) {
        return result(sheet(questionnaire));
    }

    /**
     * The results of all questionnaires as they were frozen.
     *
     * @return the results in the order of the assessment
     * @throws Refused if the assessment is confidential
     */
    public List<Result> results() {
        return sheets.stream().map(this::result).toList();
    }

    private Result result(Sheet sheet) {
        requireOpen();
        return ResultJson.read(document(sheet)).orThrow();
    }

    /**
     * The answers as they were frozen, for what is computed of them anew.
     *
     * @return one wave a questionnaire, in the order of the assessment
     * @throws Refused if the assessment is confidential
     */
    public List<Wave> waves() {
        requireOpen();
        return sheets.stream()
                .map(sheet -> WaveJson.read(sheet.wave(), moatmark.catalogue()).orThrow())
                .toList();
    }

    private void requireOpen() {
        if (released.isPresent()) {
            throw Results.confidential();
        }
    }
}
