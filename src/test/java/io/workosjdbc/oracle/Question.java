package io.workosjdbc.oracle;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement of both databases.
 *
 * @param markup its text, without ORDER BY and LIMIT
 * @param order the rest of the text for the driver
 * @param sorted positions of columns by which the rows are sorted, from 1; negative for descending
 * @param nullsFirst for each of those
 */
record Question(
    String markup,
    List<Draft.Value> values,
    String order,
    List<Integer> sorted,
    List<Boolean> nullsFirst,
    int offset,
    int limit) {

  /** A statement with its parameters. */
  record Prepared(String sql, List<@Nullable Object> parameters, List<Integer> indexes) {}

  /** With literals for the driver. */
  String ours(List<@Nullable Object> current) {
    return Markup.ours(markup, at -> values.get(at).kind().literal(current.get(at))) + order;
  }

  /** With parameters wherever they can be. */
  Prepared prepared(List<@Nullable Object> current) {
    var parameters = new ArrayList<@Nullable Object>();
    var indexes = new ArrayList<Integer>();
    var sql =
        Markup.ours(
            markup,
            at -> {
              if (values.get(at).isFixed()) {
                return values.get(at).kind().literal(current.get(at));
              }
              parameters.add(current.get(at));
              indexes.add(at);
              return "?";
            });
    return new Prepared(sql + order, parameters, indexes);
  }

  /** For the oracle: all rows, in any order. */
  String oracle(List<@Nullable Object> current) {
    var literals = new ArrayList<String>();
    for (int at = 0; at < values.size(); at++) {
      literals.add(values.get(at).kind().literal(current.get(at)));
    }
    return Markup.oracle(markup, literals);
  }

  List<@Nullable Object> first() {
    var first = new ArrayList<@Nullable Object>();
    values.forEach(value -> first.add(value.value()));
    return first;
  }

  /** Other values in place of those that can be parameters. */
  List<@Nullable Object> others(Dice dice) {
    var others = new ArrayList<@Nullable Object>();
    for (var value : values) {
      others.add(
          value.isFixed() || value.others().isEmpty()
              ? value.value()
              : dice.once(8) ? null : dice.of(value.others()));
    }
    return others;
  }
}
