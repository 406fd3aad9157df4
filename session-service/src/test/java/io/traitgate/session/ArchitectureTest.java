package io.traitgate.session;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = ArchitectureTest.class, importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest
    static final ArchRule statusesKnowNothingOfCalls = noClasses()
            .that()
            .resideInAPackage("io.traitgate.session.status..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.traitgate.session.opening..", "jakarta.ws.rs..");

    /** Statuses are filled in from the topic; session-service enrols nobody. */
    @ArchTest
    static final ArchRule nothingEnrolsHere = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.traitgate.modality.enrolment..", "io.traitgate.modality.template..");
}
