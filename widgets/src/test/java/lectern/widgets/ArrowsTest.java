package lectern.widgets;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows between the packages of this module. */
class ArrowsTest {
    private static final JavaClasses CODE = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("lectern.widgets");
    private static final String[] KERNELS = {"..widgets.math..", "..widgets.autodiff..", "..widgets.kinematics..", "..widgets.rotation..",
        "..widgets.expression..", "..widgets.answer.."};
    /** One package for each widget, which knows no other's. */
    private static final String[] WIDGETS = {"..widgets.skiptest..", "..widgets.twolink..", "..widgets.depth..",
        "..widgets.outer..", "..widgets.price..", "..widgets.gradient..", "..widgets.backprop..", "..widgets.rotations..", "..widgets.panda.."};

    @Test
    void mathNeedsOnlyJava() {
        classes().that().resideInAPackage("..widgets.math..")
            .should().onlyDependOnClassesThat().resideInAnyPackage("..widgets.math..", "java..", "org.jspecify..").check(CODE);
    }

    @Test
    void kernelsKnowNoPictures() {
        noClasses().that().resideInAnyPackage(KERNELS)
            .should().dependOnClassesThat().resideInAnyPackage("..widgets.draw..", "..widgets.widget..", "..widgets.browser..").check(CODE);
    }

    @Test
    void widgetsNeedKernelsPicturesAndTheFramework() {
        for (String widget : WIDGETS) {
            classes().that().resideInAPackage(widget)
                .should().onlyDependOnClassesThat().resideInAnyPackage("..widgets.math..", "..widgets.autodiff..", "..widgets.kinematics..",
                    "..widgets.rotation..", "..widgets.expression..", "..widgets.answer..", "..widgets.draw..", "..widgets.widget..",
                    widget, "java..", "org.jspecify..").check(CODE);
        }
    }

    @Test
    void onlyTheBrowsersPackageAndTheStepOfTheBuildKnowTeaVm() {
        noClasses().that().resideOutsideOfPackages("..widgets.browser..", "..widgets.modules..").should().dependOnClassesThat().resideInAPackage("org.teavm..").check(CODE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("lectern.widgets.(*)..").should().beFreeOfCycles().check(CODE);
    }
}
