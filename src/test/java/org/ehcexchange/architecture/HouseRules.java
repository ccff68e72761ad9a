package org.ehcexchange.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

import org.ehcexchange.architecture.fixture.AdmitsByItself;
import org.ehcexchange.architecture.fixture.BadNameHelper;
import org.ehcexchange.architecture.fixture.BeanThatSeesCamel;
import org.ehcexchange.architecture.fixture.FieldInjection;
import org.ehcexchange.architecture.fixture.JulLogging;
import org.ehcexchange.architecture.fixture.MakesAToken;
import org.ehcexchange.architecture.fixture.OptionalField;
import org.ehcexchange.architecture.fixture.OptionalParameter;
import org.ehcexchange.architecture.fixture.Printing;
import org.ehcexchange.architecture.fixture.ReadsTheTime;
import org.ehcexchange.architecture.fixture.ReadsTheWallClock;
import org.ehcexchange.architecture.fixture.SendsByItself;
import org.ehcexchange.architecture.fixture.Setter;
import org.ehcexchange.architecture.fixture.ThreadLocals;
import org.ehcexchange.architecture.fixture.ValueInjection;
import org.ehcexchange.architecture.fixture.token.Token;
import org.ehcexchange.architecture.fixture.unmarked.Unmarked;
import org.ehcexchange.delivery.Sender;
import org.ehcexchange.disclosure.Cleared;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The rules for compiled classes; add one by adding a line and a fixture that breaks it.
final class HouseRules {

    private static final Set<String> NAMES_THAT_SAY_NOTHING =
            Set.of("Impl", "Manager", "Helper", "Util", "Utils", "DTO", "Dto", "Entity");

    private HouseRules() {}

    static List<HouseRule> all() {
        return List.of(
                new HouseRule("time comes from an InstantSource", time(), ReadsTheTime.class),
                new HouseRule("nor from the wall clock", wallClock(), ReadsTheWallClock.class),
                new HouseRule("no @Value", noValue(), ValueInjection.class),
                new HouseRule("no field injection", noFieldInjection(), FieldInjection.class),
                new HouseRule("no ThreadLocal", noThreadLocal(), ThreadLocals.class),
                new HouseRule("no setters", noSetters(), Setter.class),
                new HouseRule("no Optional fields", noOptionalField(), OptionalField.class),
                new HouseRule("no Optional parameters", noOptionalIn(), OptionalParameter.class),
                new HouseRule(
                        "only the narrator and a command print", noPrinting(), Printing.class),
                new HouseRule("no java.util.logging", noJul(), JulLogging.class),
                new HouseRule("names say what a thing is", telling(), BadNameHelper.class),
                new HouseRule("every package is @NullMarked", nullMarked(), Unmarked.class),
                new HouseRule("beans do not see Camel", plainBeans(), BeanThatSeesCamel.class),
                new HouseRule("only delivery sends", onlyDeliverySends(), SendsByItself.class),
                new HouseRule(
                        "only the ledger admits", onlyTheLedgerAdmits(), AdmitsByItself.class),
                new HouseRule(
                        "a token is made only in its package",
                        madeOnlyIn(Token.class, Token.class.getPackageName()),
                        MakesAToken.class));
    }

    /// Only the gate makes a [Cleared]; the same rule as for the fixture's token.
    static ArchRule onlyTheGateClears() {
        return madeOnlyIn(Cleared.class, "org.ehcexchange.disclosure");
    }

    private static ArchRule madeOnlyIn(Class<?> made, String home) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .callConstructorWhere(
                        DescribedPredicate.describe(
                                "makes a " + made.getSimpleName(),
                                call -> call.getTargetOwner().isEquivalentTo(made)));
    }

    private static ArchRule time() {
        return noClasses()
                .should()
                .callMethodWhere(call("now() without a source", c -> readsNow(c)));
    }

    private static boolean readsNow(JavaCall<?> call) {
        return call.getName().equals("now")
                && call.getTargetOwner().getPackageName().startsWith("java.time")
                && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(type -> type.isAssignableTo(InstantSource.class));
    }

    private static ArchRule wallClock() {
        return noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(java.util.Date.class)
                .orShould()
                .callMethodWhere(
                        call(
                                "a system clock",
                                c ->
                                        c.getTargetOwner().isEquivalentTo(Clock.class)
                                                && c.getName().startsWith("system")));
    }

    private static DescribedPredicate<JavaCall<?>> call(
            String what, java.util.function.Predicate<JavaCall<?>> test) {
        return DescribedPredicate.describe(what, test);
    }

    private static ArchRule noValue() {
        return noClasses().should().dependOnClassesThat().areAssignableTo(Value.class);
    }

    private static ArchRule noFieldInjection() {
        return noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource")
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .allowEmptyShould(true);
    }

    private static ArchRule noThreadLocal() {
        return noClasses().should().dependOnClassesThat().areAssignableTo(ThreadLocal.class);
    }

    private static ArchRule noSetters() {
        return ArchRuleDefinition.noMethods()
                .that()
                .arePublic()
                .should()
                .haveNameMatching("set[A-Z].*")
                .allowEmptyShould(true);
    }

    private static ArchRule noOptionalField() {
        return fields().should().notHaveRawType(Optional.class).allowEmptyShould(true);
    }

    private static ArchRule noOptionalIn() {
        return ArchRuleDefinition.codeUnits()
                .that(
                        DescribedPredicate.<JavaCodeUnit>describe(
                                "others may call",
                                unit -> !unit.getModifiers().contains(JavaModifier.PRIVATE)))
                .should()
                .notHaveRawParameterTypes(
                        DescribedPredicate.describe(
                                "an Optional",
                                types ->
                                        types.stream()
                                                .anyMatch(t -> t.isEquivalentTo(Optional.class))));
    }

    private static ArchRule noPrinting() {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.ehcexchange.simulator.Narrator")
                .and()
                .doNotHaveFullyQualifiedName("org.ehcexchange.evidence.VerifyEvidence")
                .should(ACCESS_STANDARD_STREAMS);
    }

    private static ArchRule noJul() {
        return noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");
    }

    private static ArchRule telling() {
        return classes()
                .should(
                        condition(
                                "have a name that says what they are",
                                type ->
                                        NAMES_THAT_SAY_NOTHING.stream()
                                                .noneMatch(type.getSimpleName()::endsWith)));
    }

    private static ArchRule nullMarked() {
        return classes()
                .should(
                        condition(
                                "live in a @NullMarked package",
                                type -> type.getPackage().isAnnotatedWith(NullMarked.class)));
    }

    /// Our own routes are YAML; only the machinery around queues may see a Camel exchange.
    private static ArchRule plainBeans() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("org.ehcexchange.delivery")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.apache.camel.Exchange");
    }

    private static ArchRule onlyDeliverySends() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("org.ehcexchange.delivery")
                .should()
                .accessTargetWhere(
                        DescribedPredicate.describe(
                                "a Sender's send is called", HouseRules::isASending));
    }

    private static boolean isASending(JavaAccess<?> access) {
        return access.getName().equals("send")
                && access.getTargetOwner().isAssignableTo(Sender.class);
    }

    /// What comes in goes by the ledger's `Acceptance`, never past its checks to one of its rooms.
    private static ArchRule onlyTheLedgerAdmits() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("org.ehcexchange.ledger..")
                .should()
                .accessTargetWhere(
                        DescribedPredicate.describe(
                                "a room of the ledger admits", HouseRules::isAdmitting));
    }

    private static boolean isAdmitting(JavaAccess<?> access) {
        return access.getName().equals("admit")
                && access.getTargetOwner().getPackageName().startsWith("org.ehcexchange.ledger");
    }

    private static ArchCondition<JavaClass> condition(
            String description, java.util.function.Predicate<JavaClass> holds) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(
                        new SimpleConditionEvent(
                                type, holds.test(type), type.getName() + ": " + description));
            }
        };
    }
}
