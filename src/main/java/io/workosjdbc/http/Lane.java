package io.workosjdbc.http;

/**
 * Requests that the service counts apart, such as those about one directory.
 *
 * @param name tells the lanes of a key apart
 * @param requestsPerSecond how many the service answers in any second
 */
public record Lane(String name, int requestsPerSecond) {}
