package baton.workingtime;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

/** Who uses the module sees neither where holidays come from nor how time is cut up. */
class PublicApiTest {

  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("baton.workingtime");

  @Test
  void publicClassesDoNotDependOnJollyday() {
    ArchRuleDefinition.noClasses()
        .that()
        .arePublic()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("de.focus_shift..")
        .check(MODULE);
  }

  @Test
  void theArithmeticDependsOnJavaAndHolidaysOnly() {
    ArchRuleDefinition.classes()
        .that()
        .resideInAPackage("baton.workingtime")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "baton.workingtime..")
        .check(MODULE);
  }
}
