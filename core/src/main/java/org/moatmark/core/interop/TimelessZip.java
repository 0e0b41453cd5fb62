package org.moatmark.core.interop;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP file that does not tell when it was packed: the same parts, the same bytes. */
public final class TimelessZip extends ZipOutputStream {

    /** The first time that a ZIP file can name. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    /**
     * Packs parts.
     *
     * @param out where the file goes
     */
    public TimelessZip(OutputStream out) {
        super(out, StandardCharsets.UTF_8);
    }

    @Override
    public void putNextEntry(ZipEntry part) throws IOException {
        part.setTimeLocal(EPOCH);
        super.putNextEntry(part);
    }
}
