package io.traitgate.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.traitgate.gateway", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_HAVE_A_DIRECTION =
            slices().matching("io.traitgate.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_KEYS_COME_FROM_KAFKA = noClasses()
            .that()
            .resideOutsideOfPackage("io.traitgate.gateway.key")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.traitgate.kit.topic", "org.apache.kafka..");

    /** Bodies are verified and passed on as bytes: nothing on their way may parse them. */
    @ArchTest
    static final ArchRule NO_BODY_IS_PARSED = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.traitgate.gateway.body", "io.traitgate.gateway.signature", "io.traitgate.gateway.http")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson..", "io.vertx.core.json");

    @ArchTest
    static final ArchRule NO_STORE_IS_MOUNTED = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx.redis..", "io.vertx.pgclient..", "java.sql..", "jakarta.persistence..");
}
