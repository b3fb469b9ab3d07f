package io.workosjdbc.resource;

import java.util.List;
import java.util.Optional;

/**
 * An API as a set of tables.
 *
 * @param name the schema's usual name
 * @param views questions that are asked of the tables often; they lie in a schema of their own
 */
public record Source(String name, List<Resource> resources, List<View> views) {

  public Source {
    resources = List.copyOf(resources);
    views = List.copyOf(views);
  }

  /** A source without views. */
  public Source(String name, List<Resource> resources) {
    this(name, resources, List.of());
  }

  /**
   * The schema in which its views lie.
   *
   * @param schema that of its tables; a source without tables has its views there
   */
  public String schemaOfViews(String schema) {
    return resources.isEmpty() ? schema : View.schemaOf(schema);
  }

  public Optional<Resource> resource(String table) {
    return resources.stream().filter(resource -> resource.table().equals(table)).findFirst();
  }
}
