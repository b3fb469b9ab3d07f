package io.workosjdbc.log;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** One attempt at a request, or a page that the cache had. Thread-safe. */
public final class RequestEntry {

  private final long statement;
  private final String line;
  private final Outcome outcome;
  private final Instant at;
  private final Duration took;
  private final Duration age;
  private volatile long rows = -1;

  /**
   * What an attempt came to.
   *
   * @param number 1 for the first; 0 for a page of the cache
   * @param status empty when there was no answer, and for a page of the cache
   */
  public record Outcome(int number, OptionalInt status, Optional<String> requestId) {
    /** Nobody was asked. */
    static Outcome cached(Optional<String> requestId) {
      return new Outcome(0, OptionalInt.empty(), requestId);
    }
  }

  private RequestEntry(
      long statement, String line, Outcome outcome, Instant at, Duration took, Duration age) {
    this.statement = statement;
    this.line = line;
    this.outcome = outcome;
    this.at = at;
    this.took = took;
    this.age = age;
  }

  /**
   * An attempt.
   *
   * @param statement the id of the execution that it was made for
   * @param line such as {@code GET /organizations?limit=100}, masked
   */
  public static RequestEntry sent(
      long statement, String line, Outcome outcome, Instant at, Duration took) {
    return new RequestEntry(statement, line, outcome, at, took, Duration.ZERO);
  }

  /** A page that was read from the cache; it keeps the identifier of the answer that it was. */
  public static RequestEntry cached(
      long statement, String line, Optional<String> requestId, Instant at, Duration age) {
    return new RequestEntry(statement, line, Outcome.cached(requestId), at, Duration.ZERO, age);
  }

  /** How many objects the page turned out to hold. */
  public void holds(int objects) {
    rows = objects;
  }

  public long statement() {
    return statement;
  }

  public String line() {
    return line;
  }

  public Outcome outcome() {
    return outcome;
  }

  /** When it was sent, or read from the cache. */
  public Instant at() {
    return at;
  }

  public Duration took() {
    return took;
  }

  /** How old the answer was; zero for what was asked for. */
  public Duration age() {
    return age;
  }

  /** How many objects the page holds; empty when it was no page. */
  public OptionalLong rows() {
    return rows < 0 ? OptionalLong.empty() : OptionalLong.of(rows);
  }
}
