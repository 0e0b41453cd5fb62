package org.moatmark.core;

import java.util.List;
import java.util.stream.Collectors;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.maturity.Blocking;
import org.moatmark.core.maturity.Need;
import org.moatmark.core.maturity.Pattern;
import org.moatmark.core.report.Result;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.Contribution;
import org.moatmark.core.scoring.Flag;
import org.moatmark.core.scoring.Outcome;
import org.moatmark.core.scoring.RespondentScore;

/** A result as tests like to read it: numbers by key; {@code NaN} where there is no score. */
public record Seen(Result result) {

    public double index() {
        return evidenced(result.index().outcome());
    }

    public double claimedIndex() {
        return claimed(result.index().outcome());
    }

    public String indexStatus() {
        return result.index().status().word();
    }

    /** Evidenced score of a node. */
    public double node(String key) {
        return evidenced(result.node(key).outcome());
    }

    /** Claimed score of a node. */
    public double claimed(String key) {
        return claimed(result.node(key).outcome());
    }

    public String status(String key) {
        return result.node(key).status().word();
    }

    public String reason(String key) {
        return ((Outcome.NotScored) result.node(key).outcome()).reason().word();
    }

    public Double coverage(String key) {
        return result.node(key).coverage();
    }

    public Double askedCoverage(String key) {
        return result.node(key).askedCoverage();
    }

    public List<String> flags(String key) {
        return result.node(key).flags().stream().map(Flag::word).toList();
    }

    /** Evidenced score of the headquarters side of a node. */
    public double hq(String key) {
        return number(result.node(key).sides().headquarters());
    }

    /** Evidenced score of the genba side of a node. */
    public double genba(String key) {
        return number(result.node(key).sides().genba());
    }

    /** Bounds of a node as text, such as {@code 25.0-75.0}; {@code none} without. */
    public String bounds(String key) {
        return bounds(result.node(key).bounds());
    }

    public String indexBounds() {
        return bounds(result.index().bounds());
    }

    public double low(String key) {
        return result.node(key).bounds().low();
    }

    public double high(String key) {
        return result.node(key).bounds().high();
    }

    /** Points of a child in a node. */
    public double points(String node, String child) {
        return part(result.node(node).contributions(), child).points();
    }

    /** Share of a child in a node. */
    public double share(String node, String child) {
        return part(result.node(node).contributions(), child).share();
    }

    public double indexPoints(String top) {
        return part(result.index().contributions(), top).points();
    }

    public String rule(String node) {
        return result.node(node).rule();
    }

    /** Evidenced score of an item. */
    public double item(String key) {
        return evidenced(result.item(key).score());
    }

    /** Claimed score of an item. */
    public double claimedItem(String key) {
        return claimed(result.item(key).score());
    }

    public double itemHq(String key) {
        return evidenced(result.item(key).sides().headquarters());
    }

    public double itemGenba(String key) {
        return evidenced(result.item(key).sides().genba());
    }

    public double claimedItemHq(String key) {
        return claimed(result.item(key).sides().headquarters());
    }

    public double claimedItemGenba(String key) {
        return claimed(result.item(key).sides().genba());
    }

    public String state(String key) {
        return result.item(key).state().word();
    }

    public Double gain(String key) {
        return result.item(key).gainOfNextStep();
    }

    /** Evidenced scores of the answers to an item, in order of seat keys. */
    public List<Double> answers(String key) {
        return result.item(key).respondents().stream()
                .map(RespondentScore::evidenced)
                .toList();
    }

    /** What seats say of a disputed fact, such as {@code h1=70.0}. */
    public List<String> conflict(String key) {
        return result.item(key).conflict().stream()
                .map(one -> one.seat() + "=" + value(one.value()))
                .toList();
    }

    public Integer level(String node) {
        return result.level(node).level();
    }

    public Double progress(String node) {
        return result.level(node).progress();
    }

    /** What blocks the next level of a node, such as {@code 3 A on 3 [item a 25.0 -> 50.0]}. */
    public List<String> blocking(String node) {
        return result.level(node).blocking().stream().map(Seen::text).toList();
    }

    /** The level of the organisation. */
    public Integer level() {
        return result.maturity().level();
    }

    public Double progress() {
        return result.maturity().progress();
    }

    /** Such as {@code 4 one-respondent}; {@code none} without a cap. */
    public String capped() {
        var cap = result.maturity().capped();
        return cap == null ? "none" : cap.from() + " " + cap.reason().word();
    }

    public List<String> blocking() {
        return result.maturity().blocking().stream().map(Seen::text).toList();
    }

    public List<String> findings() {
        return result.maturity().findings().stream().map(Pattern::key).toList();
    }

    public List<String> because(String finding) {
        return result.maturity().findings().stream()
                .filter(one -> one.key().equals(finding))
                .findFirst()
                .orElseThrow()
                .because();
    }

    /** Codes of the warnings. */
    public List<String> warnings() {
        return result.warnings().stream().map(Issue::code).toList();
    }

    private static double number(Double value) {
        return value == null ? Double.NaN : value;
    }

    private static double evidenced(Outcome outcome) {
        return outcome instanceof Outcome.Scored scored ? scored.evidenced() : Double.NaN;
    }

    private static double claimed(Outcome outcome) {
        return outcome instanceof Outcome.Scored scored ? scored.claimed() : Double.NaN;
    }

    private static String bounds(Bounds bounds) {
        return bounds == null ? "none" : bounds.low() + "-" + bounds.high();
    }

    private static Contribution part(List<Contribution> parts, String key) {
        return parts.stream()
                .filter(part -> part.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No contribution of '" + key + "' in " + parts));
    }

    private static String text(Blocking blocking) {
        String statement =
                blocking.statement() == null ? "" : blocking.statement().in("en") + " ";
        return blocking.level() + " " + statement
                + blocking.needs().stream().map(Seen::text).collect(Collectors.joining("; ", "[", "]"));
    }

    private static String text(Need need) {
        String other = need.questionnaire() == null ? "" : need.questionnaire() + "/";
        String from = need.from() == null ? "none" : value(need.from());
        String held = need.customersMean() == null ? "" : " customers " + need.customersMean();
        String ask = need.ask().isEmpty() ? "" : " ask " + String.join("/", need.ask());
        return need.kind().word() + " " + other + need.key() + " " + from + " -> " + value(need.to()) + held + ask;
    }

    private static String value(AnswerValue value) {
        if (value instanceof AnswerValue.Number number) {
            return String.valueOf(number.value());
        } else if (value instanceof AnswerValue.YesNo answer) {
            return answer.yes() ? "yes" : "no";
        } else if (value instanceof AnswerValue.OneOption chosen) {
            return chosen.option();
        } else if (value instanceof AnswerValue.SomeOptions chosen) {
            return chosen.options().toString();
        }
        return ((AnswerValue.FreeText) value).text();
    }
}
