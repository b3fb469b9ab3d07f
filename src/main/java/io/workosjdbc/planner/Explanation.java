package io.workosjdbc.planner;

import io.workosjdbc.fetch.RowSources.Holding;
import io.workosjdbc.request.AccessPlan;
import io.workosjdbc.request.Condition;
import io.workosjdbc.request.Estimate;
import io.workosjdbc.request.ListRequest;
import io.workosjdbc.request.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.calcite.rel.RelWriter;

/**
 * What EXPLAIN shows of a scan: its requests, which of them the cache answers, and their number.
 *
 * @param condition what is known of it before the statement runs
 */
record Explanation(
    AccessPlan plan, Condition condition, AbstractResourceScan scan, StoredPart stored) {

  /** No more requests than this are written out. */
  private static final int SHOWN = 5;

  /** What the cache has for a request. */
  record Cached(Request request, Holding holding) {}

  static Explanation of(AbstractResourceScan scan) {
    return of(scan, scan.spec);
  }

  /** What the scan would do with another specification. */
  static Explanation of(AbstractResourceScan scan, ScanSpec spec) {
    var context = scan.context;
    var condition = KnownValues.bind(spec, scan.getCluster(), context.clock());
    var plan =
        context.requests().plan(spec.resource(), condition, spec.wish(), context.clock().instant());
    return new Explanation(plan, condition, scan, StoredPart.of(plan, scan));
  }

  RelWriter write(RelWriter writer) {
    return writer
        .item("requests", requests())
        .item("predictedRequests", (long) forecast().requests())
        .itemIf("cachedFor", age().map(Duration::toString).orElse(""), age().isPresent())
        .itemIf("stored", stored.text(), stored.isAny())
        .itemIf("counted", true, scan.spec.counting().isPresent())
        .itemIf("order", plan.order().map(Enum::name).orElse(""), plan.order().isPresent());
  }

  private String requests() {
    var lines = lines(SHOWN);
    int more = count() - lines.size();
    return String.join("; ", lines.isEmpty() ? List.of("none") : lines)
        + (more > 0 ? "; and " + more + " more" : "");
  }

  /** How many requests there are to show; those of a fan-out count once for all its parents. */
  int count() {
    return plan.refusal().isPresent()
        ? 1
        : plan.fanOut().map(fanOut -> fanOut.lists().size()).orElseGet(stored.shown()::size);
  }

  /** The requests with their parameters, or why there can be none. */
  List<String> lines(int most) {
    if (plan.refusal().isPresent()) {
      return List.of(plan.refusal().get());
    }
    return plan.fanOut()
        .map(fanOut -> fanOut.shown().stream().map(line -> each(fanOut, line)))
        .orElseGet(() -> stored.shown().stream().map(Request::line))
        .limit(most)
        .toList();
  }

  private static String each(AccessPlan.FanOut fanOut, String line) {
    return "for each " + fanOut.parent().table() + ": " + line;
  }

  /** The requests that list the parents of a fan-out. */
  List<String> parentLines(int most) {
    return plan.fanOut().stream()
        .flatMap(fanOut -> fanOut.parentPlan().requests().stream())
        .limit(most)
        .map(Request::line)
        .toList();
  }

  /** What it will cost, without what the cache has. */
  Forecast forecast() {
    var sizes = scan.context.requests().sizes();
    var limit = scan.spec.wish().limit();
    var whole = Estimate.of(plan, sizes, limit);
    double requests = whole.requests();
    if (!plan.requests().isEmpty()) {
      var asked = stored.asked();
      double begun = cached().stream().mapToDouble(Explanation::pagesOfBeginning).sum();
      requests =
          asked.isEmpty()
              ? 0
              : Math.max(
                  0,
                  Estimate.of(AccessPlan.of(asked, plan.order()), sizes, limit).requests() - begun);
    }
    boolean isParallel =
        plan.requests().size() != 1
            || (plan.requests().get(0) instanceof ListRequest list && list.window().isPresent());
    return Forecast.of(requests, whole.rows(), isParallel, scan.context.rows().speed());
  }

  private static double pagesOfBeginning(Cached cached) {
    int size = Math.max(1, cached.request.resource().listing().paging().size());
    return cached.holding.isComplete() ? 0 : Math.floor((double) cached.holding.rows() / size);
  }

  /** What the cache has, be it only the beginning. */
  List<Cached> cached() {
    return plan.requests().stream()
        .flatMap(
            request ->
                scan
                    .context
                    .rows()
                    .holding(request)
                    .map(held -> new Cached(request, held))
                    .stream())
        .toList();
  }

  /** The age of the oldest answer that the cache has for it. */
  private Optional<Duration> age() {
    return stored.age();
  }

  /** Why the answer may be smaller than it looks. */
  List<String> notices() {
    var notices = new ArrayList<String>();
    plan.lost()
        .ifPresent(
            lost ->
                notices.add(
                    "rows from %s to %s are older than what the API keeps, and not in the cache"
                        .formatted(lost.window().from(), lost.window().to())));
    var now = scan.context.clock().instant();
    notices.addAll(scan.context.requests().notices(scan.spec.resource(), condition, plan, now));
    return notices;
  }

  /** Why the connection refuses to execute a scan, as far as that is known before it runs. */
  static Optional<String> refusal(AbstractResourceScan scan) {
    return scan.context.refusesWholeLists() ? of(scan).refusal() : Optional.empty();
  }

  /** Why the connection refuses to execute it. */
  Optional<String> refusal() {
    var spec = scan.spec;
    return scan.context.refusesWholeLists()
        ? scan.context.requests().wholeList(spec.resource(), condition, spec.wish(), plan)
        : Optional.empty();
  }

  /** The table with its schema. */
  String table() {
    return scan.getTable().getQualifiedName().stream().collect(Collectors.joining("."));
  }
}
