package org.moatmark.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README's start command, run by Maven as printed, in a copy of the project: one whose sources are compiled already as
 * those of this build are, which saves compiling them again, or, for {@code .ci/thorough}, one that has never been built.
 */
@Tag("once")
class ReadmeStartTest {

    private static final boolean CLEAN = Boolean.getBoolean("moatmark.thorough");
    private static final Set<String> NOT_COPIED = CLEAN
            ? Set.of(".git", "target")
            : Set.of(".git", "test-classes", "surefire", "surefire-reports", "reports", "reference");

    @Test
    void the_start_command_starts_the_product_from_a_copy(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(Readme.onPath("mvn"), "mvn is needed");
        assertThat(Readme.read().blocks("")).contains("mvn -q -Prun\n");
        copy(Readme.ROOT, folder);
        Path out = folder.resolve("out.txt");
        Process maven = maven(folder)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            String url = ready(maven, out);
            String key = Files.readString(out).replaceFirst("(?s).*owner key (\\S+).*", "$1");

            assertThat(get(url + "/", key)).contains("<html");
            assertThat(get(url + "/v1/questionnaires", key)).contains("outside-view", "marketing-leadership-maturity");
            assertThat(get(url + "/v1/companies", key)).contains("有間仙計器株式会社");
        } finally {
            maven.descendants().forEach(ProcessHandle::destroy);
            maven.destroy();
            maven.waitFor(30, TimeUnit.SECONDS);
        }
    }

    private static ProcessBuilder maven(Path folder) {
        ProcessBuilder builder = new ProcessBuilder("mvn", "-q", "-Prun").directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("MOATMARK_"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("MOATMARK_PORT", "0");
        if (!CLEAN) {
            environment.merge("MAVEN_OPTS", "-Dmaven.main.skip=true", (one, two) -> one + " " + two);
        }
        String repository = System.getProperty("maven.repo.local");
        if (repository != null) {
            environment.merge("MAVEN_OPTS", "-Dmaven.repo.local=" + repository, (one, two) -> one + " " + two);
        }
        return builder;
    }

    private static String ready(Process maven, Path out) throws IOException, InterruptedException {
        for (int i = 0; i < 1_200; i++) {
            String printed = Files.readString(out);
            if (printed.contains("moatmark ready ")) {
                return printed.replaceFirst("(?s).*moatmark ready (\\S+).*", "$1");
            }
            assertThat(maven.isAlive()).as(printed).isTrue();
            Thread.sleep(250);
        }
        throw new AssertionError("Not ready after five minutes:\n" + Files.readString(out));
    }

    private static String get(String url, String key) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + key)
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString(StandardCharsets.UTF_8))
                .body();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (NOT_COPIED.contains(folder.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                // A database that somebody's own try of the product left behind is no part of a clean copy.
                if (!file.getFileName().toString().startsWith("moatmark.db")) {
                    Files.copy(file, to.resolve(from.relativize(file)));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
