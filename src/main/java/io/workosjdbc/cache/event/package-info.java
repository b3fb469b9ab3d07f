/**
 * Events that were read once and need not be asked for again: immutable columnar segment files,
 * each of which holds everything that happened in an interval of time. Knows which questions a
 * segment answers; knows no SQL, no HTTP and no JSON.
 *
 * <p>{@link io.workosjdbc.cache.event.EventStore} is the way in. The file format and the rules of
 * the folder are told in {@link io.workosjdbc.cache.event.SegmentBuilder} and {@link
 * io.workosjdbc.cache.event.SegmentName}.
 */
@NullMarked
package io.workosjdbc.cache.event;

import org.jspecify.annotations.NullMarked;
