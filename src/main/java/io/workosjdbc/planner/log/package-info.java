/**
 * The schema {@code workos_log}: what is written down in {@link io.workosjdbc.log}, as tables, and
 * table functions that act on the cache.
 */
@NullMarked
package io.workosjdbc.planner.log;

import org.jspecify.annotations.NullMarked;
