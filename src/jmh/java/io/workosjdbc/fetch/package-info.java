/** Benchmarks of what only this package can see. */
package io.workosjdbc.fetch;
