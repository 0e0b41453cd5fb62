/** Gates, staging and findings: which level a scored company has reached, and what blocks the next (S11, S12). */
@NullMarked
package org.moatmark.core.maturity;

import org.jspecify.annotations.NullMarked;
