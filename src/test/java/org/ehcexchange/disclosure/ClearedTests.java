package org.ehcexchange.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.lang.reflect.Constructor;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/// Nothing outside this package can make something sendable.
class ClearedTests {

    private static boolean canBeSeenOutside(Member member) {
        return Modifier.isPublic(member.getModifiers())
                || Modifier.isProtected(member.getModifiers());
    }

    @Test
    void hasNoConstructorThatOthersCanCall() {
        Constructor<?>[] constructors = Cleared.class.getDeclaredConstructors();

        assertThat(constructors).isNotEmpty();
        assertThat(Arrays.stream(constructors).filter(ClearedTests::canBeSeenOutside)).isEmpty();
    }

    @Test
    void cannotBeExtended() {
        assertThat(Modifier.isFinal(Cleared.class.getModifiers())).isTrue();
    }

    @Test
    void isMadeByNoStaticMethodOfItsOwn() {
        assertThat(
                        Arrays.stream(Cleared.class.getDeclaredMethods())
                                .filter(ClearedTests::canBeSeenOutside)
                                .filter(method -> Modifier.isStatic(method.getModifiers()))
                                .map(Method::getName))
                .isEmpty();
    }
}
