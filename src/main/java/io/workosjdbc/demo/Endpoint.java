package io.workosjdbc.demo;

/** Answers the requests of one path; refuses by {@link Refusal}. */
interface Endpoint {
  Reply answer(Request request, Environment environment);
}
