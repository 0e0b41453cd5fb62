/** Numbers only: ranks, quantiles, means, intervals, shrinkage and scales that have never heard of a questionnaire. */
@NullMarked
package org.moatmark.core.stats;

import org.jspecify.annotations.NullMarked;
