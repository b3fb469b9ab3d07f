package io.workosjdbc.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stored question about the tables of a source.
 *
 * @param sql a SELECT in standard SQL, whose columns are {@code columns} in this order
 */
public record View(String name, String description, List<Field> columns, String sql) {

  private static final Pattern FIELD =
      Pattern.compile("(\\w+) (VARCHAR|BIGINT|DOUBLE|BOOLEAN|DATE|TIMESTAMP)( NOT NULL)?: (\\S.*)");

  public View {
    columns = List.copyOf(columns);
    if (description.isBlank() || columns.isEmpty() || sql.isBlank()) {
      throw new IllegalArgumentException(
          "View " + name + " needs a description, columns and a query");
    }
  }

  /** What a column of a view holds; TIMESTAMP is an instant in UTC with millisecond precision. */
  public enum Type {
    VARCHAR,
    BIGINT,
    DOUBLE,
    BOOLEAN,
    DATE,
    TIMESTAMP
  }

  /** A column of a view. */
  public record Field(String name, Type type, boolean nullable, String description) {}

  /** The schema in which the views over the tables of a schema lie. */
  public static String schemaOf(String tables) {
    return tables + "_insight";
  }

  /**
   * A view from a file that begins with comments: its description, an empty line, and a line such
   * as {@code -- day DATE NOT NULL: The day (UTC).} for each of its columns. A line that is
   * indented goes on with the one before.
   */
  public static View of(String name, String file) {
    var description = new StringBuilder();
    var lines = new ArrayList<String>();
    var sql = new StringBuilder();
    boolean isDescribed = false;
    for (String line : file.split("\\R", -1)) {
      if (!line.startsWith("--")) {
        sql.append(line).append('\n');
      } else if (line.equals("--")) {
        isDescribed = true;
      } else if (!isDescribed) {
        description.append(line.substring(2));
      } else if (line.startsWith("--   ") && !lines.isEmpty()) {
        lines.set(lines.size() - 1, lines.get(lines.size() - 1) + " " + line.substring(5));
      } else {
        lines.add(line.substring(3));
      }
    }
    var columns = lines.stream().map(line -> field(name, line)).toList();
    return new View(name, description.toString().strip(), columns, sql.toString().strip());
  }

  private static Field field(String view, String line) {
    Matcher field = FIELD.matcher(line);
    if (!field.matches()) {
      throw new IllegalArgumentException("View " + view + ": no column is described by " + line);
    }
    return new Field(
        field.group(1), Type.valueOf(field.group(2)), field.group(3) == null, field.group(4));
  }
}
