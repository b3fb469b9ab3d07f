package io.workosjdbc.demo;

import com.google.common.collect.Sets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The list of one kind of object.
 *
 * @param singles the names of the filters with one value
 * @param lists the names of the list filters
 */
record EntityList<T extends DemoObject>(
    Function<DemoData, List<T>> objects, Set<String> singles, Set<String> lists, Filter<T> filter)
    implements Endpoint {

  /** Which objects the filters of a query leave. */
  interface Filter<T> {
    Predicate<T> of(Query query, Environment environment);
  }

  @Override
  public Reply answer(Request request, Environment environment) {
    Query query =
        Query.of(request, Sets.union(singles, PageRequest.PARAMETERS), lists, environment.quirks());
    PageRequest page = order(PageRequest.of(query, environment.quirks()), environment);
    Predicate<T> asked = filter.of(query, environment);
    Predicate<T> matches = environment.has(Quirk.LIST_FILTERS_IGNORED) ? any -> true : asked;
    List<T> all = objects.apply(environment.data());
    Pager.Cut cut =
        new Pager(Sequence.of(all), environment.quirks())
            .cut(page, new Pager.Extent(0, all.size(), i -> matches.test(all.get(i))));
    Renderer renderer = environment.renderer();
    List<Supplier<byte[]>> rows =
        cut.positions().stream().map(i -> renderer.row(all.get(i))).toList();
    return Reply.json(200, renderer.page(rows, metadata(cut)));
  }

  static PageRequest order(PageRequest page, Environment environment) {
    if (environment.has(Quirk.LISTS_IGNORE_ORDER)) {
      return page.withOrder(PageRequest.Order.DESC);
    }
    return environment.has(Quirk.LISTS_OLDEST_FIRST) ? page.withOrder(PageRequest.Order.ASC) : page;
  }

  static Map<String, @Nullable Object> metadata(Pager.Cut cut) {
    return new Fields().putOrNull("before", cut.before()).putOrNull("after", cut.after()).toMap();
  }

  /** The answer to a get by key. */
  Reply single(Request request, Environment environment, Predicate<T> isIt, String notFound) {
    Query.of(request, Set.of(), Set.of(), environment.quirks());
    Optional<T> found = objects.apply(environment.data()).stream().filter(isIt).findFirst();
    return found
        .map(object -> Reply.json(200, new Body.Value(environment.renderer().json(object))))
        .orElseThrow(() -> Refusal.of(404, notFound));
  }
}
