package io.workosjdbc.driver;

import io.workosjdbc.planner.SqlViews;
import io.workosjdbc.resource.Source;
import io.workosjdbc.resource.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The views that show the people, groups and sign-ins of both sources in one shape. */
final class Identity {

  static final String NAME = "identity";

  private static final String FOLDER = "/io/workosjdbc/identity/";
  private static final List<String> VIEWS =
      List.of(
          "person", "identity_group", "group_member", "sign_in", "active_users", "failure_rate");

  private Identity() {}

  /**
   * The schema of the views, if there is one of each source that they are about.
   *
   * @param schemas the name of a schema with the tables of each source
   */
  static Optional<SchemaSource.Named> over(Map<Product, String> schemas) {
    return schemas.keySet().containsAll(Products.ALL)
        ? Optional.of(
            new SchemaSource.Named(
                NAME,
                SqlViews.of(views(schemas), NAME),
                Optional.of(new Source(NAME, List.of(), views(schemas)))))
        : Optional.empty();
  }

  static List<View> views(Map<Product, String> schemas) {
    return VIEWS.stream().map(name -> View.of(name, sql(name, schemas))).toList();
  }

  private static String sql(String view, Map<Product, String> schemas) {
    return schemas.entrySet().stream()
        .reduce(
            read(FOLDER + view + ".sql"),
            (sql, each) ->
                sql.replace("${" + each.getKey().source().name() + "}", quoted(each.getValue())),
            (one, other) -> one);
  }

  private static String quoted(String schema) {
    return '"' + schema.replace("\"", "\"\"") + '"';
  }

  private static String read(String file) {
    try (var stream = Identity.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("The driver's jar lacks " + file);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The driver's jar cannot be read at " + file, e);
    }
  }
}
