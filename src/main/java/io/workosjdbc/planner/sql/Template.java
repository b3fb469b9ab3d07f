package io.workosjdbc.planner.sql;

import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.util.SqlShuttle;
import org.jspecify.annotations.Nullable;

/**
 * A query of ours with holes: {@code ?} for expressions, the table {@link #TABLE} for a table or
 * query of the user's.
 */
final class Template {

  /** The table that is replaced. */
  static final String TABLE = "the_table";

  private static final SqlParser.Config CONFIG =
      SqlParser.config()
          .withParserFactory(DialectParser.FACTORY)
          .withUnquotedCasing(org.apache.calcite.avatica.util.Casing.UNCHANGED);

  private Template() {}

  static SqlNode fill(String sql, SqlNode... values) {
    return fill(sql, Optional.empty(), values);
  }

  /** The same for an expression. */
  static SqlNode expression(String sql, SqlNode... values) {
    try {
      return filled(
          SqlParser.create(sql, CONFIG).parseExpression(),
          new Filler(List.of(values), Optional.empty()));
    } catch (SqlParseException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  static SqlNode fill(String sql, Optional<? extends SqlNode> table, SqlNode... values) {
    try {
      return filled(SqlParser.create(sql, CONFIG).parseStmt(), new Filler(List.of(values), table));
    } catch (SqlParseException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static SqlNode filled(SqlNode template, Filler filler) {
    var filled = template.accept(filler);
    return filled == null ? SqlIdentifier.STAR : filled;
  }

  private static final class Filler extends SqlShuttle {
    private final List<SqlNode> values;
    private final Optional<? extends SqlNode> table;

    Filler(List<SqlNode> values, Optional<? extends SqlNode> table) {
      this.values = values;
      this.table = table;
    }

    @Override
    public @Nullable SqlNode visit(SqlDynamicParam param) {
      return values.get(param.getIndex());
    }

    @Override
    public @Nullable SqlNode visit(SqlIdentifier identifier) {
      boolean isHole = identifier.isSimple() && identifier.getSimple().equals(TABLE);
      return isHole ? table.<SqlNode>map(found -> found).orElse(identifier) : identifier;
    }
  }
}
