package io.workosjdbc.demo;

/** Answers a request, perhaps after a while; interrupted when the server closes. */
interface Handler {
  Reply answer(Request request) throws InterruptedException;
}
