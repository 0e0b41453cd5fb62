package org.moatmark.api.service;

import java.io.IOException;
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
import org.moatmark.core.issue.Words;
import org.moatmark.core.json.CompactJson;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonNumber;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonValue;
import org.moatmark.core.report.Result;

/** The files of an export that is being written, and what its manifest will say of each. */
final class ZipFiles {

    private static final String FORMAT = "moatmark/export/1";

    private final ZipOutputStream zip;
    private final List<JsonValue> files = new ArrayList<>();
    private final List<JsonValue> leftOut = new ArrayList<>();

    ZipFiles(ZipOutputStream zip) {
        this.zip = zip;
    }

    /** Writes a file of lines, however many there are. */
    void file(String name, String kind, Consumer<Consumer<String>> content) {
        try (Entry entry = open(name, kind)) {
            content.accept(line -> {
                entry.text(line);
                entry.text("\n");
                entry.count();
            });
        }
    }

    /** Begins a file. */
    Entry open(String name, String kind) {
        return new Entry(name, kind);
    }

    /** Says why the answers of an assessment are not among the files. */
    void leaveOut(String assessment, Words reason) {
        leftOut.add(object(Map.of(
                "assessment",
                new JsonString(assessment),
                "reason",
                object(Map.of("en", new JsonString(reason.en()), "ja", new JsonString(reason.ja()))))));
    }

    /** Writes the manifest, the last file. */
    void manifest(long now) throws IOException {
        Map<String, JsonValue> manifest = new LinkedHashMap<>();
        manifest.put("format", new JsonString(FORMAT));
        manifest.put("engine", new JsonString(Result.ENGINE));
        manifest.put("madeAt", ExportLine.time(now));
        manifest.put("files", new JsonArray(files));
        manifest.put("leftOut", new JsonArray(leftOut));
        zip.putNextEntry(new ZipEntry("manifest.json"));
        zip.write((CompactJson.of(JsonObject.of(manifest)) + "\n").getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static JsonObject object(Map<String, JsonValue> members) {
        return JsonObject.of(new TreeMap<>(members));
    }

    /** A file that is being written; what the disk refuses is thrown unchecked, since it comes from the midst of a walk. */
    final class Entry implements AutoCloseable {
        private final String name;
        private final String kind;
        private final DigestOutputStream digest;
        private long lines;

        private Entry(String name, String kind) {
            this.name = name;
            this.kind = kind;
            this.digest = new DigestOutputStream(zip, Sha256.begin());
            unchecked(() -> zip.putNextEntry(new ZipEntry(name)));
        }

        void text(String text) {
            unchecked(() -> digest.write(text.getBytes(StandardCharsets.UTF_8)));
        }

        /** Counts what was written: a line, or a respondent. */
        void count() {
            lines++;
        }

        boolean isEmpty() {
            return lines == 0;
        }

        @Override
        public void close() {
            unchecked(zip::closeEntry);
            Map<String, JsonValue> file = new LinkedHashMap<>();
            file.put("name", new JsonString(name));
            file.put("kind", new JsonString(kind));
            file.put("count", JsonNumber.of(lines));
            file.put(
                    "sha256",
                    new JsonString(
                            HexFormat.of().formatHex(digest.getMessageDigest().digest())));
            files.add(JsonObject.of(file));
        }
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
