package org.moatmark.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Where a command reads and writes. Everything is UTF-8, whatever the machine is set to: results go to standard output
 * and nothing else does.
 *
 * @param in standard input
 * @param out standard output, for results
 * @param err standard error, for everything else
 * @param language {@code "ja"} or {@code "en"}
 */
record Terminal(InputStream in, OutputStream out, OutputStream err, String language) {

    /** The name that stands for standard input. */
    static final String STANDARD_INPUT = "-";

    /** Writes a part of a result. */
    void result(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Says something that is no result. */
    void say(String line) throws IOException {
        err.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        err.flush();
    }

    /** The words of the language in use. */
    String pick(String en, String ja) {
        return "ja".equals(language) ? ja : en;
    }

    /**
     * Reads a file, or standard input for {@code -}.
     *
     * @param name name of the file
     * @return its bytes
     * @throws UsageFault if it cannot be read
     */
    byte[] read(String name) throws UsageFault {
        try {
            return STANDARD_INPUT.equals(name) ? in.readAllBytes() : Files.readAllBytes(Path.of(name));
        } catch (NoSuchFileException missing) {
            throw new UsageFault("There is no file '" + name + "'.", "ファイル「" + name + "」がありません。");
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new UsageFault("'" + name + "' cannot be read as a file.", "「" + name + "」をファイルとして読み込めません。");
        }
    }
}
