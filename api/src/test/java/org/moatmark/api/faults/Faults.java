package org.moatmark.api.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.moatmark.core.Moatmark;

/**
 * Causes faults and prints what came of them as a table.
 *
 * <pre>{@code
 * Faults JAR short          the set of every build, each a few times only
 * Faults JAR short F1 F2    these of it
 * Faults JAR long           all of them
 * Faults JAR F4a F9         these
 * }</pre>
 *
 * <p>The exit code is 1 if something did not hold. A fault that the machine does not let us cause is "not run".
 */
public final class Faults {

    private Faults() {}

    /**
     * One fault.
     *
     * @param key its number in the design
     * @param what is done
     * @param brief whether it is in the short set
     * @param trial what to do
     */
    record Fault(String key, String what, boolean brief, Trial trial) {}

    /** Causes a fault and looks at what comes of it. */
    interface Trial {
        void on(Ground ground) throws Exception;
    }

    private static List<Fault> all() {
        List<Fault> all = new ArrayList<>();
        all.addAll(EndFaults.all());
        all.addAll(DiskFaults.all());
        all.addAll(FileFaults.all());
        all.addAll(ServerFaults.all());
        all.addAll(StartFaults.all());
        all.addAll(MachineFaults.all());
        return all;
    }

    /**
     * Runs what is asked for.
     *
     * @param words the jar, then {@code short}, {@code long} or keys of faults
     * @throws IOException if there is no place for the data
     */
    public static void main(String[] words) throws IOException {
        Path jar = Path.of(words[0]).toAbsolutePath();
        List<String> wanted = Arrays.asList(words).subList(1, words.length);
        boolean brief = wanted.contains("short");
        boolean set = List.of("short").equals(wanted) || wanted.contains("long");
        List<Fault> chosen = all().stream()
                .filter(fault -> set ? fault.brief() || !brief : wanted.contains(fault.key()))
                .toList();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("| fault | what is done | acknowledged | lost | extra | recovery | verdict |");
        out.println("|---|---|---|---|---|---|---|");
        Moatmark moatmark = Moatmark.shipped();
        boolean held = !chosen.isEmpty();
        for (Fault fault : chosen) {
            long start = System.nanoTime();
            try (Janitor janitor = Janitor.of(fault.key())) {
                Ground ground = new Ground(moatmark, jar, janitor.folder(), brief);
                List<String> cells = row(fault, ground);
                out.println("| " + fault.key() + " | " + fault.what() + " | " + String.join(" | ", cells) + " |");
                held &= ground.held();
                if (!ground.held()) {
                    lastWords(janitor.folder());
                }
            }
            System.err.println(fault.key() + " took " + Ground.seconds(Duration.ofNanos(System.nanoTime() - start)));
        }
        // Threads that wait for an answer must not keep a driver alive that has said all.
        System.exit(held ? 0 : 1);
    }

    private static List<String> row(Fault fault, Ground ground) {
        try {
            fault.trial().on(ground);
        } catch (NotRun refused) {
            return List.of("-", "-", "-", "-", "not run: " + refused.getMessage());
        } catch (Exception broken) {
            broken.printStackTrace();
            ground.require(false, "the trial ended with " + broken);
        }
        return ground.cells();
    }

    /** What the processes of a fault that did not hold said in the end, since their folder goes. */
    private static void lastWords(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path said : files.filter(file -> file.getFileName().toString().startsWith("err"))
                    .sorted()
                    .toList()) {
                List<String> lines = Files.readAllLines(said);
                lines.subList(Math.max(0, lines.size() - 20), lines.size()).forEach(System.err::println);
            }
        }
    }
}
