package io.workosjdbc.planner.sql;

import com.google.common.collect.Iterables;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/**
 * Names for columns of a SELECT that have none, as PostgreSQL gives them: {@code COUNT(*)} is
 * {@code count}, {@code UPPER(name)} is {@code upper}, and a second one {@code count_2}. Calcite
 * would name them EXPR$0, EXPR$1. They are aliases, in sub-queries too, so that a tool that wraps a
 * query finds in it the names that it was told; a name that the SELECT itself uses is not given, so
 * that nothing in it comes to mean something else.
 */
final class ColumnLabels extends SqlBasicVisitor<Void> {

  private final SqlNode statement;

  private ColumnLabels(SqlNode statement) {
    this.statement = statement;
  }

  static SqlNode given(SqlNode statement) {
    statement.accept(new ColumnLabels(statement));
    return statement;
  }

  /** From the inside out. */
  @Override
  public Void visit(SqlCall call) {
    super.visit(call);
    if (call instanceof SqlSelect select) {
      label(select);
    }
    return null;
  }

  private void label(SqlSelect select) {
    var columns = select.getSelectList();
    boolean isAll = Iterables.any(columns, c -> c instanceof SqlIdentifier name && name.isStar());
    var taken = isAll ? Names.in(statement) : Names.of(select);
    for (int i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      var name = name(column);
      if (name.isPresent()) {
        var position = column.getParserPosition();
        var label = new SqlIdentifier(free(name.get(), taken), position);
        columns.set(i, SqlStdOperatorTable.AS.createCall(position, column, label));
      }
    }
  }

  private static String free(String name, Set<String> taken) {
    String candidate = name;
    for (int i = 2; !taken.add(candidate); i++) {
      candidate = name + "_" + i;
    }
    return candidate;
  }

  private static Optional<String> name(SqlNode column) {
    if (!(column instanceof SqlCall call)) {
      return Optional.empty();
    }
    return switch (call.getKind()) {
      case FILTER, OVER, WITHIN_GROUP, WITHIN_DISTINCT, RESPECT_NULLS, IGNORE_NULLS ->
          name(call.operand(0));
      case CAST -> name(call.operand(0)).or(() -> typeName(call));
      case CASE -> Optional.of("case");
      default -> SqlTree.functionName(call).map(name -> name.toLowerCase(Locale.ROOT));
    };
  }

  private static Optional<String> typeName(SqlCall cast) {
    return cast.operand(1) instanceof SqlDataTypeSpec type && type.getTypeName().isSimple()
        ? Optional.of(type.getTypeName().getSimple().toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /** All words of names, in lower case. */
  private static final class Names extends SqlBasicVisitor<Void> {
    private final boolean withSubQueries;
    private final Set<String> words = new HashSet<>();

    private Names(boolean withSubQueries) {
      this.withSubQueries = withSubQueries;
    }

    static Set<String> in(SqlNode node) {
      return in(node, true);
    }

    /** The names of sub-queries in its FROM are names in a SELECT; those of others are not. */
    static Set<String> of(SqlSelect select) {
      var words = new HashSet<String>();
      for (var part : select.getOperandList()) {
        if (part != null) {
          words.addAll(in(part, part == select.getFrom()));
        }
      }
      return words;
    }

    private static Set<String> in(SqlNode node, boolean withSubQueries) {
      var names = new Names(withSubQueries);
      node.accept(names);
      return names.words;
    }

    @Override
    public Void visit(SqlCall call) {
      return call instanceof SqlSelect && !withSubQueries ? null : super.visit(call);
    }

    @Override
    public Void visit(SqlIdentifier identifier) {
      identifier.names.forEach(word -> words.add(word.toLowerCase(Locale.ROOT)));
      return null;
    }
  }
}
