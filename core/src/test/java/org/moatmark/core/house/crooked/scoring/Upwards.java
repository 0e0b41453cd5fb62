package org.moatmark.core.house.crooked.scoring;

import org.moatmark.core.house.crooked.maturity.Reader;
import org.moatmark.core.house.crooked.psychometrics.Neighbour;
import org.moatmark.core.house.crooked.stats.Careless;

/** Uses a room above, one beside, and one below, which alone is allowed. */
public final class Upwards {

    Reader[] above = {};

    public Neighbour beside(Careless below) {
        return below == null ? null : new Neighbour();
    }
}
