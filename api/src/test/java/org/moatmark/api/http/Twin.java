package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.moatmark.api.Running;

/**
 * One life of an organisation through a confidential assessment, in a tenant of its own, read by everybody over HTTP. Long,
 * since both lives must be told by the same words from their beginning to their end.
 */
final class Twin {

    /** How many answers of everybody are protected. */
    static final int OPINIONS = 3;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** Hashes of contents with ids in them, and the ends of keys. */
    private static final Pattern HASH = Pattern.compile("\"[0-9a-f]{16}\"|\"lastFour\":\"[^\"]*\"");

    /** How everything begins that is written beside a protected answer; nobody else may read any of it. */
    private static final String NOTED = "Gnu-note-";

    private static final String PROVED = "Gnu-proof-";

    private static final String A = "/v1/assessments/";
    private static final String QUESTIONNAIRE = "small";

    private final Http http;
    private final int life;
    private final Contract contract = new Contract();
    private final Map<String, String> roles = new LinkedHashMap<>();
    private final Map<String, String> known = new LinkedHashMap<>();
    private final List<World.Seat> seats = new ArrayList<>();
    private final Map<String, String> parts = new LinkedHashMap<>();
    private final String owner;
    private final String path;
    private int frozen;

    Twin(Running server, int life, int k, boolean departments) {
        this.http = new Http(server.port());
        this.life = life;
        this.owner = server.tenant("Twin");
        send(201, ask("POST", "/v1/questionnaires").json(questionnaire()));
        String newer =
                questionnaire().replace("1.0.0", "1.1.0").replace("\"key\":\"one\"", "\"weight\":2,\"key\":\"one\"");
        send(201, ask("POST", "/v1/questionnaires").json(newer));
        String company = send(
                        201,
                        ask("POST", "/v1/companies")
                                .json(
                                        "{\"name\":\"Twin\",\"sector\":\"mobility\",\"region\":\"Japan\",\"size\":\"large\"}"))
                .text("id");
        String assessment = send(
                        201,
                        ask("POST", "/v1/assessments")
                                .json("{\"company\":\"" + company
                                        + "\",\"name\":\"Twin\",\"questionnaires\":[{\"id\":\""
                                        + QUESTIONNAIRE
                                        + "\",\"version\":\"1.0.0\"}],\"visibility\":{\"mode\":\"confidential\",\"k\":"
                                        + k
                                        + ",\"departments\":" + departments + "}}"))
                .text("id");
        path = A + assessment;
        roles.put("owner", owner);
        String granted = key("analyst", true);
        key("reader", true);
        key("analyst", false);
        roles.put("other tenant", server.tenant("Other"));
        roles.put("nobody", "");
        parts.putAll(Map.of(
                "questionnaire",
                QUESTIONNAIRE,
                "version",
                "1.0.0",
                "company",
                company,
                "assessment",
                assessment,
                "snapshot",
                "first",
                "export",
                company,
                "key",
                granted,
                "case",
                "apple",
                "file",
                "docs.js",
                "slug",
                "not-found"));
        parts.put("chart", "profile.svg");
    }

    /** Two opinions, one that takes evidence, and a fact. */
    private static String questionnaire() {
        String anchors = "[" + "{\"en\":\"a\",\"ja\":\"a\"},".repeat(4) + "{\"en\":\"b\",\"ja\":\"b\"}]";
        String rubric = "{\"key\":\"%s\",\"type\":\"rubric\",\"evidence\":%s,\"text\":{\"en\":\"R\",\"ja\":\"R\"},"
                + "\"informants\":[\"H\",\"B\",\"G\"],\"anchors\":" + anchors + "}";
        return "{\"format\":\"moatmark/questionnaire/1\",\"id\":\"small\",\"version\":\"1.0.0\","
                + "\"title\":{\"en\":\"S\",\"ja\":\"小\"},\"purpose\":{\"en\":\"T\",\"ja\":\"試\"},\"licence\":\"CC-BY-4.0\","
                + "\"sources\":[],\"informants\":["
                + "{\"key\":\"H\",\"side\":\"headquarters\",\"name\":{\"en\":\"H\",\"ja\":\"本\"}},"
                + "{\"key\":\"B\",\"side\":\"headquarters\",\"name\":{\"en\":\"B\",\"ja\":\"役\"}},"
                + "{\"key\":\"G\",\"side\":\"genba\",\"name\":{\"en\":\"G\",\"ja\":\"現\"}}],"
                + "\"scales\":[],\"index\":{\"aggregation\":\"geometric\",\"floor\":1},"
                + "\"levels\":[],\"gates\":[],\"staging\":[],\"findings\":[],\"tree\":["
                + "{\"key\":\"A\",\"title\":{\"en\":\"A\",\"ja\":\"A\"},\"items\":["
                + String.format(rubric, "one", "false") + "," + String.format(rubric, "two", "false") + "]},"
                + "{\"key\":\"Z\",\"title\":{\"en\":\"Z\",\"ja\":\"Z\"},\"items\":["
                + String.format(rubric, "shown", "true")
                + ",{\"key\":\"fact\",\"type\":\"yesNo\",\"text\":{\"en\":\"F\",\"ja\":\"F\"},"
                + "\"informants\":[\"H\",\"B\",\"G\"]}]}]}";
    }

    private String key(String scope, boolean granted) {
        Http.Reply made = send(201, ask("POST", "/v1/keys").json("{\"label\":\"K\",\"scope\":\"" + scope + "\"}"));
        if (granted) {
            send(201, ask("POST", path + "/grants").json("{\"key\":\"" + made.text("id") + "\"}"));
        }
        roles.put(scope + (granted ? "" : " without a grant"), made.text("key"));
        return made.text("id");
    }

    private Http.Ask ask(String method, String target) {
        return http.ask(method, target).bearer(owner);
    }

    private static Http.Reply send(int status, Http.Ask ask) {
        Http.Reply reply = ask.send();
        World.expect(status, reply);
        return reply;
    }

    void seats(int n, String kind, String department) {
        for (int i = 0; i < n; i++) {
            Http.Reply seat = send(
                    201,
                    ask("POST", path + "/seats")
                            .json("{\"key\":\"seat-" + seats.size() + "\",\"department\":\"" + department
                                    + "\",\"unit\":\"U" + i + "\",\"informants\":{\"small\":\"" + kind + "\"}}"));
            seats.add(new World.Seat(seat.text("id"), seat.text("token")));
        }
        parts.put("seat", seats.get(0).id());
        roles.put("seat", seats.get(0).token());
    }

    void open() {
        send(200, ask("POST", path + "/open"));
    }

    void close() {
        send(200, ask("POST", path + "/close"));
    }

    void freeze(String name) {
        Http.Reply made = ask("POST", path + "/snapshots")
                .json("{\"name\":\"" + name + "\"}")
                .send();
        frozen = made.status();
        Http.Reply share = ask("POST", path + "/shares")
                .json("{\"snapshot\":\"" + name + "\",\"label\":\"Board\"}")
                .send();
        World.expect(201, share);
        roles.put("share link", share.text("token"));
    }

    /** What would come of a newer version, which nobody need carry out to read it. */
    private String upgraded() {
        Http.Reply reply = ask("POST", path + "/upgrade")
                .json("{\"questionnaire\":\"" + QUESTIONNAIRE + "\",\"dryRun\":true}")
                .send();
        return reply.status() + " " + reply.header("Content-Length") + " " + alike(reply.body());
    }

    void reopen() {
        send(200, ask("POST", path + "/reopen").json("{\"reason\":\"More to say\"}"));
    }

    void again(int seat) {
        Http.Ask ask = ask("PATCH", path + "/seats/" + seats.get(seat).id()).with("If-Match", "*");
        send(200, ask.patch("{\"status\":\"open\"}"));
    }

    void handOver(int seat) {
        Http.Reply reply =
                send(200, ask("POST", path + "/seats/" + seats.get(seat).id() + "/handover"));
        roles.put("successor", reply.text("token"));
    }

    void erase(int seat) {
        send(204, ask("DELETE", path + "/seats/" + seats.get(seat).id()).with("If-Match", "*"));
    }

    /** A group answers; in the second life everybody answers what the next of them answered in the first. */
    void exchange(int from, int n, long seed) {
        for (int i = 0; i < n; i++) {
            List<String> given = new ArrayList<>();
            for (int item = 0; item < OPINIONS; item++) {
                given.add(different(n, seed + item).get((i + life) % n));
            }
            answer(from + i, given);
        }
    }

    /** Answers of which no two neighbours are alike, the last and the first included. */
    private static List<String> different(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Integer> values = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int value = 1 + random.nextInt(5);
            while (i > 0 && value == values.get(i - 1) || i == n - 1 && value == values.get(0)) {
                value = 1 + random.nextInt(5);
            }
            values.add(value);
        }
        return values.stream()
                .map(value -> "{\"value\":" + value + ",\"note\":\"" + NOTED + value + "\""
                        + (value % 2 == 0
                                ? ",\"evidence\":[{\"grade\":\"E3\",\"note\":\"" + PROVED + value + "\"}]"
                                : "")
                        + "}")
                .toList();
    }

    /** Somebody answers who is not counted: something else in each life. */
    void differ(int seat, long seed) {
        List<String> given = new ArrayList<>();
        for (int item = 0; item < OPINIONS; item++) {
            given.add(different(2, seed + item).get(life));
        }
        answer(seat, given);
    }

    /** An office states the same in both lives. */
    void state(int seat) {
        answer(seat, List.of("{\"value\":3}", "{\"value\":5}", "{\"value\":2}"));
    }

    private void answer(int seat, List<String> opinions) {
        String token = seats.get(seat).token();
        send(
                200,
                http.ask("PATCH", "/v1/seat/answers/small")
                        .bearer(token)
                        .with("If-Match", "*")
                        .patch(
                                "{\"answers\":{\"one\":" + plain(opinions.get(0)) + ",\"two\":" + plain(opinions.get(1))
                                        + ",\"shown\":" + opinions.get(2)
                                        + ",\"fact\":{\"value\":true,\"evidence\":[{\"grade\":\"E2\",\"note\":\"minutes\"}]}}}"));
        send(200, http.ask("POST", "/v1/seat/submit").bearer(token));
    }

    private static String plain(String answer) {
        return answer.replaceAll(",\"evidence.*\\]", "");
    }

    /** What every role gets at every address that can be read, ids but for their order. */
    List<String> readAll(boolean strangers) {
        List<String> read = new ArrayList<>();
        read.add("frozen with " + frozen);
        read.add("upgraded with " + upgraded());
        for (Map.Entry<String, String> role : roles.entrySet()) {
            boolean insider =
                    List.of("owner", "reader", "successor", "share link").contains(role.getKey());
            for (Contract.Operation operation : contract.operations()) {
                if ("GET".equals(operation.method())
                        && (insider || strangers)
                        && (operation.path().startsWith("/v1/")
                                || strangers && role.getKey().equals("nobody"))
                        && concerns(operation, role.getKey())) {
                    read(operation, role.getKey(), role.getValue(), read);
                }
            }
        }
        return read;
    }

    /** A seat reads its own answers, which are no secret to it; everybody who takes one over must not. */
    private static boolean concerns(Contract.Operation operation, String role) {
        String address = operation.path();
        boolean aboutTime = address.startsWith("/health");
        boolean forAll = address.matches("/v1/(cases|benchmarks|questionnaires).*") && !address.endsWith("/validation");
        boolean own = "seat".equals(role) && address.startsWith("/v1/seat");
        return !aboutTime && !own && (!forAll || "nobody".equals(role) || "owner".equals(role));
    }

    private void read(Contract.Operation operation, String role, String credential, List<String> read) {
        Matcher names = Pattern.compile("\\{(\\w+)}").matcher(operation.path());
        String target = names.replaceAll(found -> {
            String part = parts.get(found.group(1));
            if (part == null) {
                throw new AssertionError("The attacker does not know what to write for " + found.group());
            }
            return Matcher.quoteReplacement(part);
        });
        List<String> targets = new ArrayList<>(List.of(target));
        if (target.contains("/results")) {
            targets.add(target + "?snapshot=first");
        } else if (target.endsWith("/compare")) {
            targets.set(0, target + "?to=second");
        }
        if (target.endsWith("/charts/profile.svg")) {
            for (String chart : List.of("index.json", "departments.csv", "items.json", "answers.json", "change.json")) {
                targets.add(target.replace("profile.svg", chart));
            }
        }
        for (String one : targets) {
            Http.Ask ask = http.ask("GET", one);
            Http.Reply reply = (credential.isEmpty() ? ask : ask.bearer(credential)).send();
            assertThat(reply.body()).as("%s GET %s", role, one).doesNotContain(NOTED, PROVED);
            read.add(role + " GET " + alike(one) + " " + reply.status() + " " + alike(reply.header("ETag")) + " "
                    + reply.header("Content-Length") + " " + reply.header("Content-Type") + " "
                    + reply.header("Link").length() + " " + alike(reply.body()));
        }
    }

    /** The same for both lives where nothing but ids differs. */
    private String alike(String text) {
        Matcher ids = ID.matcher(text.replaceAll("urn:uuid:[0-9a-f-]{36}", "-"));
        String named = ids.replaceAll(found -> known.computeIfAbsent(found.group(), none -> "id-" + known.size()));
        return HASH.matcher(named).replaceAll("\"-\"").replaceAll("cursor=[^\"&]*", "cursor=-");
    }
}
