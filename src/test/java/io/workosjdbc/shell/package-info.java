@NullMarked
package io.workosjdbc.shell;

import org.jspecify.annotations.NullMarked;
