/** Other people's formats, in and out, as strict as JSON: case files in; answers, scores and codebooks out. */
@NullMarked
package org.moatmark.core.interop;

import org.jspecify.annotations.NullMarked;
