/**
 * The REST front: routes by resource, limits, one door for errors, the OpenAPI document and the pages. A handler parses,
 * calls the service and answers; no rule of the domain is decided here.
 */
@NullMarked
package org.moatmark.api.http;

import org.jspecify.annotations.NullMarked;
