package io.workosjdbc.planner;

import io.workosjdbc.planner.PlanReport.ScanReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.util.JsonBuilder;

/** What a plan will ask for, for programs. */
final class PlanJson {

  /** No more requests of a scan than this are written out; their number always is. */
  private static final int SHOWN = 100;

  private PlanJson() {}

  /**
   * @param plan the plan itself, as text
   */
  static String of(PlanReport report, String plan) {
    var json = new LinkedHashMap<String, Object>();
    json.put("predicted", forecast(report.forecast()));
    json.put("requestsPerSecond", report.requestsPerSecond());
    json.put("scans", report.scans().stream().map(PlanJson::scan).toList());
    json.put("plan", plan);
    return new JsonBuilder().toJsonString(json);
  }

  private static Map<String, Object> scan(ScanReport scan) {
    var explanation = scan.explanation();
    var plan = explanation.plan();
    var json = new LinkedHashMap<String, Object>();
    json.put("table", explanation.table());
    plan.fanOut().ifPresent(fanOut -> json.put("forEach", fanOut.parent().table()));
    put(json, "parentRequests", explanation.parentLines(SHOWN));
    json.put("requests", requests(explanation));
    json.put("requestCount", explanation.count());
    plan.order().ifPresent(order -> json.put("order", order.name().toLowerCase(Locale.ROOT)));
    put(json, "cached", explanation.cached().stream().map(PlanJson::cached).toList());
    if (explanation.stored().isAny()) {
      json.put("stored", explanation.stored().text());
    }
    json.put("residual", scan.residual());
    json.put("times", scan.times());
    json.put("predicted", forecast(scan.forecast()));
    put(json, "notices", explanation.notices());
    put(json, "refused", plan.refusal().or(explanation::refusal));
    return json;
  }

  private static List<String> requests(Explanation explanation) {
    var plan = explanation.plan();
    return plan.fanOut()
        .map(fanOut -> fanOut.shown().stream().limit(SHOWN).toList())
        .orElseGet(() -> plan.refusal().isPresent() ? List.of() : explanation.lines(SHOWN));
  }

  private static Map<String, Object> cached(Explanation.Cached cached) {
    var json = new LinkedHashMap<String, Object>();
    json.put("request", cached.request().line());
    json.put("complete", cached.holding().isComplete());
    json.put("rows", cached.holding().rows());
    json.put("ageMs", cached.holding().age().toMillis());
    return json;
  }

  private static Map<String, Object> forecast(Forecast forecast) {
    var json = new LinkedHashMap<String, Object>();
    json.put("requests", Math.round(forecast.requests()));
    json.put("rows", Math.round(forecast.rows()));
    json.put("seconds", Math.round(forecast.seconds() * 1000) / 1000.0);
    return json;
  }

  private static void put(Map<String, Object> json, String name, List<?> values) {
    if (!values.isEmpty()) {
      json.put(name, values);
    }
  }

  private static void put(Map<String, Object> json, String name, Optional<String> value) {
    value.ifPresent(text -> json.put(name, text));
  }
}
