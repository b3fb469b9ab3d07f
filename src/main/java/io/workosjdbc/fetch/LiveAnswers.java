package io.workosjdbc.fetch;

import io.workosjdbc.http.ApiClient;
import io.workosjdbc.http.ApiException;
import io.workosjdbc.http.ApiException.Kind;
import io.workosjdbc.http.CallScope;
import io.workosjdbc.http.Lane;
import io.workosjdbc.log.Journal;
import io.workosjdbc.request.ExportRequest;
import io.workosjdbc.request.GetRequest;
import io.workosjdbc.request.ListRequest;
import io.workosjdbc.request.Request;
import io.workosjdbc.resource.Listing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks the service, and asks it differently where it refuses something that can be done without.
 *
 * @param scope aborts the requests of one scan
 * @param exports the files that the scan reads
 */
record LiveAnswers(
    ApiClient client,
    Learned learned,
    Journal journal,
    Execution execution,
    CallScope scope,
    ExportFiles exports) {

  /**
   * The answer to a request, or the page of it after a cursor; {@link Answer#isNothing()} when
   * there is no such object, or a filter names nothing.
   */
  Answer get(Request request, Optional<String> cursor) {
    if (request instanceof ListRequest list) {
      var asked = withoutRefusedNames(list);
      if (asked.names().isEmpty() && !list.names().isEmpty()) {
        return Answer.nothing(list.line(), Optional.empty(), Instant.EPOCH);
      }
      return cursor.isPresent() ? next(asked, cursor.get()) : narrowed(asked);
    }
    if (request instanceof ExportRequest export) {
      return exports.page(export, cursor);
    }
    return single((GetRequest) request);
  }

  /**
   * The first page of events that would tell of changes, asked for as they are or not at all.
   *
   * @throws ApiException also when the service does not know one of the names
   */
  ObjectPage prove(ListRequest request) {
    var answer = send(request, request.target());
    var page = Readers.ofOutlines(request.resource()).read(reader -> reader.page(answer));
    answer.holds(page.rows().size());
    return page;
  }

  private Answer single(GetRequest request) {
    try {
      return send(request, request.target());
    } catch (ApiException e) {
      if (e.kind() == Kind.NOT_FOUND) {
        return nothing(e);
      }
      throw e;
    }
  }

  /**
   * The first page; of the list without its expression if the service cannot make sense of that.
   */
  private Answer narrowed(ListRequest request) {
    var expression = request.expression();
    if (expression.isEmpty()) {
      return first(request);
    }
    if (learned.isRefused(request.resource(), expression.get())) {
      return first(request.withoutExpression());
    }
    try {
      return first(request);
    } catch (ApiException e) {
      if (e.status().orElse(0) != 400) {
        throw e;
      }
      var answer = first(request.withoutExpression());
      learned.refuse(request.resource(), expression.get());
      return answer;
    }
  }

  private Answer first(ListRequest request) {
    try {
      return send(request, request.target());
    } catch (ApiException e) {
      var refusal = Refusal.of(e);
      if (isNone(e, request) || refusal.saysThatAFilterNamesNothing(request)) {
        return nothing(e);
      }
      var left = refusal.namesLeft(request);
      if (left.isEmpty()) {
        throw e;
      }
      return firstOf(left.get(), request, e);
    }
  }

  /** Whether there is no such parent, or no such object. */
  private static boolean isNone(ApiException e, ListRequest request) {
    boolean isObject = request.resource().listing().shape() == Listing.Shape.OBJECT;
    return e.kind() == Kind.NOT_FOUND && (isObject || !request.keys().isEmpty());
  }

  private Answer firstOf(List<String> names, ListRequest refused, ApiException reason) {
    var answer = names.isEmpty() ? nothing(reason) : first(refused.withNames(names));
    var unknown = new ArrayList<>(refused.names());
    unknown.removeAll(names);
    learned.refuseNames(refused.resource(), unknown);
    warn(refused, unknown);
    return answer;
  }

  private ListRequest withoutRefusedNames(ListRequest request) {
    var refused = learned.refusedNames(request.resource());
    var unknown = request.names().stream().filter(refused::contains).toList();
    if (unknown.isEmpty()) {
      return request;
    }
    warn(request, unknown);
    var names = new ArrayList<>(request.names());
    names.removeAll(unknown);
    return request.withNames(names);
  }

  private void warn(ListRequest request, List<String> unknown) {
    execution.warn(
        "The service does not know these "
            + request.resource().listing().choice().orElseThrow().name()
            + ", so "
            + request.resource().table()
            + " has no rows of them: "
            + String.join(", ", unknown));
  }

  private Answer next(ListRequest request, String cursor) {
    boolean withEnd = learned.takesEnd(request.resource());
    try {
      return send(request, request.targetAfter(cursor, withEnd));
    } catch (ApiException e) {
      if (!withEnd || request.isLinked() || !Refusal.of(e).isAboutTheEnd(request)) {
        throw e;
      }
      var answer = send(request, request.targetAfter(cursor, false));
      learned.refuseEnd(request.resource());
      return answer;
    }
  }

  private Answer send(Request request, String target) {
    execution.takeRequest();
    var logged = new Logged(journal, execution);
    var lane = request.lane().map(each -> new Lane(each.name(), each.requestsPerSecond()));
    var response = logged.get(client, target, scope, lane);
    var answer = new Answer("GET " + target, response, false, logged.last());
    execution.tally().addPage(response.body().length);
    if (answer.isNothing()) {
      throw answer.nonsense("it is empty");
    }
    return answer;
  }

  private static Answer nothing(ApiException e) {
    return Answer.nothing(e.requestLine(), e.requestId(), Instant.EPOCH);
  }
}
