/**
 * The driver of faults: it runs the jar as a child, loads it, breaks something, and holds what is there afterwards against a
 * journal of what was acknowledged. It has a main method and needs no test framework.
 */
@org.jspecify.annotations.NullMarked
package org.moatmark.api.faults;
