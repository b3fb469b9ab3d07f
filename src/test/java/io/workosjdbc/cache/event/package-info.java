@NullMarked
package io.workosjdbc.cache.event;

import org.jspecify.annotations.NullMarked;
