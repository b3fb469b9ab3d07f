/** What {@code workos-sql} starts around sqlline: a line on the screen that tells of progress. */
@NullMarked
package io.workosjdbc.shell;

import org.jspecify.annotations.NullMarked;
