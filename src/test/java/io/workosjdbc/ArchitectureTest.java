package io.workosjdbc;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import io.workosjdbc.driver.SourceDriver;
import io.workosjdbc.okta.Driver;
import java.time.Instant;

/** One way through the house: which package may know which. */
@AnalyzeClasses(packages = "io.workosjdbc", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String OURS = "io.workosjdbc.";

  @ArchTest static final ArchRule theVocabularyKnowsNothing = layers("resource");

  @ArchTest static final ArchRule theLogKnowsNothing = layers("log");

  @ArchTest static final ArchRule declarationsKnowTheVocabulary = layers("source", "resource");

  @ArchTest static final ArchRule requestsArePlannedFromConditions = layers("request", "resource");

  @ArchTest static final ArchRule httpKnowsNothingOfOurs = layers("http");

  @ArchTest static final ArchRule theCacheKnowsNoHttp = layers("cache", "request", "resource");

  @ArchTest
  static final ArchRule fetchingJoinsRequestsCacheAndHttp =
      layers("fetch", "request", "resource", "cache", "http", "log");

  @ArchTest
  static final ArchRule thePlannerKnowsRequestsAndTheRowSource =
      layers("planner", "request", "resource", "fetch", "log");

  @ArchTest
  static final ArchRule thePlannerKnowsNoMoreOfFetchThanTheRowSource =
      noClasses()
          .that()
          .resideInAPackage(OURS + "planner..")
          .should()
          .dependOnClassesThat(
              resideInAPackage(OURS + "fetch..")
                  .and(not(nameMatching(".*\\.(RowSources?|Execution)(\\$.*)?"))));

  @ArchTest static final ArchRule theDemoKnowsASource = layers("demo", "resource", "source");

  @ArchTest
  static final ArchRule nobodyKnowsTheDriver =
      layered().whereLayer("driver").mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices()
          .matching(OURS + "(*)..")
          .should()
          .beFreeOfCycles()
          .ignoreDependency(Driver.class, SourceDriver.class);

  @ArchTest
  static final ArchRule onlyThePlannerBuildsPlans =
      noClasses()
          .that()
          .resideOutsideOfPackage(OURS + "planner..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.calcite.rel..", "org.apache.calcite.rex..", "org.apache.calcite.plan..");

  @ArchTest
  static final ArchRule onlyThePlannerAndTheDriverKnowCalcite =
      noClasses()
          .that(not(resideInDriverOr("planner")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.calcite..");

  @ArchTest
  static final ArchRule onlyHttpKnowsOkHttp =
      noClasses()
          .that()
          .resideOutsideOfPackages(OURS + "http..", OURS + "demo..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("okhttp3..", "okio..");

  @ArchTest
  static final ArchRule planningRequestsReadsNoClock =
      noClasses()
          .that()
          .resideInAnyPackage(
              OURS + "request..", OURS + "resource..", OURS + "workos..", OURS + "okta..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime");

  @ArchTest
  static final ArchRule nothingPrintsButAMainClass =
      noClasses().that(not(haveAMainMethod())).should(ACCESS_STANDARD_STREAMS);

  /** The layer may import these layers of ours, and no other. */
  private static ArchRule layers(String layer, String... mayImport) {
    var rule = layered().whereLayer(layer);
    return mayImport.length == 0
        ? rule.mayNotAccessAnyLayer()
        : rule.mayOnlyAccessLayers(mayImport);
  }

  private static LayeredArchitecture layered() {
    return layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("driver")
        .definedBy(resideInDriverOr("driver"))
        .layer("planner")
        .definedBy(OURS + "planner..")
        .layer("request")
        .definedBy(OURS + "request..")
        .layer("fetch")
        .definedBy(OURS + "fetch..")
        .layer("cache")
        .definedBy(OURS + "cache..")
        .layer("http")
        .definedBy(OURS + "http..")
        .layer("log")
        .definedBy(OURS + "log..")
        .layer("resource")
        .definedBy(OURS + "resource..")
        .layer("source")
        .definedBy(
            describe(
                "declarations",
                type ->
                    !isDriver(type)
                        && (type.getPackageName().startsWith(OURS + "workos")
                            || type.getPackageName().startsWith(OURS + "okta"))))
        .layer("demo")
        .definedBy(OURS + "demo..");
  }

  /** {@code io.workosjdbc.Driver} and its like belong to the package of the driver. */
  private static DescribedPredicate<JavaClass> resideInDriverOr(String name) {
    return describe(
        "reside in driver or " + name,
        type ->
            isDriver(type)
                || (type.getPackageName() + ".").startsWith(OURS + "driver.")
                || (type.getPackageName() + ".").startsWith(OURS + name + "."));
  }

  private static boolean isDriver(JavaClass type) {
    return type.getPackageName().equals("io.workosjdbc") || type.isEquivalentTo(Driver.class);
  }

  private static DescribedPredicate<JavaClass> haveAMainMethod() {
    return describe(
        "have a main method", type -> type.tryGetMethod("main", String[].class).isPresent());
  }
}
