/** Is the number worth believing: a sound instrument, agreeing raters, real change, sturdy weights, honest answers. */
@NullMarked
package org.moatmark.core.psychometrics;

import org.jspecify.annotations.NullMarked;
