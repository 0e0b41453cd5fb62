package org.moatmark.core.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.AppliesTo;
import org.moatmark.core.questionnaire.Condition;

/** Reads conditions: which of the forms it is, then what belongs to that form. */
final class ConditionReader {

    /** The properties that hold lists of conditions. */
    static final List<String> LISTS = List.of("require", "all", "any");

    private static final List<String> COMPARED = List.of("atLeast", "atMost", "below");

    /** What each form takes beside its subject; exactly one of them is there, or none for the forms that nest. */
    private static final Map<String, List<String>> FORMS = Map.of(
            "item", COMPARED,
            "node", COMPARED,
            "answer", List.of("atLeast", "atMost", "below", "is"),
            "level", List.of("atLeast"),
            "gap", List.of("atMost"),
            "informants", List.of("atLeast"),
            "other", List.of("atLeast"),
            "all", List.of(),
            "any", List.of());

    private static final List<String> SUBJECTS =
            List.of("item", "node", "answer", "level", "gap", "informants", "other", "all", "any");

    private static final List<String> PREDICATES = List.of("atLeast", "atMost", "below", "is");

    private final Reading reading;
    private final Faults faults;
    private final LeafConditions leaves;

    ConditionReader(Reading reading, GateLevels levels) {
        this.reading = reading;
        this.faults = reading.faults;
        this.leaves = new LeafConditions(reading, levels);
    }

    /**
     * Where conditions stand.
     *
     * @param bounds the bounds that must hold together with this condition
     * @param applies the companies that the conditions around it are meant for
     * @param mayApply whether conditions may carry {@code appliesTo}
     * @param gate the gate they belong to, or null
     */
    record Around(JointBounds bounds, List<AppliesTo> applies, boolean mayApply, GateLevels.@Nullable Gate gate) {

        Around with(AppliesTo own) {
            if (own == AppliesTo.EVERYONE) {
                return this;
            }
            List<AppliesTo> more = new ArrayList<>(applies);
            more.add(own);
            return new Around(bounds, more, mayApply, gate);
        }

        Around apart() {
            return new Around(new JointBounds(), applies, mayApply, gate);
        }
    }

    /** The conditions of a required list that must all hold; empty after a fault. */
    List<Condition> require(Fields owner, Around around) {
        List<JsonValue> values = owner.list("require");
        if (owner.optional("require") instanceof JsonArray && values.isEmpty()) {
            reading.emptyList(owner, "require");
        }
        return parts(values, owner.at("require"), owner.who(), around);
    }

    private List<Condition> parts(List<JsonValue> values, Place at, Words who, Around around) {
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Condition part = read(values.get(i), at.at(i), who, around);
            if (part != null) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** One condition; null after a fault. */
    @Nullable
    Condition read(JsonValue value, Place at, Words who, Around around) {
        int before = faults.count();
        Fields fields = Fields.open(value, at, who, faults);
        if (fields == null) {
            return null;
        }
        Set<String> known = new TreeSet<>(PREDICATES);
        known.addAll(SUBJECTS);
        if (around.mayApply) {
            known.add("appliesTo");
        }
        fields.only(known);
        boolean misspelt = !faults.noneSince(before);
        AppliesTo own = around.mayApply ? reading.appliesTo(fields) : AppliesTo.EVERYONE;
        String subject = form(fields, misspelt);
        if (subject == null) {
            return null;
        }
        Condition condition = subject.equals("all") || subject.equals("any")
                ? nested(subject, fields, own, around.with(own))
                : leaves.read(subject, fields, own, around.with(own));
        return faults.noneSince(before) ? condition : null;
    }

    /** The form of the condition, if it is one; a misspelt property is noted already and explains what is missing. */
    private @Nullable String form(Fields fields, boolean misspelt) {
        List<String> subjects = SUBJECTS.stream().filter(fields::has).toList();
        List<String> predicates = PREDICATES.stream().filter(fields::has).toList();
        if (subjects.size() == 1) {
            String subject = subjects.get(0);
            List<String> taken = FORMS.getOrDefault(subject, List.of());
            boolean fits = taken.isEmpty()
                    ? predicates.isEmpty()
                    : predicates.size() == 1 && taken.contains(predicates.get(0));
            if (fits) {
                return subject;
            }
        }
        boolean incomplete = subjects.isEmpty() || predicates.isEmpty();
        if (!(misspelt && incomplete)) {
            noForm(fields, subjects, predicates);
        }
        return null;
    }

    private void noForm(Fields fields, List<String> subjects, List<String> predicates) {
        List<String> has = new ArrayList<>(subjects);
        has.addAll(predicates);
        String list = has.isEmpty() ? "nothing" : String.join(", ", has);
        String listJa = has.isEmpty() ? "何も指定がありません" : String.join("、", has) + " だけでは条件になりません";
        if (has.size() > 1) {
            listJa = String.join("、", has) + " の組み合わせは使えません";
        }
        List<String> taken = subjects.size() == 1 ? FORMS.getOrDefault(subjects.get(0), List.of()) : List.of();
        String subject = subjects.size() == 1 ? subjects.get(0) : "";
        String hintEn;
        String hintJa;
        if (subject.isEmpty()) {
            hintEn = "Name one of " + String.join(", ", SUBJECTS) + ".";
            hintJa = String.join("、", SUBJECTS) + " のうち一つを指定してください。";
        } else if (taken.isEmpty()) {
            hintEn = "'" + subject + "' takes only a list of conditions.";
            hintJa = "「" + subject + "」には条件の配列だけを書いてください。";
        } else if (taken.size() == 1) {
            hintEn = "Beside '" + subject + "' write '" + taken.get(0) + "'.";
            hintJa = "「" + subject + "」には「" + taken.get(0) + "」を添えてください。";
        } else {
            hintEn = "Beside '" + subject + "' write exactly one of " + String.join(", ", taken) + ".";
            hintJa = "「" + subject + "」には " + String.join("、", taken) + " のうちちょうど一つを添えてください。";
        }
        faults.add(
                "condition-form",
                fields.at(),
                fields.who(),
                "a condition with " + list + " is not one of the forms.",
                "条件の形が正しくありません。" + listJa + "。",
                hintEn,
                hintJa);
    }

    private @Nullable Condition nested(String subject, Fields fields, AppliesTo own, Around around) {
        List<JsonValue> values = fields.list(subject);
        Place at = fields.at(subject);
        if (fields.optional(subject) instanceof JsonArray && values.isEmpty()) {
            reading.emptyList(fields, subject);
        }
        if (subject.equals("all")) {
            List<Condition> parts = parts(values, at, fields.who(), around);
            return parts.isEmpty() ? null : new Condition.All(parts, own);
        }
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Around apart = around.apart();
            Condition part = read(values.get(i), at.at(i), fields.who(), apart);
            apart.bounds().check(faults);
            if (part != null) {
                parts.add(part);
            }
        }
        return parts.isEmpty() ? null : new Condition.Any(parts, own);
    }
}
