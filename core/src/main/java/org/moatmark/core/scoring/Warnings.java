package org.moatmark.core.scoring;

import java.util.ArrayList;
import java.util.List;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.AppliesTo;
import org.moatmark.core.questionnaire.Condition;
import org.moatmark.core.questionnaire.Gate;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.StagingRow;
import org.moatmark.core.response.Company;
import org.moatmark.core.response.Response;

/** What the owner of the answers should know about them. Paths name the seat, so that the order of input says nothing. */
final class Warnings {

    /** Most results of a batch carry it: one issue for all of them is made, and written, once. */
    private static final Issue ONE_RESPONDENT = oneRespondent();

    private Warnings() {}

    static Issue notAsked(String seat, String item) {
        return new Issue(
                "answer-not-asked",
                path(seat, item),
                new Words(
                        "Seat '" + seat + "' answered item '" + item + "', which its informant kind is not asked; the"
                                + " answer is ignored.",
                        "回答枠「" + seat + "」の回答者区分には設問「" + item + "」は割り当てられていません。回答は算入しません。"),
                new Words(
                        "Leave the answer out, or add the informant kind to the seat.",
                        "回答を外すか、回答枠に該当する回答者区分を加えてください。"));
    }

    static Issue excluded(String seat, String item) {
        return new Issue(
                "answer-excluded",
                path(seat, item),
                new Words(
                        "Seat '" + seat + "' answered item '" + item
                                + "', which is not meant for a company of this size"
                                + " or market; the answer is ignored.",
                        "設問「" + item + "」はこの規模または市場の企業を対象としていません。回答枠「" + seat + "」の回答は算入しません。"),
                new Words(
                        "Leave the answer out, or correct the company's size or market.", "回答を外すか、企業の規模・市場を訂正してください。"));
    }

    private static Issue unknown(String property, String japanese) {
        return new Issue(
                "company-" + property + "-unknown",
                "/company/" + property,
                new Words(
                        "The company's " + property + " is not given, so that nothing is excluded because of it.",
                        "企業の" + japanese + "が示されていないため、これを理由とする除外は行いません。"),
                new Words(
                        "Give the company's " + property + " to leave out what is not meant for it.",
                        "企業の" + japanese + "を示すと、対象外の設問が除かれます。"));
    }

    private static Issue oneRespondent() {
        return new Issue(
                "one-respondent",
                "/respondents",
                new Words(
                        "Only one respondent is present: single informant - indicative. No interval, agreement or gap is"
                                + " computed.",
                        "回答者が一人のため、結果は参考値です。区間、一致度、認識差は計算しません。"),
                new Words(
                        "Ask at least one more person, best from the other side of the company.",
                        "少なくとももう一人、できれば社内の反対側の方に回答を依頼してください。"));
    }

    private static Issue otherNotEvaluable(String questionnaire) {
        return new Issue(
                "other-not-evaluable",
                "/others",
                new Words(
                        "Conditions on questionnaire '" + questionnaire
                                + "' are not evaluable: no result of it was given," + " so they do not hold.",
                        "質問票「" + questionnaire + "」の結果が示されていないため、それに関する条件は評価できず、満たさないものとします。"),
                new Words(
                        "Give the company's result on '" + questionnaire + "' under 'others'.",
                        "「others」に質問票「" + questionnaire + "」の結果を加えてください。"));
    }

    /** All warnings: company, respondents, answers in order of seats and of the file. */
    static List<Issue> of(Plan plan, Answers answers, ItemScoring items) {
        List<Issue> warnings = new ArrayList<>();
        Company company = answers.wave.company();
        if (plan.asksSize && (company == null || company.size() == null)) {
            warnings.add(unknown("size", "規模"));
        }
        if (plan.asksMarket && (company == null || company.market() == null)) {
            warnings.add(unknown("market", "市場"));
        }
        if (answers.presentCount == 1) {
            warnings.add(ONE_RESPONDENT);
        }
        for (int r = 0; r < answers.respondents.length; r++) {
            for (int i = 0; i < plan.items.length; i++) {
                boolean answered = answers.cells[r][i] instanceof Response.Answered;
                if (answered && items.state[i] == ItemState.EXCLUDED) {
                    warnings.add(excluded(answers.seat(r), plan.items[i].key()));
                }
            }
        }
        for (Answers.Ignored one : answers.ignored) {
            warnings.add(notAsked(answers.seat(one.respondent()), plan.items[one.item()].key()));
        }
        for (String other : plan.others) {
            boolean given = answers.wave.others().stream()
                    .anyMatch(result -> result.questionnaire().equals(other));
            if (!given) {
                warnings.add(otherNotEvaluable(other));
            }
        }
        return warnings;
    }

    /** Whether anything in a questionnaire is meant for some sizes, or for some markets, only. */
    static boolean asks(Questionnaire questionnaire, boolean size) {
        for (Item item : questionnaire.items()) {
            if (names(item.appliesTo(), size)) {
                return true;
            }
        }
        return conditions(questionnaire).stream().anyMatch(condition -> names(condition.appliesTo(), size));
    }

    private static boolean names(AppliesTo appliesTo, boolean size) {
        return size ? !appliesTo.size().isEmpty() : !appliesTo.market().isEmpty();
    }

    /** Ids of other questionnaires that gates, staging or findings read, in alphabetical order. */
    static List<String> others(Questionnaire questionnaire) {
        List<Condition> all = conditions(questionnaire);
        questionnaire.findings().forEach(finding -> collect(finding.when(), all));
        return all.stream()
                .filter(Condition.OfOther.class::isInstance)
                .map(condition -> ((Condition.OfOther) condition).questionnaire())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Condition> conditions(Questionnaire questionnaire) {
        List<Condition> all = new ArrayList<>();
        for (Gate gate : questionnaire.gates()) {
            gate.require().forEach(condition -> collect(condition, all));
        }
        for (StagingRow row : questionnaire.staging()) {
            row.require().forEach(condition -> collect(condition, all));
        }
        return all;
    }

    private static void collect(Condition condition, List<Condition> all) {
        all.add(condition);
        if (condition instanceof Condition.All every) {
            every.parts().forEach(part -> collect(part, all));
        } else if (condition instanceof Condition.Any some) {
            some.parts().forEach(part -> collect(part, all));
        }
    }

    private static String path(String seat, String item) {
        return "/respondents/" + escaped(seat) + "/answers/" + escaped(item);
    }

    private static String escaped(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }
}
