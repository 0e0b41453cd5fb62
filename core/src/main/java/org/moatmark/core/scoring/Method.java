package org.moatmark.core.scoring;

import java.io.Serializable;
import org.moatmark.core.questionnaire.Aggregation;

/**
 * What a method may choose without asking anybody anew: the weights of items and nodes, and how parents and the index
 * aggregate. The declared one is the questionnaire's; resampling (rule S16) makes others, whose weights it draws again
 * and again in place.
 */
final class Method implements Serializable {

    private static final long serialVersionUID = 1L;

    final double[] itemWeight;
    final double[] nodeWeight;
    final Aggregation[] aggregation;
    final Aggregation index;

    /** Whether the index is a geometric mean with the same floor as that of nodes. */
    final boolean plainGeometricIndex;

    Method(double[] itemWeight, double[] nodeWeight, Aggregation[] aggregation, Aggregation index, double indexFloor) {
        this.itemWeight = itemWeight;
        this.nodeWeight = nodeWeight;
        this.aggregation = aggregation;
        this.index = index;
        plainGeometricIndex = index instanceof Aggregation.Geometric && indexFloor == Joint.FLOOR;
    }
}
