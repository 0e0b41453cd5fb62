package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What a rating rests on.
 *
 * @param facts ids of facts about the company, as listed
 * @param publicKnowledge whether it also, or only, rests on what is widely known
 */
public record Basis(List<String> facts, boolean publicKnowledge) implements Serializable {

    /** The word for public knowledge in files. */
    public static final String PUBLIC = "public";

    /** No basis, as there is none without a rating. */
    public static final Basis NONE = new Basis(List.of(), false);

    /** Copies the list. */
    public Basis {
        facts = List.copyOf(facts);
    }

    /**
     * Whether nothing is named.
     *
     * @return true without facts and without public knowledge
     */
    public boolean isEmpty() {
        return facts.isEmpty() && !publicKnowledge;
    }

    /**
     * The form in files: fact ids and the word for public knowledge, joined by {@code ;}.
     *
     * @return the text, empty without a basis
     */
    public String text() {
        List<String> parts = new ArrayList<>(facts);
        if (publicKnowledge) {
            parts.add(PUBLIC);
        }
        return String.join(";", parts);
    }
}
