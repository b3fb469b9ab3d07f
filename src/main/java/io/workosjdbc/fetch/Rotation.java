package io.workosjdbc.fetch;

import io.workosjdbc.request.Request;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Requests in an order in which neighbours are in different lanes, so that those that are in flight
 * together wait for each other as little as can be. It looks ahead at twice as many each time, so
 * that who wants few rows has few parents read.
 */
final class Rotation implements Iterator<Request> {

  private static final int FARTHEST = 128;

  private final Iterator<Request> requests;
  private final Map<Optional<Request.Lane>, Deque<Request>> lanes = new LinkedHashMap<>();
  private Iterator<Deque<Request>> turn = lanes.values().iterator();
  private int ahead = 1;

  Rotation(Iterator<Request> requests) {
    this.requests = requests;
  }

  @Override
  public boolean hasNext() {
    return !lanes.isEmpty() || requests.hasNext();
  }

  @Override
  public Request next() {
    if (lanes.isEmpty()) {
      lookAhead();
    }
    if (!turn.hasNext()) {
      turn = lanes.values().iterator();
    }
    var lane = turn.next();
    var request = lane.removeFirst();
    if (lane.isEmpty()) {
      turn.remove();
    }
    return request;
  }

  private void lookAhead() {
    if (!requests.hasNext()) {
      throw new NoSuchElementException();
    }
    for (int each = 0; each < ahead && requests.hasNext(); each++) {
      var request = requests.next();
      lanes.computeIfAbsent(request.lane(), unused -> new ArrayDeque<>()).addLast(request);
    }
    ahead = Math.min(FARTHEST, ahead * 2);
    turn = lanes.values().iterator();
  }
}
