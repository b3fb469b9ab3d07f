@NullMarked
package io.workosjdbc.okta;

import org.jspecify.annotations.NullMarked;
