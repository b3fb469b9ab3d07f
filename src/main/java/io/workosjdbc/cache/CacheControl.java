package io.workosjdbc.cache;

import java.util.List;

/**
 * What is kept of an environment, for people who want to see it or be rid of it. A connection of
 * the driver unwraps to it. Thread-safe; nothing here asks the service.
 */
public interface CacheControl {

  /** Keeps nothing. */
  CacheControl NONE =
      new CacheControl() {
        @Override
        public List<CachedSegment> segments() {
          return List.of();
        }

        @Override
        public List<CachedList> listings() {
          return List.of();
        }

        @Override
        public void refresh(String table) {}

        @Override
        public void purge() {}
      };

  /** Stretches of time of which all events are kept, ordered by table and time. */
  List<CachedSegment> segments();

  /** Answers to other requests, the least recently used first. */
  List<CachedList> listings();

  /**
   * Keeps nothing of a table any more that the service can give again, so that the next question
   * asks it. Events that are older than the service's retention stay.
   */
  void refresh(String table);

  /** Keeps nothing of this environment any more, on disk and in memory. */
  void purge();
}
