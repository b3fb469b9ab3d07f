package io.workosjdbc.resource;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A column of a table. Every column but the primary key may be NULL: a member that is absent and
 * one that is null are the same, whatever the API's specification promises.
 *
 * @param references the row of another table that this column names, for people and tools; the
 *     planner does not rely on it, because parents get deleted
 */
public record Column(
    String name,
    ColumnType type,
    String description,
    Extraction extraction,
    Optional<Reference> references) {

  public Column {
    if (!name.matches("_?[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException("A column name is snake_case: " + name);
    }
    if (description.isBlank()) {
      throw new IllegalArgumentException("Column " + name + " needs a description");
    }
  }

  public static Column text(String name, String description) {
    return of(name, ColumnType.TEXT, description);
  }

  public static Column bool(String name, String description) {
    return of(name, ColumnType.BOOLEAN, description);
  }

  public static Column integer(String name, String description) {
    return of(name, ColumnType.INTEGER, description);
  }

  public static Column timestamp(String name, String description) {
    return of(name, ColumnType.TIMESTAMP, description);
  }

  public static Column json(String name, String description) {
    return of(name, ColumnType.JSON, description);
  }

  static Column raw() {
    return text("raw", "The whole object as JSON text, secrets masked.")
        .with(new Extraction.Raw(), ColumnType.JSON);
  }

  private static Column of(String name, ColumnType type, String description) {
    var member = new Extraction.Member(List.of(Path.of(name)));
    return new Column(name, type, description, member, Optional.empty());
  }

  /** The same column, taken from the first of these members that is present and not null. */
  public Column from(String... paths) {
    return with(new Extraction.Member(Arrays.stream(paths).map(Path::of).toList()), type);
  }

  /** The same column, taken from one member of every element of an array, joined by commas. */
  public Column joining(String array, String member) {
    return with(new Extraction.Joined(Path.of(array), member), type);
  }

  /** The same column, following from another column's value; see {@link Extraction.Derived}. */
  public Column derivedFrom(String column, Map<String, String> values, String... otherwise) {
    var member = new Extraction.Member(Arrays.stream(otherwise).map(Path::of).toList());
    return with(new Extraction.Derived(column, values, member), type);
  }

  /** The same column, saying some values in other words; see {@link Extraction.Reworded}. */
  public Column reworded(Map<String, String> words) {
    return with(new Extraction.Reworded(member(), words), type);
  }

  /** The same column, looked up in another table; see {@link Extraction.LookedUp}. */
  public Column lookedUp(String key, String table, String value) {
    return with(new Extraction.LookedUp(key, table, value), type);
  }

  /** The same column, holding the key by which its list was asked for. */
  public Column bound() {
    return with(new Extraction.Bound(name, member()), type);
  }

  /**
   * The same column, taken from elsewhere in objects that say so; see {@link Extraction.Tagged}.
   */
  public Column orWhere(String where, String text, String then) {
    return with(new Extraction.Tagged(Path.of(where), text, Path.of(then), member()), type);
  }

  private Extraction.Member member() {
    if (extraction instanceof Extraction.Member member) {
      return member;
    }
    throw new IllegalStateException("Column " + name + " is not simply a member");
  }

  /** The same column, holding the primary key of a row of {@code table}. */
  public Column references(String table) {
    return references(new Reference(table, Optional.empty()));
  }

  /** The same column, holding another column of a row of {@code table} that is its alone. */
  public Column references(String table, String column) {
    return references(new Reference(table, Optional.of(column)));
  }

  private Column references(Reference reference) {
    return new Column(name, type, description, extraction, Optional.of(reference));
  }

  Column withoutReference() {
    return new Column(name, type, description, extraction, Optional.empty());
  }

  private Column with(Extraction taken, ColumnType as) {
    return new Column(name, as, description, taken, references);
  }
}
