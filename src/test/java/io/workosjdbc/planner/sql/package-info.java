@NullMarked
package io.workosjdbc.planner.sql;

import org.jspecify.annotations.NullMarked;
