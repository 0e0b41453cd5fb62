package org.moatmark.core.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.moatmark.core.issue.Issue;

/** The files of a corpus, and what is expected of each. */
final class Corpus {

    private static final String EXPECTED = ".expected.json";

    private Corpus() {}

    /** One issue, as far as it is expected. */
    record Expected(String code, String path, String message) {
        static Expected of(Issue issue) {
            return new Expected(issue.code(), issue.path(), issue.message().en());
        }
    }

    /** The documents of a folder of the test resources, by name. */
    static List<Path> documents(String folder) {
        try (Stream<Path> files =
                Files.list(Path.of(Corpus.class.getResource(folder).toURI()))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.toString().endsWith(EXPECTED))
                    .sorted()
                    .toList();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(folder, e);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] resource(String name) {
        try (var stream = Corpus.class.getResourceAsStream(name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is written beside a document. */
    static JsonObject beside(Path document) {
        String name = document.getFileName().toString().replaceFirst("\\.json$", EXPECTED);
        return (JsonObject) JsonTree.parse(bytes(document.resolveSibling(name))).orThrow();
    }

    /** The list of issues or warnings that is written beside a document. */
    static List<Expected> expected(Path document, String list) {
        List<Expected> expected = new ArrayList<>();
        for (JsonValue value : ((JsonArray) beside(document).get(list)).values()) {
            JsonObject issue = (JsonObject) value;
            expected.add(new Expected(text(issue, "code"), text(issue, "path"), text(issue, "message")));
        }
        return expected;
    }

    static String text(JsonObject object, String name) {
        return ((JsonString) object.get(name)).value();
    }
}
