/** The only room of the crooked house that is null-marked. */
@NullMarked
package org.moatmark.core.house.crooked.stats;

import org.jspecify.annotations.NullMarked;
