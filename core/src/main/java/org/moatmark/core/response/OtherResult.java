package org.moatmark.core.response;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the same company scored on another questionnaire, as far as conditions on {@code other} read it.
 *
 * @param questionnaire id of the other questionnaire
 * @param version its version
 * @param lowerSide by node key the evidenced score of the lower side, 0-100; nodes without a score are absent
 */
public record OtherResult(String questionnaire, String version, Map<String, Double> lowerSide) implements Serializable {
    /** Copies the map in alphabetical order of the keys. */
    public OtherResult {
        lowerSide = Collections.unmodifiableMap(new TreeMap<>(lowerSide));
    }
}
