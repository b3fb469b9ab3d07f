package io.workosjdbc.planner.sql;

import java.util.List;
import org.apache.calcite.sql.parser.babel.Token;

/** A change to the tokens of a statement, the last of which is the end of the text. */
@FunctionalInterface
interface TokenRewrite {

  /** All of them, in the order in which they apply. */
  List<TokenRewrite> ALL =
      List.of(
          new StatementEnd(),
          new ExplainShorthand(),
          new EscapeBraces(),
          new IntervalTexts(),
          new InfixCasts(),
          new ZoneClause(),
          new JsonArrows(),
          new DaysBetween(),
          new QuotedUnits(),
          new RegexpOperator(),
          new TopClause(),
          new MissingFrom(),
          new TypeWords());

  List<Token> apply(List<Token> tokens) throws RefusedStatement;
}
