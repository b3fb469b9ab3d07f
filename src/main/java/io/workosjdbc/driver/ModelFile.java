package io.workosjdbc.driver;

import static io.workosjdbc.driver.ConnectionProperty.MODEL;
import static io.workosjdbc.driver.ConnectionProperty.SCHEMA;

import io.workosjdbc.driver.SchemaSource.Attached;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A model in the form of Calcite's: {@code schemas}, each of a source or of a database. What in
 * Calcite's models makes it load a class (drivers, functions, tables, dialects, data sources) is
 * refused, and a factory is taken by its name from a list of ours.
 */
final class ModelFile {

  private static final Set<String> MEMBERS = Set.of("version", "defaultSchema", "schemas");
  private static final Set<String> OF_A_SCHEMA = Set.of("name", "type", "factory", "operand");

  /** What a schema cannot say of itself. */
  private static final Set<ConnectionProperty> ELSEWHERE = Set.of(SCHEMA, MODEL);

  /** The factories of sources. Ours are not relocated. */
  private static final Map<String, Product> FACTORIES =
      Map.of(
          WorkosSchemaFactory.class.getName(), Products.WORKOS,
          OktaSchemaFactory.class.getName(), Products.OKTA);

  private final JsonFile file;
  private final PropertyValues given;
  private final SchemaSource sources;

  private ModelFile(JsonFile file, PropertyValues given, SchemaSource sources) throws SQLException {
    this.file = file;
    this.given = given;
    this.sources = sources;
  }

  /**
   * Opens everything that a model names.
   *
   * @param sources opens schemas of sources
   */
  static Attached open(Endpoint.OfModel model, SchemaSource sources) throws SQLException {
    model.given().checkNoKeyBeside("model");
    var file = JsonFile.read(model.file());
    PrivateFile.checkUnchanged(file);
    return new ModelFile(file, model.given(), sources).open();
  }

  private Attached open() throws SQLException {
    checkMembers(file.root(), MEMBERS, "a model");
    if (!(file.root().members().get("schemas") instanceof Json.Elements schemas)
        || schemas.elements().isEmpty()) {
      throw file.problem(1, "a model has schemas, an array with one or more");
    }
    var attached = new ArrayList<Attached>();
    try {
      for (var schema : schemas.elements()) {
        attached.add(schema(schema));
      }
      var all = Attached.all(attached);
      checkNames(all);
      return all.withDefault(defaultSchema(all));
    } catch (SQLException | RuntimeException e) {
      attached.forEach(each -> each.release().close());
      throw e;
    }
  }

  private void checkNames(Attached all) throws SQLException {
    var names = new HashSet<String>();
    for (var schema : all.schemas()) {
      if (!names.add(schema.name().toLowerCase(Locale.ROOT))) {
        throw file.problem(1, "there are two schemas " + schema.name());
      }
    }
  }

  private String defaultSchema(Attached all) throws SQLException {
    var written = file.root().members().get("defaultSchema");
    var name = written == null ? all.defaultSchema() : file.text(written, "defaultSchema").text();
    var wanted = given.isGiven(SCHEMA) ? given.get(SCHEMA, String.class) : name;
    return all.schemas().stream()
        .map(SchemaSource.Named::name)
        .filter(wanted::equalsIgnoreCase)
        .findFirst()
        .orElseThrow(
            () ->
                file.problem(written == null ? 1 : written.line(), "there is no schema " + wanted));
  }

  private Attached schema(Json json) throws SQLException {
    if (!(json instanceof Json.Members schema)) {
      throw file.problem(json.line(), "a schema is an object");
    }
    var name = text(schema, "name");
    return switch (text(schema, "type")) {
      case "custom" -> custom(name, schema);
      case "jdbc" -> database(name, schema, OF_A_SCHEMA);
      default -> throw file.problem(schema.line(), name + ": type is custom or jdbc");
    };
  }

  private Attached custom(String name, Json.Members schema) throws SQLException {
    checkMembers(schema, OF_A_SCHEMA, name);
    var factory = text(schema, "factory");
    var operand =
        schema.members().getOrDefault("operand", new Json.Members(schema.line(), Map.of()));
    if (!(operand instanceof Json.Members members)) {
      throw file.problem(operand.line(), name + ".operand is an object");
    }
    if (factory.equals(Database.FACTORY)) {
      return database(name, members, Set.of());
    }
    var product = FACTORIES.get(factory);
    if (product == null) {
      throw file.problem(
          schema.line(),
          name
              + ".factory is none that this driver takes; they are "
              + Stream.concat(FACTORIES.keySet().stream().sorted(), Stream.of(Database.FACTORY))
                  .collect(Collectors.joining(", ")));
    }
    return source(product, name, members);
  }

  private Attached source(Product product, String name, Json.Members operand) throws SQLException {
    var texts = new EnumMap<ConnectionProperty, String>(ConnectionProperty.class);
    texts.putAll(given.sharedWith(product, ELSEWHERE));
    texts.putAll(
        new WrittenProperties(file, ELSEWHERE, given::variable).read(product, name, operand));
    texts.put(SCHEMA, name);
    try {
      var values = PropertyValues.of(product, texts, given::variable);
      var url = new ConnectionUrl(product, Map.of());
      return sources.open(ConnectionSettings.of(url, values).overAll(name));
    } catch (SQLException e) {
      throw new SQLException(
          file.at(operand.line()) + name + ": " + e.getMessage(), e.getSQLState(), e);
    }
  }

  private Attached database(String name, Json.Members members, Set<String> besides)
      throws SQLException {
    checkMembers(members, Database.with(besides), name);
    return Database.read(name, members, file, given::variable).open();
  }

  private void checkMembers(Json.Members members, Set<String> allowed, String of)
      throws SQLException {
    for (var member : members.members().entrySet()) {
      if (!allowed.contains(member.getKey())) {
        throw file.problem(
            member.getValue().line(),
            of
                + " cannot have "
                + member.getKey()
                + " here"
                + (Database.LOADS_CLASSES.contains(member.getKey())
                    ? ": a model names no class to load; a driver is found by its URL"
                    : ""));
      }
    }
  }

  private String text(Json.Members schema, String member) throws SQLException {
    var json = schema.members().get(member);
    if (json == null) {
      throw file.problem(schema.line(), "a schema has no " + member);
    }
    return file.text(json, member).text();
  }
}
