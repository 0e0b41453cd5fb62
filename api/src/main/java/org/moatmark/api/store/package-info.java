/**
 * What is kept: one SQLite file through jOOQ, one shelf per thing. Only this room knows SQL; what it gives back are
 * values, never rows.
 */
@NullMarked
package org.moatmark.api.store;

import org.jspecify.annotations.NullMarked;
