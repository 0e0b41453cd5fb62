package org.moatmark.api;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The README as its readers see it: lines, blocks of code, code between words, links. */
final class Readme {

    /** The root of the project. */
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private final String text;

    private Readme(String text) {
        this.text = text;
    }

    static Readme read() {
        try {
            return new Readme(Files.readString(ROOT.resolve("README.md")));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    String text() {
        return text;
    }

    /** The blocks of code in a language; the empty string for blocks that name none. */
    List<String> blocks(String language) {
        return all("(?ms)^```(\\w*)\n(.*?)^```$").stream()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    /** Code between words that begins with this. */
    List<String> inline(String start) {
        return all("(?<!`)`([^`\n]+)`(?!`)").stream()
                .map(code -> code.group(1))
                .filter(code -> code.startsWith(start))
                .toList();
    }

    /** Where links lead that stay in the project. */
    List<String> links() {
        return all("\\]\\(([^)#:]+)\\)").stream().map(link -> link.group(1)).toList();
    }

    List<MatchResult> all(String pattern) {
        return Pattern.compile(pattern).matcher(text).results().toList();
    }

    /** Whether the machine has a program. */
    static boolean onPath(String command) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }
}
