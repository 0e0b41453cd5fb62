package org.moatmark.core.questionnaire;

import java.io.Serializable;

/**
 * What a questionnaire rests on.
 *
 * @param key what nodes and items name
 * @param citation how to cite it
 * @param grade how strong it is
 */
public record Source(String key, String citation, Grade grade) implements Serializable {

    /** How strong a source is. */
    public enum Grade {
        /** Validated scale or meta-analysis. */
        A,
        /** Peer-reviewed theory. */
        B,
        /** Trade source. */
        C,
        /** Our own. */
        D
    }
}
