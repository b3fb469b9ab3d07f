package io.workosjdbc.cache;

import java.time.Duration;

/**
 * What is kept of the answer to a request.
 *
 * @param age since the first page was asked for
 * @param complete whether it is the whole answer; else it is the beginning
 * @param objects how many objects the kept pages hold
 */
public record Held(Duration age, boolean complete, long objects) {}
