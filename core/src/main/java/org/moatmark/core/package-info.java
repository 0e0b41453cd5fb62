/** The front door of the library: a questionnaire, a wave and a result in three calls. */
@NullMarked
package org.moatmark.core;

import org.jspecify.annotations.NullMarked;
