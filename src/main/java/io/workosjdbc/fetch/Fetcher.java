package io.workosjdbc.fetch;

import io.workosjdbc.cache.EnvironmentCache;
import io.workosjdbc.cache.Held;
import io.workosjdbc.cache.ListingCache;
import io.workosjdbc.cache.event.Beside;
import io.workosjdbc.http.ApiClient;
import io.workosjdbc.http.ApiException;
import io.workosjdbc.http.ApiException.Kind;
import io.workosjdbc.log.Journal;
import io.workosjdbc.request.AccessPlan;
import io.workosjdbc.request.ArrayStyle;
import io.workosjdbc.request.Condition;
import io.workosjdbc.request.ListRequest;
import io.workosjdbc.request.Request;
import io.workosjdbc.request.Sizes;
import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Extraction.LookedUp;
import io.workosjdbc.resource.Parameter;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Source;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the rows of plans from one environment. Thread-safe. Whoever made it closes it, and the
 * client after it.
 */
public final class Fetcher implements RowSources, AutoCloseable {

  private final ApiClient client;
  private final Source source;
  private final ListingCache cache;
  private final Duration ttl;
  private final Learned learned;
  private final Workers workers;
  private final Archive archive;
  private final Journal journal;

  private Fetcher(
      ApiClient client,
      Source source,
      ListingCache cache,
      Duration ttl,
      Learned learned,
      Workers workers,
      Archive archive,
      Journal journal) {
    this.client = client;
    this.source = source;
    this.cache = cache;
    this.ttl = ttl;
    this.learned = learned;
    this.workers = workers;
    this.archive = archive;
    this.journal = journal;
  }

  /**
   * A fetcher that keeps answers in the cache and does not take any from it yet. It asks for as
   * much at once as the client lets pass.
   */
  public static Fetcher of(ApiClient client, Source source, ListingCache cache) {
    return of(client, source, cache, Archive.NONE);
  }

  /** A fetcher that keeps nothing. */
  public static Fetcher of(ApiClient client, Source source) {
    return of(client, source, new ListingCache(0, Clock.systemUTC()));
  }

  static Fetcher of(ApiClient client, Source source, ListingCache cache, Archive archive) {
    var workers = new Workers(client.pace().maxConcurrency(), client::pace);
    return new Fetcher(
        client, source, cache, Duration.ZERO, new Learned(), workers, archive, new Journal());
  }

  /**
   * The same fetcher, sharing what it learns and its threads, for connections that accept answers
   * of this age.
   *
   * @param age how old an answer from the cache may be; zero always asks the service and keeps
   *     nothing
   */
  public Fetcher accepting(Duration age) {
    return new Fetcher(client, source, cache, age, learned, workers, archive, journal);
  }

  /**
   * The same fetcher, sharing what it learns and its threads, for connections that keep answers.
   *
   * @param age how old an answer from the cache may be
   */
  public Fetcher with(EnvironmentCache kept, Duration age) {
    kept.events().beside(Beside.LEARNED).ifPresent(learned::keepIn);
    var events = new StoredEvents(kept.events(), learned, age, Clock.systemUTC());
    return new Fetcher(client, source, kept.lists(), age, learned, workers, events, journal);
  }

  /** Ends the threads; scans that still read fail. Closing again changes nothing. */
  @Override
  public void close() {
    learned.save();
    workers.close();
  }

  @Override
  public RowSource open(AccessPlan plan, List<Column> projection, Execution execution) {
    return open(plan, projection, Condition.anything(), execution);
  }

  @Override
  public RowSource open(
      AccessPlan plan, List<Column> projection, Condition condition, Execution execution) {
    if (plan.refusal().isPresent()) {
      throw ApiException.of(Kind.BAD_REQUEST, "", plan.refusal().get());
    }
    plan.lost()
        .map(lost -> Lost.warning(lost.resource(), lost.window()))
        .ifPresent(execution::warn);
    var resource =
        Stream.concat(
                plan.requests().stream().map(Request::resource),
                plan.fanOut().stream().map(fanOut -> fanOut.resource()))
            .findFirst();
    if (resource.isEmpty()) {
      return new NoRows();
    }
    var kept = archive.kept(resource.get());
    var layout = Layout.of(resource.get(), plan, projection).with(kept);
    var own = new ArchiveScan(archive, layout, condition, execution);
    var scope = execution.scope().withOwnCancellation();
    var exports = new ExportFiles(client, execution, scope, () -> new Logged(journal, execution));
    var answers = new LiveAnswers(client, learned, journal, execution, scope, exports);
    var scan =
        new Scan(
            planned(plan, own, execution),
            opening(own, answers),
            workers,
            learned,
            scope,
            execution.scope());
    return new PlanRows(
        scan,
        new RowFinish(layout, lookedUp -> lookup(lookedUp, execution)),
        execution,
        () -> workers.settle(scan));
  }

  private PlannedPieces planned(AccessPlan plan, ArchiveScan own, Execution execution) {
    if (plan.fanOut().isEmpty()) {
      return new PlannedPieces(plan, plan.requests().iterator(), own, () -> {});
    }
    var fanOut = plan.fanOut().get();
    var parents = open(fanOut.parentPlan(), FanOutRequests.parentColumns(fanOut), execution);
    var requests = new FanOutRequests(fanOut, parents);
    return new PlannedPieces(plan, new Rotation(requests), own, requests::close);
  }

  private Piece.Opening opening(ArchiveScan own, LiveAnswers answers) {
    var readers = Readers.of(own.layout());
    return new Piece.Opening() {
      @Override
      public RequestRows open(Piece piece) {
        return piece.isHeld()
            ? RequestRows.ofHeld(held((ListRequest) piece.request()))
            : asking(piece.request(), piece.slice());
      }

      private RequestRows asking(Request request, Optional<Slice> slice) {
        var pages = pages(request, readers, answers);
        return new RequestRows(
            request, pages, own.layout(), slice, objects -> size(pages.answered(), objects));
      }

      private ArchivedPages held(ListRequest request) {
        return new ArchivedPages(
            request,
            own,
            gone -> new WholeWindow(gone, sink(gone)).read(this::asking),
            answers.execution().tally()::addCachedPage);
      }

      @Override
      public Archive.Sink sink(ListRequest request) {
        return own.sink(request);
      }
    };
  }

  @Override
  public Optional<Duration> age(Request request) {
    return held(request).filter(Held::complete).map(Held::age);
  }

  @Override
  public Known known(Request request, List<Column> projection) {
    if (!Piece.hasRange(request)) {
      return RowSources.super.known(request, projection);
    }
    var list = (ListRequest) request;
    var plan = AccessPlan.of(List.of(list), Optional.empty());
    var columns = Layout.of(list.resource(), plan, projection).trusted();
    return archive.contents(new Archive.Wanted(list, columns, Condition.anything())).known(list);
  }

  @Override
  public Optional<Holding> holding(Request request) {
    return held(request).map(kept -> new Holding(kept.age(), kept.complete(), kept.objects()));
  }

  @Override
  public Speed speed() {
    var pace = client.pace();
    return new Speed(pace.requestsPerSecond(), pace.latency(), pace.maxConcurrency());
  }

  /** What the cache has of the answer to a request, be it only the beginning. */
  public Optional<Held> held(Request request) {
    return isKept(request) ? cache.held(request, ttl) : Optional.empty();
  }

  /** Where requests and pages of the cache are written down. */
  public Journal journal() {
    return journal;
  }

  /** What the scans so far have taught about the size of lists. */
  public Sizes sizes() {
    return learned;
  }

  private boolean isKept(Request request) {
    return !ttl.isZero() && ListingCache.keeps(request);
  }

  private Pages pages(Request request, Readers readers, LiveAnswers answers) {
    if (!isKept(request)) {
      return new Pages.Live(request, readers, answers);
    }
    if (request.resource().announcement().isEmpty()) {
      return kept(request, readers, answers);
    }
    return new RenewedPages(
        request,
        () -> {
          new Proofs(source, cache, ttl, learned).renew(request, answers);
          return kept(request, readers, answers);
        });
  }

  private Pages kept(Request request, Readers readers, LiveAnswers answers) {
    return new Pages.Kept(cache.open(request, ttl), cache, readers, answers);
  }

  private void size(Request answered, long objects) {
    if (answered instanceof ListRequest list && list.isWholeList()) {
      learned.size(list.resource(), objects);
    } else if (answered instanceof ListRequest list && list.isWholeListOfItsKeys()) {
      learned.sizeOfKey(list.resource(), objects);
    }
  }

  private Map<Object, Object> lookup(LookedUp lookedUp, Execution execution) {
    return execution.lookups().get(lookedUp, () -> read(lookedUp, execution));
  }

  private Map<Object, Object> read(LookedUp lookedUp, Execution execution) {
    var resource =
        source
            .resource(lookedUp.table())
            .orElseThrow(() -> new IllegalArgumentException("No table " + lookedUp.table()));
    var plan = AccessPlan.of(List.of(wholeList(resource)), Optional.empty());
    var columns = List.of(resource.key(), resource.required(lookedUp.value()));
    var values = new HashMap<Object, Object>();
    try (var rows = open(plan, columns, execution)) {
      while (rows.nextOrFail()) {
        var row = rows.row();
        if (row[0] != null && row[1] != null) {
          values.put(row[0], row[1]);
        }
      }
    }
    return values;
  }

  private static ListRequest wholeList(Resource resource) {
    var names = resource.listing().choice().map(Parameter.Choice::names).orElse(List.of());
    return new ListRequest(
        resource, Map.of(), Map.of(), names, ArrayStyle.COMMA, Optional.empty(), Optional.empty());
  }
}
