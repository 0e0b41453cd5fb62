package org.moatmark.core.house.crooked.psychometrics;

/** A class of a room on the same floor as scoring. */
public final class Neighbour {}
