package org.moatmark.core.json;

import java.util.List;
import org.moatmark.core.questionnaire.AppliesTo;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Condition;
import org.moatmark.core.questionnaire.Market;

/** Writes conditions, and the companies that something is meant for. */
final class ConditionWriter {

    private final JsonOut out;

    ConditionWriter(JsonOut out) {
        this.out = out;
    }

    void list(String name, List<Condition> conditions) {
        out.name(name).beginArray();
        conditions.forEach(this::write);
        out.endArray();
    }

    void write(Condition condition) {
        out.beginObject();
        if (condition instanceof Condition.OfItem item) {
            out.name("item").value(item.item());
            out.name(item.comparison().word()).value(item.bound());
        } else if (condition instanceof Condition.OfNode node) {
            out.name("node").value(node.node());
            out.name(node.comparison().word()).value(node.bound());
        } else if (condition instanceof Condition.OfAnswer answer) {
            out.name("answer").value(answer.item());
            out.name(answer.comparison().word()).value(answer.bound());
        } else if (condition instanceof Condition.AnswerIsYesNo yesNo) {
            out.name("answer").value(yesNo.item()).name("is").value(yesNo.is());
        } else if (condition instanceof Condition.AnswerIsOption option) {
            out.name("answer").value(option.item()).name("is").value(option.option());
        } else if (condition instanceof Condition.LevelReached level) {
            out.name("level").value(level.node()).name("atLeast").value(level.atLeast());
        } else if (condition instanceof Condition.GapAtMost gap) {
            out.name("gap").value(gap.node()).name("atMost").value(gap.atMost());
        } else if (condition instanceof Condition.InformantsPresent present) {
            out.name("informants").value(present.informant()).name("atLeast").value(present.atLeast());
        } else if (condition instanceof Condition.OfOther other) {
            out.name("other").beginObject().name("questionnaire").value(other.questionnaire());
            out.name("node").value(other.node()).endObject();
            out.name("atLeast").value(other.atLeast());
        } else if (condition instanceof Condition.All all) {
            list("all", all.parts());
        } else if (condition instanceof Condition.Any any) {
            list("any", any.parts());
        }
        if (!condition.appliesTo().equals(AppliesTo.EVERYONE)) {
            appliesTo(condition.appliesTo());
        }
        out.endObject();
    }

    void appliesTo(AppliesTo appliesTo) {
        out.name("appliesTo").beginObject();
        if (!appliesTo.size().isEmpty()) {
            out.name("size").beginArray();
            appliesTo.size().stream().sorted().map(CompanySize::word).forEach(out::value);
            out.endArray();
        }
        if (!appliesTo.market().isEmpty()) {
            out.name("market").beginArray();
            appliesTo.market().stream().sorted().map(Market::word).forEach(out::value);
            out.endArray();
        }
        out.endObject();
    }
}
