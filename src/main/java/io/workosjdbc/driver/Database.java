package io.workosjdbc.driver;

import com.google.common.collect.Sets;
import io.workosjdbc.driver.SchemaSource.Attached;
import io.workosjdbc.driver.SchemaSource.Named;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.apache.calcite.adapter.jdbc.JdbcSchema;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.jdbc.Driver;
import org.jspecify.annotations.Nullable;

/**
 * A database that a model names, read through Calcite's JDBC adapter.
 *
 * @param login user and password, where there are
 * @param catalog the catalog whose tables are read
 * @param schema the database's schema whose tables are read
 */
record Database(
    String name,
    JsonFile file,
    int line,
    String url,
    Properties login,
    Optional<String> catalog,
    Optional<String> schema) {

  /** Calcite's factory. From parts, because relocation rewrites whole names in constants. */
  static final String FACTORY =
      String.join(".", "org", "apache", "calcite", "adapter.jdbc.JdbcSchema$Factory");

  /** Members of Calcite's models that name a class. */
  static final Set<String> LOADS_CLASSES =
      Set.of("jdbcDriver", "dataSource", "sqlDialectFactory", "functions", "tables", "types");

  private static final Set<String> MEMBERS =
      Set.of(
          "jdbcUrl",
          "jdbcUser",
          "jdbcPassword",
          "jdbcPasswordVariable",
          "jdbcCatalog",
          "jdbcSchema");

  /** As {@code password=...}, or as {@code //user:password@host}. */
  private static final Pattern PASSWORD_IN_URL =
      Pattern.compile("(?i)(password|passwd|pwd)=[^;&]|//[^/?;]*:[^/?;@]+@");

  /**
   * Kinds of tables that Calcite does not know are tables all the same. In our jar this is a logger
   * of ours, and is kept because a logger that nobody holds forgets its level.
   */
  private static final Logger CALCITES = Logger.getLogger(JdbcSchema.class.getName());

  static {
    if (CalciteRegistration.isRelocated(Driver.class) && CALCITES.getLevel() == null) {
      CALCITES.setLevel(Level.WARNING);
    }
  }

  /** What a database can say, with these. */
  static Set<String> with(Set<String> besides) {
    return Sets.union(MEMBERS, besides);
  }

  /** Reads members that have been checked to be known. */
  static Database read(
      String name,
      Json.Members members,
      JsonFile file,
      Function<String, Optional<String>> variables)
      throws SQLException {
    var texts = new HashMap<String, String>();
    for (var member : members.members().entrySet()) {
      var key = member.getKey();
      if (MEMBERS.contains(key)) {
        var at = name + "." + key;
        var text = file.text(member.getValue(), at);
        texts.put(key, key.endsWith("Variable") ? file.variable(text, at, variables) : text.text());
        if (isSecret(key, text.text())) {
          PrivateFile.checkUnread(file, text.line(), at);
        }
      }
    }
    var url = texts.get("jdbcUrl");
    if (url == null) {
      throw file.problem(members.line(), name + " has no jdbcUrl");
    }
    return new Database(
        name,
        file,
        members.line(),
        url,
        login(texts),
        Optional.ofNullable(texts.get("jdbcCatalog")),
        Optional.ofNullable(texts.get("jdbcSchema")));
  }

  /** A password, or a URL with one. */
  private static boolean isSecret(String key, String text) {
    return (key.equals("jdbcPassword") && !text.isEmpty())
        || (key.equals("jdbcUrl") && PASSWORD_IN_URL.matcher(text).find());
  }

  private static Properties login(Map<String, String> texts) {
    var login = new Properties();
    put(login, "user", texts.get("jdbcUser"));
    put(login, "password", texts.get("jdbcPassword"));
    put(login, "password", texts.get("jdbcPasswordVariable"));
    return login;
  }

  private static void put(Properties login, String name, @Nullable String value) {
    if (value != null) {
      login.setProperty(name, value);
    }
  }

  /** A driver's message may repeat what it was given. */
  private String withoutSecrets(@Nullable String message) {
    var password = login.getProperty("password", "");
    var clean = String.valueOf(message).replace(url, RegisteredDrivers.beginning(url) + "***");
    return password.isEmpty() ? clean : clean.replace(password, "***");
  }

  /** Connects once, to learn which database it is. */
  Attached open() throws SQLException {
    try {
      var source = new RegisteredDatabase(RegisteredDrivers.of(url), url, login);
      // The parent is asked for nothing but the way to itself from the root, and is one.
      var root = CalciteSchema.createRootSchema(false).plus();
      var tables = JdbcSchema.create(root, name, source, catalog.orElse(null), schema.orElse(null));
      return new Attached(List.of(new Named(name, tables, Optional.empty())), () -> {});
    } catch (SQLException | RuntimeException e) {
      var translated = SqlErrors.translate(e);
      throw new SQLException(
          file.at(line) + name + ": " + withoutSecrets(translated.getMessage()),
          translated.getSQLState(),
          withoutSecrets(e.toString()).equals(e.toString()) ? e : null);
    }
  }
}
