package io.workosjdbc.resource;

import java.util.List;
import java.util.Optional;

/**
 * An API as a set of tables.
 *
 * @param name the schema's usual name
 */
public record Source(String name, List<Resource> resources) {

  public Source {
    resources = List.copyOf(resources);
  }

  public Optional<Resource> resource(String table) {
    return resources.stream().filter(resource -> resource.table().equals(table)).findFirst();
  }
}
