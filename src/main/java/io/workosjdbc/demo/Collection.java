package io.workosjdbc.demo;

import com.google.common.base.Splitter;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One list of {@link DemoThing}s, or one object of such a list.
 *
 * @param path what it answers to, its keys in braces
 * @param list the list whose things it gives
 * @param parents where the objects are found that the keys in the path name, by key
 * @param required parameters of which each set must have at least one
 * @param singles parameters with one value
 * @param lists parameters with several, and the value that is meant without them
 */
record Collection(
    String path,
    String list,
    Style style,
    Map<String, String> parents,
    List<Set<String>> required,
    Set<String> singles,
    Map<String, Optional<String>> lists)
    implements Endpoint {

  /** The key of a thing itself. */
  static final String SELF = "self";

  /** What the answer looks like. */
  enum Style {
    PAGES,
    WHOLE,
    ARRAY,
    OBJECT
  }

  /** The values of the keys if these are the segments of this path. */
  Optional<Map<String, String>> keys(List<String> segments) {
    var names = Splitter.on('/').splitToList(path.substring(1));
    if (names.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> keys = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).startsWith("{")) {
        keys.put(names.get(i).substring(1, names.get(i).length() - 1), segments.get(i));
      } else if (!names.get(i).equals(segments.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(keys);
  }

  @Override
  public Reply answer(Request request, Environment environment) {
    Map<String, String> keys = keys(request.segments()).orElseThrow();
    parents.forEach((key, parent) -> checkParent(parent, keys.get(key), environment));
    Set<String> paging = style == Style.PAGES ? PageRequest.PARAMETERS : Set.of();
    Query query =
        Query.of(request, Sets.union(singles, paging), lists.keySet(), environment.quirks());
    for (Set<String> oneOf : required) {
      if (oneOf.stream().noneMatch(name -> query.text(name).isPresent())) {
        throw Refusal.invalid(String.join(" or ", oneOf), "required");
      }
    }
    var asked = asked(keys, query);
    var found =
        environment.data().things(list).stream()
            .filter(thing -> asked.stream().allMatch(each -> each.isMetBy(thing)))
            .toList();
    return reply(found, query, environment);
  }

  private static void checkParent(String parent, @Nullable String id, Environment environment) {
    boolean known =
        id != null
            && (parent.equals("/organizations")
                ? environment.hasOrganization(id)
                : environment.data().things(parent).stream()
                    .anyMatch(thing -> thing.id().equals(id)));
    if (!known) {
      throw Refusal.of(404, "Not found: '" + id + "'.");
    }
  }

  /** A thing has one of these values under a name. */
  private record Condition(String name, List<String> values) {
    boolean isMetBy(DemoThing thing) {
      return values.stream().anyMatch(value -> thing.has(name, value));
    }
  }

  private List<Condition> asked(Map<String, String> keys, Query query) {
    var asked = new ArrayList<Condition>();
    keys.forEach((name, value) -> asked.add(new Condition(name, List.of(value))));
    for (var name : singles) {
      query.text(name).ifPresent(value -> asked.add(new Condition(name, List.of(value))));
    }
    lists.forEach(
        (name, otherwise) -> {
          var given = query.list(name);
          var values = given.isEmpty() ? otherwise.stream().toList() : given;
          if (!values.isEmpty()) {
            asked.add(new Condition(name, values));
          }
        });
    return asked;
  }

  private Reply reply(List<DemoThing> found, Query query, Environment environment) {
    Renderer renderer = environment.renderer();
    return switch (style) {
      case OBJECT ->
          found.stream()
              .findFirst()
              .map(thing -> Reply.json(200, new Body.Value(renderer.json(thing))))
              .orElseThrow(() -> Refusal.of(404, "Not found."));
      case ARRAY -> Reply.json(200, new Body.Value(found.stream().map(renderer::json).toList()));
      case WHOLE -> {
        Fields list = new Fields();
        if (!isOfVault()) {
          list.put("object", "list");
        }
        list.put("data", found.stream().map(renderer::json).toList());
        yield Reply.json(200, new Body.Value(list.toMap()));
      }
      case PAGES -> page(found, query, environment);
    };
  }

  /** The vault's lists do not say that they are lists: fact sheet section 4. */
  private boolean isOfVault() {
    return path.startsWith("/vault/");
  }

  private Reply page(List<DemoThing> found, Query query, Environment environment) {
    PageRequest asked = EntityList.order(PageRequest.of(query, environment.quirks()), environment);
    Pager.Cut cut =
        new Pager(Sequence.of(found), environment.quirks())
            .cut(asked, new Pager.Extent(0, found.size(), i -> true));
    Renderer renderer = environment.renderer();
    List<Supplier<byte[]>> rows =
        cut.positions().stream().map(i -> renderer.row(found.get(i))).toList();
    return Reply.json(200, renderer.page(rows, EntityList.metadata(cut), !isOfVault()));
  }
}
