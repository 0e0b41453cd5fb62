package org.moatmark.core;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Condition;
import org.moatmark.core.questionnaire.Informant;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.Market;
import org.moatmark.core.questionnaire.Option;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.questionnaire.Vignette;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.Company;
import org.moatmark.core.response.Evidence;
import org.moatmark.core.response.EvidenceGrade;
import org.moatmark.core.response.Form;
import org.moatmark.core.response.OtherResult;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Seat;
import org.moatmark.core.response.Wave;

/**
 * Random but repeatable waves for any questionnaire: 1 to 12 respondents of any kinds, some of several; all four answer
 * states, all evidence grades; company facts, the short form and other results now and then. The same questionnaire and
 * seed give the same wave.
 */
public final class RandomWaves {

    private final Questionnaire questionnaire;
    private final List<Item> items;
    private final SplittableRandom random;

    RandomWaves(Questionnaire questionnaire, long seed) {
        this.questionnaire = questionnaire;
        this.items = questionnaire.items();
        this.random = new SplittableRandom(seed);
    }

    public static Wave of(Questionnaire questionnaire, long seed) {
        return new RandomWaves(questionnaire, seed).wave(false, 1);
    }

    /** A wave with somebody of every kind who answers most of what he is asked. */
    public static Wave ofEveryKind(Questionnaire questionnaire, long seed) {
        return new RandomWaves(questionnaire, seed).wave(true, 1);
    }

    /** A wave of one respondent. */
    public static Wave ofOne(Questionnaire questionnaire, long seed) {
        return new RandomWaves(questionnaire, seed).wave(false, 0);
    }

    private Wave wave(boolean everyKind, int atLeastRandom) {
        List<Respondent> respondents = new ArrayList<>();
        if (everyKind) {
            for (Informant kind : questionnaire.informants()) {
                respondents.add(respondent("k-" + kind.key(), List.of(kind.key()), 0.6 + 0.4 * random.nextDouble()));
            }
        }
        int people = atLeastRandom == 0 ? 1 : 1 + (int) (12 * random.nextDouble() * random.nextDouble());
        double diligence = everyKind ? 0.6 : 0.1;
        for (int i = 0; i < people; i++) {
            double zeal = diligence + (1 - diligence) * Math.sqrt(random.nextDouble());
            respondents.add(respondent("s" + random.nextInt(1000) + "-" + i, kinds(), zeal));
        }
        return new Wave(
                questionnaire.id(),
                questionnaire.version().toString(),
                company(),
                LocalDate.of(2020, 1, 1).plusDays(random.nextInt(3000)),
                chance(0.15) ? Form.CORE : Form.FULL,
                respondents,
                others());
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private Company company() {
        CompanySize size = chance(0.2) ? null : CompanySize.values()[random.nextInt(4)];
        Market market = chance(0.2) ? null : Market.values()[random.nextInt(3)];
        return new Company("Random KK", chance(0.5) ? "JP" : null, null, null, size, market);
    }

    private List<OtherResult> others() {
        Map<String, Map<String, Double>> scores = new TreeMap<>();
        questionnaire.staging().forEach(row -> row.require().forEach(one -> others(one, scores)));
        List<OtherResult> results = new ArrayList<>();
        scores.forEach((id, nodes) -> {
            if (chance(0.5)) {
                results.add(new OtherResult(id, "1.0.0", nodes));
            }
        });
        return results;
    }

    private void others(Condition condition, Map<String, Map<String, Double>> scores) {
        if (condition instanceof Condition.OfOther of) {
            scores.computeIfAbsent(of.questionnaire(), id -> new TreeMap<>()).put(of.node(), 100 * random.nextDouble());
        } else if (condition instanceof Condition.All all) {
            all.parts().forEach(part -> others(part, scores));
        } else if (condition instanceof Condition.Any any) {
            any.parts().forEach(part -> others(part, scores));
        }
    }

    /** One kind, or now and then up to three of the company's own; customers are nothing else. */
    private List<String> kinds() {
        List<Informant> all = questionnaire.informants();
        Informant first = all.get(random.nextInt(all.size()));
        Set<String> kinds = new LinkedHashSet<>(List.of(first.key()));
        while (first.side() != Side.CUSTOMERS && kinds.size() < 3 && chance(0.2)) {
            Informant more = all.get(random.nextInt(all.size()));
            if (more.side() != Side.CUSTOMERS) {
                kinds.add(more.key());
            }
        }
        return List.copyOf(kinds);
    }

    private Respondent respondent(String key, List<String> kinds, double zeal) {
        Map<String, Response> answers = new LinkedHashMap<>();
        double evidence = random.nextDouble();
        double mood = random.nextDouble();
        for (Item item : items) {
            boolean asked = item.informants().stream().anyMatch(kinds::contains);
            if (!asked && !chance(0.002)) {
                continue;
            }
            if (chance(zeal)) {
                answers.put(item.key(), answered(item, mood, evidence));
            } else if (chance(0.3)) {
                answers.put(item.key(), new Response.NotApplicable("does not fit", Response.Remarks.NONE));
            } else if (chance(0.4)) {
                answers.put(item.key(), new Response.DontKnow(Response.Remarks.NONE));
            }
        }
        return new Respondent(new Seat(key, null, null, null, kinds), answers, ratings(kinds));
    }

    /** Ratings of vignettes, of half of the respondents, and now and then one is missing. */
    private Map<String, Integer> ratings(List<String> kinds) {
        Map<String, Integer> ratings = new LinkedHashMap<>();
        boolean rates = !questionnaire.vignettes().isEmpty() && chance(0.5);
        for (Vignette vignette : rates ? questionnaire.vignettes() : List.<Vignette>of()) {
            boolean asked = items.stream()
                    .filter(item -> item.key().equals(vignette.item()))
                    .anyMatch(item -> item.informants().stream().anyMatch(kinds::contains));
            if (asked && chance(0.9)) {
                ratings.put(vignette.key(), 1 + random.nextInt(5));
            }
        }
        return ratings;
    }

    /** An answer with evidence or without. */
    Response answered(Item item, double mood, double evidence) {
        List<Evidence> grades = new ArrayList<>();
        while (grades.size() < 3 && chance(evidence * 0.7)) {
            grades.add(new Evidence(EvidenceGrade.values()[random.nextInt(5)], null, null));
        }
        return new Response.Answered(value(item, mood), grades, Response.Remarks.NONE);
    }

    private AnswerValue value(Item item, double mood) {
        ItemType type = item.type();
        double part = Math.min(1, Math.max(0, mood + (random.nextDouble() - 0.5) * 1.2));
        if (type instanceof ItemType.Rubric) {
            return new AnswerValue.Number(1 + Math.round(part * 4));
        } else if (type instanceof ItemType.Agreement scale) {
            return new AnswerValue.Number(1 + Math.round(part * (scale.points() - 1)));
        } else if (type instanceof ItemType.YesNo) {
            return new AnswerValue.YesNo(chance(part));
        } else if (type instanceof ItemType.Measure measure) {
            return new AnswerValue.Number(measured(measure, part));
        } else if (type instanceof ItemType.Choice choice) {
            List<Option> options = choice.options();
            return new AnswerValue.OneOption(
                    options.get(random.nextInt(options.size())).key());
        } else if (type instanceof ItemType.Choices choices) {
            List<String> chosen = new ArrayList<>();
            choices.options().stream().filter(option -> chance(part)).forEach(option -> chosen.add(option.key()));
            return new AnswerValue.SomeOptions(chosen);
        }
        return new AnswerValue.FreeText("words");
    }

    /** Often near the cuts, now and then on one, at an end, or anywhere. */
    private double measured(ItemType.Measure measure, double part) {
        double[] marks = {measure.min(), measure.cut1(), measure.cut2(), measure.cut3(), measure.cut4(), measure.max()};
        if (chance(0.2)) {
            return marks[random.nextInt(marks.length)];
        }
        if (chance(0.1)) {
            return measure.min() + (measure.max() - measure.min()) * random.nextDouble();
        }
        int step = Math.min(3, (int) (part * 4));
        double low = marks[step == 0 ? 1 : step];
        double high = marks[step == 0 ? 2 : step + 1];
        return low + (high - low) * random.nextDouble();
    }

    /** The same wave in which a seat gives this response to an item; null for none. */
    static Wave with(Wave wave, String seat, String item, Response response) {
        List<Respondent> respondents = new ArrayList<>();
        for (Respondent one : wave.respondents()) {
            if (one.seat().key().equals(seat)) {
                Map<String, Response> answers = new LinkedHashMap<>(one.answers());
                if (response == null) {
                    answers.remove(item);
                } else {
                    answers.put(item, response);
                }
                respondents.add(new Respondent(one.seat(), answers, one.vignettes()));
            } else {
                respondents.add(one);
            }
        }
        return with(wave, respondents);
    }

    static Wave with(Wave wave, List<Respondent> respondents) {
        return new Wave(
                wave.questionnaire(),
                wave.version(),
                wave.company(),
                wave.date(),
                wave.form(),
                respondents,
                wave.others());
    }
}
