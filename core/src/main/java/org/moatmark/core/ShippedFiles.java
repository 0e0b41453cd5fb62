package org.moatmark.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The files that come with the library. */
final class ShippedFiles {

    private static final String FOLDER = "/org/moatmark/questionnaires/";

    private ShippedFiles() {}

    static byte[] read(String name) {
        try (InputStream file = ShippedFiles.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new IllegalStateException("File '" + name + "' is missing from the library's jar.");
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
