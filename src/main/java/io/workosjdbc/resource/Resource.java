package io.workosjdbc.resource;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table: what it is called, its columns, and the endpoints that give its rows. The first column
 * tells the objects of one answer apart, the last one is {@code raw}, which the builder adds.
 *
 * @param primaryKey the columns that together identify a row: the first one, and for a list that
 *     another table's rows have each of their own, maybe theirs
 * @param secrets members that are masked wherever they would be shown
 * @param announcement which events tell that an answer does not hold any more
 */
public record Resource(
    String table,
    String description,
    Listing listing,
    List<SingleGet> singleGets,
    List<Column> columns,
    List<String> primaryKey,
    List<Path> secrets,
    Optional<Announcement> announcement) {

  public Resource {
    primaryKey = List.copyOf(primaryKey);
    singleGets = List.copyOf(singleGets);
    columns = List.copyOf(columns);
    secrets = List.copyOf(secrets);
    new ResourceCheck(table, listing, singleGets, columns, primaryKey).run();
  }

  /**
   * The same table with a column before the others that is part of its key, as where the rows of
   * several environments are one table. References are left out: a key points nowhere without that
   * column.
   */
  public Resource within(Column first) {
    var all = columns.stream().map(Column::withoutReference);
    return new Resource(
        table,
        description,
        listing,
        singleGets,
        Stream.concat(Stream.of(first), all).toList(),
        Stream.concat(Stream.of(first.name()), primaryKey.stream()).toList(),
        secrets,
        announcement);
  }

  public static Builder named(String table) {
    return new Builder(table);
  }

  /** The column that tells the objects of one answer apart; never NULL. */
  public Column key() {
    return columns.get(0);
  }

  public Optional<Column> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  /** A column that must exist. */
  public Column required(String name) {
    return column(name)
        .orElseThrow(() -> new IllegalArgumentException("No column " + name + " in " + table));
  }

  /** Collects what a table is made of, in the order in which a reference page tells it. */
  public static final class Builder {
    private final String table;
    private final List<SingleGet> singleGets = new ArrayList<>();
    private final List<Path> secrets = new ArrayList<>();
    private final List<String> uniqueWithin = new ArrayList<>();
    private String description = "";
    private Optional<Listing> listing = Optional.empty();
    private Optional<Announcement> announcement = Optional.empty();

    private Builder(String table) {
      this.table = table;
    }

    public Builder describedAs(String text) {
      description = text;
      return this;
    }

    public Builder listedBy(Listing list) {
      listing = Optional.of(list);
      return this;
    }

    /** Adds an endpoint that gives one object by the value of a column. */
    public Builder fetchedBy(String column, String path) {
      singleGets.add(new SingleGet(column, path, Optional.empty()));
      return this;
    }

    /** Adds an endpoint that gives, in an array, the objects with this value of a column. */
    public Builder fetchedWith(String column, String path, String array) {
      singleGets.add(new SingleGet(column, path, Optional.of(Path.of(array))));
      return this;
    }

    /**
     * Adds a member, written with dots, that is masked wherever it would be shown; {@code a.**.b}
     * is every {@code b} at any depth of {@code a}.
     */
    public Builder secret(String path) {
      secrets.add(Path.of(path));
      return this;
    }

    /** Adds members of these names, at any depth of what a path leads to. */
    public Builder secretWithin(String path, List<String> names) {
      names.forEach(name -> secret(path + "." + Path.ANYWHERE + "." + name));
      return this;
    }

    /** Says which events tell of changes. */
    public Builder announcedBy(Announcement events) {
      announcement = Optional.of(events);
      return this;
    }

    /** Says that the first column identifies a row only together with these. */
    public Builder uniqueWithin(String... columns) {
      uniqueWithin.addAll(List.of(columns));
      return this;
    }

    /** Columns that several tables have, and then those of this one. */
    public Resource columns(List<Column> shared, Column... more) {
      return columns(Stream.concat(shared.stream(), Stream.of(more)).toArray(Column[]::new));
    }

    public Resource columns(Column... columns) {
      var all = Stream.concat(Stream.of(columns), Stream.of(Column.raw())).toList();
      return new Resource(
          table,
          description,
          listing.orElseThrow(() -> new IllegalArgumentException(table + " has no list endpoint")),
          singleGets,
          all,
          Stream.concat(Stream.of(all.get(0).name()), uniqueWithin.stream()).toList(),
          secrets,
          announcement);
    }
  }

  /** What makes a declaration coherent, checked once when the class of the table is loaded. */
  private record ResourceCheck(
      String table,
      Listing listing,
      List<SingleGet> singleGets,
      List<Column> columns,
      List<String> primaryKey) {

    void run() {
      var names = new HashSet<String>();
      columns.forEach(column -> require(names.add(column.name()), "two columns " + column.name()));
      Stream.of(
              singleGets.stream().map(SingleGet::column),
              listing.parameters().stream().map(Parameter::column),
              listing.expressions().stream()
                  .flatMap(Expressions::attributes)
                  .map(Expressions.Attribute::column),
              listing.timeRange().stream().map(TimeRange::column),
              listing.paging().order().stream().map(Paging.Order::column),
              listing.scopes().stream()
                  .flatMap(scope -> scope.taken().stream().map(Scope.Key::column)),
              primaryKey.stream(),
              columns.stream().flatMap(ResourceCheck::dependency))
          .flatMap(name -> name)
          .forEach(name -> require(names.contains(name), "no column " + name));
    }

    private static Stream<String> dependency(Column column) {
      if (column.extraction() instanceof Extraction.Derived derived) {
        return Stream.of(derived.column());
      }
      if (column.extraction() instanceof Extraction.LookedUp lookedUp) {
        return Stream.of(lookedUp.key());
      }
      return Stream.empty();
    }

    private void require(boolean holds, String what) {
      if (!holds) {
        throw new IllegalArgumentException("Table " + table + ": " + what);
      }
    }
  }
}
