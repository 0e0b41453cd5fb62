package org.moatmark.api.service;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.store.QuestionnaireShelf.Published;
import org.moatmark.api.store.SnapshotShelf.Sheet;
import org.moatmark.api.store.StoredAssessment;
import org.moatmark.api.store.StoredAssessment.Asked;
import org.moatmark.api.store.StoredSnapshot;
import org.moatmark.core.interop.TimelessZip;
import org.moatmark.core.issue.Words;
import org.moatmark.core.json.CompactJson;
import org.moatmark.core.json.ReleaseJson;
import org.moatmark.core.json.WaveJson;

/**
 * Everything as files in a zip: lists with one JSON object a line, questionnaires as they were published, answers as
 * waves that the library reads again ({@code moatmark/wave/1}), snapshots as they are shown, and at the end
 * {@code manifest.json}, which names every file with its lines and its hash, and everything that was left out with the reason.
 */
public final class ZipExport implements ExportFormat {

    private static final Words IN_CONFIDENCE = new Words(
            "Answered in confidence: answers, notes and who has submitted are shown to nobody. What was released is there.",
            "機密扱いの回答です。回答・メモ・提出者は誰にも示されません。公表された集計は含まれています。");
    private static final Words IN_A_CLASS = new Words(
            "Answered in a class: answers are for the teacher of a marked exercise and for those who gave them.",
            "授業での回答です。回答を見られるのは、採点する演習の教員と本人だけです。");

    /** Makes nothing yet. */
    public ZipExport() {
        // Everything comes with the source.
    }

    @Override
    public String word() {
        return "zip";
    }

    @Override
    public String mediaType() {
        return "application/zip";
    }

    @Override
    public String ending() {
        return "zip";
    }

    @Override
    public void write(ExportSource source, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new TimelessZip(out)) {
            ZipFiles files = new ZipFiles(zip);
            new Writing(source, files).all();
            files.manifest(source.now());
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /** One export on its way out. */
    private record Writing(ExportSource source, ZipFiles files) {

        void all() {
            Tenants.@Nullable Own tenant = source.tenant();
            if (tenant != null) {
                files.file("tenant.json", "tenant", lines -> lines.accept(CompactJson.of(ExportLine.tenant(tenant))));
            }
            list("companies", lines -> source.companies(one -> lines.accept(ExportLine.company(one))));
            each(
                    "assessments",
                    (of, lines) -> lines.accept(
                            ExportLine.assessment(of, source.terms(of), source.closes(of), source.published(of))));
            each(
                    "seats",
                    (of, lines) ->
                            source.seats(of, seat -> lines.accept(ExportLine.seat(seat, source.isConfidential(of)))));
            each(
                    "invitations",
                    (of, lines) -> source.invitations(
                            of, (one, first) -> lines.accept(ExportLine.invitation(of.id(), one, first))));
            questionnaires();
            List<StoredAssessment> assessments = new ArrayList<>();
            source.assessments(assessments::add);
            assessments.forEach(this::answers);
            each(
                    "snapshots",
                    (of, lines) -> source.frozen().snapshots(of, one -> lines.accept(ExportLine.snapshot(one))));
            for (StoredAssessment of : assessments) {
                source.frozen().snapshots(of, one -> snapshot(of, one));
            }
            each("shares", (of, lines) -> source.frozen().shares(of, one -> lines.accept(ExportLine.share(one))));
            if (tenant != null) {
                ofTenant();
            }
        }

        private void ofTenant() {
            each(
                    "contributions",
                    (of, lines) -> source.contribution(of, one -> lines.accept(ExportLine.contribution(of.id(), one))));
            list("keys", lines -> source.keys(key -> lines.accept(ExportLine.key(key))));
            each("grants", (of, lines) -> source.grants(of, grant -> lines.accept(ExportLine.grant(of.id(), grant))));
            list("audit", lines -> source.trail(told -> lines.accept(ExportLine.line(told))));
        }

        /** A file of one list. */
        private void list(String kind, Consumer<Consumer<String>> content) {
            files.file(kind + ".ndjson", kind, content);
        }

        /** A file of what belongs to assessments, one after another. */
        private void each(String kind, BiConsumer<StoredAssessment, Consumer<String>> content) {
            list(kind, lines -> source.assessments(of -> content.accept(of, lines)));
        }

        private void questionnaires() {
            List<Published> all = new ArrayList<>();
            source.questionnaires(all::add);
            for (Published one : all) {
                files.file(
                        "questionnaires/" + one.id() + "-" + one.version() + ".json",
                        "questionnaire",
                        lines -> lines.accept(source.document(one).strip()));
            }
        }

        private void answers(StoredAssessment of) {
            if (source.isConfidential(of)) {
                files.leaveOut(of.id(), IN_CONFIDENCE);
                source.released(of)
                        .forEach((questionnaire, release) -> files.file(
                                "releases/" + of.id() + "/" + questionnaire + ".json",
                                "release",
                                lines -> lines.accept(CompactJson.of(ReleaseJson.document(release)))));
            } else if (source.isAttributed(of)) {
                of.questionnaires().forEach(asked -> wave(of, asked));
            } else {
                files.leaveOut(of.id(), IN_A_CLASS);
            }
        }

        /** A wave whose respondents are written one by one: head, respondents, end. */
        private void wave(StoredAssessment of, Asked asked) {
            String empty = WaveJson.write(source.head(of, asked));
            if (!empty.endsWith("[]}")) {
                throw new IllegalStateException("A wave without respondents does not end with their empty list.");
            }
            try (ZipFiles.Entry entry = files.open("waves/" + of.id() + "/" + asked.id() + ".json", "wave")) {
                entry.text(empty.substring(0, empty.length() - 2));
                source.said(of, asked, said -> {
                    entry.text(entry.isEmpty() ? "\n" : ",\n");
                    entry.text(ExportLine.respondent(said));
                    entry.count();
                });
                entry.text("\n]}\n");
            }
        }

        /** What a snapshot shows of each questionnaire, and where answers are shown under names, those too. */
        private void snapshot(StoredAssessment of, StoredSnapshot snapshot) {
            for (Sheet sheet : source.frozen().sheets(of, snapshot)) {
                String name = "snapshots/" + of.id() + "/" + snapshot.name() + "/" + sheet.questionnaire();
                files.file(
                        name + ".json",
                        snapshot.release() == null ? "result" : "release",
                        lines -> lines.accept(Objects.requireNonNull(sheet.result())));
                if (source.isAttributed(of)) {
                    files.file(name + ".wave.json", "wave", lines -> lines.accept(sheet.wave()));
                }
                String peers = sheet.peers();
                if (peers != null) {
                    files.file(name + ".peers.json", "peers", lines -> lines.accept(peers));
                }
            }
        }
    }
}
