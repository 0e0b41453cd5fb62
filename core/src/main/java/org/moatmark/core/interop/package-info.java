/** Other people's formats, in and out, as strict as the room of JSON: so far the CSV files of a case library. */
@NullMarked
package org.moatmark.core.interop;

import org.jspecify.annotations.NullMarked;
