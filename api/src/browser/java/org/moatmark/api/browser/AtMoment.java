package org.moatmark.api.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A journey whose server, one of its own, lives in a single moment, so that no picture tells when it was taken. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface AtMoment {

    /** The moment, as {@link java.time.Instant} writes it. */
    String value();
}
