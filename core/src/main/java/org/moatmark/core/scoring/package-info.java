/** From responses to an explained score tree: rules S1 to S10, claimed and evidenced, bounds and contributions. */
@NullMarked
package org.moatmark.core.scoring;

import org.jspecify.annotations.NullMarked;
