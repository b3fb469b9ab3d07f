/**
 * An in-process WorkOS API over real HTTP on loopback, with believable data: quick start, test
 * server and reproduction kit. It is written from the API fact sheet alone and shares no
 * declaration with the driver, so that each can prove the other wrong.
 */
@NullMarked
package io.workosjdbc.demo;

import org.jspecify.annotations.NullMarked;
