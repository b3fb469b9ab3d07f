package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.workosjdbc.demo.Answer;
import io.workosjdbc.demo.DemoData;
import io.workosjdbc.demo.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MDC;

/** What flight recordings and tracing systems see of a statement. */
class ObservabilityTest {
  private static final String ALL = "select id from workos_organization";

  @RegisterExtension static final Api API = Api.of(DemoData.of(ListOrderTest.organizations()));

  @RegisterExtension static final OpenTelemetryExtension OTEL = OpenTelemetryExtension.create();

  @TempDir private Path folder;

  private static int count(Connection connection, String sql) throws SQLException {
    int count = 0;
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        count++;
      }
    }
    return count;
  }

  private List<RecordedEvent> recorded(Recording recording) throws IOException {
    recording.stop();
    var file = folder.resolve("recording.jfr");
    recording.dump(file);
    return RecordingFile.readAllEvents(file);
  }

  private static List<RecordedEvent> named(List<RecordedEvent> events, String name) {
    return events.stream().filter(event -> event.getEventType().getName().equals(name)).toList();
  }

  @Test
  void aRecordingHasRequestsPagesAndPlans() throws Exception {
    API.server().fail(Fault.nth(2, "/organizations", Answer.rateLimited(0)));
    try (var recording = new Recording();
        var connection = API.connect("cache=memory;entityTtl=1h;maxConcurrency=16")) {
      recording.enable("io.workosjdbc.Request");
      recording.enable("io.workosjdbc.Page");
      recording.enable("io.workosjdbc.Plan");
      recording.start();
      assertThat(count(connection, ALL + " where name <> 'secret'")).isEqualTo(250);
      assertThat(count(connection, ALL + " where name <> 'secret'")).isEqualTo(250);

      var events = recorded(recording);

      var requests = named(events, "io.workosjdbc.Request");
      assertThat(requests)
          .extracting(event -> event.getString("line"))
          .hasSize(3)
          .allMatch(line -> line.startsWith("GET /organizations?limit=100"));
      assertThat(requests).extracting(event -> event.getInt("status")).containsOnly(200);
      assertThat(requests).extracting(event -> event.getInt("attempts")).contains(1, 2);
      assertThat(requests).extracting(event -> event.getLong("statement")).doesNotContain(0L);
      assertThat(requests).allMatch(event -> event.getString("requestId").startsWith("req_demo_"));
      assertThat(requests).allMatch(event -> event.getLong("bytes") > 1000);
      var pages = named(events, "io.workosjdbc.Page");
      assertThat(pages)
          .extracting(event -> event.getString("table"))
          .contains("workos_organization");
      assertThat(pages).extracting(event -> event.getBoolean("cached")).contains(true, false);
      assertThat(named(events, "io.workosjdbc.Plan"))
          .extracting(event -> event.getBoolean("known") + " " + event.getString("sql"))
          .contains("false " + ALL + " where name <> '?'", "true " + ALL + " where name <> '?'");
    }
  }

  @Test
  void aTraceHasAStatementAndItsRequests() throws Exception {
    API.server().fail(Fault.nth(2, "/organizations", Answer.rateLimited(0)));
    var caller = OTEL.getOpenTelemetry().getTracer("test").spanBuilder("caller").startSpan();
    try (var scope = caller.makeCurrent();
        var connection = API.connect("maxConcurrency=16")) {
      assertThat(scope).isNotNull();
      assertThat(count(connection, ALL + " where name <> 'secret'")).isEqualTo(250);
    } finally {
      caller.end();
    }

    var statement = span("workos statement");
    assertThat(statement.getParentSpanId()).isEqualTo(caller.getSpanContext().getSpanId());
    assertThat(statement.getAttributes().get(AttributeKey.stringKey("db.query.text")))
        .isEqualTo(ALL + " where name <> '?'");
    assertThat(statement.getAttributes().get(AttributeKey.longKey("db.response.returned_rows")))
        .isEqualTo(250);
    var requests =
        OTEL.getSpans().stream()
            .filter(span -> span.getName().equals("GET /organizations"))
            .toList();
    assertThat(requests).hasSize(3);
    assertThat(requests)
        .allMatch(span -> span.getParentSpanId().equals(statement.getSpanId()))
        .allMatch(span -> span.getStatus().getStatusCode() == StatusCode.UNSET);
    assertThat(requests)
        .extracting(
            span -> span.getAttributes().get(AttributeKey.longKey("http.response.status_code")))
        .containsOnly(200L);
    assertThat(requests)
        .extracting(
            span -> span.getAttributes().get(AttributeKey.longKey("http.request.resend_count")))
        .containsOnlyOnce(1L);
  }

  @Test
  void aFailureIsAnErrorOfBothSpans() throws Exception {
    API.server().fail(Fault.every("/organizations", Answer.message(403, "Forbidden")));

    API.sql(ALL).fails("42501", "Forbidden");

    assertThat(span("workos statement").getStatus().getDescription()).startsWith("42501 ");
    assertThat(span("GET /organizations").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
  }

  @Test
  void withoutAnOpenTelemetryOfTheProgramNothingIsSetUp() throws Exception {
    GlobalOpenTelemetry.resetForTest();
    try (var connection = API.connect("")) {
      assertThat(count(connection, ALL)).isEqualTo(250);
      assertThat(GlobalOpenTelemetry.isSet()).isFalse();
      assertThat(OTEL.getSpans()).isEmpty();
    } finally {
      GlobalOpenTelemetry.set(OTEL.getOpenTelemetry());
    }
  }

  @Test
  void everyLogLineIsOfItsStatementAndOfWhoeverExecutedIt() throws Exception {
    var contexts = new CopyOnWriteArrayList<Map<String, String>>();
    var logger = Logger.getLogger("io.workosjdbc.http");
    var handler =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            contexts.add(MDC.getCopyOfContextMap());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    logger.addHandler(handler);
    logger.setLevel(Level.INFO);
    logger.setUseParentHandlers(false);
    MDC.put("user", "ada");
    try (var connection = API.connect("maxConcurrency=16;logRequests=true")) {
      assertThat(count(connection, ALL)).isEqualTo(250);
      assertThat(MDC.getCopyOfContextMap()).isEqualTo(Map.of("user", "ada"));
    } finally {
      MDC.remove("user");
      logger.setUseParentHandlers(true);
      logger.setLevel(null);
      logger.removeHandler(handler);
    }

    assertThat(contexts).hasSize(3).allMatch(context -> "ada".equals(context.get("user")));
    assertThat(contexts)
        .extracting(context -> context.get("workos.statement"))
        .allMatch(id -> id.matches("[0-9]+"))
        .containsOnly(contexts.get(0).get("workos.statement"));
  }

  private static SpanData span(String name) {
    return OTEL.getSpans().stream()
        .filter(span -> span.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not in " + OTEL.getSpans()));
  }
}
