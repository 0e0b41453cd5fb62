package org.moatmark.core.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.moatmark.core.Moatmark;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.JsonValue;

/**
 * Small case libraries, one defect each. A folder of the corpus holds only the files in which it differs from the sound
 * library in {@code cases/base}; {@code without.txt} names files that it lacks, {@code expected.json} the issues.
 */
final class CaseCorpus {

    static final Moatmark MOATMARK = Moatmark.shipped();

    private static final String EXPECTED = "expected.json";

    private static final String WITHOUT = "without.txt";

    private CaseCorpus() {}

    /** One issue, as far as it is expected. */
    record Expected(String code, String path, String message) {
        static Expected of(Issue issue) {
            return new Expected(issue.code(), issue.path(), issue.message().en());
        }
    }

    /** The libraries of a folder of the corpus, by name. */
    static List<Path> libraries(String folder) {
        try (Stream<Path> files = Files.list(path("/cases/" + folder))) {
            return files.sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Checked<CaseLibrary> read(Path library) {
        return MOATMARK.readCases(files(library));
    }

    /** The files of the sound library. */
    static Map<String, byte[]> base() {
        return filesIn(path("/cases/base"));
    }

    static Map<String, byte[]> files(Path library) {
        Map<String, byte[]> files = base();
        files.putAll(filesIn(library));
        files.remove(EXPECTED);
        byte[] without = files.remove(WITHOUT);
        if (without != null) {
            new String(without, StandardCharsets.UTF_8).lines().forEach(files::remove);
        }
        return files;
    }

    /** What is written beside a library. */
    static List<Expected> expected(Path library) {
        try {
            JsonValue tree = JsonTree.parse(Files.readAllBytes(library.resolve(EXPECTED)))
                    .orThrow();
            List<Expected> expected = new ArrayList<>();
            for (JsonValue value : ((JsonArray) tree).values()) {
                JsonObject issue = (JsonObject) value;
                expected.add(new Expected(text(issue, "code"), text(issue, "path"), text(issue, "message")));
            }
            return expected;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Map<String, byte[]> filesIn(Path folder) {
        Map<String, byte[]> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                found.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
            return found;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Path path(String resource) {
        try {
            return Path.of(CaseCorpus.class.getResource(resource).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(resource, impossible);
        }
    }

    private static String text(JsonObject object, String name) {
        return ((JsonString) object.get(name)).value();
    }
}
