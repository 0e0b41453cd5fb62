package org.moatmark.core.json;

/** One value of a JSON document (RFC 8259), immutable. */
public sealed interface JsonValue permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBool, JsonNull {}
