/** Random statements whose answers another database checks. */
@NullMarked
package io.workosjdbc.oracle;

import org.jspecify.annotations.NullMarked;
