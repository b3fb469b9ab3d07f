@NullMarked
package io.workosjdbc.workos;

import org.jspecify.annotations.NullMarked;
