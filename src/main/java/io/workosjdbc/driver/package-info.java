/**
 * JDBC on top of Calcite: URL and properties, connections, statements, result sets, database
 * metadata, and the translation of every failure into an {@code SQLException} with an SQLState.
 *
 * <p>Everything is package-private but {@link io.workosjdbc.driver.Connector}, which {@link
 * io.workosjdbc.Driver} hands each URL to.
 */
@NullMarked
package io.workosjdbc.driver;

import org.jspecify.annotations.NullMarked;
