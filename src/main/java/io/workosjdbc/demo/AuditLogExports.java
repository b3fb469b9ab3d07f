package io.workosjdbc.demo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Makes exports of audit logs: ordered by POST, pending when they are first asked for, and then
 * files that are fetched without a key (fact sheet sections 6, 7 and 10). Strict about the order,
 * and about keys where none belongs. Thread-safe.
 */
final class AuditLogExports {
  private static final String PATH = "/audit_logs/exports";
  private static final String FILES = "/files/";
  private static final Set<String> REQUIRED = Set.of("organization_id", "range_start", "range_end");
  private static final Set<String> OPTIONAL =
      Set.of("actions", "actors", "actor_names", "actor_ids", "targets");
  private static final JsonFactory JSON = new JsonFactory();

  private final Map<String, Export> exports = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();

  /** An export and how often its state was asked for. */
  private record Export(
      String id, String organizationId, Instant start, Instant end, AtomicInteger asked) {

    boolean isReady() {
      return asked.get() > 1;
    }

    Map<String, Object> json(URI base) {
      Map<String, Object> json = new HashMap<>();
      json.put("object", "audit_log_export");
      json.put("id", id);
      json.put("state", isReady() ? "ready" : "pending");
      if (isReady()) {
        json.put("url", base + FILES + "secret-" + id + ".csv?signature=secret-" + asked.get());
      }
      json.put("created_at", Timestamps.text(end));
      json.put("updated_at", Timestamps.text(end));
      return json;
    }
  }

  /** A file, which is read without the service's key; empty for any other request. */
  Optional<Reply> file(Request request, Environment environment) {
    if (!request.path().startsWith(FILES)) {
      return Optional.empty();
    }
    if (request.authorization().isPresent()) {
      throw Refusal.of(400, "Only one auth mechanism allowed; the key is not wanted here.");
    }
    var id = request.path().substring(FILES.length()).replaceAll("^secret-|\\.csv$", "");
    var export = Optional.ofNullable(exports.get(id)).filter(Export::isReady);
    if (export.isEmpty() || request.value("signature").isEmpty()) {
      throw Refusal.of(403, "Request has expired");
    }
    return Optional.of(
        new Reply(
            200,
            Map.of("Content-Type", "text/csv"),
            new Body.Text(csv(export.get(), environment)),
            Delivery.WHOLE));
  }

  /** The answer to an order, or about one; empty for any other request. */
  Optional<Reply> answer(Request request, Environment environment, URI base) {
    if (request.method().equals("POST") && request.path().equals(PATH)) {
      return Optional.of(Reply.json(201, new Body.Value(create(request, environment).json(base))));
    }
    if (request.method().equals("GET") && request.path().startsWith(PATH + "/")) {
      var export = exports.get(request.path().substring(PATH.length() + 1));
      if (export != null) {
        export.asked().incrementAndGet();
        return Optional.of(Reply.json(200, new Body.Value(export.json(base))));
      }
    }
    return Optional.empty();
  }

  private Export create(Request request, Environment environment) {
    var order = order(request.body());
    for (String name : REQUIRED) {
      if (!order.containsKey(name)) {
        throw Refusal.invalid(name, "required");
      }
    }
    var organization = order.getOrDefault("organization_id", "");
    if (!environment.hasOrganization(organization)) {
      throw Refusal.of(404, "Organization not found: '" + organization + "'.");
    }
    var start = time("range_start", order);
    var end = time("range_end", order);
    if (!start.isBefore(end)) {
      throw Refusal.invalid("range_end", "before_range_start");
    }
    if (start.isBefore(environment.now().minus(Duration.ofDays(92)))) {
      throw Refusal.invalid("range_start", "older_than_three_months");
    }
    int asked = environment.has(Quirk.EXPORTS_READY_AT_ONCE) ? 2 : 0;
    var id = "audit_log_export_" + numbers.incrementAndGet();
    var export = new Export(id, organization, start, end, new AtomicInteger(asked));
    exports.put(id, export);
    return export;
  }

  private static Instant time(String name, Map<String, String> order) {
    try {
      return Instant.parse(order.getOrDefault(name, ""));
    } catch (DateTimeParseException e) {
      throw Refusal.invalid(name, "not_iso8601");
    }
  }

  private static Map<String, String> order(String body) {
    Map<String, String> order = new HashMap<>();
    try (JsonParser parser = JSON.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw Refusal.badRequest("The body is no object");
      }
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        if (!REQUIRED.contains(name) && !OPTIONAL.contains(name)) {
          throw Refusal.badRequest("property " + name + " should not exist");
        }
        if (parser.nextToken() == JsonToken.VALUE_STRING) {
          order.put(name, parser.getText());
        }
        parser.skipChildren();
      }
    } catch (IOException e) {
      throw Refusal.badRequest("The body is no JSON");
    }
    return order;
  }

  private static String csv(Export export, Environment environment) {
    return "id,action,occurred_at,actor_id,actor_type,actor_name,targets,context_location,metadata\r\n"
        + events(export.organizationId(), environment.now()).stream()
            .filter(event -> event.occurredAt().isAfter(export.start()))
            .filter(event -> event.occurredAt().isBefore(export.end()))
            .map(AuditLogExports::line)
            .collect(Collectors.joining());
  }

  private static String line(DemoAuditEvent event) {
    var fields =
        List.of(
            event.id(),
            event.action(),
            Timestamps.text(event.occurredAt()),
            "user_" + event.actorName().length(),
            "user",
            event.actorName(),
            event.targets(),
            "",
            "{\"note\":\"a, \\\"quoted\\\" note\\nof two lines\"}");
    return fields.stream()
            .map(field -> '"' + field.replace("\"", "\"\"") + '"')
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  /** The events of an organization in the last 80 days, oldest first; the same at any time. */
  static List<DemoAuditEvent> events(String organizationId, Instant now) {
    var dice = new Dice(organizationId.hashCode());
    var actions = List.of("user.signed_in", "document.updated", "invoice.paid", "role.assigned");
    var names = List.of("Ann Baker", "Zoë \"Zo\" Quist", "Müller, Jo", "Kemi Okafor");
    var midnight = now.truncatedTo(ChronoUnit.DAYS);
    var events = new ArrayList<DemoAuditEvent>();
    for (int day = 80; day > 0; day--) {
      for (int each = dice.below(60); each > 0; each--) {
        var time = midnight.minus(Duration.ofDays(day)).plusSeconds(86_000L / each);
        events.add(
            new DemoAuditEvent(
                "audit_log_event_" + events.size(),
                dice.pick(actions),
                time,
                dice.pick(names),
                "[{\"id\":\"doc_" + each + "\",\"type\":\"document\"}]"));
      }
    }
    return events;
  }
}
