package io.workosjdbc.planner.sql;

import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.parser.babel.Token;

/**
 * {@code SHOW TABLES [FROM schema] [LIKE 'pattern']}, {@code SHOW SCHEMAS [LIKE 'pattern']}, {@code
 * SHOW COLUMNS FROM t [FROM schema]}, {@code SHOW TIME ZONE}.
 */
final class ShowCommand {

  private static final String TABLES =
      """
      select table_name, table_schema, remarks from information_schema.tables
      where lower(table_schema) = lower(?) and lower(table_name) like lower(?) escape '\\'
      order by table_name
      """;
  private static final String SCHEMAS =
      """
      select schema_name from information_schema.schemata
      where lower(schema_name) like lower(?) escape '\\' order by schema_name
      """;

  private final List<Token> tokens;
  private int at = 1;

  ShowCommand(List<Token> tokens) {
    this.tokens = tokens;
  }

  SqlNode query() throws RefusedStatement {
    skip("FULL", "EXTENDED");
    if (skip("TABLES")) {
      return ended(Template.fill(TABLES, schema(), pattern()));
    }
    if (skip("SCHEMAS", "DATABASES")) {
      return ended(Template.fill(SCHEMAS, pattern()));
    }
    if (skip("COLUMNS", "FIELDS") && skip("FROM", "IN")) {
      return ended(DescribeCommand.columns(table()));
    }
    if (skip("TIMEZONE") || (skip("TIME") && skip("ZONE"))) {
      return ended(Template.fill("select 'UTC' as timezone"));
    }
    throw refused();
  }

  private TableName table() throws RefusedStatement {
    var table = TableName.at(tokens, at);
    at += table.length();
    return skip("FROM", "IN") ? table.in(name()) : table;
  }

  private String name() throws RefusedStatement {
    if (!Words.isName(tokens.get(at))) {
      throw refused();
    }
    return Words.name(tokens.get(at++));
  }

  private SqlNode schema() throws RefusedStatement {
    return skip("FROM", "IN") ? text(name()) : CurrentSchema.FUNCTION.createCall(SqlParserPos.ZERO);
  }

  private static SqlNode text(String text) {
    return SqlLiteral.createCharString(text, SqlParserPos.ZERO);
  }

  private SqlNode pattern() throws RefusedStatement {
    if (!skip("LIKE")) {
      return text("%");
    }
    if (!Words.isText(tokens.get(at))) {
      throw refused();
    }
    return text(Words.text(tokens.get(at++)));
  }

  private boolean skip(String... words) {
    boolean isThere = Set.of(words).contains(Words.upper(tokens.get(at)));
    at += isThere ? 1 : 0;
    return isThere;
  }

  private SqlNode ended(SqlNode query) throws RefusedStatement {
    if (!Words.isEnd(tokens.get(at))) {
      throw refused();
    }
    return query;
  }

  private RefusedStatement refused() {
    return RefusedStatement.notSupported(
        "SHOW knows TABLES, SCHEMAS, COLUMNS FROM a table and TIME ZONE",
        Words.position(tokens.get(at)));
  }
}
