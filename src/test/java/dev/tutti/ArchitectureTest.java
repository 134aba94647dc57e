package dev.tutti;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.core.domain.properties.HasName.AndFullName.Predicates.fullNameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The floors of the house, and which framework may enter which room. */
class ArchitectureTest {

    private static final JavaClasses TUTTI = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.tutti");

    private static final DescribedPredicate<JavaClass> CODE = not(simpleName("package-info"));

    @Test
    void eachPackageUsesOnlyTheFloorsBelowIt() {
        ApplicationModules.of(TuttiApplication.class).verify();
    }

    @Test
    void valueIsPureJavaAndJackson() {
        check(classes()
                .that(resideInAPackage("dev.tutti.value..").and(CODE))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "javax.xml..",
                        "org.jspecify..",
                        "tools.jackson..",
                        "com.fasterxml.jackson.annotation..",
                        "dev.tutti.value..")));
    }

    @Test
    void expressionIsPureJavaWithItsParserAndItsRegexes() {
        check(classes()
                .that(resideInAPackage("dev.tutti.expression..").and(CODE))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "javax.crypto..",
                        "org.jspecify..",
                        "org.antlr.v4.runtime..",
                        "com.google.re2j..",
                        "dev.tutti.expression..",
                        "dev.tutti.value..")));
    }

    @Test
    void engineIsPureJava() {
        check(classes()
                .that(resideInAPackage("dev.tutti.engine..").and(CODE))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "dev.tutti.engine..",
                        "dev.tutti.expression..",
                        "dev.tutti.value..")));
    }

    /** What the pure packages compute must come out the same when a run is walked again. */
    @Test
    void thePurePackagesReadNoClockAndThrowNoDice() {
        String impure =
                "java\\.time\\.\\w+\\.now\\(.*|java\\.time\\.Clock\\.system\\w*\\(.*|java\\.util\\.UUID\\.randomUUID\\(.*"
                        + "|java\\.lang\\.Math\\.random\\(.*|java\\.lang\\.System\\.(currentTimeMillis|getenv|getProperty)\\(.*"
                        + "|java\\.util\\.(Date|Random|SplittableRandom)\\.<init>\\(\\)|java\\.util\\.concurrent\\.ThreadLocalRandom\\.current\\(.*"
                        + "|java\\.security\\.SecureRandom\\.<init>\\(.*|java\\.util\\.(Locale|TimeZone)\\.getDefault\\(.*"
                        + "|java\\.time\\.ZoneId\\.systemDefault\\(.*";
        check(noClasses()
                .that()
                .resideInAnyPackage("dev.tutti.value..", "dev.tutti.expression..", "dev.tutti.engine..")
                .should()
                .callCodeUnitWhere(target(fullNameMatching(impure)).forSubtype()));
    }

    @Test
    void quartzIsAnAlarmClockForTriggersOnly() {
        check(onlyIn("dev.tutti.trigger..", "org.quartz..", "org.springframework.scheduling.quartz.."));
    }

    @Test
    void dbSchedulerServesRunsOnly() {
        check(onlyIn("dev.tutti.run..", "com.github.kagkarlsson.."));
    }

    @Test
    void okHttpIsTheOnlyWayOutAndLivesInOutbound() {
        check(onlyIn("dev.tutti.outbound..", "okhttp3..", "okio.."));
        check(noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "java.net.http..",
                                "org.springframework.web.client..",
                                "org.springframework.web.reactive.function.client..",
                                "org.springframework.http.client..")
                        .or(fullName("java.net.HttpURLConnection"))
                        .or(fullName("java.net.URLConnection"))));
    }

    @Test
    void jGraphTServesScenariosOnly() {
        check(onlyIn("dev.tutti.scenario..", "org.jgrapht.."));
    }

    @Test
    void vaadinLivesInUiOnly() {
        check(onlyIn("dev.tutti.ui..", "com.vaadin.."));
    }

    @Test
    void tinkLivesInConnectionOnly() {
        check(onlyIn("dev.tutti.connection..", "com.google.crypto.tink.."));
    }

    @Test
    void jpaStaysOffTheHotPathAndOutOfTheDoors() {
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.tutti.run..",
                        "dev.tutti.datastore..",
                        "dev.tutti.outbound..",
                        "dev.tutti.api..",
                        "dev.tutti.ui..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "org.springframework.data.jpa..", "org.hibernate.."));
    }

    @Test
    void tableRowsAreInternal() {
        check(classes()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should(haveNameEndingWithRowAndBePackagePrivate()));
        check(classes()
                .that()
                .areAssignableTo("org.springframework.data.repository.Repository")
                .should()
                .notBePublic());
    }

    @Test
    void beansAreGivenWhatTheyNeedByTheirConstructor() {
        check(fields().should()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .andShould()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .andShould()
                .notBeAnnotatedWith("jakarta.persistence.PersistenceContext")
                .andShould()
                .notBeAnnotatedWith("jakarta.inject.Inject")
                .andShould()
                .notBeAnnotatedWith("jakarta.annotation.Resource"));
        check(noClasses()
                .should()
                .callMethodWhere(target(fullNameMatching("org\\.springframework\\.(beans|context)\\..*\\.getBean\\(.*"))
                        .forSubtype()));
    }

    @Test
    void noUserTextReachesASecondLanguage() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.expression..", "javax.script..", "jakarta.el.."));
    }

    @Test
    void namesSayWhatAThingIs() {
        check(noClasses()
                .that(not(resideInAPackage("dev.tutti.expression..")))
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveNameMatching(".*[.$](\\w*(Manager|Helper|Utils?|Service|Base)|Abstract\\w*|Base[A-Z]\\w*)"));
    }

    private static ArchRule onlyIn(String home, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries);
    }

    private static DescribedPredicate<JavaClass> fullName(String name) {
        return DescribedPredicate.describe(name, type -> type.getFullName().equals(name));
    }

    private static ArchCondition<JavaClass> haveNameEndingWithRowAndBePackagePrivate() {
        DescribedPredicate<JavaClass> internalRow = DescribedPredicate.describe(
                "be package-private and named …Row",
                type -> type.getSimpleName().endsWith("Row")
                        && !modifier(JavaModifier.PUBLIC).test(type));
        return be(internalRow);
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(TUTTI);
    }
}
