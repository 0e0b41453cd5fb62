package org.moatmark.api.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.store.Page;
import org.moatmark.api.store.SecrecyShelf.Mode;
import org.moatmark.api.store.SecrecyShelf.Terms;
import org.moatmark.api.store.StoredAssessment;
import org.moatmark.api.store.StoredAssessment.Asked;
import org.moatmark.api.store.StoredSeat;
import org.moatmark.core.benchmark.Offices;
import org.moatmark.core.benchmark.Secrecy;
import org.moatmark.core.json.CompactJson;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.JsonValue;

/**
 * Who will see what a seat answers: agreed before the first answer, told to everybody who answers, and the same ever
 * after.
 */
public final class Visibility {

    /**
     * What a caller wants of the terms; null leaves things as they are.
     *
     * @param mode who sees the answers of single seats
     * @param k how many people at least stand behind a number
     * @param departments whether departments are told apart
     * @param successorSees whether who takes a seat over sees the answers so far
     */
    public record Wanted(
            @Nullable Mode mode,
            @Nullable Integer k,
            @Nullable Boolean departments,
            @Nullable Boolean successorSees) {

        /** Nothing in particular. */
        public static final Wanted NOTHING = new Wanted(null, null, null, null);
    }

    /**
     * What an owner should know before inviting anybody.
     *
     * @param terms the terms
     * @param offices the informant kinds that speak for themselves, by questionnaire
     * @param filledOffices of these the kinds for which a seat speaks now
     * @param departmentsOfOne departments of one seat, whose answers count only in the whole
     * @param departmentsAlike departments that are probably one, spelled in two ways
     */
    public record SetUp(
            Terms terms,
            Map<String, List<String>> offices,
            Map<String, List<String>> filledOffices,
            List<String> departmentsOfOne,
            List<List<String>> departmentsAlike) {}

    /** Looks after terms. */
    public Visibility() {
        // Everything is in the transaction.
    }

    /**
     * Changes the terms of an assessment.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param assessment which assessment
     * @param wanted what is to hold
     * @throws Refused if somebody has answered already and the terms would be others, or if a successor would see the
     *     answers of a confidential assessment
     */
    public void change(Work work, Caller.KeyHolder who, String assessment, Wanted wanted) {
        Terms before = work.shelves().secrecy().terms(who.tenant(), assessment);
        Mode mode = wanted.mode() == null ? before.mode() : wanted.mode();
        boolean confidential = mode == Mode.CONFIDENTIAL;
        Boolean sees = wanted.successorSees();
        if (confidential && Boolean.TRUE.equals(sees)) {
            throw Refused.invalid(Faults.successorSees("/visibility/successorSeesAnswers"));
        }
        boolean usual = mode != before.mode() ? !confidential : before.successorSees();
        Terms after = new Terms(
                mode,
                wanted.k() == null ? before.k() : wanted.k(),
                wanted.departments() == null ? before.departments() : wanted.departments(),
                sees == null ? usual : sees,
                before.offices());
        if (after.equals(before)) {
            return;
        }
        if (work.shelves().answers().anyOf(who.tenant(), assessment)) {
            throw Refused.because(
                    Refused.Reason.CONFLICT,
                    "Somebody has answered already, on the terms that were told; nobody can change them any more.",
                    "既に回答があり、回答者に示した取り扱いは変更できません。");
        }
        boolean laidDown = before.offices() != null;
        work.shelves().secrecy().put(who.tenant(), assessment, after.with(null));
        if (laidDown) {
            layDown(work, who.tenant(), assessment);
        }
        work.log(who, "change visibility", assessment, null);
    }

    /** Lays down who is an office, once and for all, unless it was done before; does nothing where nobody is hidden. */
    static void layDown(Work work, String tenant, String assessment) {
        Terms terms = work.shelves().secrecy().terms(tenant, assessment);
        if (terms.mode() == Mode.CONFIDENTIAL && terms.offices() == null) {
            Map<String, JsonValue> byQuestionnaire = new TreeMap<>();
            kinds(seats(work, tenant, assessment))
                    .forEach((id, kinds) -> byQuestionnaire.put(
                            id,
                            new JsonArray(Offices.of(kinds, terms.k()).kinds().stream()
                                    .<JsonValue>map(JsonString::new)
                                    .toList())));
            work.shelves()
                    .secrecy()
                    .put(tenant, assessment, terms.with(CompactJson.of(JsonObject.of(byQuestionnaire))));
        }
    }

    private static Map<String, List<List<String>>> kinds(List<StoredSeat> seats) {
        Map<String, List<List<String>>> kinds = new TreeMap<>();
        for (StoredSeat seat : seats) {
            seat.informants()
                    .forEach((id, own) ->
                            kinds.computeIfAbsent(id, none -> new ArrayList<>()).add(own));
        }
        return kinds;
    }

    /**
     * The terms of an assessment.
     *
     * @param work the transaction
     * @param tenant whose
     * @param assessment which
     * @return the terms
     */
    public Terms terms(Work work, String tenant, String assessment) {
        return work.shelves().secrecy().terms(tenant, assessment);
    }

    /** Who is an office on one questionnaire: as laid down, else as it would be now. */
    static Offices offices(Work work, String tenant, String assessment, Terms terms, String questionnaire) {
        String laidDown = terms.offices();
        if (laidDown != null) {
            return new Offices(texts(((JsonObject) JsonTree.parse(laidDown).orThrow()).get(questionnaire)));
        }
        return Offices.of(kinds(seats(work, tenant, assessment)).getOrDefault(questionnaire, List.of()), terms.k());
    }

    private static Set<String> texts(@Nullable JsonValue value) {
        Set<String> texts = new TreeSet<>();
        if (value instanceof JsonArray array) {
            array.values().forEach(one -> texts.add(((JsonString) one).value()));
        }
        return texts;
    }

    static List<StoredSeat> seats(Work work, String tenant, String assessment) {
        List<StoredSeat> seats = new ArrayList<>();
        Page<StoredSeat> page;
        String after = "";
        do {
            page = work.shelves().seats().list(tenant, assessment, after, 500);
            seats.addAll(page.items());
            after = seats.isEmpty() ? "" : seats.get(seats.size() - 1).id();
        } while (page.more());
        return seats;
    }

    /**
     * What an owner should know before inviting anybody.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param of the assessment
     * @return the set-up
     */
    public SetUp setUp(Work work, Caller.KeyHolder who, StoredAssessment of) {
        Terms terms = terms(work, who.tenant(), of.id());
        Map<String, List<String>> offices = new LinkedHashMap<>();
        Map<String, Integer> departments = new TreeMap<>();
        if (terms.mode() == Mode.CONFIDENTIAL) {
            for (Asked asked : of.questionnaires()) {
                offices.put(
                        asked.id(),
                        List.copyOf(offices(work, who.tenant(), of.id(), terms, asked.id())
                                .kinds()));
            }
        }
        List<StoredSeat> seats = seats(work, who.tenant(), of.id());
        Map<String, List<String>> filled = new LinkedHashMap<>();
        offices.forEach((questionnaire, kinds) -> filled.put(
                questionnaire,
                kinds.stream()
                        .filter(kind -> seats.stream()
                                .anyMatch(seat -> seat.informants()
                                        .getOrDefault(questionnaire, List.of())
                                        .contains(kind)))
                        .toList()));
        for (StoredSeat seat : seats) {
            String department = seat.department();
            if (department != null) {
                departments.merge(department, 1, Integer::sum);
            }
        }
        List<String> ofOne = departments.entrySet().stream()
                .filter(one -> terms.mode() == Mode.CONFIDENTIAL && one.getValue() == 1)
                .map(Map.Entry::getKey)
                .toList();
        return new SetUp(terms, offices, filled, ofOne, Spelling.alike(departments.keySet()));
    }

    /**
     * Whether a number of people can be agreed upon; the caller says so where it cannot.
     *
     * @param k how many people
     * @return true from 3 to 1,000
     */
    public static boolean canBe(int k) {
        return k >= Secrecy.LEAST && k <= 1_000;
    }
}
