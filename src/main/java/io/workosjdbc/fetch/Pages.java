package io.workosjdbc.fetch;

import io.workosjdbc.cache.CachedListing;
import io.workosjdbc.cache.ListingCache;
import io.workosjdbc.cache.PageLoader;
import io.workosjdbc.cache.StoredPage;
import io.workosjdbc.http.ApiException;
import io.workosjdbc.http.ApiException.Kind;
import io.workosjdbc.log.PageEvent;
import io.workosjdbc.log.RequestEntry;
import io.workosjdbc.request.GetRequest;
import io.workosjdbc.request.ListRequest;
import io.workosjdbc.request.Request;
import io.workosjdbc.request.Window;
import io.workosjdbc.resource.Listing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** The pages of the answer to one request, straight from the service or through the cache. */
interface Pages {

  /**
   * The page after a cursor, or the first one.
   *
   * @param index counts the pages from 0
   */
  ObjectPage page(int index, Optional<String> cursor);

  /** The request that is really answered; it may be broader than the one that was asked. */
  Request answered();

  /** The same pages for less time, from here on. Only for lists with a time range. */
  Pages within(Window window);

  /** The pages turned out to be wrong: the next reader asks anew. */
  void forget();

  /** Straight from the service. */
  record Live(Request answered, Readers readers, LiveAnswers answers) implements Pages {
    @Override
    public ObjectPage page(int index, Optional<String> cursor) {
      return read(answers.get(answered, cursor), answered, readers, answers);
    }

    @Override
    public Pages within(Window window) {
      return new Live(((ListRequest) answered).withWindow(window), readers, answers);
    }

    @Override
    public void forget() {}
  }

  /** Through the cache. */
  record Kept(CachedListing listing, ListingCache cache, Readers readers, LiveAnswers answers)
      implements Pages {

    @Override
    public Request answered() {
      return listing.request();
    }

    @Override
    public Pages within(Window window) {
      throw new IllegalStateException("Lists with a time range are not kept: " + answered().line());
    }

    @Override
    public void forget() {
      cache.forget(listing);
    }

    @Override
    public ObjectPage page(int index, Optional<String> cursor) {
      var loaded = new AtomicBoolean();
      PageLoader loader =
          after -> {
            loaded.set(true);
            return load(after);
          };
      var stored = listing.page(index, cursor, loader, this::await);
      return read(loaded.get() ? Answer.of(stored) : cached(stored), answered(), readers, answers);
    }

    private Answer cached(StoredPage stored) {
      var execution = answers.execution();
      execution.tally().addCachedPage();
      var now = cache.now();
      var line = Logged.line(execution, stored.line());
      var age = Duration.between(stored.sentAt(), now);
      var entry = RequestEntry.cached(execution.id(), line, stored.requestId(), now, age);
      answers.journal().add(entry);
      return Answer.cached(stored, entry);
    }

    /** Loads a page and reads as much of it as makes sure that it is one. */
    private StoredPage load(Optional<String> cursor) {
      var answer = answers.get(answered(), cursor);
      var outlines = Readers.ofOutlines(answered().resource());
      var outline = read(answer, answered(), outlines, answers);
      var stored = answer.stored(outline.next(), outline.rows().size());
      return cache.isOnDisk() ? stored.withBody(MaskedPage.of(answered(), stored.body())) : stored;
    }

    private void await(CompletableFuture<?> flight) {
      var scope = answers.scope();
      try {
        var either = CompletableFuture.anyOf(flight, scope.cancelled());
        long patience = scope.remaining().map(Duration::toMillis).orElse(Long.MAX_VALUE);
        either.get(Math.max(1, patience), TimeUnit.MILLISECONDS);
      } catch (ExecutionException | TimeoutException e) {
        scope.checkOpen();
        return; // The other asker failed: this one tries for itself.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        var line = answered().line();
        throw ApiException.of(Kind.CANCELLED, line, line + " was interrupted", e);
      }
      scope.checkOpen();
    }
  }

  private static ObjectPage read(
      Answer answer, Request request, Readers readers, LiveAnswers answers) {
    if (answer.isNothing()) {
      UnknownParent.of(request).ifPresent(answers.execution()::warn);
      return new ObjectPage(List.of(), Optional.empty(), answer);
    }
    var event = PageEvent.begin(answers.execution().id());
    var page = readers.read(reader -> page(answer, request, reader));
    int objects = page.rows().size();
    event.over(
        request.resource().table(), objects, answer.response().body().length, answer.isCached());
    answer.holds(objects);
    return page;
  }

  private static ObjectPage page(Answer answer, Request request, RowReader reader) {
    if (request instanceof GetRequest get && get.endpoint().rows().isPresent()) {
      return reader.within(answer, get.endpoint().rows().get());
    }
    boolean isList =
        !(request instanceof GetRequest)
            && request.resource().listing().shape() != Listing.Shape.OBJECT;
    return isList ? reader.page(answer) : reader.single(answer);
  }
}
