/** Questionnaires and waves in and out as JSON, by hand and strict, and the canonical form with the method hash. */
@NullMarked
package org.moatmark.core.json;

import org.jspecify.annotations.NullMarked;
