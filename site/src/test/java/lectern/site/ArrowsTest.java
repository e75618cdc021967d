package lectern.site;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArrowsTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("lectern");

    @Test
    void searchAndWidgetsKnowNeitherEachOtherNorTheSite() {
        noClasses().that().resideInAPackage("lectern.search..").should().dependOnClassesThat().resideInAnyPackage("lectern.site..", "lectern.widgets..").check(CLASSES);
        noClasses().that().resideInAPackage("lectern.widgets..").should().dependOnClassesThat().resideInAnyPackage("lectern.site..", "lectern.search..").check(CLASSES);
    }

    /** It fails every answer once the server has sent 9.2 GB, which only {@code SoakBenchmark} can stage. */
    @Test
    void nobodyTakesTheLibrarysGuardAgainstSlowReaders() {
        noClasses().should().dependOnClassesThat().haveFullyQualifiedName("org.eclipse.jetty.server.handler.MinimumDataRateHandler").check(CLASSES);
    }

    @Test
    void theBookKnowsNothingOfHowItIsServed() {
        noClasses().that().resideInAnyPackage("lectern.site.book..", "lectern.site.markup..")
                .should().dependOnClassesThat().resideInAnyPackage("lectern.site.library..", "lectern.site.web..", "io.javalin..", "gg.jte..").check(CLASSES);
    }

    @Test
    void onlyTheWebAndTheCommandLineSpeakHttp() {
        noClasses().that().resideOutsideOfPackages("lectern.site.web..", "lectern.site", "gg.jte..")
                .should().dependOnClassesThat().resideInAnyPackage("io.javalin..", "org.eclipse.jetty..").check(CLASSES);
    }

    @Test
    void roomsOfTheSiteFormNoCycle() {
        slices().matching("lectern.site.(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}
