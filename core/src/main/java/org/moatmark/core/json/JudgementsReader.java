package org.moatmark.core.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Words;
import org.moatmark.core.psychometrics.PairwiseJudgements;
import org.moatmark.core.psychometrics.WeightJudgements;
import org.moatmark.core.psychometrics.WeightJudgements.Comparison;
import org.moatmark.core.psychometrics.WeightJudgements.Joining;
import org.moatmark.core.psychometrics.WeightJudgements.Opinion;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Version;

/** Reads one document of judgements about one questionnaire; used once. */
final class JudgementsReader {

    private static final Words WHO = new Words("The judgements", "一対比較");

    private final Questionnaire questionnaire;
    private final Version next;
    private final JsonValue document;
    private final Reading reading;
    private final Faults faults;
    private final Keys nodes;
    private final Keys judges = new Keys("judge", "評価者");

    /** Opinions by parent; the index has no key. */
    private final Map<Optional<String>, List<Opinion>> opinions = new LinkedHashMap<>();

    JudgementsReader(JsonTree.Parsed parsed, JsonValue document, Questionnaire questionnaire, Version next) {
        this.questionnaire = questionnaire;
        this.next = next;
        this.document = document;
        this.reading = new Reading(document);
        this.faults = reading.faults;
        this.nodes = Keys.of(
                "node", "ノード", questionnaire.nodes().stream().map(Node::key).toList());
        faults.addAll(parsed.issues());
    }

    Checked<WeightJudgements> read() {
        Fields fields = Fields.open(document, Place.ROOT, WHO, faults);
        Joining joining = fields == null ? null : judgements(fields);
        return faults.result(document, () -> {
            if (joining == null) {
                throw new IllegalStateException("Judgements without a fault could not be built.");
            }
            return new WeightJudgements(joining, comparisons());
        });
    }

    private @Nullable Joining judgements(Fields fields) {
        fields.only(List.of("format", "questionnaire", "aggregation", "judges"));
        fields.word("format", List.of(JudgementsJson.FORMAT));
        about(fields);
        String word = fields.word("aggregation", List.of(Joining.JUDGEMENTS.word(), Joining.PRIORITIES.word()));
        List<JsonValue> all = someOf(fields, "judges");
        for (int i = 0; i < all.size(); i++) {
            judge(all.get(i), fields.at("judges").at(i), i);
        }
        if (word == null) {
            return null;
        }
        return word.equals(Joining.JUDGEMENTS.word()) ? Joining.JUDGEMENTS : Joining.PRIORITIES;
    }

    private void about(Fields fields) {
        JsonValue value = fields.required("questionnaire");
        Fields about = value == null ? null : Fields.open(value, fields.at("questionnaire"), WHO, faults);
        if (about == null) {
            return;
        }
        about.only(List.of("id", "version"));
        JsonValue idValue = about.required("id");
        String id = idValue == null ? null : Identity.id(idValue, about.at("id"), WHO, faults);
        JsonValue versionValue = about.required("version");
        Version version =
                versionValue == null ? null : Identity.version(versionValue, about.at("version"), WHO, faults);
        if (id == null || version == null) {
            return;
        }
        if (!id.equals(questionnaire.id()) || !version.equals(questionnaire.version())) {
            JudgementFaults.anotherQuestionnaire(about, id + " " + version, questionnaire, faults);
        }
        if (next.compareTo(questionnaire.version()) <= 0) {
            JudgementFaults.versionNotNewer(about, next, questionnaire.version(), faults);
        }
    }

    private void judge(JsonValue value, Place at, int index) {
        Fields fields = Fields.open(value, at, Said.numbered("judge", "評価者", index), faults);
        if (fields == null) {
            return;
        }
        fields.only(List.of("key", "weight", "comparisons"));
        String given = judges.give(fields, faults);
        Fields known = given == null ? fields : fields.of(judges.named(given));
        Double counts = known.optionalNumber("weight");
        if (counts != null && !(counts > 0)) {
            known.outOfRange("weight", counts, "a number above 0", "0より大きい数値");
        }
        List<Optional<String>> compared = new ArrayList<>();
        List<JsonValue> comparisons = someOf(known, "comparisons");
        for (int i = 0; i < comparisons.size(); i++) {
            Place place = known.at("comparisons").at(i);
            Fields comparison = Fields.open(comparisons.get(i), place, known.who(), faults);
            if (comparison != null) {
                comparison(comparison, given == null ? "" : given, counts == null ? 1 : counts, compared);
            }
        }
    }

    private void comparison(Fields fields, String judge, double counts, List<Optional<String>> compared) {
        fields.only(List.of("node", "pairs"));
        JsonValue node = fields.optional("node");
        String key = node == null ? null : nodes.refer(node, fields.at("node"), fields.who(), faults);
        if (node != null && key == null) {
            return;
        }
        Optional<String> parent = Optional.ofNullable(key);
        if (compared.contains(parent)) {
            Place place = key == null ? fields.at() : fields.at("node");
            Values.listedTwice(key == null ? "index" : key, place, fields.who(), faults);
            return;
        }
        compared.add(parent);
        List<String> children = children(key);
        if (children.size() < 2) {
            JudgementFaults.nothingToCompare(fields, key, children.size(), faults);
            return;
        }
        PairsReader pairs = new PairsReader(children, key, fields, faults);
        PairwiseJudgements judgements = pairs.read(someOf(fields, "pairs"));
        if (judgements != null) {
            opinions.computeIfAbsent(parent, first -> new ArrayList<>()).add(new Opinion(judge, counts, judgements));
        }
    }

    /** A required list that is not empty. */
    private List<JsonValue> someOf(Fields fields, String name) {
        List<JsonValue> values = fields.list(name);
        if (values.isEmpty() && fields.optional(name) instanceof JsonArray) {
            reading.emptyList(fields, name);
        }
        return values;
    }

    private List<Comparison> comparisons() {
        List<Optional<String>> parents = new ArrayList<>();
        parents.add(Optional.empty());
        questionnaire.nodes().forEach(node -> parents.add(Optional.of(node.key())));
        List<Comparison> all = new ArrayList<>();
        for (Optional<String> parent : parents) {
            List<Opinion> given = opinions.get(parent);
            if (given != null) {
                String key = parent.orElse(null);
                all.add(new Comparison(key, children(key), given));
            }
        }
        return all;
    }

    /** Keys of what has a weight under a node, or of the top nodes; none under a node that reads another. */
    private List<String> children(@Nullable String key) {
        if (key == null) {
            return questionnaire.tree().stream().map(Node::key).toList();
        }
        for (Node node : questionnaire.nodes()) {
            if (node.key().equals(key) && node instanceof Node.Branch branch) {
                return branch.nodes().stream().map(Node::key).toList();
            }
            if (node.key().equals(key) && node instanceof Node.Leaf leaf) {
                return leaf.items().stream().map(Item::key).toList();
            }
        }
        return List.of();
    }
}
