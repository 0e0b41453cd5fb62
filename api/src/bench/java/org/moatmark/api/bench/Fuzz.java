package org.moatmark.api.bench;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Looks for input that breaks a reader: each target of {@code ReadersFuzzTest} for so many seconds, in a process of its
 * own. What is found lies in the corpus afterwards, so that the build reads it from then on.
 *
 * <pre>{@code
 * .ci/fuzz 600
 * }</pre>
 */
public final class Fuzz {

    private static final String TARGETS = "org.moatmark.api.http.ReadersFuzzTest";
    private static final Path CORPUS = Path.of("src/test/resources/org/moatmark/api/http/ReadersFuzzTestInputs");

    private Fuzz() {}

    /**
     * Fuzzes every target.
     *
     * @param words seconds for each
     * @throws ReflectiveOperationException if the targets are not there
     * @throws IOException if a process cannot be started
     * @throws InterruptedException if it is interrupted
     */
    public static void main(String[] words) throws ReflectiveOperationException, IOException, InterruptedException {
        int seconds = Integer.parseInt(words[0]);
        List<String> found = new ArrayList<>();
        Method[] targets =
                Class.forName(TARGETS, false, Fuzz.class.getClassLoader()).getDeclaredMethods();
        Arrays.sort(targets, Comparator.comparing(Method::getName));
        for (Method target : targets) {
            if (target.isAnnotationPresent(FuzzTest.class) && fuzz(target.getName(), seconds) != 0) {
                found.add(target.getName());
            }
        }
        System.out.println(found.isEmpty() ? "Fuzzing found nothing." : "Fuzzing broke " + found + ".");
        System.exit(found.isEmpty() ? 0 : 1);
    }

    private static int fuzz(String target, int seconds) throws IOException, InterruptedException {
        Path corpus = CORPUS.resolve(target).toAbsolutePath();
        Path grown = Files.createDirectories(Path.of("target", "fuzz", target)).toAbsolutePath();
        Path log = grown.resolveSibling(target + ".log");
        int code = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + TARGETS,
                        "--target_method=" + target,
                        "--instrumentation_includes=org.moatmark.**",
                        "-max_total_time=" + seconds,
                        "-artifact_prefix=" + corpus + "/",
                        grown.toString(),
                        corpus.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        List<String> lines = Files.readAllLines(log);
        String runs = lines.stream()
                .filter(line -> line.startsWith("#") || line.startsWith("Done"))
                .reduce("", (before, line) -> line);
        System.out.println(target + ": exit code " + code + "; " + runs);
        if (code != 0) {
            lines.stream()
                    .filter(line -> !line.startsWith("INFO") && !line.startsWith("#"))
                    .forEach(System.out::println);
        }
        return code;
    }
}
