/** What leaves the product as a file for another program: bundles for SPSS, PSPP and R. */
@NullMarked
package org.moatmark.api.export;

import org.jspecify.annotations.NullMarked;
