/**
 * Which requests cover which conditions: reads by key, lists with parameters, time windows and
 * fan-outs. Everything here is a pure function of a declaration, a condition and an instant.
 */
@NullMarked
package io.workosjdbc.request;

import org.jspecify.annotations.NullMarked;
