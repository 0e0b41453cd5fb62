package org.moatmark.api.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.moatmark.api.store.SecrecyShelf.Mode;
import org.moatmark.core.Moatmark;
import org.moatmark.core.benchmark.Crowd;
import org.moatmark.core.benchmark.Offices;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.JsonValue;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.report.Release;
import org.moatmark.core.response.Company;
import org.moatmark.core.response.Form;
import org.moatmark.core.scoring.Bounds;

/**
 * A random organisation that lives through one confidential assessment, and is read by an attacker after every step. Long,
 * since what the attacker reads is reckoned here a second time.
 */
final class Organisation {

    /** Opinions on scales of five and of seven points, one with evidence, and a fact. */
    static final String QUESTIONNAIRE = """
            {"format": "moatmark/questionnaire/1", "id": "small", "version": "1.0.0",
             "title": {"en": "Small", "ja": "小"}, "purpose": {"en": "For tests", "ja": "試験用"}, "licence": "CC-BY-4.0",
             "sources": [],
             "informants": [
               {"key": "H", "side": "headquarters", "name": {"en": "Head office", "ja": "本社"}},
               {"key": "B", "side": "headquarters", "name": {"en": "Board", "ja": "役員"}},
               {"key": "G", "side": "genba", "name": {"en": "Genba", "ja": "現場"}}],
             "scales": [{"key": "seven", "points": 7, "labels": [
               {"en": "1", "ja": "1"}, {"en": "2", "ja": "2"}, {"en": "3", "ja": "3"}, {"en": "4", "ja": "4"},
               {"en": "5", "ja": "5"}, {"en": "6", "ja": "6"}, {"en": "7", "ja": "7"}]}],
             "index": {"aggregation": "geometric", "floor": 1},
             "levels": [], "gates": [], "staging": [], "findings": [],
             "tree": [
               {"key": "A", "title": {"en": "A", "ja": "A"}, "items": [
                 {"key": "rubric", "type": "rubric", "text": {"en": "R", "ja": "R"}, "informants": ["H", "G"],
                  "anchors": [{"en": "1", "ja": "1"}, {"en": "2", "ja": "2"}, {"en": "3", "ja": "3"},
                              {"en": "4", "ja": "4"}, {"en": "5", "ja": "5"}]},
                 {"key": "seven", "type": "agreement", "scale": "seven", "text": {"en": "S", "ja": "S"},
                  "informants": ["H", "G"]}]},
               {"key": "Z", "title": {"en": "Z", "ja": "Z"}, "items": [
                 {"key": "shown", "type": "rubric", "evidence": true, "text": {"en": "E", "ja": "E"},
                  "informants": ["H", "B", "G"],
                  "anchors": [{"en": "1", "ja": "1"}, {"en": "2", "ja": "2"}, {"en": "3", "ja": "3"},
                              {"en": "4", "ja": "4"}, {"en": "5", "ja": "5"}]},
                 {"key": "fact", "type": "yesNo", "text": {"en": "F", "ja": "F"}, "informants": ["H", "B", "G"]}]}]}
            """;

    private static final String SMALL = "small";
    private static final Map<String, Integer> POINTS = Map.of("rubric", 5, "seven", 7);

    /** What was done and seen, over all organisations. */
    static final class Counts {
        int organisations;
        long steps;
        long reads;
        long releases;
        long sums;
        long programs;
        double leastRoom = 100;

        @Override
        public String toString() {
            return organisations + " organisations, " + steps + " steps, " + reads + " reads, " + releases
                    + " releases, "
                    + sums + " sums shown, " + programs + " linear programs, least room left " + leastRoom
                    + " of 100 (in parts of a step: at least 1)";
        }
    }

    private final Work work;
    private final Caller.KeyHolder owner;
    private final Assessments assessments;
    private final Seats seats;
    private final Answers answers;
    private final Releases releases;
    private final Visibility visibility = new Visibility();
    private final Companies companies = new Companies();
    private final SplittableRandom random;
    private final Counts counts;
    private final String name;
    private final int k;
    private final Map<String, String> kinds = new LinkedHashMap<>();
    private final Map<String, Map<String, Double>> truth = new TreeMap<>();
    private final Set<Crowd> known = new LinkedHashSet<>();
    private final Map<Long, String> shown = new HashMap<>();
    private final Map<String, Map<Set<Set<String>>, Double>> reckoned = new HashMap<>();
    private String assessment = "";
    private int made;

    Organisation(Moatmark moatmark, Work work, Caller.KeyHolder owner, long seed, Counts counts) {
        this.work = work;
        this.owner = owner;
        this.counts = counts;
        this.random = new SplittableRandom(seed);
        this.name = "seed " + seed;
        this.k = 3 + random.nextInt(4);
        Tokens tokens = new Tokens(new Random(seed));
        Questionnaires questionnaires = new Questionnaires(moatmark);
        assessments = new Assessments(questionnaires);
        seats = new Seats(questionnaires, tokens, assessments);
        answers = new Answers(questionnaires, tokens);
        releases = new Releases(questionnaires, assessments, new Results(questionnaires, assessments));
    }

    void live() {
        String company = companies
                .create(work, owner, new Company(name, null, null, null, null, null))
                .id();
        assessment = assessments
                .create(
                        work,
                        owner,
                        new Assessments.Plan(company, name, Form.FULL, List.of(new Assessments.Wanted(SMALL, null))))
                .id();
        visibility.change(
                work, owner, assessment, new Visibility.Wanted(Mode.CONFIDENTIAL, k, random.nextBoolean(), null));
        int people = 4 + random.nextInt(random.nextInt(5) == 0 ? 30 : 12);
        for (int i = 0; i < people; i++) {
            addSeat();
        }
        assessments.open(work, owner, assessment);
        int steps = people + random.nextInt(2 * people);
        for (int i = 0; i < steps; i++) {
            step();
            read();
        }
        assessments.close(work, owner, assessment);
        read();
        if (random.nextInt(3) == 0) {
            assessments.reopen(work, owner, assessment, "More to say");
            for (int i = 0; i < people; i++) {
                step();
                read();
            }
            assessments.close(work, owner, assessment);
            read();
        }
    }

    private void addSeat() {
        String kind = List.of("H", "H", "H", "G", "G", "G", "G", "B").get(random.nextInt(8));
        String seat = seats.add(
                        work,
                        owner,
                        assessment,
                        new Seats.Plan(
                                "seat-" + made++,
                                "Department " + random.nextInt(4),
                                null,
                                null,
                                Map.of(SMALL, List.of(kind))))
                .seat()
                .id();
        kinds.put(seat, kind);
    }

    private void step() {
        counts.steps++;
        List<String> all = List.copyOf(kinds.keySet());
        if (all.isEmpty()) {
            return;
        }
        String seat = all.get(random.nextInt(all.size()));
        boolean submitted = seats.get(work, owner, assessment, seat).submitted();
        int dice = random.nextInt(24);
        if (dice == 0) {
            seats.remove(work, owner, assessment, seat, Precondition.ANY, false);
            kinds.remove(seat);
        } else if (dice == 1) {
            addSeat();
        } else if (dice == 2) {
            seats.handOver(work, owner, assessment, seat);
        } else if (submitted && dice < 10) {
            seats.change(work, owner, assessment, seat, Precondition.ANY, plan -> plan, true);
            answer(seat);
            answers.submit(work, holder(seat));
        } else if (!submitted) {
            answer(seat);
            if (random.nextInt(4) > 0) {
                answers.submit(work, holder(seat));
            }
        }
    }

    private Caller.SeatHolder holder(String seat) {
        return new Caller.SeatHolder(owner.tenant(), assessment, seat, "0".repeat(64), false, Seal.of("attacked"));
    }

    /** Extreme people are frequent: that is where bounds tell most. */
    private void answer(String seat) {
        boolean board = "B".equals(kinds.get(seat));
        double mood = random.nextInt(3) == 0 ? random.nextInt(2) : random.nextDouble();
        Map<String, JsonValue> given = new LinkedHashMap<>();
        Map<String, Double> scores = new HashMap<>();
        if (!board) {
            POINTS.forEach((item, points) -> {
                if (random.nextInt(10) > 0) {
                    long above = (long) StrictMath.rint(mood * (points - 1));
                    given.put(item, value(1 + above, false));
                    scores.put(item, 100.0 * above / (points - 1));
                }
            });
        }
        given.put("shown", value(1 + random.nextInt(5), random.nextBoolean()));
        given.put(
                "fact",
                JsonTree.parse("{\"value\":" + random.nextBoolean() + "}").orThrow());
        answers.patch(work, holder(seat), SMALL, Precondition.ANY, new Answers.Changes(given, Map.of()));
        work.shelves().answers().editions(owner.tenant(), seat, SMALL).forEach((item, edition) -> {
            Double score = scores.get(item);
            if (score != null) {
                truth.computeIfAbsent(item, none -> new HashMap<>()).put(seat + " " + edition, score);
            }
        });
    }

    private static JsonValue value(long value, boolean documented) {
        String evidence = documented ? ",\"evidence\":[{\"grade\":\"E3\"}]" : "";
        return JsonTree.parse("{\"value\":" + value + evidence + "}").orThrow();
    }

    /** Reads all that may be read, compares it with what was read before, and attacks it where it is new. */
    private void read() {
        counts.reads++;
        Releases.Latest latest = releases.next(work, owner, assessment);
        Release release = releases.all(latest).get(SMALL);
        if (release == null) {
            assertThat(latest.number()).as(name).isZero();
            return;
        }
        String text = protectedPart(release);
        String before = shown.putIfAbsent(latest.number(), text);
        if (before != null) {
            assertThat(text).as("%s: nothing changes between releases", name).isEqualTo(before);
            return;
        }
        counts.releases++;
        List<Crowd> crowds = latest.parts().get(SMALL).crowds();
        Offices offices = latest.parts().get(SMALL).offices();
        release.items().forEach(item -> follows(item, crowds, offices));
        if (known.addAll(crowds.stream().map(Organisation::standing).toList())) {
            POINTS.keySet().forEach(this::attack);
            attackRank("shown");
        }
    }

    /** The same crowd, whether it is still standing or not. */
    private static Crowd standing(Crowd crowd) {
        return new Crowd(crowd.item(), crowd.members(), crowd.department(), crowd.mean(), crowd.band(), true);
    }

    private static String protectedPart(Release release) {
        StringBuilder text = new StringBuilder();
        release.items().stream()
                .filter(item -> POINTS.containsKey(item.key()))
                .forEach(item -> text.append(item).append('\n'));
        return text.append(release.nodes().get(0)).append(release.departments()).toString();
    }

    /** What is shown of an item is what its crowds say, so that whoever knows these knows all. */
    private void follows(Release.Item item, List<Crowd> crowds, Offices offices) {
        if (!POINTS.containsKey(item.key()) || item.sides() == null || item.suppressed()) {
            return;
        }
        for (Side side : List.of(Side.HEADQUARTERS, Side.GENBA)) {
            Double score =
                    side == Side.GENBA ? item.sides().genba() : item.sides().headquarters();
            double sum = 0;
            int people = 0;
            for (Crowd crowd : crowds) {
                if (crowd.standing() && crowd.item().equals(item.key())) {
                    for (Crowd.Member member : crowd.members()) {
                        if (member.side() == side) {
                            sum += crowd.mean();
                            people++;
                        }
                    }
                }
            }
            boolean office = offices.kinds().contains(side == Side.GENBA ? "G" : "H");
            if (score != null && !office) {
                assertThat(people).as(name).isGreaterThanOrEqualTo(k);
                assertThat(score).as("%s: %s", name, item).isCloseTo(sum / people, within(0.05 + 1e-9));
            }
        }
    }

    private Attacker informed(String item) {
        Attacker attacker = new Attacker();
        for (Crowd crowd : known) {
            if (crowd.item().equals(item)) {
                Set<String> members = new LinkedHashSet<>();
                crowd.members().forEach(member -> members.add(member.seat() + " " + member.edition()));
                Bounds band = crowd.band();
                attacker.learns(
                        members,
                        band == null ? Math.max(0, crowd.mean() - 0.05) : band.low(),
                        band == null ? Math.min(100, crowd.mean() + 0.05) : band.high());
                counts.sums++;
            }
        }
        return attacker;
    }

    private void attackRank(String item) {
        assertThat(informed(item).finds(k)).as("%s: %s by rank", name, item).isFalse();
    }

    private void attack(String item) {
        attackRank(item);
        Attacker attacker = informed(item);
        Map<String, Double> answered = truth.getOrDefault(item, Map.of());
        for (Crowd crowd : known) {
            if (crowd.item().equals(item)) {
                double mean = crowd.members().stream()
                        .mapToDouble(member -> answered.get(member.seat() + " " + member.edition()))
                        .average()
                        .orElseThrow();
                Bounds band = crowd.band();
                assertThat(mean)
                        .as("%s: %s says the truth", name, item)
                        .isBetween(
                                (band == null ? crowd.mean() : band.low()) - 1e-6,
                                (band == null ? crowd.mean() : band.high()) + 1e-6);
            }
        }
        double room = attacker.leastRoom(answered, reckoned.computeIfAbsent(item, none -> new HashMap<>()));
        counts.programs += attacker.programs();
        counts.leastRoom = Math.min(counts.leastRoom, room);
        assertThat(room)
                .as("%s: %s by bounds", name, item)
                .isGreaterThanOrEqualTo(100.0 / (POINTS.get(item) - 1) - 1e-6);
    }
}
