package io.workosjdbc.driver;

import io.workosjdbc.resource.Source;
import io.workosjdbc.resource.View;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The views of a source as a chapter of a page, and some of them asked of the demo environment. */
final class InsightGuide {

  /** Questions to JSON columns. */
  static final List<String> JSON =
      List.of(
          "select json_value(metadata, '$.tier') as tier, count(*) as organizations"
              + " from workos_organization where json_exists(metadata, '$.tier')"
              + " group by json_value(metadata, '$.tier') order by 1",
          "select json_query(metadata, '$') as metadata, json_keys(metadata) as names"
              + " from workos_organization where name = 'Acme Corp'",
          "select o.name, json_value(d.item, '$.domain') as domain,"
              + " json_value(d.item, '$.state') as state"
              + " from workos_organization o"
              + " cross join unnest(json_query_array(o.raw, '$.domains')) as d(item)"
              + " where o.name = 'Globex Energy' order by 2",
          "select r.name, p.permission from workos_role r"
              + " cross join unnest(json_value_array(r.permissions)) as p(permission)"
              + " order by 1, 2 limit 3",
          "select json_value(custom_attributes, '$.department') as department"
              + " from workos_directory_user"
              + " where directory_id = (select min(id) from workos_directory)"
              + " group by json_value(custom_attributes, '$.department') order by 1");

  static final List<String> EXAMPLES =
      List.of(
          "select next_step, count(*) as organizations from workos_insight.organization_onboarding"
              + " group by next_step order by 2 desc, 1",
          "select name, active_connections from workos_insight.sso_without_directory order by name"
              + " limit 4",
          "select method, sum(failures) as failures from workos_insight.failed_sign_in"
              + " group by method order by 2 desc limit 3");

  private InsightGuide() {}

  /** Every view with its columns. */
  static String views(Source source) {
    return source.views().stream()
        .map(
            view ->
                "**`%s_insight.%s`**: %s\n\n| column | type | what it is |\n|---|---|---|\n%s"
                    .formatted(
                        source.name(), view.name(), sentence(view.description()), rows(view)))
        .collect(Collectors.joining("\n"));
  }

  private static String sentence(String description) {
    return Character.toLowerCase(description.charAt(0)) + description.substring(1);
  }

  private static String rows(View view) {
    return view.columns().stream()
        .map(
            column ->
                "| `%s` | %s | %s |\n"
                    .formatted(column.name(), column.type(), column.description()))
        .collect(Collectors.joining());
  }

  /** Statements with what the demo environment answers, as the shell shows it. */
  static String examples(List<String> statements) throws SQLException {
    var text = new StringBuilder("```\n");
    try (var connection = DriverManager.getConnection("jdbc:workos:demo=true");
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        try (var rows = statement.executeQuery(sql)) {
          text.append("> ").append(sql).append(";\n").append(table(rows));
        }
      }
    }
    return text.append("```\n").toString();
  }

  /** A result as the shell shows it. */
  static String table(ResultSet result) throws SQLException {
    var columns = result.getMetaData();
    var rows = new ArrayList<List<String>>();
    var heads = new ArrayList<String>();
    for (int at = 1; at <= columns.getColumnCount(); at++) {
      heads.add(columns.getColumnLabel(at));
    }
    while (result.next()) {
      var row = new ArrayList<String>();
      for (int at = 1; at <= heads.size(); at++) {
        row.add(String.valueOf(result.getString(at)));
      }
      rows.add(row);
    }
    var widths = new ArrayList<Integer>();
    for (int at = 0; at < heads.size(); at++) {
      int column = at;
      widths.add(
          Stream.concat(Stream.of(heads), rows.stream())
              .mapToInt(row -> row.get(column).length())
              .max()
              .orElseThrow());
    }
    var rule = widths.stream().map("-"::repeat).collect(Collectors.joining("-+-", "+-", "-+\n"));
    return rule
        + line(heads, widths)
        + rule
        + rows.stream().map(row -> line(row, widths)).collect(Collectors.joining())
        + rule;
  }

  private static String line(List<String> values, List<Integer> widths) {
    var line = new StringBuilder("|");
    for (int at = 0; at < values.size(); at++) {
      line.append(' ').append(values.get(at));
      line.append(" ".repeat(widths.get(at) - values.get(at).length())).append(" |");
    }
    return line.append('\n').toString();
  }
}
