package io.workosjdbc.planner.sql;

import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.babel.Token;

/** {@code DESCRIBE [TABLE] t}: a table's columns. */
final class DescribeCommand {

  /** Naming the table a second time makes one that does not exist an error, and costs nothing. */
  private static final String COLUMNS =
      """
      select column_name, data_type, is_nullable, column_key, remarks
      from information_schema.columns
      where lower(table_schema) = lower(?) and lower(table_name) = lower(?)
        and not exists (select 1 from the_table where false)
      order by ordinal_position
      """;

  private DescribeCommand() {}

  static SqlNode of(List<Token> tokens) throws RefusedStatement {
    int start = Words.at(tokens, 1, "TABLE") && Words.isName(tokens.get(2)) ? 2 : 1;
    var name = TableName.at(tokens, start);
    var end = tokens.get(start + name.length());
    if (!Words.isEnd(end)) {
      throw RefusedStatement.notSupported(
          "DESCRIBE takes one table and nothing else", Words.position(end));
    }
    return columns(name);
  }

  static SqlNode columns(TableName name) {
    return Template.fill(COLUMNS, Optional.of(name.identifier()), name.schema(), name.table());
  }
}
