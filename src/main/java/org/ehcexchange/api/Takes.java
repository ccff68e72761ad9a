package org.ehcexchange.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Documents the body of a door that reads its body itself.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Takes {

    /// Media types; JSON unless said.
    String[] value() default "application/json";

    /// Files of `openapi/` without their ending.
    String[] examples() default {};
}
