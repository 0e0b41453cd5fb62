package org.moatmark.core.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.questionnaire.Aggregation;
import org.moatmark.core.questionnaire.AgreementScale;
import org.moatmark.core.questionnaire.ContradictoryPair;
import org.moatmark.core.questionnaire.Finding;
import org.moatmark.core.questionnaire.Gate;
import org.moatmark.core.questionnaire.IndexRule;
import org.moatmark.core.questionnaire.Informant;
import org.moatmark.core.questionnaire.Level;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Source;
import org.moatmark.core.questionnaire.StagingRow;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.questionnaire.Version;
import org.moatmark.core.questionnaire.Vignette;

/** Reads one questionnaire from its tree; used once. */
final class QuestionnaireReader {

    private static final List<String> KNOWN = List.of(
            "format",
            "id",
            "version",
            "title",
            "purpose",
            "licence",
            "sources",
            "informants",
            "scales",
            "tree",
            "index",
            "levels",
            "gates",
            "staging",
            "findings",
            "vignettes",
            "pairs");

    private final JsonValue document;
    private final Reading reading;
    private final Faults faults;

    QuestionnaireReader(JsonTree.Parsed parsed, JsonValue document) {
        this.document = document;
        this.reading = new Reading(document);
        this.faults = reading.faults;
        faults.addAll(parsed.issues());
    }

    Checked<Questionnaire> read() {
        Fields fields = Fields.open(document, Place.ROOT, Said.QUESTIONNAIRE, faults);
        Questionnaire questionnaire = fields == null || !Extent.check(document, reading) ? null : questionnaire(fields);
        return faults.result(document, () -> {
            if (questionnaire == null) {
                throw new IllegalStateException("A questionnaire without a fault could not be built.");
            }
            return questionnaire;
        });
    }

    private @Nullable Questionnaire questionnaire(Fields fields) {
        fields.only(KNOWN);
        fields.word("format", List.of(Questionnaire.FORMAT));
        JsonValue idValue = fields.required("id");
        String id = idValue == null ? null : Identity.id(idValue, fields.at("id"), fields.who(), faults);
        JsonValue versionValue = fields.required("version");
        Version version = versionValue == null
                ? null
                : Identity.version(versionValue, fields.at("version"), fields.who(), faults);
        TextMap title = reading.texts.required(fields, "title");
        TextMap purpose = reading.texts.required(fields, "purpose");
        JsonValue licenceValue = fields.required("licence");
        String licence = licenceValue == null
                ? null
                : Identity.licence(licenceValue, fields.at("licence"), fields.who(), faults);

        DeclarationReader declarations = new DeclarationReader(reading);
        List<Source> sources = declarations.sources(fields);
        List<Informant> informants = declarations.informants(fields);
        List<AgreementScale> scales = declarations.scales(fields);
        NodeReader nodes = new NodeReader(reading);
        List<Node> tree = nodes.tree(fields);
        nodes.references();
        IndexRule index = index(fields);
        List<Level> levels = declarations.levels(fields);
        GateReader gateReader = new GateReader(reading, fields);
        List<Gate> gates = gateReader.gates(fields);
        List<StagingRow> staging = gateReader.staging(fields);
        gateReader.circles();
        List<Finding> findings = gateReader.findings(fields);
        ExtraReader extras = new ExtraReader(reading);
        List<Vignette> vignettes = extras.vignettes(fields);
        List<ContradictoryPair> pairs = extras.pairs(fields);

        if (id == null || version == null || title == null || purpose == null || licence == null) {
            return null;
        }
        if (index == null || !faults.noneSince(0)) {
            return null;
        }
        return new Questionnaire(
                id,
                version,
                CanonicalJson.sha256(document),
                title,
                purpose,
                licence,
                sources,
                informants,
                scales,
                tree,
                index,
                levels,
                gates,
                staging,
                findings,
                vignettes,
                pairs);
    }

    private @Nullable IndexRule index(Fields questionnaire) {
        JsonValue value = questionnaire.required("index");
        Fields fields = value == null ? null : Fields.open(value, questionnaire.at("index"), Said.INDEX, faults);
        if (fields == null) {
            return null;
        }
        fields.only(List.of("aggregation", "floor"));
        AggregationReader aggregations = new AggregationReader(faults);
        JsonValue declared = fields.required("aggregation");
        Aggregation aggregation = declared == null ? null : aggregations.read(declared, fields);
        if (questionnaire.optional("tree") instanceof JsonArray tree
                && !tree.values().isEmpty()) {
            aggregations.checkBalance(aggregation, tree.values().size(), fields);
        }
        Double floor = fields.number("floor");
        if (floor != null && !(floor >= 1 && floor <= 100)) {
            fields.outOfRange("floor", floor, "a number from 1 to 100", "1以上100以下の数値");
            return null;
        }
        return aggregation == null || floor == null ? null : new IndexRule(aggregation, floor);
    }
}
