package io.workosjdbc.planner.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * {@code TO_CHAR(x, 'YYYY-"W"IW')}: what is quoted in a format is put between what the rest of it
 * gives, because Calcite takes it for a part of the format too.
 */
final class QuotedFormat {

  private static final String QUOTE = "\"";

  private QuotedFormat() {}

  static Optional<SqlNode> of(SqlCall call) {
    return call.operandCount() == 2
        ? SqlTree.text(call.operand(1))
            .filter(format -> format.contains(QUOTE))
            .flatMap(format -> parts(call, format.split(QUOTE, -1)))
        : Optional.empty();
  }

  /** Every other part is quoted; a last quote that is missing is one at the end. */
  private static Optional<SqlNode> parts(SqlCall call, String[] texts) {
    var position = call.getParserPosition();
    List<SqlNode> parts = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      var text = SqlLiteral.createCharString(texts[i], position);
      if (!texts[i].isEmpty()) {
        parts.add(
            i % 2 == 1
                ? text
                : call.getOperator().createCall(position, SqlTree.copy(call.operand(0)), text));
      }
    }
    return parts.stream()
        .reduce((left, right) -> SqlStdOperatorTable.CONCAT.createCall(position, left, right));
  }
}
