/** What the README says about speed, measured: {@code mvn verify -Pbench}. */
package io.workosjdbc.bench;
