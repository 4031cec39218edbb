package tw.xuhang;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.micronaut.http.annotation.Controller;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Date;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/**
 * The shape that the compiler cannot see. Every rule here has a planted fault in {@code bin/plant-faults}, which shows
 * that it can fail; {@code docs/guards.md} lists them.
 */
@AnalyzeClasses(
        packages = "tw.xuhang",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WrittenByUs.class})
final class ArchitectureTest {
    /** Packages that may know a framework. Everything else is a feature's root: plain Java. */
    private static final String[] ADAPTERS = {
        "tw.xuhang",
        "tw.xuhang.integration..",
        "tw.xuhang.database..",
        "..store..",
        "..http..",
        "..route..",
        "..wiring..",
        "tw.xuhang.command..",
        "tw.xuhang.demo..",
        "tw.xuhang.bench.."
    };

    private static final String[] OWNERS_OF_A_PROCESS = {
        "..integration.ansible..",
        "..integration.probe..",
        "..integration.backup..",
        "tw.xuhang.database..",
        "tw.xuhang.command..",
        "tw.xuhang.demo..",
        "tw.xuhang.bench"
    };

    private static final DescribedPredicate<JavaClass> ROOTS =
            resideOutsideOfPackages(ADAPTERS).as("feature roots (no store, http, route, integration, wiring)");

    @ArchTest
    static final ArchRule featureRootsArePlainJava = classes()
            .that(ROOTS)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "javax.crypto..",
                    "org.jspecify..",
                    "org.slf4j",
                    "org.snakeyaml.engine..",
                    "dev.cel..",
                    "com.google.common.collect..",
                    "tw.xuhang.."))
            .because("a rule about incidents must be readable, and testable, without any framework");

    @ArchTest
    static final ArchRule onlyConditionsKnowTheirLanguage = noClasses()
            .that(resideOutsideOfPackages("tw.xuhang.runbook.condition.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("dev.cel..", "com.google.."))
            .because("what a condition may say is decided in one place, and loaded only where there is one");

    @ArchTest
    static final ArchRule featureRootsDoNotKnowTheirAdapters = noClasses()
            .that(ROOTS)
            .should()
            .dependOnClassesThat(resideInAnyPackage(ADAPTERS))
            .because("store, http, route and wiring look at the root, never the other way round");

    @ArchTest
    static final ArchRule sqlStaysInStores = noClasses()
            .that(resideOutsideOfPackages("..store..", "tw.xuhang.database..", "tw.xuhang.operation..", "..wiring.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "io.micronaut.data.."));

    @ArchTest
    static final ArchRule camelStaysInRoutes = noClasses()
            .that(resideOutsideOfPackages("..route..", "tw.xuhang.integration..", "..wiring.."))
            .should()
            .dependOnClassesThat(resideInAPackage("org.apache.camel.."));

    @ArchTest
    static final ArchRule guardsOfDestinationsStayInIntegrations = noClasses()
            .that(resideOutsideOfPackages("tw.xuhang.integration.."))
            .should()
            .dependOnClassesThat(resideInAPackage("io.github.resilience4j.."));

    @ArchTest
    static final ArchRule processesHaveOwners = noClasses()
            .that(resideOutsideOfPackages(OWNERS_OF_A_PROCESS))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ProcessBuilder.class)
            .orShould()
            .callMethodWhere(describe("starts a process by Runtime.exec", ArchitectureTest::startsProcess))
            .because("whoever starts a process must also end it, bound its output and clear its environment");

    @ArchTest
    static final ArchRule timeComesByConstructor = noClasses()
            .that(resideOutsideOfPackages("..wiring..", "tw.xuhang.command..", "tw.xuhang.demo", "tw.xuhang.bench"))
            .should()
            .callCodeUnitWhere(describe("reads the wall clock", ArchitectureTest::readsWallClock))
            .because("a deadline that cannot be tested with a settable clock is not tested");

    /** A catalogue service is one that the office offers its people: there the word is the domain's. */
    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveNameMatching("(?!.*\\.CatalogueService\\b).*(Impl|Manager|Utils?|Helper|Service)(\\$.*)?")
            .because("these endings fit anything");

    @ArchTest
    static final ArchRule featuresAreFreeOfCycles =
            slices().matching("tw.xuhang.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule controllersReachUseCasesNotStores = noClasses()
            .that()
            .areAnnotatedWith(Controller.class)
            .should()
            .dependOnClassesThat(resideInAPackage("..store.."))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes()
            .should(liveInANullMarkedPackage())
            .because("NullAway looks at nothing else, and passes over the rest without a word");

    private static boolean startsProcess(JavaAccess<?> access) {
        return access.getTargetOwner().isEquivalentTo(Runtime.class) && "exec".equals(access.getName());
    }

    /** The ways to ask what time it is: java.time's now() without a clock, the system clocks, Date, currentTimeMillis. */
    private static boolean readsWallClock(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        return switch (access.getName()) {
            case "now" ->
                owner.getPackageName().startsWith("java.time")
                        && access.getDescription().contains(".now(")
                        && !access.getTarget().getFullName().contains("(" + Clock.class.getName());
            case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
            case "system", "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds", "tickMinutes" ->
                owner.isEquivalentTo(Clock.class) || owner.isEquivalentTo(InstantSource.class);
            case "<init>" ->
                owner.isEquivalentTo(Date.class)
                        && access.getTarget().getFullName().endsWith("<init>()");
            default -> false;
        };
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        type, marked, type.getPackageName() + " has no @NullMarked package-info"));
            }
        };
    }

    /** Leaves out what Micronaut's processors write beside our classes. */
    static final class WrittenByUs implements ImportOption {
        private static final Pattern GENERATED = Pattern.compile(".*/\\$[^/]*\\.class|.*\\$Intercepted.*");

        @Override
        public boolean includes(Location location) {
            return !location.matches(GENERATED);
        }
    }
}
