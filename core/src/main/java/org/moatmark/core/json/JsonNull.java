package org.moatmark.core.json;

/** {@code null}. */
public enum JsonNull implements JsonValue {
    /** The one null. */
    NULL
}
