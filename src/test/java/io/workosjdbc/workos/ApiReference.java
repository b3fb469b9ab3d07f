package io.workosjdbc.workos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.workosjdbc.resource.Path;
import io.workosjdbc.resource.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The list endpoints of the API as data: what its specification and its observers say of them. */
record ApiReference(JsonNode endpoint) {

  private static final List<ApiReference> ALL = read();

  /** All of them, those of objects that are only got by a key among them. */
  static List<ApiReference> all() {
    return ALL;
  }

  /** What a table reads: the endpoint of its name, else the one whose list it reads, too. */
  static ApiReference of(Resource resource) {
    return Stream.of(
            ALL.stream().filter(each -> each.table().equals(resource.table())),
            ALL.stream().filter(each -> each.path().equals(resource.listing().path())))
        .flatMap(found -> found)
        .findFirst()
        .orElseThrow(() -> new AssertionError("The API has no list for " + resource.table()));
  }

  private static List<ApiReference> read() {
    try (var json = ApiReference.class.getResourceAsStream("/api/workos-endpoints.json")) {
      return elements(new JsonMapper().readTree(json)).map(ApiReference::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The table that its author would make of it. */
  String table() {
    return endpoint.get("table_name_suggestion").asText();
  }

  /** Path of the list; empty when there is none. */
  String path() {
    return endpoint.path("path").asText("").replace("null", "");
  }

  /** Names of the parameters that must be given, whether in the path or not. */
  List<String> requiredKeys() {
    return elements(endpoint.get("filters"))
        .filter(filter -> filter.get("required").asBoolean())
        .map(filter -> filter.get("name").asText())
        .toList();
  }

  /** Sets of names under a constraint such as {@code require_one_of}. */
  List<Set<String>> sets(String constraint) {
    return elements(constraints().path(constraint)).map(ApiReference::texts).toList();
  }

  static Set<String> texts(JsonNode array) {
    return elements(array).map(JsonNode::asText).collect(Collectors.toSet());
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  /** Paths of the endpoints that give one object. */
  List<String> singleGets() {
    return elements(endpoint.get("single_get")).map(JsonNode::asText).toList();
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
    return endpoint.path("constraints");
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
