package io.workosjdbc.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Columns that have values in common, and can therefore be joined. */
record Pairs(Column outer, Column inner) {

  static List<Pairs> of(List<Column> outer, List<Column> inner) {
    var pairs = new ArrayList<Pairs>();
    for (var one : outer) {
      var values = new HashSet<>(one.samples());
      for (var other : inner) {
        if (one.kind() == other.kind()
            && one.kind() != Kind.TRUTH
            && other.samples().stream().anyMatch(values::contains)) {
          pairs.add(new Pairs(one, other));
        }
      }
    }
    return pairs;
  }
}
