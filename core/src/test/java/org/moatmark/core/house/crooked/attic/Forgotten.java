package org.moatmark.core.house.crooked.attic;

/** A room that the floor plan does not know. */
public final class Forgotten {}
