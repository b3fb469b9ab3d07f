package io.workosjdbc.driver;

import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Extraction.Derived;
import io.workosjdbc.resource.Parameter;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The tables of a source as a chapter of the README: columns, types, and what is sent to the API.
 */
record TableGuide(Source source) {

  String markdown() {
    return source.resources().stream().map(TableGuide::chapter).collect(Collectors.joining("\n"));
  }

  private static String chapter(Resource resource) {
    var rows =
        resource.columns().stream()
            .map(column -> row(resource, column))
            .collect(Collectors.joining());
    return "**`%s`** (`GET %s`): %s\n\n| column | type | what it is | sent to the API |\n|---|---|---|---|\n%s"
        .formatted(
            resource.table(), resource.listing().path(), sentence(resource.description()), rows);
  }

  private static String row(Resource resource, Column column) {
    var references = column.references().map(table -> " References `" + table + "`.").orElse("");
    return "| `%s`%s | %s | %s%s | %s |\n"
        .formatted(
            column.name(),
            column.equals(resource.key()) ? " (key)" : "",
            type(column),
            column.description(),
            references,
            String.join("; ", sent(resource, column)));
  }

  private static String sentence(String description) {
    return Character.toLowerCase(description.charAt(0)) + description.substring(1);
  }

  private static String type(Column column) {
    return switch (column.type()) {
      case TEXT -> "VARCHAR";
      case JSON -> "VARCHAR (JSON)";
      case BOOLEAN -> "BOOLEAN";
      case INTEGER -> "BIGINT";
      case TIMESTAMP -> "TIMESTAMP(3)";
    };
  }

  private static List<String> sent(Resource resource, Column column) {
    var sent = new ArrayList<String>();
    resource.singleGets().stream()
        .filter(get -> get.column().equals(column.name()))
        .forEach(get -> sent.add("`=`, `IN`: `GET " + get.path().replace("{}", "…") + "`"));
    for (var parameter : resource.listing().parameters()) {
      if (narrows(parameter, column)) {
        sent.add(operators(parameter) + ": `" + parameter.name() + "=`");
      }
    }
    resource
        .listing()
        .timeRange()
        .filter(range -> range.column().equals(column.name()))
        .ifPresent(
            range ->
                sent.add(
                    "`=`, `<`, `>=`, `BETWEEN`, `FLOOR`, `CAST`: `%s=`, `%s=`"
                        .formatted(range.start(), range.end())));
    resource
        .listing()
        .paging()
        .order()
        .filter(order -> order.column().equals(column.name()))
        .ifPresent(order -> sent.add("`ORDER BY`: `" + order.parameter() + "=`"));
    return sent;
  }

  private static boolean narrows(Parameter parameter, Column column) {
    boolean derived =
        parameter instanceof Parameter.Choice
            && column.extraction() instanceof Derived from
            && from.column().equals(parameter.column());
    return derived || parameter.column().equals(column.name());
  }

  private static String operators(Parameter parameter) {
    if (parameter instanceof Parameter.Choice) {
      return "any condition";
    }
    return parameter instanceof Parameter.Equality equality && !equality.accepted().isEmpty()
        ? "`=`, `IN` of the %d values that the API filters by".formatted(equality.accepted().size())
        : "`=`, `IN`";
  }
}
