package io.workosjdbc.driver;

import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Expressions;
import io.workosjdbc.resource.Expressions.Operator;
import io.workosjdbc.resource.Extraction.Derived;
import io.workosjdbc.resource.Listing;
import io.workosjdbc.resource.Parameter;
import io.workosjdbc.resource.Reference;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Scope;
import io.workosjdbc.resource.Source;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tables of a source as a chapter of a page: columns, types, and what is sent to the API. */
record TableGuide(Source source) {

  String markdown() {
    return source.resources().stream().map(TableGuide::chapter).collect(Collectors.joining("\n"));
  }

  private static String chapter(Resource resource) {
    var rows =
        resource.columns().stream()
            .map(column -> row(resource, column))
            .collect(Collectors.joining());
    return "**`%s`** (`%s %s`): %s%s\n\n| column | type | what it is | sent to the API |\n|---|---|---|---|\n%s"
        .formatted(
            resource.table(),
            resource.listing().shape() == Listing.Shape.EXPORT ? "POST" : "GET",
            resource.listing().path(),
            sentence(resource.description()),
            cost(resource)
                .map(cost -> cost.startsWith("Needs") ? cost : "Requests: " + sentence(cost))
                .map(cost -> " " + cost)
                .orElse(""),
            rows);
  }

  /** One line for each table, with what reading all of it takes. */
  String index() {
    return source.resources().stream()
        .map(
            resource ->
                "| `%s` | %s |\n"
                    .formatted(
                        resource.table(),
                        cost(resource).orElseGet(() -> pages(resource.listing()))))
        .collect(
            Collectors.joining("", "| table | requests for all of its rows |\n|---|---|\n", ""));
  }

  /** What the one list takes of which a table is made. */
  private static String pages(Listing listing) {
    var paging = listing.paging();
    if (paging.pages().isEmpty()) {
      return "One.";
    }
    var rows = paging.isNested() ? "objects of `" + listing.path() + "`" : "rows";
    var days =
        listing
            .timeRange()
            .map(range -> ", and at least one for each %d days".formatted(range.widest().toDays()))
            .orElse("");
    return "One for each %d %s%s.".formatted(paging.size(), rows, days);
  }

  /** What a scan without a filter takes, where it is not simply the pages of one list. */
  private static Optional<String> cost(Resource resource) {
    var scopes = resource.listing().scopes();
    if (scopes.isEmpty()) {
      return Optional.empty();
    }
    var keys = scopes.stream().map(TableGuide::columns).collect(Collectors.joining(", or of "));
    if (resource.listing().shape() == Listing.Shape.EXPORT) {
      var time = resource.listing().timeRange().orElseThrow().column();
      return Optional.of(
          ("Needs `auditLogs=on`, the value of %s and a lower bound of `%s`: an export for each"
                  + " value, which takes some seconds to be made, and its file.")
              .formatted(keys, time));
    }
    return Optional.of(
        scopes
            .get(0)
            .parent()
            .map(parent -> fanOut(resource.listing(), parent, keys))
            .orElse("Needs the value of " + keys + ": one for each value."));
  }

  private static String fanOut(Listing listing, String parent, String keys) {
    return "Those of `%s`, and %s for each of its rows; %s alone with the value of %s."
        .formatted(
            parent,
            listing.paging().pages().isPresent() ? "one or more" : "one",
            listing.shape() == Listing.Shape.OBJECT ? "its own" : "those of one list",
            keys);
  }

  private static String columns(Scope scope) {
    return scope.keys().stream()
        .map(key -> "`" + key.column() + "`")
        .collect(Collectors.joining(" and "));
  }

  private static String row(Resource resource, Column column) {
    var references = column.references().map(TableGuide::reference).orElse("");
    return "| `%s`%s | %s | %s%s | %s |\n"
        .formatted(
            column.name(),
            resource.primaryKey().contains(column.name()) ? " (key)" : "",
            type(column),
            column.description(),
            references,
            String.join("; ", sent(resource, column)));
  }

  private static String reference(Reference reference) {
    return " References %s`%s`."
        .formatted(
            reference.column().map(column -> "`" + column + "` of ").orElse(""), reference.table());
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
    resource.listing().keys().stream()
        .filter(key -> key.column().equals(column.name()))
        .forEach(key -> sent.add("`=`, `IN`: `" + place(resource, key) + "`"));
    for (var parameter : resource.listing().parameters()) {
      if (narrows(parameter, column)) {
        sent.add(operators(parameter) + ": `" + parameter.name() + "=`");
      }
    }
    resource.listing().expressions().stream()
        .flatMap(expressions -> expressions.grammars().stream())
        .flatMap(grammar -> understood(grammar, column).stream())
        .forEach(sent::add);
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
        .ifPresent(
            order ->
                sent.add(
                    "`ORDER BY`: `" + String.join("=`, `", order.ascending().keySet()) + "=`"));
    return sent;
  }

  /** What an expression can say of a column. */
  private static Optional<String> understood(Expressions.Grammar grammar, Column column) {
    var operators =
        EnumSet.allOf(Operator.class).stream()
            .filter(operator -> grammar.attribute(column.name(), operator).isPresent())
            .map(TableGuide::inSql)
            .collect(Collectors.joining(", "));
    return Optional.of(operators + ": `" + grammar.parameter() + "=`")
        .filter(text -> !operators.isEmpty());
  }

  private static String inSql(Operator operator) {
    return switch (operator) {
      case EQUAL -> "`=`, `IN`";
      case BEGINS_WITH -> "`LIKE 'x%'`";
      case CONTAINS -> "`LIKE '%x%'`";
      case RANGE -> "`<`, `>=`, `BETWEEN`";
    };
  }

  private static String place(Resource resource, Scope.Key key) {
    var inPath = "{" + key.name() + "}";
    return resource.listing().path().contains(inPath) ? inPath : key.name() + "=";
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
