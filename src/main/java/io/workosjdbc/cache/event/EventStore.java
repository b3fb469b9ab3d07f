package io.workosjdbc.cache.event;

import io.workosjdbc.cache.CachedSegment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events of one environment, kept for as long as they are wanted. Several threads, stores and
 * processes may use the same folder at once. Nothing here fails because of the disk: what cannot be
 * read is missing, and what cannot be written is not kept. Nothing needs closing.
 */
public final class EventStore {

  private static final Logger LOG = LoggerFactory.getLogger(EventStore.class);

  private final Shelf shelf;
  private final Lifetimes lifetimes;
  private final Planning planning;
  private final Keeper keeper;
  private final LongAdder lateArrivals = new LongAdder();
  private final Clock clock;
  private final long maxBytes;
  private final Optional<String> problem;
  private volatile Optional<String> failure = Optional.empty();

  private EventStore(
      Storage storage, StoreOptions options, long maxBytes, Optional<String> problem) {
    this.shelf = new Shelf(storage, options.namespace(), options.clock());
    this.lifetimes = new Lifetimes(options.retention(), options.history());
    this.planning = new Planning(shelf, lifetimes, options.clock());
    this.keeper = new Keeper(shelf, lifetimes, maxBytes, options.clock());
    this.clock = options.clock();
    this.problem = problem;
    this.maxBytes = maxBytes;
  }

  /**
   * A folder for small files of the environment beside its events; empty if nothing is kept on
   * disk.
   */
  public Optional<PrivateFolder> beside(Beside what) {
    return shelf.beside(what, maxBytes / 8);
  }

  /** A store that ends with the process; it takes an eighth of the memory at most. */
  public static EventStore inMemory(StoreOptions options) {
    return inMemory(options, Optional.empty());
  }

  /** A store in memory where one on disk was wanted. */
  public static EventStore inMemory(StoreOptions options, String why) {
    return inMemory(options, Optional.of("Events are kept in memory only, because " + why));
  }

  private static EventStore inMemory(StoreOptions options, Optional<String> problem) {
    long maxBytes = Math.min(options.maxBytes(), Runtime.getRuntime().maxMemory() / 8);
    return new EventStore(new MemoryStorage(options.clock()), options, maxBytes, problem);
  }

  /**
   * A store below a folder, which is made if it is not there. If no files can be made there, the
   * store is in memory, and {@link #problem} says so.
   */
  public static EventStore onDisk(Path folder, StoreOptions options) {
    return onDisk(folder, options, FileWriting::durably);
  }

  static EventStore onDisk(Path folder, StoreOptions options, FileWriting writing) {
    try {
      var storage = DiskStorage.open(folder, options.clock(), writing);
      return new EventStore(storage, options, options.maxBytes(), Optional.empty());
    } catch (IOException | UnsupportedOperationException e) {
      LOG.debug("Cannot use {}", folder, e);
      var problem = "Events are kept in memory only, because no files can be made in " + folder;
      return inMemory(options, Optional.of(problem + " (" + e + ")"));
    }
  }

  /** Why answers are not kept as they should be, if they are not. */
  public Optional<String> problem() {
    return problem.or(() -> failure);
  }

  /** How much of a question the store can answer. Reads no events. */
  public EventCoverage coverage(EventQuestion question) {
    keeper.uses(question.scope().table());
    return planning.coverage(question);
  }

  /**
   * The answer to a question in disjoint stretches, which together are its window, in its
   * direction. Each is read when it is asked for; what was stored before may turn out to be missing
   * then. The iterator is for one thread and needs no closing.
   */
  public Iterator<Stretch> read(EventQuestion question) {
    keeper.uses(question.scope().table());
    return new Stretches(planning, question);
  }

  /**
   * Keeps an answer: for good the part of it that is old enough to be complete, for a while and in
   * memory the rest. May be called with every slice of an interval as it comes.
   */
  public Published publish(EventAnswer answer) {
    var publisher = new Publisher(shelf, lifetimes, answer);
    publisher.keepTail();
    var span = publisher.span();
    if (span.isEmpty()) {
      return Published.NOTHING;
    }
    var table = answer.scope().table();
    var writer = publisher.writer();
    try {
      var published = publisher.publish(writer);
      lateArrivals.add(published.lateArrivals());
      failure = Optional.empty();
      return published;
    } catch (IOException e) {
      LOG.debug("Cannot keep events of {}", table, e);
      failure = Optional.of("Events cannot be kept (" + e + ")");
      return Published.NOTHING;
    } finally {
      shelf.forget(table);
      keeper.grown(table, writer.bytes());
    }
  }

  /** How many events arrived so late that an earlier answer did not have them. */
  public long lateArrivals() {
    return lateArrivals.sum();
  }

  /** Merges small files and drops what is over, which otherwise happens now and then by itself. */
  public void tidy() {
    keeper.tidy();
  }

  /** What is kept, ordered by table and time. What is only in memory for a while is left out. */
  public List<CachedSegment> segments() {
    return new Inventory(shelf).segments();
  }

  /** Deletes what is kept of a table, except what the service cannot give again. */
  public void refresh(String table) {
    shelf.refresh(table, lifetimes.irreplaceable(clock.instant()));
  }

  /** Deletes everything that is kept of this environment. */
  public void purge() {
    shelf.purge();
  }
}
