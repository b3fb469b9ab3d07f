package io.workosjdbc.fetch;

import io.workosjdbc.cache.CachedListing;
import io.workosjdbc.cache.ListingCache;
import io.workosjdbc.cache.StoredPage;
import io.workosjdbc.http.ApiException;
import io.workosjdbc.http.ApiException.Kind;
import io.workosjdbc.request.ListRequest;
import io.workosjdbc.request.Request;
import io.workosjdbc.resource.Listing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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

  /** The pages turned out to be wrong: the next reader asks anew. */
  void forget();

  /** Straight from the service. */
  record Live(Request answered, RowReader reader, LiveAnswers answers) implements Pages {
    @Override
    public ObjectPage page(int index, Optional<String> cursor) {
      return read(answers.get(answered, cursor), answered, reader);
    }

    @Override
    public void forget() {}
  }

  /** Through the cache. */
  record Kept(CachedListing listing, ListingCache cache, RowReader reader, LiveAnswers answers)
      implements Pages {

    @Override
    public Request answered() {
      return listing.request();
    }

    @Override
    public void forget() {
      cache.forget(listing);
    }

    @Override
    public ObjectPage page(int index, Optional<String> cursor) {
      long before = answers.execution().requests();
      var stored = listing.page(index, cursor, this::load, this::await);
      if (answers.execution().requests() == before) {
        answers.execution().countCachedPage();
      }
      return read(Answer.of(stored), answered(), reader);
    }

    /** Loads a page and reads as much of it as makes sure that it is one. */
    private StoredPage load(Optional<String> cursor) {
      var answer = answers.get(answered(), cursor);
      var outline = read(answer, answered(), RowReader.ofOutlines(answered().resource()));
      return answer.stored(outline.next(), outline.rows().size());
    }

    private void await(CompletableFuture<?> flight) {
      var scope = answers.execution().scope();
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

  private static ObjectPage read(Answer answer, Request request, RowReader reader) {
    if (answer.isNothing()) {
      return new ObjectPage(List.of(), Optional.empty(), answer);
    }
    boolean isList =
        request instanceof ListRequest
            && request.resource().listing().shape() == Listing.Shape.LIST;
    return isList ? reader.page(answer) : reader.single(answer);
  }
}
