package io.workosjdbc.cache;

import io.workosjdbc.cache.event.EventStore;
import java.util.List;

/** Everything that is kept of one environment. */
public record EnvironmentCache(ListingCache lists, EventStore events) implements CacheControl {

  @Override
  public List<CachedSegment> segments() {
    return events.segments();
  }

  @Override
  public List<CachedList> listings() {
    return lists.contents();
  }

  @Override
  public void refresh(String table) {
    lists.forget(table);
    events.refresh(table);
  }

  @Override
  public void purge() {
    lists.clear();
    events.purge();
  }
}
