package io.workosjdbc.planner.log;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.ScannableTable;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/**
 * Table functions, because tools that may only read can send a SELECT. What they do is done when
 * their rows are read: a statement that is prepared, explained or asked for no rows does nothing.
 * Public because generated code calls it.
 */
public final class CacheFunctions {
  private CacheFunctions() {}

  /** {@code select * from table(workos_log.refresh('workos_connection'))}. */
  public static ScannableTable refresh(@Nullable String table) {
    return new Effect(log -> log.refresh(table));
  }

  /** {@code select * from table(workos_log.purge())}. */
  public static ScannableTable purge() {
    return new Effect(LogSchema::purge);
  }

  private static final class Effect extends AbstractTable implements ScannableTable {
    private final Function<LogSchema, List<LogSchema.Forgotten>> effect;

    Effect(Function<LogSchema, List<LogSchema.Forgotten>> effect) {
      this.effect = effect;
    }

    @Override
    public RelDataType getRowType(RelDataTypeFactory types) {
      return types
          .builder()
          .add("environment", SqlTypeName.VARCHAR)
          .add("forgotten", SqlTypeName.BIGINT)
          .build();
    }

    @Override
    public Enumerable<@Nullable Object[]> scan(DataContext root) {
      return new AbstractEnumerable<>() {
        @Override
        public Enumerator<@Nullable Object[]> enumerator() {
          return Linq4j.asEnumerable(effect.apply(log(root)))
              .select(each -> new @Nullable Object[] {each.environment(), (long) each.lists()})
              .enumerator();
        }
      };
    }

    private static LogSchema log(DataContext root) {
      var schema = Objects.requireNonNull(root.getRootSchema()).subSchemas().get(LogSchema.NAME);
      return Objects.requireNonNull(Objects.requireNonNull(schema).unwrap(LogSchema.class));
    }
  }
}
