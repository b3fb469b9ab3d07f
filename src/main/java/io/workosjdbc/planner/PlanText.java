package io.workosjdbc.planner;

import io.workosjdbc.planner.PlanReport.ScanReport;
import java.time.Duration;
import java.util.Locale;

/** What a plan will ask for, for people. */
final class PlanText {

  private static final int SHOWN = 5;

  private PlanText() {}

  /** Some lines, each with its end. */
  static String of(PlanReport report) {
    var text = new StringBuilder("Predicted: " + forecast(report.forecast()));
    if (!report.scans().isEmpty()) {
      text.append(" at %s requests/s".formatted(number(report.requestsPerSecond())));
    }
    text.append('\n');
    report.scans().forEach(scan -> add(text, scan));
    return text.toString();
  }

  private static void add(StringBuilder text, ScanReport scan) {
    var explanation = scan.explanation();
    text.append(explanation.table()).append('\n');
    var lines = explanation.lines(SHOWN);
    if (lines.isEmpty()) {
      line(text, "request", explanation.plan().isNothing() ? "none: no row can match" : "none");
    }
    explanation.parentLines(SHOWN).forEach(each -> line(text, "request", each));
    lines.forEach(each -> line(text, "request", each));
    int more = explanation.count() - lines.size();
    if (more > 0) {
      line(text, "request", "and " + more + " more");
    }
    explanation.cached().stream()
        .limit(SHOWN)
        .forEach(cached -> line(text, "cached", cached(cached)));
    if (explanation.stored().isAny()) {
      line(text, "stored", explanation.stored().text());
    }
    scan.residual().forEach(condition -> line(text, "filter here", condition));
    line(text, "predicted", forecast(scan.forecast()) + times(scan.times()));
    explanation.notices().forEach(notice -> line(text, "note", notice));
    explanation.refusal().ifPresent(refusal -> line(text, "refused", refusal));
  }

  private static void line(StringBuilder text, String what, String value) {
    text.append("  %-12s%s%n".formatted(what, value).replace(System.lineSeparator(), "\n"));
  }

  private static String cached(Explanation.Cached cached) {
    var holding = cached.holding();
    return "%s of %s, %s old"
        .formatted(
            holding.isComplete() ? "all" : "the first %,d rows".formatted(holding.rows()),
            cached.request().line(),
            age(holding.age()));
  }

  private static String age(Duration age) {
    return age.toSeconds() < 120 ? age.toSeconds() + " s" : age.toMinutes() + " min";
  }

  private static String times(double times) {
    return times > 1 ? ", read " + number(times) + " times" : "";
  }

  private static String forecast(Forecast forecast) {
    return "%s requests, %s rows, %.1f s"
        .formatted(number(forecast.requests()), number(forecast.rows()), forecast.seconds());
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%,.0f", number);
  }
}
