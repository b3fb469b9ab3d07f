package io.workosjdbc.planner;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.plan.volcano.RelSubset;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Sort;

/**
 * What a plan will ask for.
 *
 * @param scans from left to right
 */
record PlanReport(List<ScanReport> scans) {

  /**
   * What one scan of it will ask for.
   *
   * @param residual conditions that only this side can tell
   * @param times how often it is thought to be read: once, or for each batch of keys of a join
   */
  record ScanReport(Explanation explanation, List<String> residual, double times) {
    Forecast forecast() {
      return explanation.forecast().times(times);
    }
  }

  static PlanReport of(RelNode root) {
    var scans = new ArrayList<ScanReport>();
    collect(root, new Place(root, 1, Integer.MAX_VALUE), scans);
    return new PlanReport(List.copyOf(scans));
  }

  /**
   * Where a node is.
   *
   * @param above the closest node over it that is no mere order or limit
   * @param times how often it is read
   * @param keys how many keys it is asked for each time
   */
  private record Place(RelNode above, double times, int keys) {}

  private static void collect(RelNode node, Place place, List<ScanReport> scans) {
    if (node instanceof RelSubset subset) {
      collect(subset.stripped(), place, scans);
      return;
    }
    if (node instanceof AbstractResourceScan scan) {
      var explanation = Explanation.of(scan, scan.spec.expecting(place.keys));
      scans.add(new ScanReport(explanation, Residual.of(place.above, scan), place.times));
      return;
    }
    var next = node instanceof Sort || node instanceof ExactLimit ? place.above : node;
    for (int input = 0; input < node.getInputs().size(); input++) {
      var at =
          node instanceof EnumerableBindJoin join && input == 1
              ? new Place(next, place.times * join.batches(), join.keys())
              : new Place(next, place.times, place.keys);
      collect(node.getInput(input), at, scans);
    }
  }

  Forecast forecast() {
    return scans.stream().map(ScanReport::forecast).reduce(Forecast.NOTHING, Forecast::plus);
  }

  double requestsPerSecond() {
    return scans.stream()
        .mapToDouble(scan -> scan.explanation.scan().context.rows().speed().requestsPerSecond())
        .min()
        .orElse(0);
  }
}
