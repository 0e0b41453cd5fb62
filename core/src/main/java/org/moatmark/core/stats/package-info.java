/** Numbers only: means and other statistics that have never heard of a questionnaire. */
@NullMarked
package org.moatmark.core.stats;

import org.jspecify.annotations.NullMarked;
