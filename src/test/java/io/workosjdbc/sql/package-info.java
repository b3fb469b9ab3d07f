/** Statements on the real driver, the requests that they send, and the rows that they return. */
@NullMarked
package io.workosjdbc.sql;

import org.jspecify.annotations.NullMarked;
