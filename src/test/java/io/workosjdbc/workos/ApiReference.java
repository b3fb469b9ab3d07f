package io.workosjdbc.workos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.workosjdbc.resource.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The list endpoints of the API as data: what its specification and its observers say of them. */
record ApiReference(JsonNode endpoint) {

  static ApiReference ofPath(String path) {
    try (var json = ApiReference.class.getResourceAsStream("/api/workos-endpoints.json")) {
      return elements(new JsonMapper().readTree(json))
          .filter(each -> each.get("path").asText().equals(path))
          .map(ApiReference::new)
          .findFirst()
          .orElseThrow(() -> new AssertionError("The API has no list " + path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  /** Paths of the endpoints that give one object, with {@code {}} for the key. */
  List<String> singleGets() {
    return elements(endpoint.get("single_get"))
        .map(path -> path.asText().replaceAll("\\{[^}]*}", "{}"))
        .toList();
  }

  Optional<JsonNode> filter(String name) {
    return elements(endpoint.get("filters"))
        .filter(filter -> filter.get("name").asText().equals(name))
        .findFirst();
  }

  JsonNode pagination() {
    return endpoint.get("pagination");
  }

  JsonNode constraints() {
    return endpoint.get("constraints");
  }

  /** The field at a path, looking into objects and into the elements of arrays. */
  Optional<JsonNode> field(Path path) {
    Optional<JsonNode> field = Optional.of(endpoint);
    for (var name : path.names()) {
      field = field.flatMap(parent -> child(parent, name));
    }
    return field;
  }

  private static Optional<JsonNode> child(JsonNode parent, String name) {
    return Stream.of("fields", "item_fields")
        .filter(parent::has)
        .flatMap(list -> elements(parent.get(list)))
        .filter(field -> field.get("name").asText().equals(name))
        .findFirst();
  }
}
