@NullMarked
package io.workosjdbc.log;

import org.jspecify.annotations.NullMarked;
