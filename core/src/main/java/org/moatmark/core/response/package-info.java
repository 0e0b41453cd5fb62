/** Who answered what, from which seat: four answer states, evidence, and nothing scored yet. */
@NullMarked
package org.moatmark.core.response;

import org.jspecify.annotations.NullMarked;
