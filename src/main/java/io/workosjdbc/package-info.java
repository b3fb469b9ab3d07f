/**
 * What users of the driver see: {@link io.workosjdbc.Driver}, and {@link
 * io.workosjdbc.ProgressSource} for those who want to know how far a statement has come.
 */
@NullMarked
package io.workosjdbc;

import org.jspecify.annotations.NullMarked;
