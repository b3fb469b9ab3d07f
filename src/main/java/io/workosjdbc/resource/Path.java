package io.workosjdbc.resource;

import java.util.List;
import java.util.Optional;

/**
 * Where a value lies in an object: the names of the members from the outside in. Arrays on the way
 * are not named; a path through an array means each of its elements.
 */
public record Path(List<String> names) {
  /** In the place of a name before the last one: the last one at any depth. */
  public static final String ANYWHERE = "**";

  public Path {
    names = List.copyOf(names);
    int anywhere = names.indexOf(ANYWHERE);
    if (anywhere >= 0 && anywhere != names.size() - 2) {
      throw new IllegalArgumentException("Anywhere is followed by one name: " + names);
    }
    if (names.isEmpty() || names.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("A path needs at least one name and no blank ones");
    }
  }

  /** The path written with dots, such as {@code metadata.users.active}. */
  public static Path of(String dotted) {
    return new Path(List.of(dotted.split("\\.", -1)));
  }

  /** Where the object lies whose member this is; empty for a member of the outermost one. */
  public Optional<Path> parent() {
    return names.size() == 1
        ? Optional.empty()
        : Optional.of(new Path(names.subList(0, names.size() - 1)));
  }

  @Override
  public String toString() {
    return String.join(".", names);
  }
}
