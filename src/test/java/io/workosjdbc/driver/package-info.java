@NullMarked
package io.workosjdbc.driver;

import org.jspecify.annotations.NullMarked;
