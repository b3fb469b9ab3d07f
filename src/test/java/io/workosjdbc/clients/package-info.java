/** Programs that are written against drivers in general, run against this one. */
package io.workosjdbc.clients;
