/**
 * Answers that are kept, page by page, so that the next question need not be asked. Knows requests
 * and what they cover; knows no SQL, no HTTP and no JSON.
 *
 * <p>Lists with a time range are not kept here: their objects never change, and a store of
 * intervals serves them better, {@link io.workosjdbc.cache.event.EventStore}. {@link
 * io.workosjdbc.cache.EnvironmentCache} is both.
 */
@NullMarked
package io.workosjdbc.cache;

import org.jspecify.annotations.NullMarked;
