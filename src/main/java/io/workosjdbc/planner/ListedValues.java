package io.workosjdbc.planner;

import java.math.BigDecimal;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.linq4j.tree.Primitive;
import org.jspecify.annotations.Nullable;

/** The values of {@link ListedRows} at run time. Public because generated code calls it. */
public record ListedValues(List<List<Cell>> cells, RowFormat format) {

  public ListedValues {
    cells = List.copyOf(cells);
  }

  /**
   * A constant or a parameter.
   *
   * @param parameter its name; empty for a constant
   * @param type the class of its value
   * @param scale the digits behind the point, if it is a decimal number
   */
  record Cell(String parameter, @Nullable Object constant, Class<?> type, int scale) {

    @Nullable Object value(DataContext context) {
      return parameter.isEmpty() ? constant : converted(context.get(parameter));
    }

    /** What is bound to a number may be a number of another class. */
    private @Nullable Object converted(@Nullable Object bound) {
      if (!(bound instanceof Number number)) {
        return bound;
      }
      var primitive = Primitive.ofBox(type);
      return primitive == null ? decimal(number) : primitive.number(number);
    }

    /** Decimals equal each other only if their scales do. */
    private BigDecimal decimal(Number number) {
      var decimal = new BigDecimal(number.toString()).stripTrailingZeros();
      return decimal.scale() > scale ? decimal : decimal.setScale(scale);
    }
  }

  /** All rows, with the parameters as they are bound. */
  public Enumerable<@Nullable Object> rows(DataContext context) {
    return Linq4j.asEnumerable(cells)
        .select(row -> format.of(row.stream().map(cell -> cell.value(context)).toArray()));
  }
}
