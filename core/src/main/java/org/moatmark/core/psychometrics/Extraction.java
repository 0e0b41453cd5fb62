package org.moatmark.core.psychometrics;

/** How the loadings of a factor are found. */
public enum Extraction {
    /** Maximum likelihood of normal data: K. G. Jöreskog (1967), Psychometrika 32(4), 443-482. */
    MAXIMUM_LIKELIHOOD,
    /** Least squared residual correlations: H. H. Harman and W. H. Jones (1966), Psychometrika 31(3), 351-368. */
    MINIMUM_RESIDUAL
}
