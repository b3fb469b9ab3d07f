package io.workosjdbc.fetch;

import io.workosjdbc.http.ApiClient;
import io.workosjdbc.http.ApiException;
import io.workosjdbc.http.ApiException.Kind;
import io.workosjdbc.http.ApiResponse;
import io.workosjdbc.http.CallObserver;
import io.workosjdbc.http.CallScope;
import io.workosjdbc.http.Download;
import io.workosjdbc.request.ExportRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The files that a scan has the service make. A page of an export is a number of its records; its
 * cursor says which file and how many of its records were read, so that reading can go on with a
 * file that is open, or with the same file opened again. Thread-safe; cancelling the scope closes
 * what is open.
 *
 * @param observers makes one for each request
 * @param open the files that are being read, by the cursor at which they are
 */
record ExportFiles(
    ApiClient client,
    Execution execution,
    CallScope scope,
    Supplier<? extends CallObserver> observers,
    Map<String, CsvFile> open) {

  /** What storage services answer when a URL does not hold any more. */
  private static final Set<Integer> OVER = Set.of(400, 403, 404, 410);

  private static final Duration FIRST_WAIT = Duration.ofMillis(500);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  /** A statement without a time limit does not wait for a file for ever. */
  private static final Duration LONGEST = Duration.ofMinutes(30);

  ExportFiles(
      ApiClient client,
      Execution execution,
      CallScope scope,
      Supplier<? extends CallObserver> observers) {
    this(client, execution, scope, observers, new ConcurrentHashMap<>());
  }

  /** The records after a cursor, as a page of JSON. */
  Answer page(ExportRequest request, Optional<String> cursor) {
    var known = cursor.flatMap(at -> Optional.ofNullable(open.remove(at)));
    var file = known.orElseGet(() -> opened(request, cursor.map(Cursor::of)));
    boolean goesOn = false;
    try {
      var page = file.page(request.resource().listing().paging().size());
      if (page.next().isPresent()) {
        open.put(page.next().get(), file);
        goesOn = true;
      }
      execution.tally().addPage(page.json().length);
      return new Answer(
          request.line(), new ApiResponse(200, page.json(), Optional.empty(), file.askedAt()));
    } finally {
      if (!goesOn) {
        file.close();
      }
    }
  }

  /** A file and how many of its records were read. */
  private record Cursor(String id, long records) {
    static Cursor of(String text) {
      int at = text.lastIndexOf(' ');
      return new Cursor(text.substring(0, at), Long.parseLong(text.substring(at + 1)));
    }
  }

  private CsvFile opened(ExportRequest request, Optional<Cursor> cursor) {
    var asked = Instant.now();
    var state =
        cursor.isPresent()
            ? state(request, cursor.get().id())
            : ExportState.of(request.line(), create(request));
    var ready = ready(request, state);
    var file = new CsvFile(ready.id(), request.line(), asked, download(request, ready));
    cursor.ifPresent(at -> file.skip(at.records()));
    return file;
  }

  /** A URL holds for ten minutes; whoever asks for the export again is given a new one. */
  private Download download(ExportRequest request, ExportState ready) {
    try {
      return downloadAt(request, ready);
    } catch (ApiException e) {
      if (!OVER.contains(e.status().orElse(0))) {
        throw e;
      }
      return downloadAt(request, ready(request, state(request, ready.id())));
    }
  }

  private Download downloadAt(ExportRequest request, ExportState ready) {
    var url = ready.url().orElseThrow(() -> ready.nonsense(request.line(), "it has no url"));
    execution.takeRequest();
    return client.download(url, scope, observers.get());
  }

  private ApiResponse create(ExportRequest request) {
    execution.takeRequest();
    return client.post(request.path(), ExportState.json(request.order()), scope, observers.get());
  }

  private ExportState state(ExportRequest request, String id) {
    execution.takeRequest();
    var target = ExportState.target(request.path(), id);
    return ExportState.of(
        "GET " + target, client.get(target, scope, observers.get(), Optional.empty()));
  }

  /** Asks again and again, more and more seldom, until the file is there. */
  private ExportState ready(ExportRequest request, ExportState created) {
    var state = created;
    var wait = FIRST_WAIT;
    var waited = Duration.ZERO;
    while (state.state().equals("pending")) {
      if (waited.compareTo(LONGEST) > 0) {
        throw ApiException.of(
            Kind.TIMED_OUT,
            request.line(),
            request.line() + " is still pending after " + waited.toMinutes() + " minutes");
      }
      client.pause(request.line(), wait, scope);
      waited = waited.plus(wait);
      wait = wait.multipliedBy(3).dividedBy(2);
      wait = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
      state = state(request, state.id());
    }
    if (!state.state().equals("ready")) {
      throw ApiException.of(
          state.state().equals("expired") ? Kind.NONSENSE : Kind.SERVER_ERROR,
          request.line(),
          request.line()
              + " came to nothing: the service says that the export's state is "
              + state.state()
              + ". Run the statement again");
    }
    return state;
  }
}
