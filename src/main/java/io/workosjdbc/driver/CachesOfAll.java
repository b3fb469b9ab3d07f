package io.workosjdbc.driver;

import io.workosjdbc.cache.CacheControl;
import io.workosjdbc.cache.CachedList;
import io.workosjdbc.cache.CachedSegment;
import java.util.List;

/** What is kept of several environments. */
record CachesOfAll(List<CacheControl> caches) implements CacheControl {
  CachesOfAll {
    caches = List.copyOf(caches);
  }

  @Override
  public List<CachedSegment> segments() {
    return caches.stream().flatMap(cache -> cache.segments().stream()).toList();
  }

  @Override
  public List<CachedList> listings() {
    return caches.stream().flatMap(cache -> cache.listings().stream()).toList();
  }

  @Override
  public void refresh(String table) {
    caches.forEach(cache -> cache.refresh(table));
  }

  @Override
  public void purge() {
    caches.forEach(CacheControl::purge);
  }
}
