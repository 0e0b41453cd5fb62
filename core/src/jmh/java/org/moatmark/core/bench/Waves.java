package org.moatmark.core.bench;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.moatmark.core.Moatmark;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.Market;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.Company;
import org.moatmark.core.response.Evidence;
import org.moatmark.core.response.EvidenceGrade;
import org.moatmark.core.response.Form;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Seat;
import org.moatmark.core.response.Wave;

/** Seeded waves of one respondent who answers everything that he is asked, a third of it with evidence. */
final class Waves {

    /** Few enough to stay in the processor's cache, where a wave lies that was just read. */
    static final int COUNT = 32;

    static final long SEED = 20261101;

    private Waves() {}

    static Questionnaire questionnaire(String id) {
        return Moatmark.shipped().catalogue().newest(id).orElseThrow();
    }

    static Wave[] of(Questionnaire questionnaire, String informant, CompanySize size, Market market) {
        SplittableRandom random = new SplittableRandom(SEED);
        Wave[] waves = new Wave[COUNT];
        for (int i = 0; i < COUNT; i++) {
            Map<String, Response> answers = new LinkedHashMap<>();
            for (Item item : questionnaire.items()) {
                boolean asked = item.informants().contains(informant);
                if (asked && !item.appliesTo().excludes(size, market)) {
                    answers.put(item.key(), answer(item.type(), random));
                }
            }
            Seat seat = new Seat("hq-1", "Marketing", null, null, List.of(informant));
            waves[i] = new Wave(
                    questionnaire.id(),
                    questionnaire.version().toString(),
                    new Company("Company " + i, "JP", null, null, size, market),
                    LocalDate.of(2026, 11, 1),
                    Form.FULL,
                    List.of(new Respondent(seat, answers)),
                    List.of());
        }
        return waves;
    }

    private static Response answer(ItemType type, SplittableRandom random) {
        AnswerValue value;
        if (type instanceof ItemType.YesNo) {
            value = new AnswerValue.YesNo(random.nextBoolean());
        } else if (type instanceof ItemType.Measure measure) {
            value = new AnswerValue.Number(measure.min() + (measure.max() - measure.min()) * random.nextDouble());
        } else {
            int points = type instanceof ItemType.Agreement scale ? scale.points() : ItemType.RUBRIC_ANCHORS;
            value = new AnswerValue.Number(1 + random.nextInt(points));
        }
        EvidenceGrade grade = EvidenceGrade.values()[random.nextInt(EvidenceGrade.values().length)];
        List<Evidence> evidence = random.nextInt(3) == 0 ? List.of(new Evidence(grade, null, null)) : List.of();
        return new Response.Answered(value, evidence, Response.Remarks.NONE);
    }
}
