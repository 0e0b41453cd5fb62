package org.moatmark.core.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.EvidenceGrade;
import org.moatmark.core.response.Form;
import org.moatmark.core.response.Response;

/**
 * From the answers to an item to its scores: rules S1 to S5.
 *
 * <p>By hand, opinions: headquarters answers 5 and 3 (100, 50), a neutral respondent 1 (0): headquarters 150 / 3 = 50;
 * nobody of the genba answered, so that side does not exist and the item scores 50. With three customers who answer 1
 * (0) the cap is 0 + 12.5: the item scores 12.5.
 *
 * <p>By hand, facts: of 70 with a document (E2) and 10 from the books (E3) the 10 stands, for both sides; both are
 * listed as a conflict.
 */
final class ItemScoring {

    private final Plan plan;
    private final Answers answers;
    private final ScoringPolicy policy;

    final ItemState[] state;
    final Pass claimed;
    final Pass evidenced;

    /** By item: whether own respondents of headquarters, of the genba answered. */
    final boolean[] ownHq;

    final boolean[] ownGenba;
    final boolean[] capped;
    final ItemReading[] readings;
    final List<List<RespondentScore>> respondents;
    final List<List<Statement>> conflicts;

    /** Of the item at hand, by respondent; NaN where he gave no answer. */
    private final double[] claimedOf;

    private final double[] evidencedOf;
    private final EvidenceGrade[] gradeOf;

    ItemScoring(Plan plan, Answers answers, ScoringPolicy policy) {
        this.plan = plan;
        this.answers = answers;
        this.policy = policy;
        int n = plan.items.length;
        state = new ItemState[n];
        claimed = new Pass(plan);
        evidenced = new Pass(plan);
        ownHq = new boolean[n];
        ownGenba = new boolean[n];
        capped = new boolean[n];
        readings = new ItemReading[n];
        respondents = new ArrayList<>(n);
        conflicts = new ArrayList<>(n);
        claimedOf = new double[answers.respondents.length];
        evidencedOf = new double[answers.respondents.length];
        gradeOf = new EvidenceGrade[answers.respondents.length];
        for (int i = 0; i < n; i++) {
            item(i);
        }
    }

    private void item(int i) {
        Item item = plan.items[i];
        respondents.add(List.of());
        conflicts.add(List.of());
        readings[i] = ItemReading.NOTHING;
        var company = answers.wave.company();
        if (company != null && item.appliesTo().excludes(company.size(), company.market())) {
            state[i] = ItemState.EXCLUDED;
        } else if (answers.wave.form() == Form.CORE && !item.core()) {
            state[i] = ItemState.LEFT_OUT;
        } else if ((plan.asked[i] & answers.presentKinds) == 0) {
            state[i] = ItemState.NOT_ASKED;
        } else {
            state[i] = stateOf(i);
            if (!plan.text[i]) {
                readAnswers(i);
                if (state[i] == ItemState.ANSWERED) {
                    score(i);
                }
            }
        }
    }

    /** Rule S3, of an item that somebody present is asked. */
    private ItemState stateOf(int i) {
        boolean answered = false;
        int notApplicable = 0;
        int dontKnow = 0;
        int skipped = 0;
        for (int r = 0; r < answers.respondents.length; r++) {
            if (!answers.present[r] || (plan.asked[i] & answers.kinds[r]) == 0) {
                continue;
            }
            Response response = answers.cells[r][i];
            if (response instanceof Response.Answered) {
                answered |= plan.customersOnly[i] || answers.side[r] != Side.CUSTOMERS;
            } else if (response instanceof Response.NotApplicable) {
                notApplicable++;
            } else if (response instanceof Response.DontKnow) {
                dontKnow++;
            } else {
                skipped++;
            }
        }
        if (answered) {
            return ItemState.ANSWERED;
        } else if (notApplicable > dontKnow + skipped) {
            return ItemState.NOT_APPLICABLE;
        }
        return dontKnow > 0 ? ItemState.DONT_KNOW : ItemState.SKIPPED;
    }

    /** Rules S1 and S2: the scores of every answer, among opinions with the evidence that serves all. */
    private void readAnswers(int i) {
        Item item = plan.items[i];
        double served = Double.NEGATIVE_INFINITY;
        int count = 0;
        for (int r = 0; r < answers.respondents.length; r++) {
            claimedOf[r] = Double.NaN;
            if (!(answers.cells[r][i] instanceof Response.Answered answer)) {
                continue;
            }
            count++;
            EvidenceGrade grade = answer.bestGrade();
            double score = AnswerScale.score(item, answer.value());
            claimedOf[r] = score;
            gradeOf[r] = grade;
            if (answers.side[r] == Side.CUSTOMERS) {
                evidencedOf[r] = score;
            } else {
                evidencedOf[r] = AnswerScale.capped(item, score, grade, policy);
                if (plan.opinion[i] && item.evidence() && grade.compareTo(EvidenceGrade.E2) >= 0) {
                    served = Math.max(served, evidencedOf[r]);
                }
            }
        }
        if (count == 0) {
            return;
        }
        RespondentScore[] scores = new RespondentScore[count];
        int at = 0;
        for (int r = 0; r < answers.respondents.length; r++) {
            if (!Double.isNaN(claimedOf[r])) {
                if (answers.side[r] != Side.CUSTOMERS) {
                    evidencedOf[r] = Math.min(claimedOf[r], Math.max(evidencedOf[r], served));
                }
                scores[at++] = new RespondentScore(answers.seat(r), claimedOf[r], evidencedOf[r]);
            }
        }
        respondents.set(i, List.of(scores));
    }

    private void score(int i) {
        if (plan.opinion[i]) {
            opinion(i);
        } else {
            fact(i);
        }
    }

    /** Rules S4 and S5 of opinions. */
    private void opinion(int i) {
        Item item = plan.items[i];
        SideMeans means = new SideMeans(answers.side, claimedOf, evidencedOf, plan.customersOnly[i]);
        ownHq[i] = means.headquarters > 0;
        ownGenba[i] = means.genba > 0;
        double cap = Double.POSITIVE_INFINITY;
        if (plan.customersToo[i] && means.customers >= policy.customersNeeded()) {
            cap = means.customersMean + policy.customersRoom();
        }
        capped[i] = means.exceeds(cap);
        claimed.setItem(i, Math.min(means.claimedHq, cap), Math.min(means.claimedGenba, cap));
        evidenced.setItem(i, Math.min(means.evidencedHq, cap), Math.min(means.evidencedGenba, cap));
        double raw = 0;
        int count = 0;
        boolean documented = !item.evidence();
        for (int r = 0; r < claimedOf.length; r++) {
            if (!Double.isNaN(claimedOf[r]) && answers.cells[r][i] instanceof Response.Answered answer) {
                raw += AnswerScale.raw(item, answer.value());
                count++;
                documented |= answers.side[r] != Side.CUSTOMERS && gradeOf[r].compareTo(EvidenceGrade.E2) >= 0;
            }
        }
        readings[i] = new ItemReading(
                lower(evidenced.itemHq[i], evidenced.itemGenba[i]),
                higher(claimed.itemHq[i], claimed.itemGenba[i]),
                raw / count,
                null,
                documented,
                ownHq[i] && ownGenba[i],
                capped[i] ? means.customersMean : Double.NaN);
    }

    /** Rule S4 of facts. */
    private void fact(int i) {
        int standing = standing(i, null);
        AnswerValue value = value(standing, i);
        claimed.setItem(i, claimedOf[standing], claimedOf[standing]);
        evidenced.setItem(i, evidencedOf[standing], evidencedOf[standing]);
        double lowest = evidencedOf[standing];
        double highest = claimedOf[standing];
        boolean differ = false;
        List<Statement> statements = new ArrayList<>();
        for (int r = 0; r < claimedOf.length; r++) {
            if (!Double.isNaN(claimedOf[r])) {
                boolean stands = FactOrder.same(value(r, i), value);
                statements.add(new Statement(answers.seat(r), value(r, i), gradeOf[r], stands));
                differ |= !stands;
                ownHq[i] |= answers.side[r] == Side.HEADQUARTERS;
                ownGenba[i] |= answers.side[r] == Side.GENBA;
            }
        }
        if (statements.size() > 1) {
            for (Side side : new Side[] {Side.HEADQUARTERS, Side.GENBA}) {
                int own = standing(i, side);
                if (own >= 0) {
                    lowest = Math.min(lowest, claimedOf[own]);
                    highest = Math.max(highest, claimedOf[own]);
                }
            }
        }
        if (differ) {
            conflicts.set(i, List.copyOf(statements));
        }
        boolean documented = !plan.items[i].evidence() || gradeOf[standing].compareTo(EvidenceGrade.E2) >= 0;
        double number = value instanceof AnswerValue.Number measured ? measured.value() : Double.NaN;
        readings[i] = new ItemReading(lowest, highest, number, value, documented, false, Double.NaN);
    }

    /** The respondent whose answer stands, among all or those of one side; -1 if none answered. */
    private int standing(int i, @Nullable Side only) {
        EvidenceGrade best = EvidenceGrade.E0;
        int count = 0;
        for (int r = 0; r < claimedOf.length; r++) {
            if (answered(r, only)) {
                if (count == 0 || gradeOf[r].compareTo(best) > 0) {
                    best = gradeOf[r];
                    count = 0;
                }
                count += gradeOf[r] == best ? 1 : 0;
            }
        }
        if (count == 0) {
            return -1;
        }
        double[] scores = new double[count];
        int at = 0;
        for (int r = 0; r < claimedOf.length; r++) {
            if (answered(r, only) && gradeOf[r] == best) {
                scores[at++] = evidencedOf[r];
            }
        }
        Arrays.sort(scores);
        double median = scores[(count - 1) / 2];
        int standing = -1;
        for (int r = 0; r < claimedOf.length; r++) {
            if (answered(r, only) && gradeOf[r] == best && evidencedOf[r] == median) {
                if (standing < 0
                        || claimedOf[r] < claimedOf[standing]
                        || (claimedOf[r] == claimedOf[standing]
                                && FactOrder.compare(value(r, i), value(standing, i)) < 0)) {
                    standing = r;
                }
            }
        }
        return standing;
    }

    private boolean answered(int r, @Nullable Side only) {
        return !Double.isNaN(claimedOf[r]) && (only == null || answers.side[r] == only);
    }

    private AnswerValue value(int r, int i) {
        return ((Response.Answered) answers.cells[r][i]).value();
    }

    private static double lower(double hq, double genba) {
        return Double.isNaN(hq) ? genba : Double.isNaN(genba) ? hq : Math.min(hq, genba);
    }

    private static double higher(double hq, double genba) {
        return Double.isNaN(hq) ? genba : Double.isNaN(genba) ? hq : Math.max(hq, genba);
    }
}
