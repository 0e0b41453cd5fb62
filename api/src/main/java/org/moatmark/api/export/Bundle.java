package org.moatmark.api.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.moatmark.core.interop.TimelessZip;

/** Several files packed as one, without a trace of when. */
final class Bundle {

    private final ZipOutputStream zip;

    Bundle(OutputStream out) {
        this.zip = new TimelessZip(out);
    }

    /** Writes one file. */
    interface Part {
        void writeTo(Writer out) throws IOException;
    }

    Bundle add(String name, Part part) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Writer writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        part.writeTo(writer);
        writer.flush();
        zip.closeEntry();
        return this;
    }

    Bundle add(String name, byte[] file) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
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
