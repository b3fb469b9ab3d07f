/**
 * Everything that can go wrong between the driver and the service, crossed with every table: the
 * whole truth comes out, or an SQLException that says what happened.
 */
@NullMarked
package io.workosjdbc.faults;

import org.jspecify.annotations.NullMarked;
