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
    collect(root, root, 1, scans);
    return new PlanReport(List.copyOf(scans));
  }

  /**
   * @param above the closest node over this one that is no mere order or limit
   */
  private static void collect(RelNode node, RelNode above, double times, List<ScanReport> scans) {
    if (node instanceof RelSubset subset) {
      collect(subset.stripped(), above, times, scans);
      return;
    }
    if (node instanceof AbstractResourceScan scan) {
      scans.add(new ScanReport(Explanation.of(scan), Residual.of(above, scan), times));
      return;
    }
    var next = node instanceof Sort || node instanceof ExactLimit ? above : node;
    for (int input = 0; input < node.getInputs().size(); input++) {
      boolean isBound = node instanceof EnumerableBindJoin && input == 1;
      double batches = isBound ? ((EnumerableBindJoin) node).batches() : 1;
      collect(node.getInput(input), next, times * batches, scans);
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
