/**
 * From the requests of a plan to its rows: pages are asked for one by one as rows are wanted, and
 * several at a time once many are wanted, read by a streaming parser, checked, and put in order
 * where the plan promises one.
 *
 * <pre>
 * PlanRows -&gt; Scan -&gt; Pieces of Slices -&gt; RequestRows -&gt; Pages (Live or Kept) -&gt; LiveAnswers -&gt; http
 *             Workers         RowBuffer      RowReader: bytes -&gt; rows
 * </pre>
 *
 * <p>{@link io.workosjdbc.fetch.Slice}, {@link io.workosjdbc.fetch.Pieces} and {@link
 * io.workosjdbc.fetch.RowBuffer} decide and never wait; {@link io.workosjdbc.fetch.Scan} guards
 * them.
 *
 * <p>A result is complete or the statement fails: whatever an answer says that cannot be understood
 * is an {@link io.workosjdbc.http.ApiException} of kind NONSENSE.
 */
@NullMarked
package io.workosjdbc.fetch;

import org.jspecify.annotations.NullMarked;
