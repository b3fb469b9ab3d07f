package io.workosjdbc.log;

import java.time.Duration;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** What an execution of a statement has cost so far. Thread-safe. */
public final class Tally {

  private final LongAdder rows = new LongAdder();
  private final LongAdder requests = new LongAdder();
  private final LongAdder pages = new LongAdder();
  private final LongAdder cachedPages = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder retries = new LongAdder();
  private final DoubleAdder expectedPages = new DoubleAdder();
  private final LongAdder waitedMillis = new LongAdder();

  /** So many rows of a scan were given to what stands above it. */
  public void addRows(long more) {
    rows.add(more);
  }

  public void addRequest() {
    requests.increment();
  }

  /** A page was answered by the service. */
  public void addPage(long itsBytes) {
    pages.increment();
    bytes.add(itsBytes);
  }

  public void addCachedPage() {
    cachedPages.increment();
  }

  public void addRetry() {
    retries.increment();
  }

  public void addWait(Duration wait) {
    waitedMillis.add(wait.toMillis());
  }

  /** A scan begins that is thought to read so many pages. */
  public void expectPages(double more) {
    expectedPages.add(more);
  }

  /** How many pages the scans that have begun are thought to read; a guess. */
  public double expectedPages() {
    return expectedPages.sum();
  }

  /** Rows that the scans gave, which is more than the statement returns. */
  public long rows() {
    return rows.sum();
  }

  /** Requests that were sent, without the retries. */
  public long requests() {
    return requests.sum();
  }

  /** Pages that the service answered. */
  public long pages() {
    return pages.sum();
  }

  public long cachedPages() {
    return cachedPages.sum();
  }

  /** Bytes of the answers' bodies, decompressed. */
  public long bytes() {
    return bytes.sum();
  }

  public long retries() {
    return retries.sum();
  }

  /** How long requests waited for the limiter or before a retry, those at once added up. */
  public Duration waited() {
    return Duration.ofMillis(waitedMillis.sum());
  }
}
