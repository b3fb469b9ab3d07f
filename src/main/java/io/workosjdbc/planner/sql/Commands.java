package io.workosjdbc.planner.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.babel.Token;

/** Statements that are no queries, by their first word. */
final class Commands {

  /**
   * There is nothing to commit or undo in a source that is only read, so that scripts and pools may
   * say so; state that only changes how values are shown has nothing to be reset either.
   */
  private static final Set<String> HARMLESS =
      Set.of(
          "BEGIN",
          "START",
          "COMMIT",
          "END",
          "ROLLBACK",
          "ABORT",
          "SAVEPOINT",
          "RELEASE",
          "RESET",
          "DISCARD");

  private Commands() {}

  /** What to run instead, if the statement is one of these or empty. */
  static Optional<SqlNode> of(List<Token> tokens) throws RefusedStatement {
    String verb = Words.upper(tokens.get(0));
    if (HARMLESS.contains(verb) || Words.isEnd(tokens.get(0))) {
      return Optional.of(Nothing.at(tokens.get(0)));
    }
    return switch (verb) {
      case "SHOW" -> Optional.of(new ShowCommand(tokens).query());
      case "DESC", "DESCRIBE" -> Optional.of(DescribeCommand.of(tokens));
      case "SET" -> Optional.of(SetCommand.of(tokens));
      case "USE" ->
          throw RefusedStatement.notSupported(
              "USE is not supported: qualify the table, or set the schema of the connection",
              Words.position(tokens.get(0)));
      default -> Optional.empty();
    };
  }
}
