/** The door of the product: the command line, and everything that is wired by hand when it starts. */
@NullMarked
package org.moatmark.api;

import org.jspecify.annotations.NullMarked;
