/** Levels, findings and views of scored companies (S11, S12, S14, S15), and what many of them say about the questionnaire itself. */
@NullMarked
package org.moatmark.core.maturity;

import org.jspecify.annotations.NullMarked;
