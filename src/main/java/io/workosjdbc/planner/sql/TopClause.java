package io.workosjdbc.planner.sql;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlHint;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.parser.babel.SqlBabelParserImplConstants;
import org.apache.calcite.sql.parser.babel.Token;

/**
 * {@code SELECT TOP 10 ...}: the grammar has no place for it, so that it goes through the parser as
 * a hint of the SELECT and becomes its FETCH.
 */
final class TopClause implements TokenRewrite {

  private static final String HINT = "TOP";

  @Override
  public List<Token> apply(List<Token> tokens) throws RefusedStatement {
    var changed = new ArrayList<Token>();
    for (int i = 0; i < tokens.size(); i++) {
      changed.add(tokens.get(i));
      if (Words.is(tokens.get(i), "SELECT")) {
        int quantifier =
            Words.at(tokens, i + 1, "DISTINCT") || Words.at(tokens, i + 1, "ALL") ? 1 : 0;
        int top = i + 1 + quantifier;
        int length = length(tokens, top);
        if (length > 0) {
          hint(tokens.get(top), number(tokens, top), changed);
          changed.addAll(tokens.subList(i + 1, top));
          i = top + length - 1;
          refuseMore(tokens.get(i + 1));
        }
      }
    }
    return changed;
  }

  /** Of {@code TOP 10} or {@code TOP (10)}; 0 if it is a column of that name. */
  private static int length(List<Token> tokens, int top) {
    if (!Words.at(tokens, top, "TOP")) {
      return 0;
    }
    if (isNumber(tokens.get(top + 1))) {
      return 2;
    }
    return Words.at(tokens, top + 1, "(") && isNumber(tokens.get(top + 2)) ? 4 : 0;
  }

  private static Token number(List<Token> tokens, int top) {
    return isNumber(tokens.get(top + 1)) ? tokens.get(top + 1) : tokens.get(top + 2);
  }

  private static boolean isNumber(Token token) {
    return token.kind == SqlBabelParserImplConstants.UNSIGNED_INTEGER_LITERAL;
  }

  private static void refuseMore(Token next) throws RefusedStatement {
    if (Words.is(next, "PERCENT") || Words.is(next, "WITH")) {
      throw RefusedStatement.notSupported(
          "TOP takes a number of rows only; LIMIT is the same", Words.position(next));
    }
  }

  private static void hint(Token top, Token number, List<Token> target) {
    target.add(Words.inPlaceOf(top, SqlBabelParserImplConstants.HINT_BEG, "/*+"));
    target.add(Words.inPlaceOf(top, SqlBabelParserImplConstants.IDENTIFIER, HINT));
    target.add(Words.inPlaceOf(top, SqlBabelParserImplConstants.LPAREN, "("));
    target.add(number);
    target.add(Words.inPlaceOf(top, SqlBabelParserImplConstants.RPAREN, ")"));
    target.add(Words.inPlaceOf(top, SqlBabelParserImplConstants.COMMENT_END, "*/"));
  }

  /** The SELECT with its rows limited, as a query of its own. */
  static SqlNode applied(SqlSelect select) {
    for (var hint : select.getHints()) {
      if (hint instanceof SqlHint top && top.getName().equals(HINT)) {
        select.setHints(SqlNodeList.EMPTY);
        return new SqlOrderBy(
            select.getParserPosition(),
            select,
            SqlNodeList.EMPTY,
            null,
            SqlLiteral.createExactNumeric(top.getOptionList().get(0), top.getParserPosition()));
      }
    }
    return select;
  }

  /** The ORDER BY of a SELECT decides which rows are the top ones. */
  static SqlNode applied(SqlCall call) {
    return call instanceof SqlOrderBy outer
            && outer.query instanceof SqlOrderBy top
            && top.orderList.isEmpty()
            && top.offset == null
            && outer.fetch == null
            && outer.offset == null
        ? new SqlOrderBy(outer.getParserPosition(), top.query, outer.orderList, null, top.fetch)
        : call;
  }
}
