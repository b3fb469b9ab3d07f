package io.workosjdbc.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** An event's JSON, ready but for its id and time, which always take the same room. */
final class EventTemplate {
  private final byte[] json;
  private final int idStart;
  private final int timeStart;

  private EventTemplate(byte[] json, int idStart, int timeStart) {
    this.json = json;
    this.idStart = idStart;
    this.timeStart = timeStart;
  }

  static EventTemplate of(DemoEvent pattern) {
    byte[] json = Json.bytes(pattern.json());
    String latin = new String(json, StandardCharsets.ISO_8859_1);
    return new EventTemplate(
        json, latin.indexOf(pattern.id()), latin.lastIndexOf(Timestamps.text(pattern.createdAt())));
  }

  byte[] json(String id, Instant createdAt) {
    byte[] filled = json.clone();
    write(id, filled, idStart);
    write(Timestamps.text(createdAt), filled, timeStart);
    return filled;
  }

  private static void write(String text, byte[] target, int start) {
    for (int i = 0; i < text.length(); i++) {
      target[start + i] = (byte) text.charAt(i);
    }
  }
}
