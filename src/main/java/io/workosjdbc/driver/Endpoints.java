package io.workosjdbc.driver;

import static io.workosjdbc.driver.ConnectionProperty.BASE_URL;
import static io.workosjdbc.driver.ConnectionProperty.DEMO;
import static io.workosjdbc.driver.ConnectionProperty.ENVIRONMENTS;
import static io.workosjdbc.driver.ConnectionProperty.MODEL;
import static io.workosjdbc.driver.ConnectionProperty.ON_ENVIRONMENT_ERROR;

import io.workosjdbc.driver.Choices.OnEnvironmentError;
import java.net.URI;
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
    var source = KeySource.of(product, values);
    URI baseUrl =
        values
            .find(BASE_URL, URI.class)
            .orElseThrow(
                () ->
                    SqlState.BAD_VALUE.error(
                        "Property "
                            + product.nameOf(BASE_URL)
                            + " is missing: it says whose API to ask"));
    return new Endpoint.Live(baseUrl, product.keys(), source.key(product.keys()), source);
  }
}
