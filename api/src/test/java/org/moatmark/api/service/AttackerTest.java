package org.moatmark.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moatmark.api.store.Location;
import org.moatmark.api.store.Store;
import org.moatmark.core.Moatmark;
import org.moatmark.core.questionnaire.Catalogue;

/**
 * Random organisations live through a confidential assessment: answers, changes, submissions, seats given back, handed
 * over, added and erased, closing and reopening. After every step an attacker reads everything that anybody may read,
 * keeps all of it, and must not find out what anybody answered as one of many, nor anything about fewer than k.
 *
 * <p>500 organisations in every build; {@code .ci/attack} takes more. Counts are left in
 * {@code target/attacker.txt}.
 */
@Tag("once")
class AttackerTest {

    private static final int ORGANISATIONS = Integer.getInteger("moatmark.organisations", 500);
    private static final long FIRST = Long.getLong("moatmark.organisations.first", 1);

    @TempDir
    Path folder;

    /** Ends the transaction of an organisation without leaving anything behind. */
    private static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void nobody_finds_out_what_one_of_many_answered() throws IOException {
        Moatmark moatmark = Moatmark.of(new Catalogue(
                List.of(Moatmark.readQuestionnaire(Organisation.QUESTIONNAIRE).orThrow())));
        Clock clock = Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC);
        Organisation.Counts counts = new Organisation.Counts();
        try (Store store = Store.open(new Location.File(folder.resolve("attack.db")), clock)) {
            Desk desk = new Desk(store, clock);
            Tenants tenants = new Tenants(new Tokens(new Random(1)));
            Caller.KeyHolder owner = desk.write(work -> {
                tenants.found(work, "owner-key-of-the-attacked-0123456789", key -> {});
                return tenants.founder(work);
            });
            for (long seed = FIRST; seed < FIRST + ORGANISATIONS; seed++) {
                long own = seed;
                try {
                    desk.write(work -> {
                        new Organisation(moatmark, work, owner, own, counts).live();
                        throw new Over();
                    });
                } catch (Over over) {
                    counts.organisations++;
                }
            }
        }
        Files.writeString(Path.of("target", "attacker.txt"), counts + "\n");
        assertThat(counts.organisations).isEqualTo(ORGANISATIONS);
        assertThat(counts.releases).as("releases").isGreaterThan(ORGANISATIONS);
        assertThat(counts.sums).as("sums that were shown").isGreaterThan(2L * ORGANISATIONS);
        assertThat(counts.programs).as("linear programs").isGreaterThan(5L * ORGANISATIONS);
    }

    @Test
    void the_attacker_finds_who_came_between_two_careless_releases() {
        Attacker attacker = new Attacker();
        attacker.learns(Set.of("a", "b", "c", "d", "e"), 50, 50);
        attacker.learns(Set.of("a", "b", "c", "d", "e", "f"), 45.8, 45.9);
        assertThat(attacker.finds(5)).isTrue();
        Map<String, Double> truth = Map.of("a", 50.0, "b", 50.0, "c", 50.0, "d", 50.0, "e", 50.0, "f", 25.0);
        assertThat(attacker.leastRoom(truth)).isLessThan(1);
    }

    @Test
    void the_attacker_finds_the_others_where_he_alone_differs() {
        Attacker attacker = new Attacker();
        attacker.learns(Set.of("a", "b", "c", "d", "e"), 80, 80);
        Map<String, Double> truth = Map.of("a", 0.0, "b", 100.0, "c", 100.0, "d", 100.0, "e", 100.0);
        assertThat(attacker.finds(5)).isFalse();
        assertThat(attacker.leastRoom(truth)).isZero();
    }
}
