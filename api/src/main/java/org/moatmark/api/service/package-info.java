/**
 * What a caller may do: keys and seats, the life cycle of an assessment, answers, requests that come twice. Rules only:
 * no HTTP, no SQL. Every method that reads or changes something takes the {@link org.moatmark.api.service.Work} of the
 * transaction it is part of.
 */
@NullMarked
package org.moatmark.api.service;

import org.jspecify.annotations.NullMarked;
