package org.moatmark.core.questionnaire;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What is asked, in every language, and how answers become scores, levels and findings.
 *
 * <p>Questionnaires are read by the {@code json} room, which checks every reference between the parts; a questionnaire
 * that came from there is consistent.
 *
 * @param id kebab-case, stable for ever
 * @param version a published version never changes
 * @param methodHash {@code sha256:} and 64 hexadecimal digits, over the canonical JSON (RFC 8785) of the file
 * @param title its name
 * @param purpose whom it is for and how to answer
 * @param licence SPDX identifier of the content licence
 * @param sources what it rests on
 * @param informants who can answer
 * @param scales shared agreement scales
 * @param tree the top nodes, which are the dimensions
 * @param index how the top nodes form the index
 * @param levels the levels of an organisation, ascending from 1
 * @param gates what nodes must show
 * @param staging what the organisation must show, ascending
 * @param findings patterns worth a sentence
 * @param vignettes invented companies to rate; may be empty
 * @param pairs contradictory pairs; may be empty
 */
public record Questionnaire(
        String id,
        Version version,
        String methodHash,
        TextMap title,
        TextMap purpose,
        String licence,
        List<Source> sources,
        List<Informant> informants,
        List<AgreementScale> scales,
        List<Node> tree,
        IndexRule index,
        List<Level> levels,
        List<Gate> gates,
        List<StagingRow> staging,
        List<Finding> findings,
        List<Vignette> vignettes,
        List<ContradictoryPair> pairs)
        implements Serializable {

    /** The word of the {@code format} property. */
    public static final String FORMAT = "moatmark/questionnaire/1";

    /** Copies the lists; refuses a questionnaire without a tree or informants. */
    public Questionnaire {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(methodHash, "methodHash");
        sources = List.copyOf(sources);
        informants = List.copyOf(informants);
        scales = List.copyOf(scales);
        tree = List.copyOf(tree);
        levels = List.copyOf(levels);
        gates = List.copyOf(gates);
        staging = List.copyOf(staging);
        findings = List.copyOf(findings);
        vignettes = List.copyOf(vignettes);
        pairs = List.copyOf(pairs);
        if (tree.isEmpty() || informants.isEmpty()) {
            throw new IllegalArgumentException("Questionnaire '" + id + "' needs a tree and informants.");
        }
    }

    /**
     * Every node, a parent before its children, in file order.
     *
     * @return all nodes in tree order
     */
    public List<Node> nodes() {
        List<Node> found = new ArrayList<>();
        tree.forEach(node -> collect(node, found));
        return List.copyOf(found);
    }

    /**
     * Every item in file order.
     *
     * @return all items in tree order
     */
    public List<Item> items() {
        List<Item> found = new ArrayList<>();
        for (Node node : nodes()) {
            if (node instanceof Node.Leaf leaf) {
                found.addAll(leaf.items());
            }
        }
        return List.copyOf(found);
    }

    /**
     * Whether this and another version give the same scores, levels and findings for the same answers, told in the same
     * words: all is equal but version, method hash, vignettes and contradictory pairs, which are in no score.
     *
     * @param other another questionnaire
     * @return true if results of both can stand side by side
     */
    public boolean scoresLike(Questionnaire other) {
        return id.equals(other.id) && scored(version, methodHash).equals(other.scored(version, methodHash));
    }

    /**
     * The part that is in scores, without vignettes and contradictory pairs, as a version of its own.
     *
     * @param asVersion the version it is published as
     * @param asMethodHash the method hash of that version's file
     * @return the questionnaire
     */
    public Questionnaire scored(Version asVersion, String asMethodHash) {
        return new Questionnaire(
                id,
                asVersion,
                asMethodHash,
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
                List.of(),
                List.of());
    }

    private static void collect(Node node, List<Node> found) {
        found.add(node);
        if (node instanceof Node.Branch branch) {
            branch.nodes().forEach(child -> collect(child, found));
        }
    }
}
