package org.moatmark.api.service;

import java.io.IOException;
import java.io.OutputStream;

/** One form in which everything of a tenant or of an assessment goes out. */
public interface ExportFormat {

    /**
     * What callers call it.
     *
     * @return a word such as {@code zip}
     */
    String word();

    /**
     * What it is.
     *
     * @return a media type
     */
    String mediaType();

    /**
     * How the name of its file ends.
     *
     * @return an ending without the dot
     */
    String ending();

    /**
     * Writes everything that there is, piece by piece: of ten thousand respondents only a few are in memory at a time.
     *
     * @param source what goes out
     * @param out where to
     * @throws IOException if it cannot be written
     */
    void write(ExportSource source, OutputStream out) throws IOException;
}
