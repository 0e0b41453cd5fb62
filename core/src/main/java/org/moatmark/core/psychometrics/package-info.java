/**
 * Whether a number is worth believing: is the instrument sound, do raters agree, how far has somebody really moved, how
 * much hangs on the weights, and does everybody use the scale alike.
 */
@NullMarked
package org.moatmark.core.psychometrics;

import org.jspecify.annotations.NullMarked;
