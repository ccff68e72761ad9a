package org.ehcexchange.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Documents what a door answers; no token, no database and our own mistakes go without saying.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Answers {

    /// Status and, after a colon, an example: a file of `openapi/` without its ending.
    String[] value();

    Problem[] problems() default {};
}
