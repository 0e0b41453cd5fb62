package org.moatmark.core.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.moatmark.core.Moatmark;

/** The floor plan as law: every room, its floor, its libraries, and what no room of the core may do. */
class HouseTest {

    private static final String ROOT = "org.moatmark.core";

    private static final Path SOURCES = Path.of("src/main/java");

    private static final Pattern SENTENCE =
            Pattern.compile("^/\\*\\*\\s+[A-Z][^@]{20,}\\.\\s+\\*/\\s+@NullMarked\\s", Pattern.DOTALL);

    /** The classes of the library, and not its tests, which share its packages. */
    private static JavaClasses library() {
        URL place = Moatmark.class.getProtectionDomain().getCodeSource().getLocation();
        return new ClassFileImporter().importUrl(place);
    }

    @Test
    void the_library_keeps_the_law_of_the_house() {
        JavaClasses classes = library();
        assertThat(classes.contain(Moatmark.class)).isTrue();
        assertThat(classes.contain(HouseTest.class)).isFalse();
        assertThat(House.faults(ROOT, classes)).isEmpty();
    }

    @Test
    void the_law_finds_every_fault_of_a_crooked_house() {
        String root = ROOT + ".house.crooked";
        assertThat(House.faults(root, new ClassFileImporter().importPackages(root)))
                .containsExactly(
                        "Package " + root + ".attic has no package-info with @NullMarked.",
                        "Package " + root + ".attic is no room of the floor plan.",
                        "Package " + root + ".maturity has no package-info with @NullMarked.",
                        "Package " + root + ".psychometrics has no package-info with @NullMarked.",
                        "Package " + root + ".scoring has no package-info with @NullMarked.",
                        "Room 'maturity' may not use com.google.gson: maturity.Reader does.",
                        "Room 'scoring' on floor 3 uses room 'maturity' on floor 4: scoring.Upwards uses maturity.Reader.",
                        "Room 'scoring' on floor 3 uses room 'psychometrics' on floor 3: scoring.Upwards uses"
                                + " psychometrics.Neighbour.",
                        "Room 'stats' may not use org.assertj.core.api: stats.Careless does.",
                        "maturity.Reader reaches for files or the network: java.io.File.",
                        "maturity.Reader reaches for files or the network: java.net.URI.",
                        "maturity.Reader reaches for files or the network: java.nio.file.Files.",
                        "stats.Careless has static state: counter.",
                        "stats.Careless may not call java.lang.Class.getResourceAsStream.",
                        "stats.Careless may not call java.lang.Math.exp.",
                        "stats.Careless may not call java.lang.Math.random.",
                        "stats.Careless may not call java.lang.String.format.",
                        "stats.Careless may not call java.lang.String.toLowerCase.",
                        "stats.Careless may not call java.lang.System.currentTimeMillis.",
                        "stats.Careless may not call java.lang.System.out.",
                        "stats.Careless may not call java.security.SecureRandom.<init>.",
                        "stats.Careless may not call java.time.LocalDate.now.",
                        "stats.Careless may not call java.util.Collections.shuffle.",
                        "stats.Careless may not call java.util.Locale.getDefault.",
                        "stats.Careless may not call java.util.Random.<init>.",
                        "stats.Careless may not call java.util.concurrent.ThreadLocalRandom.current.");
    }

    @Test
    void every_room_says_in_a_sentence_what_it_is_for() throws IOException {
        List<Path> folders;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            folders = files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .filter(folder -> !folder.equals(SOURCES))
                    .sorted()
                    .toList();
        }
        assertThat(folders).hasSizeGreaterThan(8);
        for (Path folder : folders) {
            Path info = folder.resolve("package-info.java");
            assertThat(info).isRegularFile();
            assertThat(Files.readString(info)).as(info.toString()).containsPattern(SENTENCE);
        }
    }
}
