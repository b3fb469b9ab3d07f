@NullMarked
package io.workosjdbc.planner;

import org.jspecify.annotations.NullMarked;
