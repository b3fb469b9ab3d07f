/** WorkOS as tables: one declaration a file, and the index of them in {@link WorkOs}. */
@NullMarked
package io.workosjdbc.workos;

import org.jspecify.annotations.NullMarked;
