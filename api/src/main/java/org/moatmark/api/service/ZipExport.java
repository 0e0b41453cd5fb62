package org.moatmark.api.service;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.moatmark.api.store.StoredAssessment;
import org.moatmark.api.store.StoredAssessment.Asked;
import org.moatmark.core.interop.TimelessZip;
import org.moatmark.core.json.CompactJson;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonNumber;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonValue;
import org.moatmark.core.json.ReleaseJson;
import org.moatmark.core.json.WaveJson;
import org.moatmark.core.report.Result;

/**
 * Everything as files in a zip: lists with one JSON object a line, questionnaires as they were published, answers as
 * waves that the library reads again ({@code moatmark/wave/1}), and at the end {@code manifest.json}, which names every
 * file with its lines and its hash, and everything that was left out with the reason.
 */
public final class ZipExport implements ExportFormat {

    private static final String FORMAT = "moatmark/export/1";

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
            new Writing(source, zip).all();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /** One export on its way out. */
    private static final class Writing {
        private final ExportSource source;
        private final ZipOutputStream zip;
        private final List<JsonValue> files = new ArrayList<>();
        private final List<JsonValue> leftOut = new ArrayList<>();

        Writing(ExportSource source, ZipOutputStream zip) {
            this.source = source;
            this.zip = zip;
        }

        void all() throws IOException {
            Tenants.Own tenant = source.tenant();
            if (tenant != null) {
                file("tenant.json", "tenant", lines -> lines.accept(CompactJson.of(ExportLine.tenant(tenant))));
            }
            file(
                    "companies.ndjson",
                    "companies",
                    lines -> source.companies(one -> lines.accept(ExportLine.company(one))));
            file(
                    "assessments.ndjson",
                    "assessments",
                    lines -> source.assessments(one -> lines.accept(ExportLine.assessment(one, source.terms(one)))));
            file(
                    "seats.ndjson",
                    "seats",
                    lines -> source.assessments(of ->
                            source.seats(of, seat -> lines.accept(ExportLine.seat(seat, source.isConfidential(of))))));
            questionnaires();
            List<StoredAssessment> assessments = new ArrayList<>();
            source.assessments(assessments::add);
            for (StoredAssessment of : assessments) {
                answers(of);
            }
            if (tenant != null) {
                file("keys.ndjson", "keys", lines -> source.keys(key -> lines.accept(ExportLine.key(key))));
                file(
                        "grants.ndjson",
                        "grants",
                        lines -> source.assessments(of ->
                                source.grants(of, grant -> lines.accept(ExportLine.grant(of.id(), grant)))));
                file("audit.ndjson", "audit", lines -> source.trail(told -> lines.accept(ExportLine.line(told))));
            }
            manifest();
        }

        private void questionnaires() throws IOException {
            List<Runnable> later = new ArrayList<>();
            source.questionnaires(one -> later.add(() -> unchecked(() -> file(
                    "questionnaires/" + one.id() + "-" + one.version() + ".json",
                    "questionnaire",
                    lines -> lines.accept(source.document(one).strip())))));
            later.forEach(Runnable::run);
        }

        private void answers(StoredAssessment of) throws IOException {
            if (source.isConfidential(of)) {
                leaveOut(
                        of,
                        "Answered in confidence: answers, notes and who has submitted are shown to nobody. What was"
                                + " released is there.",
                        "機密扱いの回答です。回答・メモ・提出者は誰にも示されません。公表された集計は含まれています。");
                for (var release : source.released(of).entrySet()) {
                    file(
                            "releases/" + of.id() + "/" + release.getKey() + ".json",
                            "release",
                            lines -> lines.accept(CompactJson.of(ReleaseJson.document(release.getValue()))));
                }
            } else if (source.isAttributed(of)) {
                for (Asked asked : of.questionnaires()) {
                    wave(of, asked);
                }
            } else {
                leaveOut(
                        of,
                        "Answered in a class: answers are for the teacher of a marked exercise and for those who gave them.",
                        "授業での回答です。回答を見られるのは、採点する演習の教員と本人だけです。");
            }
        }

        private void leaveOut(StoredAssessment of, String english, String japanese) {
            leftOut.add(object(Map.of(
                    "assessment",
                    new JsonString(of.id()),
                    "reason",
                    object(Map.of("en", new JsonString(english), "ja", new JsonString(japanese))))));
        }

        /** A wave whose respondents are written one by one: head, respondents, end. */
        private void wave(StoredAssessment of, Asked asked) throws IOException {
            String empty = WaveJson.write(source.head(of, asked));
            if (!empty.endsWith("[]}")) {
                throw new IllegalStateException("A wave without respondents does not end with their empty list.");
            }
            String name = "waves/" + of.id() + "/" + asked.id() + ".json";
            Entry entry = new Entry(name, "wave");
            entry.text(empty.substring(0, empty.length() - 2));
            source.said(of, asked, said -> {
                entry.text(entry.lines == 0 ? "\n" : ",\n");
                entry.text(ExportLine.respondent(said));
                entry.lines++;
            });
            entry.text("\n]}\n");
            entry.close();
        }

        private void file(String name, String kind, Consumer<Consumer<String>> content) throws IOException {
            Entry entry = new Entry(name, kind);
            content.accept(line -> {
                entry.text(line);
                entry.text("\n");
                entry.lines++;
            });
            entry.close();
        }

        private void manifest() throws IOException {
            Map<String, JsonValue> manifest = new LinkedHashMap<>();
            manifest.put("format", new JsonString(FORMAT));
            manifest.put("engine", new JsonString(Result.ENGINE));
            manifest.put("madeAt", ExportLine.time(source.now()));
            manifest.put("files", new JsonArray(files));
            manifest.put("leftOut", new JsonArray(leftOut));
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write((CompactJson.of(JsonObject.of(manifest)) + "\n").getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }

        /** A file in the zip that is being written. */
        private final class Entry {
            private final String name;
            private final String kind;
            private final DigestOutputStream digest;
            private long lines;

            Entry(String name, String kind) throws IOException {
                this.name = name;
                this.kind = kind;
                zip.putNextEntry(new ZipEntry(name));
                this.digest = new DigestOutputStream(zip, Sha256.begin());
            }

            void text(String text) {
                unchecked(() -> digest.write(text.getBytes(StandardCharsets.UTF_8)));
            }

            void close() throws IOException {
                zip.closeEntry();
                Map<String, JsonValue> file = new LinkedHashMap<>();
                file.put("name", new JsonString(name));
                file.put("kind", new JsonString(kind));
                file.put("count", JsonNumber.of(lines));
                file.put(
                        "sha256",
                        new JsonString(HexFormat.of()
                                .formatHex(digest.getMessageDigest().digest())));
                files.add(JsonObject.of(file));
            }
        }
    }

    private static JsonObject object(Map<String, JsonValue> members) {
        return JsonObject.of(new TreeMap<>(members));
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void unchecked(Step step) {
        try {
            step.run();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
