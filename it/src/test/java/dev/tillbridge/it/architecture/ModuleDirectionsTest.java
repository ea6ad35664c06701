package dev.tillbridge.it.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleDirectionsTest {

  private static final String MODEL = "dev.tillbridge.model..";
  private static final String DEVICES = "dev.tillbridge.devices..";
  private static final String BROKER = "dev.tillbridge.broker..";
  private static final String SCREENS = "dev.tillbridge.screens..";
  private static final String REGISTER = "dev.tillbridge.register..";
  private static final String PRICE_BOOK = "dev.tillbridge.pricebook..";
  private static final String HQ = "dev.tillbridge.hq..";

  /** What each module may know of ours, itself aside. */
  private static final Map<String, List<String>> MAY_KNOW =
      Map.of(
          MODEL, List.of(),
          DEVICES, List.of(MODEL),
          BROKER, List.of(MODEL),
          SCREENS, List.of(MODEL),
          REGISTER, List.of(MODEL, BROKER, DEVICES, SCREENS),
          PRICE_BOOK, List.of(MODEL, BROKER, SCREENS),
          HQ, List.of(MODEL, BROKER, SCREENS));

  /** Packages with rules of the shop and no adapter in them. */
  private static final String[] DOMAIN = {
    MODEL,
    "dev.tillbridge.register.drawer..",
    "dev.tillbridge.register.lane..",
    "dev.tillbridge.register.ticket..",
    "dev.tillbridge.register.tender..",
    "dev.tillbridge.hq.ledger.."
  };

  private static JavaClasses ours;

  @BeforeAll
  static void readOurClasses() {
    ours =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.tillbridge");
  }

  @ParameterizedTest
  @ValueSource(strings = {MODEL, DEVICES, BROKER, SCREENS, REGISTER, PRICE_BOOK, HQ})
  void moduleKnowsOnlyThoseBelowIt(String module) {
    DescribedPredicate<JavaClass> below =
        resideInAnyPackage(MAY_KNOW.getOrDefault(module, List.of()).toArray(String[]::new))
            .or(resideInAnyPackage(module));
    classes()
        .that()
        .resideInAPackage(module)
        .should()
        .onlyDependOnClassesThat(
            below.or(DescribedPredicate.not(resideInAnyPackage("dev.tillbridge.."))))
        .because(
            "dependencies point down DESIGN's list only and no program knows another: move what"
                + " both need into model or broker-embedded, or pass it in from Main")
        .check(ours);
  }

  @Test
  void domainSeesNoAdapterLibrary() {
    noClasses()
        .that()
        .resideInAnyPackage(DOMAIN)
        .should(
            dependOnClassesThat(
                resideInAnyPackage(
                    "org.apache.activemq..",
                    "org.hibernate..",
                    "jakarta.persistence..",
                    "java.sql..",
                    "org.postgresql..",
                    "org.mapdb..",
                    "jpos..",
                    "io.javalin..",
                    "gg.jte..",
                    "io.github.resilience4j..",
                    "tools.jackson..")))
        .because(
            "a rule of the shop must hold whatever stores or shows it: put an interface beside the"
                + " rule and the library behind it, in a package of its own")
        .check(ours);
  }

  @Test
  void moneyIsNeverADouble() {
    classes()
        .that()
        .resideInAnyPackage(DOMAIN)
        .or()
        .resideInAnyPackage("dev.tillbridge.hq.ingest..", "dev.tillbridge.it.invoice..")
        .should(haveNoFloatingPoint())
        .because("a double cannot hold 0.10: use Money, or BigDecimal for quantities and rates")
        .check(ours);
  }

  @Test
  void nobodyReadsTheClockBehindTheCallersBack() {
    noClasses()
        .that()
        .resideInAnyPackage(DOMAIN)
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .because("time comes in through the constructor as a Clock, or a test cannot step it")
        .check(ours);
  }

  private static ArchCondition<JavaClass> haveNoFloatingPoint() {
    return new ArchCondition<>("have no field, parameter or result of type double or float") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        for (JavaField field : item.getFields()) {
          report(events, item, field.getFullName(), field.getRawType());
        }
        for (JavaMethod method : item.getMethods()) {
          report(events, item, method.getFullName(), method.getRawReturnType());
          method
              .getRawParameterTypes()
              .forEach(type -> report(events, item, method.getFullName(), type));
        }
      }

      private void report(ConditionEvents events, JavaClass item, String where, JavaClass type) {
        String name = type.getBaseComponentType().getName();
        if (name.equals("double")
            || name.equals("float")
            || name.equals("java.lang.Double")
            || name.equals("java.lang.Float")) {
          events.add(SimpleConditionEvent.violated(item, where + " uses " + name));
        }
      }
    };
  }
}
