package org.moatmark.api.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.moatmark.core.Moatmark;

/** What one fault is tried on: a folder of its own, the jar, dice with a seed; and what was found there. */
final class Ground {

    /** How many times as long as on a machine that does nothing else everything may take. */
    private static final int PATIENCE = Integer.parseInt(System.getenv().getOrDefault("FAULTS_PATIENCE", "1"));

    /** What is waited for and never measured. */
    static final Duration LONG = Duration.ofSeconds(60L * PATIENCE);

    private final Moatmark moatmark;
    private final Path jar;
    private final Path folder;
    private final boolean brief;
    private final SplittableRandom dice = new SplittableRandom(20261122);
    private final List<String> wrong = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int acknowledged;
    private int lost;
    private int extra;
    private Duration recovery = Duration.ZERO;

    Ground(Moatmark moatmark, Path jar, Path folder, boolean brief) {
        this.moatmark = moatmark;
        this.jar = jar;
        this.folder = folder;
        this.brief = brief;
    }

    Path folder() {
        return folder;
    }

    SplittableRandom dice() {
        return dice;
    }

    boolean isBrief() {
        return brief;
    }

    /** So many in the long set, fewer in the short one. */
    int times(int many, int few) {
        return brief ? few : many;
    }

    Child.Start start(String database) {
        Child.Start start = new Child.Start(jar, folder, database);
        // What does not live long need not be compiled well.
        return brief ? start.options("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC") : start;
    }

    Path database() {
        return folder.resolve("data.db");
    }

    /** Says that something must hold. */
    synchronized void require(boolean holds, String otherwise) {
        if (!holds) {
            wrong.add(otherwise);
        }
    }

    void requireWithin(Duration took, Duration most, String what) {
        require(took.compareTo(most.multipliedBy(PATIENCE)) <= 0, what + " took " + seconds(took));
    }

    /** The longest time to be ready again counts. */
    synchronized void recovered(Duration took, Duration most) {
        requireWithin(took, most, "recovery");
        recovery = took.compareTo(recovery) > 0 ? took : recovery;
    }

    void note(String what) {
        notes.add(what);
    }

    /** Holds what is there against the journal. */
    void check(Journal journal, Crowd crowd, String url, Data data) throws Exception {
        check(Journal.read(journal.file()), url, data);
        crowd.wrong().forEach((what, times) -> wrong.add(times + " times " + what));
    }

    void check(Map<String, Journal.Life> journal, String url, Data data) throws Exception {
        Check.Found found = Check.look(moatmark, journal, url, data);
        acknowledged += found.acknowledged();
        lost += found.lost();
        extra += found.extra();
        wrong.addAll(found.wrong());
    }

    /** Fails on a child that is refused for the reasons that are meant, and with the exit code for it. */
    void refused(Child.Start start, String... said) throws Exception {
        try (Child child = start.serve()) {
            wrong.add("started although it should refuse: " + String.join(" ", said) + " "
                    + child.said().strip());
        } catch (Child.Refused refused) {
            require(refused.code() == 78, "refused with exit code " + refused.code() + " and not 78");
            require(refused.said().strip().lines().count() == 1, "said more than one line: " + refused.said());
            for (String words : said) {
                require(
                        refused.said().contains(words),
                        "did not say '" + words + "': " + refused.said().strip());
            }
        }
    }

    boolean held() {
        return wrong.isEmpty() && lost == 0 && extra == 0;
    }

    /** The cells of its row after the fault. */
    List<String> cells() {
        boolean counted = acknowledged > 0;
        String verdict =
                held() ? "held" : "**broken**: " + String.join("; ", wrong.subList(0, Math.min(4, wrong.size())));
        return List.of(
                counted ? Integer.toString(acknowledged) : "-",
                counted ? Integer.toString(lost) : "-",
                counted ? Integer.toString(extra) : "-",
                recovery.isZero() ? "-" : seconds(recovery),
                verdict + (notes.isEmpty() ? "" : "; " + String.join("; ", notes)));
    }

    static String seconds(Duration took) {
        return String.format(java.util.Locale.ROOT, "%.2f s", took.toMillis() / 1e3);
    }
}
