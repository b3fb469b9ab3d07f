package io.workosjdbc.demo;

/**
 * What a fault does to an answer: {@link Answer} gives another one, {@link Latency} and {@link
 * Hold} make it late, {@link Breakage} sends only a part, {@link LinkFault}, {@link PageFault} and
 * {@link WrongShape} send a wrong one, {@link SmallPages} a right one that is shorter.
 */
public sealed interface Effect
    permits Answer, Latency, Hold, Breakage, LinkFault, PageFault, SmallPages, WrongShape {

  /** Answers the request, with or without the help of {@code next}. Called by the server only. */
  Reply around(Request request, Handler next) throws InterruptedException;
}
