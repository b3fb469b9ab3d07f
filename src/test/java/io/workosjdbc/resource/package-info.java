@NullMarked
package io.workosjdbc.resource;

import org.jspecify.annotations.NullMarked;
