package io.traitgate.face.service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.traitgate.face.service", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule ITEMS_KNOW_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAPackage("..item..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus..",
                    "io.smallrye..",
                    "io.vertx..",
                    "jakarta..",
                    "org.apache.kafka..",
                    "org.eclipse.microprofile..",
                    "io.traitgate.kit..",
                    "io.traitgate.modality..")
            .because("what a photo is worth has nothing to do with how it came");

    @ArchTest
    static final ArchRule ONLY_RESOURCES_KNOW_JAX_RS = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..");

    @ArchTest
    static final ArchRule STORES_ARE_BEHIND_THE_MODALITY_KIT = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "io.vertx.redis..",
                    "io.vertx.mutiny.redis..",
                    "io.quarkus.redis..",
                    "io.quarkus.hibernate..",
                    "org.hibernate.reactive..",
                    "jakarta.persistence..",
                    "java.sql..");

    @ArchTest
    static final ArchRule FEATURES_DO_NOT_KNOW_EACH_OTHER = noClasses()
            .that()
            .resideInAnyPackage("..service.item..", "..service.lane..", "..service.call..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..service.enrolment..",
                    "..service.authentication..",
                    "..service.comparison..",
                    "..service.deletion..",
                    "..service.token..");

    @ArchTest
    static final ArchRule RESOURCES_STAY_INSIDE =
            classes().that().haveSimpleNameEndingWith("Resource").should().bePackagePrivate();
}
