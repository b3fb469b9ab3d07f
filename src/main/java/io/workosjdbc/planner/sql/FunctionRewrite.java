package io.workosjdbc.planner.sql;

import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;

/** What a call of a function by some dialect's name means; empty if it is not meant. */
@FunctionalInterface
interface FunctionRewrite {

  Optional<SqlNode> apply(SqlCall call);

  /** A rewrite of calls with this many operands; others are left as they are. */
  static FunctionRewrite of(int operands, Rewrite rewrite) {
    return call ->
        call.operandCount() == operands ? Optional.of(rewrite.of(call)) : Optional.empty();
  }

  /** A rewrite that always succeeds. */
  @FunctionalInterface
  interface Rewrite {
    SqlNode of(SqlCall call);
  }
}
