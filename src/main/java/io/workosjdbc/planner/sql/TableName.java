package io.workosjdbc.planner.sql;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.parser.babel.Token;
import org.apache.calcite.util.Util;

/** A table as a command names it, {@code t} or {@code schema.t}. */
record TableName(SqlIdentifier identifier, int length) {

  /** Reads names and dots from {@code start}. */
  static TableName at(List<Token> tokens, int start) throws RefusedStatement {
    var names = new ArrayList<String>();
    int end = start;
    do {
      if (!Words.isName(tokens.get(end))) {
        throw RefusedStatement.notSupported(
            "A table name is expected here", Words.position(tokens.get(end)));
      }
      names.add(Words.name(tokens.get(end)));
      end += 2;
    } while (Words.is(tokens.get(end - 1), "."));
    var position = Words.position(tokens.get(start)).plus(Words.position(tokens.get(end - 2)));
    return new TableName(new SqlIdentifier(names, position), end - 1 - start);
  }

  SqlNode table() {
    return SqlLiteral.createCharString(Util.last(identifier.names), SqlParserPos.ZERO);
  }

  /** The schema as it is written, else the current one. */
  SqlNode schema() {
    return identifier.isSimple()
        ? CurrentSchema.FUNCTION.createCall(SqlParserPos.ZERO)
        : SqlLiteral.createCharString(
            identifier.names.get(identifier.names.size() - 2), SqlParserPos.ZERO);
  }

  /** The same table of another schema. */
  TableName in(String schema) {
    var names = List.of(schema, Util.last(identifier.names));
    return new TableName(new SqlIdentifier(names, identifier.getParserPosition()), length);
  }
}
