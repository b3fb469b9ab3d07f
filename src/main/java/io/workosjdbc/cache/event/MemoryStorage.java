package io.workosjdbc.cache.event;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Files that nobody else sees, and that end with the store. */
final class MemoryStorage implements Storage {

  private final Clock clock;
  private final Map<Folder, Map<String, Content>> folders = new ConcurrentHashMap<>();

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Content(byte[] bytes, Instant lastUsed) {}

  MemoryStorage(Clock clock) {
    this.clock = clock;
  }

  private Map<String, Content> files(Folder folder) {
    return folders.computeIfAbsent(folder, key -> new ConcurrentHashMap<>());
  }

  @Override
  public Optional<Path> path(Folder folder) {
    return Optional.empty();
  }

  @Override
  public List<String> names(Folder folder) {
    return List.copyOf(files(folder).keySet());
  }

  @Override
  public SegmentSource open(Folder folder, String name) throws NoSuchFileException {
    var content = files(folder).get(name);
    if (content == null) {
      throw new NoSuchFileException(name);
    }
    return SegmentSource.of(content.bytes);
  }

  @Override
  public void write(Folder folder, String name, byte[] content) {
    files(folder).put(name, new Content(content, clock.instant()));
  }

  @Override
  public void touch(Folder folder, String name) {
    files(folder)
        .computeIfPresent(name, (key, content) -> new Content(content.bytes, clock.instant()));
  }

  @Override
  public void delete(Folder folder, String name) {
    files(folder).remove(name);
  }

  @Override
  public List<StoredFile> files() {
    return folders.entrySet().stream()
        .flatMap(
            folder ->
                folder.getValue().entrySet().stream()
                    .map(
                        file ->
                            new StoredFile(
                                folder.getKey(),
                                file.getKey(),
                                file.getValue().bytes.length,
                                file.getValue().lastUsed)))
        .toList();
  }

  @Override
  public void exclusively(Folder folder, Runnable task) {
    task.run(); // A store tidies once at a time.
  }
}
