/** Results as documents, words, tables and charts; decides nothing new. */
@NullMarked
package org.moatmark.core.report;

import org.jspecify.annotations.NullMarked;
