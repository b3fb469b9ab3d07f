package io.workosjdbc.planner.sql;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * {@code (a, b) NOT IN (SELECT ...)} is NOT EXISTS of a row that may be equal: Calcite takes a row
 * with a NULL for one that may be equal to every other, also where the other columns differ.
 */
final class RowNotIn {

  private static final Set<String> AGGREGATES =
      SqlStdOperatorTable.instance().getOperatorList().stream()
          .filter(SqlOperator::isAggregator)
          .map(SqlOperator::getName)
          .collect(Collectors.toSet());

  private RowNotIn() {}

  /** Of {@code NOT IN}, and of {@code NOT (... IN ...)}. */
  static SqlNode of(SqlCall call) {
    var in = call.getKind() == SqlKind.NOT ? call.operand(0) : call;
    return in instanceof SqlCall test
            && test.getKind() == (call == test ? SqlKind.NOT_IN : SqlKind.IN)
            && test.operand(0) instanceof SqlCall row
            && row.getKind() == SqlKind.ROW
            && row.getOperandList().stream().noneMatch(RowNotIn::aggregates)
            && !(test.operand(1) instanceof SqlNodeList)
        ? notExists(row.getOperandList(), test.operand(1))
        : call;
  }

  /** What is counted of a group cannot be counted in the sub-query. */
  private static boolean aggregates(SqlNode node) {
    return node instanceof SqlCall call
        && (SqlTree.functionName(call).filter(AGGREGATES::contains).isPresent()
            || call.getOperandList().stream()
                .filter(Objects::nonNull)
                .anyMatch(RowNotIn::aggregates));
  }

  private static SqlNode notExists(List<SqlNode> row, SqlNode query) {
    var columns = IntStream.range(0, row.size()).mapToObj(i -> "\"not in " + i + "\"").toList();
    var equal =
        Template.fill(
            "select 1 from %s as \"not in\"(%s) where %s"
                .formatted(
                    Template.TABLE,
                    String.join(", ", columns),
                    columns.stream()
                        .map(column -> "(? = " + column + ") is not false")
                        .collect(Collectors.joining(" and "))),
            Optional.of(query),
            row.toArray(new SqlNode[0]));
    var position = query.getParserPosition();
    return SqlStdOperatorTable.NOT.createCall(
        position, SqlStdOperatorTable.EXISTS.createCall(position, equal));
  }
}
