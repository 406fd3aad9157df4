package io.traitgate.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = ArchitectureTest.class, importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest
    static final ArchRule featuresFormNoCircle =
            slices().matching("io.traitgate.console.(*)..").should().beFreeOfCycles();

    /** It carries records and does not know what they say. */
    @ArchTest
    static final ArchRule outboxKnowsNoFeature = noClasses()
            .that()
            .resideInAPackage("io.traitgate.console.outbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.traitgate.console.application..",
                    "io.traitgate.console.settings..",
                    "io.traitgate.console.event..",
                    "io.traitgate.console.admin..");
}
