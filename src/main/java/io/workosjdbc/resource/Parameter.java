package io.workosjdbc.resource;

import java.util.List;
import java.util.Set;

/** A query parameter of a list endpoint by which the service narrows the list. */
public sealed interface Parameter {

  /** The parameter's name in the request. */
  String name();

  /** The column that it narrows. */
  String column();

  /**
   * Keeps the objects whose column equals the value.
   *
   * @param accepted the values that the service understands here; empty means any. A value outside
   *     is not sent, and the list is read without the parameter.
   */
  record Equality(String name, String column, Set<String> accepted) implements Parameter {
    public Equality {
      accepted = Set.copyOf(accepted);
    }
  }

  /**
   * Keeps the objects of whose comma-joined column one element equals the value, so that equality
   * with a whole list is narrowed by its first element.
   */
  record Element(String name, String column) implements Parameter {}

  /**
   * A list of names out of a closed set that the service wants in every request.
   *
   * @param names every name that the table shows, in the order in which they are sent
   * @param core the names that older versions of the service know too: what is left to ask for when
   *     it refuses the others
   */
  record Choice(String name, String column, List<String> names, Set<String> core)
      implements Parameter {
    public Choice {
      names = List.copyOf(names);
      core = Set.copyOf(core);
      if (names.isEmpty() || !names.containsAll(core)) {
        throw new IllegalArgumentException("Choice " + name + ": no names, or a core outside them");
      }
    }
  }

  /** A parameter of the same name as the column that it narrows by equality. */
  static Parameter equality(String name) {
    return new Equality(name, name, Set.of());
  }

  /** {@link #equality(String)} for a service that understands only some values here. */
  static Parameter equality(String name, Set<String> accepted) {
    return new Equality(name, name, accepted);
  }

  /** See {@link Element}. */
  static Parameter element(String name, String column) {
    return new Element(name, column);
  }

  /** See {@link Choice}. */
  static Parameter choice(String name, String column, List<String> names, Set<String> core) {
    return new Choice(name, column, names, core);
  }
}
