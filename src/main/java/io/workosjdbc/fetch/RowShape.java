package io.workosjdbc.fetch;

import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Extraction;
import io.workosjdbc.resource.Extraction.Bound;
import io.workosjdbc.resource.Extraction.Derived;
import io.workosjdbc.resource.Extraction.Joined;
import io.workosjdbc.resource.Extraction.LookedUp;
import io.workosjdbc.resource.Extraction.Member;
import io.workosjdbc.resource.Extraction.Raw;
import io.workosjdbc.resource.Extraction.Reworded;
import io.workosjdbc.resource.Extraction.Tagged;
import io.workosjdbc.resource.Path;
import io.workosjdbc.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where in an object the values of some columns lie, and how columns are made of them. */
final class RowShape {

  /** Makes a column's value of the values that the slots took. */
  @FunctionalInterface
  private interface Value {
    @Nullable Object of(@Nullable Object[] taken);
  }

  /** A value as a slot took it. */
  private record Taken(int slot) implements Value {
    @Override
    public @Nullable Object of(@Nullable Object[] taken) {
      return taken[slot];
    }
  }

  private static final Value NULL = taken -> null;

  private final Resource resource;
  private final Place root = new Place();
  private final List<Value> values = new ArrayList<>();
  private int slots;

  RowShape(Resource resource, List<Column> columns) {
    this.resource = resource;
    columns.forEach(column -> values.add(value(column, column.extraction())));
  }

  /** The object itself. */
  Place root() {
    return root;
  }

  /** How many values are taken from an object. */
  int slots() {
    return slots;
  }

  /** The columns of an object of which these values were taken. */
  @Nullable Object[] row(@Nullable Object[] taken) {
    var row = new @Nullable Object[values.size()];
    for (int index = 0; index < row.length; index++) {
      var value = values.get(index);
      row[index] = value instanceof Taken simple ? taken[simple.slot] : value.of(taken);
    }
    return row;
  }

  private Value value(Column column, Extraction extraction) {
    if (extraction instanceof Member member) {
      return firstOf(member.candidates().stream().map(path -> slot(column, path)).toList());
    }
    if (extraction instanceof Reworded reworded) {
      return reworded(value(column, reworded.member()), reworded.words());
    }
    if (extraction instanceof Joined joined) {
      var names = new ArrayList<>(joined.array().names());
      names.add(joined.member());
      return slot(column, Slot.Kind.JOINED_TEXT, names);
    }
    if (extraction instanceof Derived derived) {
      return derived(column, derived);
    }
    if (extraction instanceof Raw) {
      return slot(column, Slot.Kind.JSON, List.of());
    }
    if (extraction instanceof Bound bound) {
      return value(column, bound.shown()); // Of a list, it is filled in with the key.
    }
    if (extraction instanceof Tagged tagged) {
      return tagged(column, tagged);
    }
    return NULL; // LookedUp: filled in when the row is given away.
  }

  private Value derived(Column column, Derived derived) {
    var other = resource.required(derived.column());
    if (other.extraction() instanceof LookedUp) {
      throw new IllegalArgumentException(
          "Column " + column.name() + " cannot follow from " + other.name());
    }
    var known = derived.values();
    var from = value(other, other.extraction());
    var otherwise = value(column, derived.otherwise());
    return taken -> {
      var key = from.of(taken);
      var value = key == null ? null : known.get(key.toString());
      return value == null ? otherwise.of(taken) : value;
    };
  }

  private static Value reworded(Value value, Map<String, String> words) {
    return taken -> {
      var word = value.of(taken);
      return word == null ? null : words.getOrDefault(word.toString(), word.toString());
    };
  }

  private Value tagged(Column column, Tagged tagged) {
    var tag = slot(column, Slot.Kind.TEXT, tagged.where().names());
    var then = slot(column, tagged.then());
    var otherwise = value(column, tagged.otherwise());
    return taken -> (tagged.text().equals(tag.of(taken)) ? then : otherwise).of(taken);
  }

  private static Value firstOf(List<Value> candidates) {
    if (candidates.isEmpty()) {
      return NULL;
    }
    if (candidates.size() == 1) {
      return candidates.get(0);
    }
    return taken -> {
      for (var candidate : candidates) {
        var value = candidate.of(taken);
        if (value != null) {
          return value;
        }
      }
      return null;
    };
  }

  private Value slot(Column column, Path path) {
    return slot(column, kind(column), path.names());
  }

  private Value slot(Column column, Slot.Kind kind, List<String> names) {
    var place = names.isEmpty() ? root : root.at(new Path(names));
    for (var known : place.slots()) {
      if (known.kind() == kind) {
        return new Taken(known.index());
      }
    }
    int index = slots++;
    var masking = Masking.of(names, resource.secrets());
    place.slots().add(new Slot(index, column.name(), kind, masking, new TextPool()));
    return new Taken(index);
  }

  private Slot.Kind kind(Column column) {
    return switch (column.type()) {
      case TEXT -> column.equals(resource.key()) ? Slot.Kind.UNIQUE_TEXT : Slot.Kind.TEXT;
      case JSON -> Slot.Kind.JSON;
      case BOOLEAN -> Slot.Kind.BOOLEAN;
      case INTEGER -> Slot.Kind.INTEGER;
      case TIMESTAMP -> Slot.Kind.TIMESTAMP;
    };
  }
}
