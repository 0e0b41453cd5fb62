/** Gates, staging and findings: which level a scored company has reached, what blocks the next, and who agrees with whom (S11, S12, S14, S15). */
@NullMarked
package org.moatmark.core.maturity;

import org.jspecify.annotations.NullMarked;
