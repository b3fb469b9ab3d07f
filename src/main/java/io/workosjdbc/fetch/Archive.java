package io.workosjdbc.fetch;

import io.workosjdbc.request.ListRequest;
import io.workosjdbc.request.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of lists with a time range without asking the service, and where what is read of
 * them goes. Thread-safe.
 */
interface Archive {

  /** Knows nothing and keeps nothing. */
  Archive NONE =
      new Archive() {
        @Override
        public List<Part> parts(ListRequest request, Layout layout) {
          return List.of(new Part(request.window().orElseThrow(), Optional.empty()));
        }

        @Override
        public Sink sink(ListRequest request, Layout layout) {
          return Sink.NOWHERE;
        }
      };

  /**
   * A part of the time that a list was asked for.
   *
   * @param held its pages, where nobody needs to be asked; their rows may come in either direction
   *     and are checked against the request, but not against the time
   */
  record Part(Window window, Optional<Pages> held) {}

  /**
   * The parts of a request's window, in ascending order and exactly one for each instant.
   *
   * @param layout the columns that the rows of held pages must have
   */
  List<Part> parts(ListRequest request, Layout layout);

  /**
   * Takes what the service answers to a request for a part that is not held.
   *
   * @param request with a window that may turn out to be smaller when it has been read
   * @param layout the columns of the rows
   */
  Sink sink(ListRequest request, Layout layout);

  /** Takes the rows of one slice as they are read. One thread at a time. */
  interface Sink {
    Sink NOWHERE =
        new Sink() {
          @Override
          public void add(List<@Nullable Object[]> rows, Instant sentAt) {}

          @Override
          public void complete(Window window) {}
        };

    /**
     * The rows of a page.
     *
     * @param sentAt when the page was asked for
     */
    void add(List<@Nullable Object[]> rows, Instant sentAt);

    /**
     * All rows of this window were added; further ones may have been, too. Called once if anything
     * was read, also when the statement has been cancelled.
     */
    void complete(Window window);
  }
}
