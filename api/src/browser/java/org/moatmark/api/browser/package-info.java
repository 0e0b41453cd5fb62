/** The pages as people meet them: journeys through a real browser. */
@NullMarked
package org.moatmark.api.browser;

import org.jspecify.annotations.NullMarked;
