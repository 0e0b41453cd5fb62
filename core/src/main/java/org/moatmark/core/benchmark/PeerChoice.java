package org.moatmark.core.benchmark;

import java.io.Serializable;

/** How the peers of a company are chosen: by what they are, or by hand. */
public sealed interface PeerChoice extends Serializable permits PeerCriteria, NamedPeers {}
