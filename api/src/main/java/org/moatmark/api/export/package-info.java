/** What leaves the product as a file for another program: reports as PDF, and bundles for SPSS, PSPP and R. */
@NullMarked
package org.moatmark.api.export;

import org.jspecify.annotations.NullMarked;
