package io.workosjdbc.fetch;

import io.workosjdbc.request.Condition;
import io.workosjdbc.request.ListRequest;
import io.workosjdbc.request.Request;
import io.workosjdbc.request.Window;
import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
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
        public List<Column> kept(Resource resource) {
          return List.of();
        }

        @Override
        public Contents contents(Wanted wanted) {
          var window = wanted.request().window().orElseThrow();
          return new Contents(List.of(Part.missing(window)), 0, Optional.empty());
        }

        @Override
        public Iterator<Stretch> read(Wanted wanted) {
          return Collections.emptyIterator();
        }

        @Override
        public Sink sink(ListRequest request, Layout layout) {
          return Sink.NOWHERE;
        }

        @Override
        public Optional<String> problem() {
          return Optional.empty();
        }
      };

  /**
   * What a scan needs of a list.
   *
   * @param columns what a row must have
   * @param condition rows for which this cannot hold may be left out
   */
  record Wanted(ListRequest request, List<Column> columns, Condition condition) {
    Wanted withWindow(Window window) {
      return new Wanted(request.withWindow(window), columns, condition);
    }
  }

  /** Where a part of the time that a list was asked for is to be had. */
  enum Place {
    /** Here. */
    HELD,
    /** The service has it. */
    MISSING,
    /** Nobody has it any more. */
    LOST
  }

  /** A part of the time that a list was asked for. */
  record Part(Window window, Place place) {
    static Part missing(Window window) {
      return new Part(window, Place.MISSING);
    }
  }

  /**
   * How much of a list is here.
   *
   * @param parts in ascending order and exactly one for each instant of the request's window
   * @param rowsAtMost how many rows the held ones have
   * @param age how long ago the service was asked for the oldest of them
   */
  record Contents(List<Part> parts, long rowsAtMost, Optional<Duration> age) {
    public Contents {
      parts = List.copyOf(parts);
    }

    /** What this says of a request. */
    RowSources.Known known(ListRequest request) {
      var asked = windows(Place.MISSING).stream().<Request>map(request::withWindow).toList();
      return new RowSources.Known(age, windows(Place.HELD), rowsAtMost, asked);
    }

    private List<Window> windows(Place place) {
      return parts.stream().filter(part -> part.place() == place).map(Part::window).toList();
    }
  }

  /**
   * A stretch of a held part.
   *
   * @param rows in the request's direction; empty (the Optional) if they are not here any more, so
   *     that the service must be asked
   */
  record Stretch(Window window, Optional<Iterator<@Nullable Object[]>> rows) {}

  /** The columns that it wants of every row that is read of a table; none if it keeps none. */
  List<Column> kept(Resource resource);

  /** What there is for a request. Reads no rows. */
  Contents contents(Wanted wanted);

  /**
   * The rows of a held part, in stretches in the request's direction, each read when it is asked
   * for. All rows belong to the answer.
   */
  Iterator<Stretch> read(Wanted wanted);

  /**
   * Takes what the service answers to a request for a part that is not held.
   *
   * @param request with a window that may turn out to be smaller when it has been read
   * @param layout the columns of the rows
   */
  Sink sink(ListRequest request, Layout layout);

  /** Why what is read is not kept as it should be, if it is not. */
  Optional<String> problem();

  /** Takes the rows of one slice as they are read. One thread at a time. */
  interface Sink {
    Sink NOWHERE =
        new Sink() {
          @Override
          public void add(List<@Nullable Object[]> rows, Instant sentAt) {}

          @Override
          public boolean isFull() {
            return false;
          }

          @Override
          public void complete(Window window) {}
        };

    /**
     * The rows of a page.
     *
     * @param sentAt when the page was asked for; 1970 if nobody was
     */
    void add(List<@Nullable Object[]> rows, Instant sentAt);

    /** Whether it would like to be told what is complete, before it holds too much. */
    boolean isFull();

    /**
     * All rows of this window were added; further ones may have been, too. Called once at the end
     * if anything was read, also when the statement has been cancelled, and before that with the
     * beginnings of it.
     */
    void complete(Window window);
  }
}
