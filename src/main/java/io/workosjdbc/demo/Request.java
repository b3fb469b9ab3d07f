package io.workosjdbc.demo;

import com.google.common.base.Splitter;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;

/**
 * A request as the endpoints see it: decoded path segments and parameters in the order sent.
 *
 * @param repeatsCursorRow a fault: the page after a cursor starts with the cursor's own row
 */
record Request(
    String method,
    List<String> segments,
    List<Parameter> parameters,
    Optional<String> authorization,
    boolean repeatsCursorRow,
    String body) {

  /** One {@code name=value} of the query. */
  record Parameter(String name, String value) {}

  Request {
    segments = List.copyOf(segments);
    parameters = List.copyOf(parameters);
  }

  /** Reads a request target; a wrong percent sequence is kept as it is. */
  static Request of(String method, URI target, Optional<String> authorization) {
    List<String> segments =
        Splitter.on('/')
            .splitToStream(target.getRawPath().replaceFirst("^/", ""))
            .map(Request::decoded)
            .toList();
    String query = Optional.ofNullable(target.getRawQuery()).orElse("");
    List<Parameter> parameters =
        Splitter.on('&').omitEmptyStrings().splitToStream(query).map(Request::parameter).toList();
    return new Request(method, segments, parameters, authorization, false, "");
  }

  Request withBody(String text) {
    return new Request(method, segments, parameters, authorization, repeatsCursorRow, text);
  }

  /** All values of a parameter. */
  List<String> values(String name) {
    return parameters.stream()
        .filter(parameter -> parameter.name().equals(name))
        .map(Parameter::value)
        .toList();
  }

  /** The first value of a parameter. */
  Optional<String> value(String name) {
    return values(name).stream().findFirst();
  }

  String path() {
    return "/" + String.join("/", segments);
  }

  /** The request for people: {@code GET /events?limit=100&events=a,b}, nothing percent-encoded. */
  String line() {
    String query =
        parameters.stream()
            .map(parameter -> parameter.name() + "=" + parameter.value())
            .collect(Collectors.joining("&"));
    return method + " " + path() + (query.isEmpty() ? "" : "?" + query);
  }

  /** The same with the parameter's name changed. */
  Request renamed(String from, String to) {
    var changed =
        parameters.stream()
            .map(each -> each.name().equals(from) ? new Parameter(to, each.value()) : each)
            .toList();
    return new Request(method, segments, changed, authorization, repeatsCursorRow, body);
  }

  /** The same with the number that a parameter has changed; as it is where that is no number. */
  Request valued(String name, IntUnaryOperator change) {
    var changed =
        parameters.stream()
            .map(
                each ->
                    each.name().equals(name) && each.value().matches("[0-9]{1,9}")
                        ? new Parameter(
                            name,
                            Integer.toString(change.applyAsInt(Integer.parseInt(each.value()))))
                        : each)
            .toList();
    return new Request(method, segments, changed, authorization, repeatsCursorRow, body);
  }

  /** The same, answered with a page that starts with the cursor's own row. */
  Request repeatingCursorRow() {
    return new Request(method, segments, parameters, authorization, true, body);
  }

  private static Parameter parameter(String text) {
    int equals = text.indexOf('=');
    return equals < 0
        ? new Parameter(decoded(text), "")
        : new Parameter(decoded(text.substring(0, equals)), decoded(text.substring(equals + 1)));
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException wrongPercentSequence) {
      return text;
    }
  }
}
