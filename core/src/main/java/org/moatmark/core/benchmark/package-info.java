/** Where a company stands, among whom, and how sure we are: the case library, peer groups, positions and their cards. */
@NullMarked
package org.moatmark.core.benchmark;

import org.jspecify.annotations.NullMarked;
