@NullMarked
package io.workosjdbc.fetch;

import org.jspecify.annotations.NullMarked;
