package io.workosjdbc.planner;

import io.workosjdbc.request.AccessPlan;
import io.workosjdbc.request.Estimate;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.calcite.rel.RelWriter;

/**
 * What EXPLAIN shows of a scan: its requests, which of them the cache answers, and their number.
 */
record Explanation(AccessPlan plan, AbstractResourceScan scan, StoredPart stored) {

  /** No more requests than this are written out. */
  private static final int SHOWN = 5;

  static Explanation of(AbstractResourceScan scan) {
    var spec = scan.spec;
    var context = scan.context;
    var condition = KnownValues.bind(spec, scan.getCluster(), context.clock());
    var plan =
        context.requests().plan(spec.resource(), condition, spec.wish(), context.clock().instant());
    return new Explanation(plan, scan, StoredPart.of(plan, scan));
  }

  RelWriter write(RelWriter writer) {
    return writer
        .item("requests", requests())
        .item("predictedRequests", predicted())
        .itemIf("cachedFor", age().map(Duration::toString).orElse(""), age().isPresent())
        .itemIf("stored", stored.text(), stored.isAny())
        .itemIf("order", plan.order().map(Enum::name).orElse(""), plan.order().isPresent());
  }

  private String requests() {
    if (plan.refusal().isPresent()) {
      return plan.refusal().get();
    }
    if (plan.fanOut().isPresent()) {
      return fanOut(plan.fanOut().get());
    }
    if (plan.requests().isEmpty()) {
      return "none";
    }
    var requests = stored.shown();
    if (requests.isEmpty()) {
      return "none";
    }
    var shown =
        requests.stream()
            .limit(SHOWN)
            .map(request -> request.line())
            .collect(Collectors.joining("; "));
    int more = requests.size() - SHOWN;
    return more > 0 ? shown + "; and " + more + " more" : shown;
  }

  private static String fanOut(AccessPlan.FanOut fanOut) {
    return "for each " + fanOut.parent().table() + ": " + fanOut.template().shown();
  }

  private long predicted() {
    if (plan.requests().isEmpty()) {
      return (long)
          Estimate.of(plan, scan.context.requests().sizes(), scan.spec.wish().limit()).requests();
    }
    return (long)
        Estimate.of(
                AccessPlan.of(stored.asked(), plan.order()),
                scan.context.requests().sizes(),
                scan.spec.wish().limit())
            .requests();
  }

  /** The age of the oldest answer that the cache has for it. */
  private Optional<Duration> age() {
    return stored.age();
  }
}
