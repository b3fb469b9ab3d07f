/**
 * From the requests of a plan to its rows: pages are asked for one by one as rows are wanted, read
 * by a streaming parser, checked, and put in order where the plan promises one.
 *
 * <pre>
 * PlanRows -&gt; (Ordered) -&gt; ListRows -&gt; Pages (Live or Kept) -&gt; LiveAnswers -&gt; http
 *                        -&gt; RowReader: bytes -&gt; rows
 * </pre>
 *
 * A result is complete or the statement fails: whatever an answer says that cannot be understood is
 * an {@link io.workosjdbc.http.ApiException} of kind NONSENSE.
 */
@NullMarked
package io.workosjdbc.fetch;

import org.jspecify.annotations.NullMarked;
