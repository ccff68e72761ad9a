package org.ehcexchange.architecture;

import com.tngtech.archunit.lang.ArchRule;

/// One rule of the house for compiled classes, and a class of `fixture` that breaks it.
record HouseRule(String name, ArchRule rule, Class<?> brokenBy) {

    @Override
    public String toString() {
        return name;
    }
}
