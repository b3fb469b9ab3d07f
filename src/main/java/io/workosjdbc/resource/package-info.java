/**
 * The vocabulary in which a source of tables is described: resources, their columns, and the
 * requests that read them. Declarations are data; every behaviour is derived from them elsewhere.
 */
@NullMarked
package io.workosjdbc.resource;

import org.jspecify.annotations.NullMarked;
