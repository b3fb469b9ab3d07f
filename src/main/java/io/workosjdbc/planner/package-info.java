/**
 * Turns SQL into scans: tables, the leaf that absorbs what requests can do, the rules that feed it,
 * and what EXPLAIN shows of it. Nothing else knows Calcite's planner.
 */
@NullMarked
package io.workosjdbc.planner;

import org.jspecify.annotations.NullMarked;
