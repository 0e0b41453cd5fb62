package org.moatmark.core.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.maturity.BetterClaim;
import org.moatmark.core.maturity.Confidence;
import org.moatmark.core.maturity.NodeLevel;
import org.moatmark.core.maturity.Pattern;
import org.moatmark.core.report.Result;
import org.moatmark.core.response.Company;
import org.moatmark.core.response.EvidenceGrade;
import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.Contribution;
import org.moatmark.core.scoring.Flag;
import org.moatmark.core.scoring.IndexScore;
import org.moatmark.core.scoring.ItemScore;
import org.moatmark.core.scoring.NodeScore;
import org.moatmark.core.scoring.Outcome;
import org.moatmark.core.scoring.RespondentScore;
import org.moatmark.core.scoring.Sides;
import org.moatmark.core.scoring.Statement;

/**
 * Writes result documents ({@code moatmark/result/1}) as compact UTF-8, numbers as RFC 8785 says. One writer can write
 * many results of the same questionnaires and keeps what they share; it is not safe for several threads.
 *
 * <p>Long, since it is the one place that lays down the order of a result; blocking, findings and what comes again are
 * elsewhere.
 */
public final class ResultWriter {

    private static final byte[] CLAIMED = ascii(",\"claimed\":");
    private static final byte[] EVIDENCED = ascii(",\"evidenced\":");
    private static final byte[] NO_SCORES = ascii(",\"claimed\":null,\"evidenced\":null");
    private static final byte[] BOUNDS = ascii(",\"bounds\":{\"low\":");
    private static final byte[] HIGH = ascii(",\"high\":");
    private static final byte[] NO_BOUNDS = ascii(",\"bounds\":null");
    private static final byte[] COVERAGE = ascii(",\"coverage\":");
    private static final byte[] ASKED_COVERAGE = ascii(",\"askedCoverage\":");
    private static final byte[] STATUS = ascii(",\"status\":");
    private static final byte[] REASON = ascii(",\"reason\":");
    private static final byte[] RULE = ascii(",\"rule\":");
    private static final byte[] SIDES = ascii(",\"sides\":{");
    private static final byte[] HEADQUARTERS = ascii("\"headquarters\":");
    private static final byte[] GENBA = ascii("\"genba\":");
    private static final byte[] COMMA = ascii(",");
    private static final byte[] CLOSE = ascii("}");
    private static final byte[] CLOSE_LIST = ascii("]");
    private static final byte[] NULL = ascii("null");
    private static final byte[] KEY = ascii("{\"key\":");
    private static final byte[] NO_CONFLICT = ascii(",\"conflict\":[],\"respondents\":[");
    private static final byte[] SEAT = ascii("{\"seat\":");
    private static final byte[] NEXT_SEAT = ascii(",{\"seat\":");
    private static final byte[] GAIN = ascii("],\"gainOfNextStep\":");
    private static final byte[] SIDES_HEADQUARTERS = ascii(",\"sides\":{\"headquarters\":{\"claimed\":");
    private static final byte[] SIDES_GENBA = ascii(",\"sides\":{\"genba\":{\"claimed\":");
    private static final byte[] AND_GENBA = ascii("},\"genba\":{\"claimed\":");
    private static final byte[] END_OF_SIDES = ascii("}}");
    private static final byte[] NO_SIDES = ascii(",\"sides\":{}");
    private static final byte[] CONTRIBUTIONS = ascii(",\"contributions\":[");
    private static final byte[] POINTS = ascii(",\"points\":");
    private static final byte[] LEVEL = ascii(",\"level\":");
    private static final byte[] PROGRESS = ascii(",\"progress\":");
    private static final byte[] BLOCKING = ascii(",\"blocking\":");
    private static final byte[] FLAGS = ascii(",\"flags\":[");

    private final JsonOut out = new JsonOut(new NumberMemo());
    private final Fragments fragments = new Fragments();
    private final ItemMemo plainItems = new ItemMemo();
    private final Map<String, byte[]> seats = new IdentityHashMap<>();
    private final VerdictOut verdicts = new VerdictOut(out, fragments);
    private @Nullable Issue lastWarning;
    private byte[] lastWarningJson = NULL;
    private @Nullable List<BetterClaim> lastClaims;
    private byte[] lastClaimsJson = NULL;

    /** A writer that has written nothing yet. */
    public ResultWriter() {
        // Nothing to prepare: what results share is kept as it comes.
    }

    /**
     * The document as text.
     *
     * @param result a result
     * @return compact JSON
     */
    public String toText(Result result) {
        fill(result);
        return out.toString();
    }

    /**
     * The document as bytes.
     *
     * @param result a result
     * @return compact JSON in UTF-8
     */
    public byte[] toBytes(Result result) {
        fill(result);
        return out.toBytes();
    }

    /**
     * Writes the document to a stream, without flushing or closing it.
     *
     * @param result a result
     * @param target where to write
     * @throws IOException if the stream refuses
     */
    public void write(Result result, OutputStream target) throws IOException {
        fill(result);
        out.writeTo(target);
    }

    private void fill(Result result) {
        fragments.prune();
        seats.clear();
        out.clear().beginObject().name("format").value(Result.FORMAT);
        out.name("questionnaire").beginObject();
        out.name("id").value(result.questionnaire());
        out.name("version").value(result.version());
        out.name("methodHash").value(result.methodHash()).endObject();
        out.name("engine").value(result.engine());
        company(result.company());
        if (result.date() == null) {
            out.name("date").nullValue();
        } else {
            out.name("date").value(result.date().toString());
        }
        out.name("respondents").beginObject();
        for (Map.Entry<String, Integer> kind : result.respondents().entrySet()) {
            out.name(kind.getKey()).value(kind.getValue());
        }
        out.endObject();
        Confidence confidence = result.confidence();
        index(result.index(), confidence);
        verdicts.level(result.maturity(), confidence == null ? null : confidence.level());
        out.raw(ascii(",\"nodes\":["));
        for (int i = 0; i < result.nodes().size(); i++) {
            out.rawComma(i);
            node(result.nodes().get(i), result.maturity().nodes().get(i));
            if (confidence != null) {
                ConfidenceOut.node(confidence, i, result.nodes().get(i).key(), out);
            }
            out.raw(CLOSE);
        }
        out.raw(ascii("],\"items\":["));
        for (int i = 0; i < result.items().size(); i++) {
            out.rawComma(i);
            item(result.items().get(i));
        }
        out.raw(CLOSE_LIST);
        if (result.perceptions() != null) {
            out.raw(PerceptionOut.json(result.perceptions()));
        }
        if (confidence != null) {
            out.raw(ConfidenceOut.json(confidence.scores()));
        }
        if (!result.quality().isEmpty()) {
            out.raw(QualityOut.json(result.quality()));
        }
        out.raw(ascii(",\"findings\":["));
        List<Pattern> findings = result.maturity().findings();
        for (int i = 0; i < findings.size(); i++) {
            out.rawComma(i);
            verdicts.finding(findings.get(i));
        }
        out.raw(CLOSE_LIST);
        if (!result.betterClaims().isEmpty()) {
            betterClaims(result.betterClaims());
        }
        out.raw(ascii(",\"warnings\":["));
        for (int i = 0; i < result.warnings().size(); i++) {
            out.rawComma(i);
            Issue warning = result.warnings().get(i);
            if (warning != lastWarning) {
                int from = out.size();
                warning(warning);
                lastWarning = warning;
                lastWarningJson = out.since(from);
            } else {
                out.raw(lastWarningJson);
            }
        }
        out.raw(ascii("]}"));
    }

    /** What is missing for better claims; in waves of one respondent often the very same list. */
    private void betterClaims(List<BetterClaim> claims) {
        if (claims != lastClaims) {
            lastClaimsJson = BetterClaimOut.json(claims);
            lastClaims = claims;
        }
        out.raw(lastClaimsJson);
    }

    private void company(@Nullable Company company) {
        if (company == null) {
            out.name("company").nullValue();
        } else {
            out.name("company");
            WaveOut.company(company, out);
        }
    }

    private void index(IndexScore index, @Nullable Confidence confidence) {
        out.raw(ascii(",\"index\":{"));
        if (index.outcome() instanceof Outcome.Scored scored) {
            out.raw(ascii("\"claimed\":")).rawNumber(scored.claimed());
            out.raw(EVIDENCED).rawNumber(scored.evidenced());
        } else {
            out.raw(ascii("\"claimed\":null,\"evidenced\":null"));
        }
        bounds(index.bounds());
        out.raw(STATUS).raw(fragments.quoted(index.status().word()));
        reason(index.outcome());
        out.raw(RULE).raw(fragments.quoted(index.rule()));
        contributions(index.contributions());
        if (confidence != null) {
            ConfidenceOut.index(confidence, out);
        }
        out.raw(CLOSE);
    }

    /** A node up to its contributions, without its end. */
    private void node(NodeScore node, NodeLevel level) {
        out.raw(fragments.node(node));
        scores(node.outcome() instanceof Outcome.Scored scored ? scored : null);
        bounds(node.bounds());
        out.raw(COVERAGE);
        out.rawNumberOrNull(node.coverage());
        out.raw(ASKED_COVERAGE);
        out.rawNumberOrNull(node.askedCoverage());
        if (Fragments.isPlain(node, level)) {
            out.raw(fragments.plain(node));
        } else {
            standing(node, level);
        }
        contributions(node.contributions());
    }

    /** A node from its status to its flags. */
    private void standing(NodeScore node, NodeLevel level) {
        out.raw(STATUS).raw(fragments.quoted(node.status().word()));
        reason(node.outcome());
        out.raw(RULE).raw(fragments.quoted(node.rule()));
        out.raw(SIDES);
        Double hq = node.sides().headquarters();
        Double genba = node.sides().genba();
        if (hq != null) {
            out.raw(HEADQUARTERS).rawNumber(hq);
        }
        if (genba != null) {
            out.rawComma(hq == null ? 0 : 1);
            out.raw(GENBA).rawNumber(genba);
        }
        out.raw(CLOSE).raw(LEVEL);
        out.rawNumberOrNull(level.level());
        out.raw(PROGRESS);
        out.rawNumberOrNull(level.progress());
        out.raw(BLOCKING);
        verdicts.blocking(level.blocking());
        out.raw(FLAGS);
        for (int i = 0; i < node.flags().size(); i++) {
            Flag flag = node.flags().get(i);
            out.rawComma(i);
            out.raw(fragments.quoted(flag.word()));
        }
        out.raw(CLOSE_LIST);
    }

    private void item(ItemScore item) {
        out.raw(fragments.item(item.key(), item.state()));
        if (ItemMemo.holds(item)) {
            byte[] known = plainItems.find(item);
            if (known != null) {
                out.raw(known);
            } else {
                int from = out.size();
                middle(item);
                plainItems.keep(item, out.since(from));
            }
        } else {
            middle(item);
        }
        out.rawNumberOrNull(item.gainOfNextStep());
        out.raw(CLOSE);
    }

    /** An item from its claimed score up to its gain. */
    private void middle(ItemScore item) {
        if (item.score() == null) {
            out.raw(NULL).raw(EVIDENCED).raw(NULL);
        } else {
            out.rawNumber(item.score().claimed())
                    .raw(EVIDENCED)
                    .rawNumber(item.score().evidenced());
        }
        sides(item.sides());
        if (item.conflict().isEmpty()) {
            out.raw(NO_CONFLICT);
        } else {
            conflict(item.conflict());
        }
        List<RespondentScore> respondents = item.respondents();
        for (int i = 0; i < respondents.size(); i++) {
            RespondentScore respondent = respondents.get(i);
            out.raw(i == 0 ? SEAT : NEXT_SEAT).raw(seat(respondent.seat()));
            out.raw(CLAIMED).rawNumber(respondent.claimed());
            out.raw(EVIDENCED).rawNumber(respondent.evidenced()).raw(CLOSE);
        }
        out.raw(GAIN);
    }

    /** A seat key; the same one comes again with every item that the seat answered. */
    private byte[] seat(String key) {
        byte[] known = seats.get(key);
        if (known == null) {
            known = new JsonOut().value(key).toBytes();
            seats.put(key, known);
        }
        return known;
    }

    private void conflict(List<Statement> conflict) {
        out.raw(ascii(",\"conflict\":["));
        for (int i = 0; i < conflict.size(); i++) {
            out.raw(i == 0 ? SEAT : NEXT_SEAT).rawText(conflict.get(i).seat()).raw(ascii(",\"value\":"));
            verdicts.answer(conflict.get(i).value());
            EvidenceGrade grade = conflict.get(i).grade();
            if (grade != null) {
                out.raw(ascii(",\"grade\":")).raw(fragments.quoted(grade.name()));
            }
            out.raw(ascii(conflict.get(i).stands() ? ",\"stands\":true}" : ",\"stands\":false}"));
        }
        out.raw(ascii("],\"respondents\":["));
    }

    private void sides(Sides sides) {
        Outcome.Scored hq = sides.headquarters();
        Outcome.Scored genba = sides.genba();
        if (hq != null) {
            out.raw(SIDES_HEADQUARTERS).rawNumber(hq.claimed());
            out.raw(EVIDENCED).rawNumber(hq.evidenced());
        }
        if (genba != null) {
            out.raw(hq == null ? SIDES_GENBA : AND_GENBA).rawNumber(genba.claimed());
            out.raw(EVIDENCED).rawNumber(genba.evidenced());
        }
        out.raw(hq == null && genba == null ? NO_SIDES : END_OF_SIDES);
    }

    private void scores(Outcome.@Nullable Scored scored) {
        if (scored == null) {
            out.raw(NO_SCORES);
        } else {
            out.raw(CLAIMED).rawNumber(scored.claimed()).raw(EVIDENCED).rawNumber(scored.evidenced());
        }
    }

    private void bounds(@Nullable Bounds bounds) {
        if (bounds == null) {
            out.raw(NO_BOUNDS);
        } else {
            out.raw(BOUNDS)
                    .rawNumber(bounds.low())
                    .raw(HIGH)
                    .rawNumber(bounds.high())
                    .raw(CLOSE);
        }
    }

    private void reason(Outcome outcome) {
        if (outcome instanceof Outcome.NotScored missing) {
            out.raw(REASON).raw(fragments.quoted(missing.reason().word()));
        }
    }

    private void contributions(List<Contribution> contributions) {
        out.raw(CONTRIBUTIONS);
        for (int i = 0; i < contributions.size(); i++) {
            Contribution one = contributions.get(i);
            out.rawComma(i);
            out.raw(fragments.contribution(one.key(), one.weight())).rawNumber(one.share());
            out.raw(POINTS).rawNumber(one.points()).raw(CLOSE);
        }
        out.raw(CLOSE_LIST);
    }

    private void warning(Issue warning) {
        out.raw(ascii("{\"code\":")).rawText(warning.code());
        out.raw(ascii(",\"path\":")).rawText(warning.path());
        out.raw(ascii(",\"message\":{\"en\":")).rawText(warning.message().en());
        out.raw(ascii(",\"ja\":")).rawText(warning.message().ja());
        out.raw(ascii("},\"hint\":{\"en\":")).rawText(warning.hint().en());
        out.raw(ascii(",\"ja\":")).rawText(warning.hint().ja()).raw(ascii("}}"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
