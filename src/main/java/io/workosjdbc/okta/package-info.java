/** The tables of Okta (api/okta.md), as declarations: data only. */
@NullMarked
package io.workosjdbc.okta;

import org.jspecify.annotations.NullMarked;
