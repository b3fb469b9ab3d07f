package io.workosjdbc.request;

import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Has the service make a file of a stretch of time, and reads that.
 *
 * @param keys what it is made of, with the value of each
 */
public record ExportRequest(Resource resource, Map<Scope.Key, String> keys, Window window)
    implements Request {

  public ExportRequest {
    keys = Map.copyOf(keys);
  }

  /** Where the file is ordered. */
  public String path() {
    return resource.listing().path();
  }

  /** What the order says, by name; times as ISO-8601 texts. */
  public Map<String, String> order() {
    var range = resource.listing().timeRange().orElseThrow();
    var order = new LinkedHashMap<String, String>();
    keys.forEach((key, value) -> order.put(key.name(), value));
    order.put(range.start(), ListRequest.text(window.from().minusMillis(1)));
    order.put(range.end(), ListRequest.text(window.to()));
    return order;
  }

  /** Path and order, which tell requests apart; the order is sent in the body. */
  @Override
  public String target() {
    return path()
        + order().entrySet().stream()
            .map(each -> each.getKey() + "=" + Encoding.encode(each.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }

  @Override
  public List<Check> checks() {
    return List.of();
  }

  @Override
  public String line() {
    return "POST " + target();
  }
}
