package io.workosjdbc.driver;

import io.workosjdbc.cache.CacheControl;
import io.workosjdbc.driver.Choices.OnEnvironmentError;
import io.workosjdbc.driver.Choices.Pushdown;
import io.workosjdbc.fetch.Fetcher;
import io.workosjdbc.fetch.Forgiving;
import io.workosjdbc.log.EnvironmentLog;
import io.workosjdbc.planner.EnvironmentsSchema;
import io.workosjdbc.planner.EnvironmentsSchema.Environment;
import io.workosjdbc.planner.ScanContext;
import io.workosjdbc.planner.SourceSchema;
import io.workosjdbc.request.RequestPlanner;
import io.workosjdbc.resource.Source;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The place where the planner's schema, the HTTP client and the cache are put together. Connections
 * to the same environment share the client, the cache and what was learned about the sizes of
 * lists.
 */
final class LiveSchemas implements SchemaSource {

  private static final Clock CLOCK = Clock.systemUTC();

  /** What follows the source's name in the name of the schema over all environments. */
  private static final String ALL = "_all";

  private final Environments<ConnectionSettings.Environment, LiveEnvironment> environments =
      new Environments<>(LiveEnvironment::close);

  @Override
  public Attached open(ConnectionSettings settings) throws SQLException {
    if (settings.endpoint() instanceof Endpoint.Several several) {
      return openAll(several, settings.schema());
    }
    var opened = lease(settings);
    return new Attached(
        List.of(schema(opened)),
        opened.cache(),
        Map.of(opened.name(), opened.log()),
        opened.problems(),
        opened.lease());
  }

  /** A schema for each environment, and one for all; the default one first. */
  private Attached openAll(Endpoint.Several set, String defaultSchema) throws SQLException {
    var opened = new ArrayList<Opened>();
    try {
      for (var member : set.members()) {
        opened.add(lease(member));
      }
      var schemas = new ArrayList<>(opened.stream().map(LiveSchemas::schema).toList());
      schemas.addAll(all(opened, set));
      if (schemas.stream().noneMatch(schema -> isNamed(schema, Identity.NAME))) {
        Identity.over(names(opened)).ifPresent(schemas::add);
      }
      if (schemas.stream().noneMatch(schema -> isNamed(schema, defaultSchema))) {
        throw SqlState.BAD_VALUE.error(
            "Property schema: there is no environment "
                + defaultSchema
                + "; there are "
                + String.join(", ", schemas.stream().map(Named::name).toList()));
      }
      schemas.sort(Comparator.comparing(schema -> !isNamed(schema, defaultSchema)));
      return new Attached(
          schemas,
          new CachesOfAll(opened.stream().map(Opened::cache).toList()),
          opened.stream().collect(Collectors.toMap(Opened::name, Opened::log)),
          opened.stream().flatMap(each -> each.problems().stream()).distinct().toList(),
          () -> closeAll(opened));
    } catch (SQLException | RuntimeException e) {
      closeAll(opened);
      throw e;
    }
  }

  /** Where the tables of each source are: of its one environment, or of all. */
  private static Map<Product, String> names(List<Opened> opened) {
    return opened.stream()
        .collect(Collectors.toMap(Opened::product, Opened::name, (one, other) -> ALL))
        .entrySet()
        .stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                each ->
                    each.getValue().equals(ALL)
                        ? each.getKey().source().name() + ALL
                        : each.getValue()));
  }

  private static boolean isNamed(Named schema, String name) {
    return schema.name().equalsIgnoreCase(name);
  }

  private static void closeAll(List<Opened> opened) {
    opened.forEach(each -> each.lease().close());
  }

  /** An environment that is in use. */
  private record Opened(
      Product product,
      String name,
      ScanContext context,
      CacheControl cache,
      EnvironmentLog log,
      List<String> problems,
      Environments<ConnectionSettings.Environment, LiveEnvironment>.Lease lease) {}

  private Opened lease(ConnectionSettings settings) throws SQLException {
    var lease = environments.lease(settings.environment(), LiveEnvironment::open);
    try {
      return opened(settings, lease);
    } catch (RuntimeException e) {
      lease.close();
      throw e;
    }
  }

  private Opened opened(
      ConnectionSettings settings,
      Environments<ConnectionSettings.Environment, LiveEnvironment>.Lease lease) {
    var environment = lease.value();
    var cache = environment.caches().open(settings.cache());
    var rows =
        cache
            .map(kept -> environment.fetcher().with(kept, settings.entityTtl()))
            .orElse(environment.fetcher());
    var control = cache.<CacheControl>map(kept -> kept).orElse(CacheControl.NONE);
    return new Opened(
        settings.product(),
        settings.schema(),
        context(settings, rows),
        control,
        new LiveLog(environment.fetcher().journal(), environment.client(), control, CLOCK),
        cache.flatMap(kept -> kept.events().problem()).stream().toList(),
        lease);
  }

  private static Named schema(Opened opened) {
    var source = opened.product().source();
    return new Named(
        opened.name(), new SourceSchema(source, opened.context()), Optional.of(source));
  }

  /** A schema over the environments of each source. */
  private static List<Named> all(List<Opened> opened, Endpoint.Several set) {
    var usual = opened.get(0).product();
    return opened.stream()
        .map(Opened::product)
        .distinct()
        .map(
            product ->
                all(
                    set.name()
                        .filter(name -> product.equals(usual))
                        .orElse(product.source().name() + ALL),
                    product.source(),
                    opened,
                    set.onError()))
        .toList();
  }

  private static Named all(
      String name, Source source, List<Opened> opened, OnEnvironmentError onError) {
    var members =
        opened.stream()
            .filter(each -> each.product().source().equals(source))
            .map(
                each ->
                    new Environment(
                        each.name(),
                        onError == OnEnvironmentError.WARN ? forgiving(each) : each.context()))
            .toList();
    return new Named(
        name,
        new EnvironmentsSchema(source, members),
        Optional.of(EnvironmentsSchema.declared(source)));
  }

  private static ScanContext forgiving(Opened opened) {
    var context = opened.context();
    return context.withRows(new Forgiving(context.rows(), opened.name()));
  }

  private static ScanContext context(ConnectionSettings settings, Fetcher rows) {
    var requests =
        new RequestPlanner(
            settings.product().source(),
            settings.reach(),
            settings.arrayStyle(),
            rows.sizes(),
            settings.pushdown() != Pushdown.OFF,
            settings.statements().auditLogs());
    return new ScanContext(
        requests,
        rows,
        CLOCK,
        settings.pushdown() == Pushdown.REQUIRE,
        settings.statements().provenance());
  }
}
