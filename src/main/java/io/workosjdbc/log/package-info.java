/**
 * What an environment's statements and requests were: bounded rings in memory, and what else a
 * person may want to know of it. Knows nothing of the rest: those who act write it down here, and
 * the schema {@code workos_log} shows it.
 *
 * <p>No keys, no bodies, and no values of people: texts in statements and email addresses in
 * request lines are masked before they get here, unless the connection asks for them.
 */
@NullMarked
package io.workosjdbc.log;

import org.jspecify.annotations.NullMarked;
