package org.moatmark.core.response;

/** How good the evidence behind an answer is, worst first. */
public enum EvidenceGrade {
    /** A claim. No evidence counts as this. */
    E0,
    /** One told example. */
    E1,
    /** A document. */
    E2,
    /** A system record or an extract of finance. */
    E3,
    /** Confirmed from outside. */
    E4
}
