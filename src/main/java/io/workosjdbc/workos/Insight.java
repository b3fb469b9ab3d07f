package io.workosjdbc.workos;

import io.workosjdbc.resource.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The views that answer what people ask first; each is a file that says what it tells. */
final class Insight {

  private static final String FOLDER = "/io/workosjdbc/insight/";

  static final List<View> VIEWS =
      Stream.of(
              "organization_overview",
              "organization_onboarding",
              "sso_without_directory",
              "active_connection",
              "connection_success_rate",
              "failed_sign_in",
              "failure_burst",
              "daily_active_users",
              "weekly_active_users",
              "monthly_active_users",
              "dormant_user",
              "directory_health",
              "unverified_domain")
          .map(name -> View.of(name, read(FOLDER + name + ".sql")))
          .toList();

  private Insight() {}

  private static String read(String file) {
    try (var stream = Insight.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("The driver's jar lacks " + file);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The driver's jar cannot be read at " + file, e);
    }
  }
}
