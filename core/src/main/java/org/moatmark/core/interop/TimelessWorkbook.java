package org.moatmark.core.interop;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Takes a workbook in as it is packed, and puts it out without a trace of when it was made: the same input, the same bytes.
 * It holds the packed bytes in memory.
 *
 * <p>It goes by the central directory at the end (APPNOTE.TXT, .ZIP File Format Specification, sections 4.3.7, 4.3.12 and
 * 4.3.16), since the headers before each part do not know its size yet.
 */
final class TimelessWorkbook extends ByteArrayOutputStream {

    private static final String PROPERTIES = "docProps/core.xml";
    private static final Pattern CREATED = Pattern.compile("(?<=<dcterms:created)([^>]*>)[^<]*");

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;

    private final OutputStream out;

    TimelessWorkbook(OutputStream out) {
        this.out = out;
    }

    /** Hands everything on; {@code out} is flushed and not closed. */
    void done() throws IOException {
        ByteBuffer zip = ByteBuffer.wrap(buf, 0, count).order(ByteOrder.LITTLE_ENDIAN);
        int end = count - END_LENGTH;
        if (end < 0 || zip.getInt(end) != END) {
            throw new IOException("The workbook does not end as a ZIP file does.");
        }
        ZipOutputStream target = new TimelessZip(out);
        int entries = Short.toUnsignedInt(zip.getShort(end + 10));
        int at = zip.getInt(end + 16);
        for (int i = 0; i < entries; i++) {
            int name = Short.toUnsignedInt(zip.getShort(at + 28));
            copy(zip, at, new String(buf, at + ENTRY_LENGTH, name, StandardCharsets.UTF_8), target);
            at += ENTRY_LENGTH
                    + name
                    + Short.toUnsignedInt(zip.getShort(at + 30))
                    + Short.toUnsignedInt(zip.getShort(at + 32));
        }
        target.finish();
        target.flush();
    }

    private void copy(ByteBuffer zip, int entry, String name, ZipOutputStream target) throws IOException {
        int local = zip.getInt(entry + 42);
        int data = local
                + LOCAL_LENGTH
                + Short.toUnsignedInt(zip.getShort(local + 26))
                + Short.toUnsignedInt(zip.getShort(local + 28));
        target.putNextEntry(new ZipEntry(name));
        Inflater inflater = new Inflater(true);
        try (InputStream part =
                new InflaterInputStream(new ByteArrayInputStream(buf, data, zip.getInt(entry + 20)), inflater)) {
            if (name.equals(PROPERTIES)) {
                String text = new String(part.readAllBytes(), StandardCharsets.UTF_8);
                String timeless = CREATED.matcher(text).replaceAll("$1" + "1980-01-01T00:00:00Z");
                target.write(timeless.getBytes(StandardCharsets.UTF_8));
            } else {
                part.transferTo(target);
            }
        } finally {
            inflater.end();
        }
        target.closeEntry();
    }
}
