@NullMarked
package io.workosjdbc.request;

import org.jspecify.annotations.NullMarked;
