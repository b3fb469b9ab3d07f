@NullMarked
package io.workosjdbc.cache;

import org.jspecify.annotations.NullMarked;
