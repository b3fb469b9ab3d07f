package io.workosjdbc.oracle;

import java.util.List;

/**
 * A column, or an expression that is as good as one.
 *
 * @param sql how an expression names it
 * @param samples some of its values, none of them NULL
 */
record Column(String sql, Kind kind, List<Object> samples) {

  Column as(String name) {
    return new Column(name, kind, samples);
  }
}
