package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moatmark.api.Running;

/**
 * Every route with the credential of every role, on things of their own, of others in the tenant, of another tenant and of
 * nobody: what comes back is what {@code ROLES.md} says. A route that is not there fails. The file is written anew with
 * {@code -Dmoatmark.golden=write}, and read with care before it is kept.
 */
@Tag("once")
@ExtendWith(Served.class)
class RoleMatrixTest {

    private static final Path FILE = Path.of("ROLES.md");
    private static final boolean WRITE = "write".equals(System.getProperty("moatmark.golden"));
    private static final List<String> KEYS = List.of("owner", "analyst", "reader", "instructor");

    private static Recipes own;
    private static Recipes others;
    private static Contract contract;
    private static final Map<String, World.Key> keys = new LinkedHashMap<>();
    private static final Map<String, String> found = new LinkedHashMap<>();

    private final Http http;

    RoleMatrixTest(Http http) {
        this.http = http;
    }

    @BeforeAll
    static void start(Running server) {
        own = new Recipes(server.port());
        others = new Recipes(server.port(), server.tenant("Second tenant"));
        contract = new Contract();
        KEYS.forEach(scope -> keys.put(scope, own.world().key(scope)));
    }

    @AfterAll
    static void stop() throws IOException {
        if (WRITE) {
            write();
        }
    }

    @Test
    void the_file_has_every_route_and_no_other() throws IOException {
        if (!WRITE) {
            Set<String> routes = new TreeSet<>();
            contract.operations().forEach(operation -> routes.add(operation.toString()));

            assertThat(new TreeSet<>(rows().keySet())).isEqualTo(routes);
        }
    }

    @TestFactory
    Stream<DynamicTest> every_role_gets_on_every_route_what_the_file_says() throws IOException {
        Map<String, String> rows = WRITE ? Map.of() : rows();
        return contract.operations().stream()
                .map(operation -> dynamicTest(operation.toString(), () -> {
                    String row = row(operation);
                    found.put(operation.toString(), row);
                    if (!WRITE) {
                        assertThat(row).isEqualTo(rows.get(operation.toString()));
                    }
                }));
    }

    private static String row(Contract.Operation operation) {
        List<String> cells = new ArrayList<>();
        Http.Ask bare = own.harmless(operation.id()).without("Authorization");
        cells.add(Integer.toString(bare.send().status()));
        for (String scope : KEYS) {
            cells.add(cell(operation, keys.get(scope), scope));
        }
        cells.add(seat(operation));
        return String.join(" | ", cells);
    }

    /** What a key gets: on its own thing; on one of others in the tenant, of another tenant, of nobody. */
    private static String cell(Contract.Operation operation, World.Key key, String scope) {
        Http.Ask mine = own.good(operation.id());
        String assessment = mine.target().replaceFirst("^/v1/assessments/([0-9a-f-]{36}).*$", "$1");
        boolean granted =
                !assessment.equals(mine.target()) && Set.of("analyst", "reader").contains(scope);
        if (granted) {
            own.world().grant(assessment, key);
        }
        int first = as(key, mine, operation);
        if (!hasThing(operation)) {
            return Integer.toString(first);
        }
        int second = granted ? as(key, own.harmless(operation.id()), operation) : first;
        int third = as(key, others.harmless(operation.id()), operation);
        int fourth = as(key, own.nowhere(operation), operation);
        return first + " " + second + " " + third + " " + fourth;
    }

    private static int as(World.Key key, Http.Ask ask, Contract.Operation operation) {
        return ask.bearer(key.secret()).send().status();
    }

    /** What a seat gets: a seat of the assessment that is asked for, or one of the tenant. */
    private static String seat(Contract.Operation operation) {
        Http.Ask mine = own.good(operation.id());
        if (operation.path().startsWith("/v1/seat")) {
            String first = Integer.toString(mine.send().status());
            return operation.path().contains("{")
                    ? first + " - - " + own.nowhere(operation).send().status()
                    : first;
        }
        String target = mine.target();
        String assessment = target.startsWith("/v1/assessments/")
                ? target.substring(16, 52)
                : own.world().draft();
        World.Key seat = new World.Key("", own.world().seat(open(assessment)).token());
        int first = as(seat, mine, operation);
        if (!hasThing(operation)) {
            return Integer.toString(first);
        }
        int third = as(seat, others.harmless(operation.id()), operation);
        int fourth = as(seat, own.nowhere(operation), operation);
        return first + " " + first + " " + third + " " + fourth;
    }

    /** Seats are added to what is not closed. */
    private static String open(String assessment) {
        String status =
                own.world().ask("GET", "/v1/assessments/" + assessment).send().text("status");
        return "closed".equals(status) ? own.world().draft() : assessment;
    }

    private static boolean hasThing(Contract.Operation operation) {
        return operation.path().startsWith("/v1/") && operation.path().matches(".*\\{(assessment|company|key)}.*");
    }

    private static Map<String, String> rows() throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(FILE)) {
            if (line.startsWith("| `")) {
                String[] parts = line.substring(2, line.length() - 2).split(" \\| ", 2);
                rows.put(parts[0].replace("`", ""), parts[1]);
            }
        }
        return rows;
    }

    private static void write() throws IOException {
        String head = Files.readString(FILE).replaceFirst("(?s)\\| `.*", "");
        StringBuilder text = new StringBuilder(head);
        found.forEach((route, row) ->
                text.append("| `").append(route).append("` | ").append(row).append(" |\n"));
        Files.writeString(FILE, text);
    }
}
