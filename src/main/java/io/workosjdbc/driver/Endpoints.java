package io.workosjdbc.driver;

import static io.workosjdbc.driver.ConnectionProperty.API_KEY;
import static io.workosjdbc.driver.ConnectionProperty.API_KEY_FILE;
import static io.workosjdbc.driver.ConnectionProperty.BASE_URL;
import static io.workosjdbc.driver.ConnectionProperty.DEMO;
import static io.workosjdbc.driver.ConnectionProperty.ENVIRONMENTS;
import static io.workosjdbc.driver.ConnectionProperty.MODEL;
import static io.workosjdbc.driver.ConnectionProperty.ON_ENVIRONMENT_ERROR;

import io.workosjdbc.driver.Choices.OnEnvironmentError;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** What properties name to talk to: a model, several environments, a demonstration, or an API. */
final class Endpoints {
  private Endpoints() {}

  static Endpoint of(Product product, PropertyValues values) throws SQLException {
    var model = values.find(MODEL, Path.class);
    if (model.isPresent()) {
      return new Endpoint.OfModel(model.get(), values);
    }
    var environments = values.find(ENVIRONMENTS, Path.class);
    if (environments.isPresent()) {
      return new Endpoint.Several(
          EnvironmentsFile.read(environments.get(), values),
          values.get(ON_ENVIRONMENT_ERROR, OnEnvironmentError.class),
          Optional.empty());
    }
    return values.get(DEMO, Boolean.class) ? new Endpoint.Demo() : live(product, values);
  }

  private static Endpoint live(Product product, PropertyValues values) throws SQLException {
    Secret key = apiKey(product, values);
    URI baseUrl =
        values
            .find(BASE_URL, URI.class)
            .orElseThrow(
                () ->
                    SqlState.BAD_VALUE.error(
                        "Property "
                            + product.nameOf(BASE_URL)
                            + " is missing: it says whose API to ask"));
    return new Endpoint.Live(baseUrl, product.keys().scheme().apply(key.value()), key);
  }

  /** A key given to this connection, else its key file, else the environment variable. */
  private static Secret apiKey(Product product, PropertyValues values) throws SQLException {
    Optional<Path> file = values.find(API_KEY_FILE, Path.class);
    Optional<Secret> key =
        file.isPresent() && !values.isGiven(API_KEY)
            ? Optional.of(read(product.nameOf(API_KEY_FILE), file.get()))
            : values.find(API_KEY, Secret.class);
    Secret found = key.orElseThrow(() -> SqlState.KEY_REFUSED.error(product.keys().missing()));
    Optional<String> problem = product.keys().problem().apply(found.value());
    if (problem.isPresent()) {
      throw SqlState.KEY_REFUSED.error(problem.get());
    }
    return found;
  }

  private static Secret read(String property, Path file) throws SQLException {
    try {
      return new Secret(Files.readString(file).trim());
    } catch (IOException e) {
      throw SqlState.KEY_REFUSED.error(
          "Property " + property + ": the file " + file + " cannot be read", e);
    }
  }
}
