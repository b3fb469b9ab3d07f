package io.workosjdbc.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.workosjdbc.Driver;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ListeningDriverTest {

  @Test
  void aFailureToConnectIsAMessageAndNoStackTrace() {
    var driver = new ListeningDriver(new Driver(), progress -> {});
    var failure =
        catchThrowableOfType(
            SQLException.class, () -> driver.connect("jdbc:workos:nope=1", new Properties()));
    assertThat((Throwable) failure).hasMessageStartingWith("Unknown property nope");
    assertThat(failure.getSQLState()).isEqualTo("22023");
    var screen = new ByteArrayOutputStream();
    failure.printStackTrace(new PrintStream(screen, true, UTF_8));
    assertThat(screen.toString(UTF_8)).isEmpty();
  }
}
