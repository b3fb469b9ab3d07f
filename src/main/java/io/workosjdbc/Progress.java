package io.workosjdbc;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * How far a statement has come.
 *
 * @param statement tells executions of this JVM apart; the {@code id} in {@code
 *     workos_log.statement}
 * @param elapsed since it began
 * @param rows that its scans have read, which may be more than it returns
 * @param pages that the API has answered or the cache had
 * @param requests sent, without retries
 * @param waited how long requests waited for the rate limit or before a retry, added up
 * @param expectedPages how many it is thought to need in all; a guess, and empty when there is none
 * @param isOver whether it has ended, however it did; nothing follows
 */
public record Progress(
    long statement,
    Duration elapsed,
    long rows,
    long pages,
    long requests,
    Duration waited,
    OptionalDouble expectedPages,
    boolean isOver) {}
