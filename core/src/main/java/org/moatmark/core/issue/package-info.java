/** What is wrong with somebody's data, said kindly: code, place, message and hint, in both languages. */
@NullMarked
package org.moatmark.core.issue;

import org.jspecify.annotations.NullMarked;
