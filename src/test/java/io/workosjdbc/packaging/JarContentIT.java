package io.workosjdbc.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;

/** What the jars consist of: a driver shares its class path with anything. */
class JarContentIT {
  /** A class in the jar and one it refers to in vain, as jdeps prints them. */
  private static final Pattern MISSING = Pattern.compile("^ +\\S+ +-> +(\\S+) +not found$");

  /**
   * What code in the jar knows of and does without: annotations, other JSON libraries of json-path,
   * other TLS providers of OkHttp, native images, Ant tasks of Janino, OpenTelemetry, and the parts
   * of Calcite, Avatica and commons-math that pom.xml leaves out with a reason.
   */
  private static final Pattern OPTIONAL =
      Pattern.compile(
          "(io\\.workosjdbc\\.shaded\\.)?("
              + "com\\.google\\.(errorprone|j2objc)\\.annotations|javax\\.annotation"
              + "|org\\.(apiguardian|checkerframework|immutables|jetbrains)"
              + "|com\\.google\\.gson|jakarta\\.json|org\\.json|org\\.codehaus\\.jettison|org\\.apache\\.tapestry5"
              + "|com\\.jayway\\.jsonpath\\.spi\\.json|org\\.bouncycastle|org\\.conscrypt|org\\.openjsse"
              + "|com\\.oracle\\.svm|io\\.opentelemetry|org\\.graalvm|org\\.apache\\.tools\\.ant"
              + "|com\\.fasterxml\\.jackson\\.dataformat\\.yaml|com\\.google\\.uzaygezen|com\\.yahoo\\.sketches"
              + "|org\\.apache\\.commons\\.(dbcp2|io|math3)|org\\.apache\\.hc\\.client5|org\\.pentaho\\.aggdes"
              + ")\\..*");

  private static final Set<String> METABASE =
      Set.of("metabase-plugin.yaml", "metabase/driver/workos.clj");

  @Test
  void everyClassIsBelowOurPackage() throws IOException {
    assertThat(Jars.files(Jars.DROP_IN))
        .filteredOn(name -> name.endsWith(".class"))
        .hasSizeGreaterThan(10_000)
        .allMatch(name -> name.startsWith("io/workosjdbc/"));
  }

  @Test
  void nothingElseLiesBesideTheClasses() throws IOException {
    assertThat(Jars.files(Jars.DROP_IN))
        .allMatch(JarContentIT::isOurs)
        .noneMatch(name -> name.matches("META-INF/.*\\.(SF|DSA|RSA|kotlin_module)"))
        .noneMatch(name -> name.startsWith("META-INF/versions/"))
        .noneMatch(name -> name.endsWith("module-info.class"));
  }

  @Test
  void theLicencesOfAllPartsAreThere() throws IOException {
    assertThat(Jars.files(Jars.DROP_IN))
        .contains("META-INF/LICENSE", "META-INF/NOTICE", "META-INF/THIRD-PARTY.txt");
  }

  @Test
  void nothingThatIsNeededIsMissing() {
    assertThat(missingClasses()).allMatch(name -> OPTIONAL.matcher(name).matches());
  }

  @Test
  void theThinJarHoldsOursOnly() throws IOException {
    assertThat(Jars.files(Jars.THIN))
        .allMatch(JarContentIT::isOurs)
        .noneMatch(name -> name.startsWith("io/workosjdbc/shaded/"));
  }

  @Test
  void metabaseFindsItsPlugin() throws IOException {
    assertThat(Jars.files(Jars.DROP_IN)).containsAll(METABASE);
  }

  private static boolean isOurs(String name) {
    return name.startsWith("io/workosjdbc/")
        || name.startsWith("META-INF/")
        || METABASE.contains(name);
  }

  private static Set<String> missingClasses() {
    var printed = new ByteArrayOutputStream();
    var out = new PrintStream(printed, true, UTF_8);
    var jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
    jdeps.run(out, out, "--missing-deps", Jars.DROP_IN.toString());
    var missing = new TreeSet<String>();
    for (var line : printed.toString(UTF_8).lines().toList()) {
      var matcher = MISSING.matcher(line);
      if (matcher.matches()) {
        missing.add(matcher.group(1));
      }
    }
    assertThat(missing).as(printed.toString(UTF_8).substring(0, 60)).isNotEmpty();
    return missing;
  }
}
