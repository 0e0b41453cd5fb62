/** What is asked, on what scale, and how it is scored: definitions only, no answers, no results. */
@NullMarked
package org.moatmark.core.questionnaire;

import org.jspecify.annotations.NullMarked;
