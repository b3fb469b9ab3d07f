/** The JDBC driver's public entry point: {@link io.workosjdbc.Driver}. */
@NullMarked
package io.workosjdbc;

import org.jspecify.annotations.NullMarked;
