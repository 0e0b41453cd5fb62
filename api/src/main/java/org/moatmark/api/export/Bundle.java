package org.moatmark.api.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Several files packed as one, without a trace of when. */
final class Bundle {

    /** The first time that a ZIP file can name. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;

    Bundle(OutputStream out) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /** Writes one file. */
    interface Part {
        void writeTo(Writer out) throws IOException;
    }

    Bundle add(String name, Part part) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(EPOCH);
        zip.putNextEntry(entry);
        Writer writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        part.writeTo(writer);
        writer.flush();
        zip.closeEntry();
        return this;
    }

    Bundle add(String name, byte[] file) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(EPOCH);
        zip.putNextEntry(entry);
        zip.write(file);
        zip.closeEntry();
        return this;
    }

    /** Ends the bundle; what it went to is flushed and not closed. */
    void done() throws IOException {
        zip.finish();
        zip.flush();
    }
}
