/**
 * One HTTP exchange with an API: key, rate limit, retries, cancellation, redaction and log.
 *
 * <p>{@link io.workosjdbc.http.ApiClient} is the way in. It runs two short chains of OkHttp
 * interceptors, each with one job:
 *
 * <pre>
 * per get():    KeyRenewalInterceptor -> RetryInterceptor -> ConcurrencyInterceptor -> RateLimitInterceptor -> AttemptInterceptor
 * per attempt:  LogInterceptor -> BodySizeInterceptor -> RedirectInterceptor -> HeadersInterceptor -> KeyInterceptor
 * </pre>
 *
 * <p>There are two because OkHttp gives a call one timeout and one abort: a fresh call per attempt
 * lets {@code requestTimeout} bound one exchange and not the waits between two of them.
 */
@NullMarked
package io.workosjdbc.http;

import org.jspecify.annotations.NullMarked;
