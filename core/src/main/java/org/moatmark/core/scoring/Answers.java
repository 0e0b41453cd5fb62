package org.moatmark.core.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Wave;

/** The answers of a wave in a table, respondents in order of their seat keys; who is present, and who is asked what. */
final class Answers {

    /** An answer by its respondent and item. */
    record Ignored(int respondent, int item) {}

    private static final Comparator<Respondent> BY_SEAT =
            Comparator.comparing(respondent -> respondent.seat().key());

    final Wave wave;
    final Respondent[] respondents;
    final long[] kinds;
    final Side[] side;
    final boolean[] present;
    final int presentCount;

    /** By respondent, by item; null where the item is skipped or not asked of that seat. */
    final @Nullable Response[][] cells;

    /** Informant kinds of everybody present, and of the present respondents of each side. */
    final long presentKinds;

    final long headquartersKinds;
    final long genbaKinds;

    /** Answers that count for nothing, since the seat is not asked the item; by seat, then in file order. */
    final List<Ignored> ignored = new ArrayList<>();

    private final Plan plan;

    Answers(Plan plan, Wave wave) {
        this.plan = plan;
        this.wave = wave;
        respondents = wave.respondents().toArray(new Respondent[0]);
        if (respondents.length > 1) {
            Arrays.sort(respondents, BY_SEAT);
        }
        int n = respondents.length;
        kinds = new long[n];
        side = new Side[n];
        present = new boolean[n];
        cells = new Response[n][plan.items.length];
        long everybody = 0;
        long headquarters = 0;
        long genba = 0;
        int count = 0;
        for (int r = 0; r < n; r++) {
            List<String> informants = respondents[r].seat().informants();
            if (r > 0
                    && respondents[r]
                            .seat()
                            .key()
                            .equals(respondents[r - 1].seat().key())) {
                throw new IllegalArgumentException(
                        "Seat '" + respondents[r].seat().key() + "' is there twice; give each respondent an own seat.");
            }
            kinds[r] = plan.mask(informants);
            side[r] = plan.sideOfKind[plan.kind(informants.get(0))];
            present[r] = fill(r);
            if (present[r]) {
                count++;
                everybody |= kinds[r];
                headquarters |= side[r] == Side.HEADQUARTERS ? kinds[r] : 0;
                genba |= side[r] == Side.GENBA ? kinds[r] : 0;
            }
        }
        ignored.sort(Comparator.comparingInt(Ignored::respondent).thenComparingInt(Ignored::item));
        presentCount = count;
        presentKinds = everybody;
        headquartersKinds = headquarters;
        genbaKinds = genba;
    }

    private boolean fill(int r) {
        int before = ignored.size();
        respondents[r].answers().forEach((key, response) -> put(r, key, response));
        return respondents[r].answers().size() > ignored.size() - before;
    }

    private void put(int r, String key, Response response) {
        Integer item = plan.itemIndex.get(key);
        if (item == null) {
            throw new IllegalArgumentException(
                    "Questionnaire '" + plan.questionnaire.id() + "' has no item '" + key + "'.");
        }
        if ((plan.asked[item] & kinds[r]) != 0) {
            cells[r][item] = response;
        } else {
            ignored.add(new Ignored(r, item));
        }
    }

    /** How many present respondents are of each kind; kinds without anybody are left out. */
    Map<String, Integer> presentByKind() {
        Map<String, Integer> result = new TreeMap<>();
        for (int r = 0; r < respondents.length; r++) {
            if (present[r]) {
                for (int kind = 0; kind < plan.kinds.length; kind++) {
                    if ((kinds[r] & 1L << kind) != 0) {
                        result.merge(plan.kinds[kind], 1, Integer::sum);
                    }
                }
            }
        }
        return result;
    }

    String seat(int r) {
        return respondents[r].seat().key();
    }
}
