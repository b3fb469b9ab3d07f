package io.workosjdbc.cache.event;

import io.workosjdbc.request.Direction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes what a question wants out of segments. One thread. */
final class Reading {

  private static final Block NULLS = Block.Dictionary.of(null);

  private final List<Optional<String>> projection;
  private final Map<String, Predicate<@Nullable Object>> tests;
  private final Optional<EventScope> scope;
  private final Direction direction;
  private final Optional<Counting> counting;

  private Reading(
      List<Optional<String>> projection,
      Map<String, Predicate<@Nullable Object>> tests,
      Optional<EventScope> scope,
      Direction direction,
      Optional<Counting> counting) {
    this.projection = projection;
    this.tests = tests;
    this.scope = scope;
    this.direction = direction;
    this.counting = counting;
  }

  static Reading of(EventQuestion question) {
    var projection =
        question.columns().stream()
            .map(column -> Optional.of(column.name()).filter(n -> column.extraction().isOfObject()))
            .toList();
    var tests = new LinkedHashMap<String, Predicate<@Nullable Object>>();
    for (var column : StoredColumn.storable(question.scope().resource().columns())) {
      if (column.isText()) {
        new TextTest(column.name())
            .of(question.condition())
            .ifPresent(test -> tests.put(column.name(), test));
      }
    }
    return new Reading(
        projection,
        tests,
        Optional.of(question.scope()),
        question.direction(),
        Counting.of(question));
  }

  /** All columns of all rows of a kind. */
  static Reading whole(Kind kind) {
    var projection = kind.columns().stream().map(column -> Optional.of(column.name())).toList();
    return new Reading(
        projection, Map.of(), Optional.empty(), Direction.ASCENDING, Optional.empty());
  }

  /**
   * The rows of a segment that lie in a span.
   *
   * @throws IOException when the segment cannot be read; nothing of it was given then
   */
  Stored read(Span span, SegmentMeta meta, SegmentSource file) throws IOException {
    var chunks = new ArrayList<LoadedChunk>();
    for (var chunk : meta.chunks()) {
      var source = new ChunkSource(file, chunk, meta.kind().columns());
      var selected = select(span, meta.kind(), chunk, source);
      if (!selected.isEmpty()) {
        chunks.add(new LoadedChunk(columns(meta.kind(), chunk, source), selected, counting));
      }
    }
    return new Stored(span.window(), chunks, direction);
  }

  private List<Supplier<Block>> columns(Kind kind, SegmentMeta.Chunk chunk, ChunkSource source)
      throws IOException {
    var known = new HashMap<Optional<String>, Block>();
    known.put(Optional.empty(), NULLS);
    counting
        .flatMap(how -> how.time(chunk))
        .ifPresent(time -> known.put(Optional.of(kind.time()), time));
    var others = projection.stream().filter(name -> !known.containsKey(name));
    source.load(others.flatMap(Optional::stream).map(kind::index).toList());
    var columns = new ArrayList<Supplier<Block>>();
    for (var name : projection) {
      var block = known.get(name);
      if (block == null) {
        columns.add(source.block(kind.index(name.orElseThrow()))::read);
      } else {
        columns.add(() -> block);
      }
    }
    return columns;
  }

  private BitSet select(Span span, Kind kind, SegmentMeta.Chunk chunk, ChunkSource source)
      throws IOException {
    var selected = new BitSet(chunk.rows());
    if (chunk.youngest() < span.from() || chunk.oldest() >= span.to()) {
      return selected;
    }
    selected.set(0, chunk.rows());
    if (!span.contains(chunk.oldest()) || !span.contains(chunk.youngest())) {
      int time = kind.index(kind.time());
      if (source.block(time).read() instanceof Block.Longs times) {
        selected.clear(0, times.firstNotBefore(span.from()));
        selected.clear(times.firstNotBefore(span.to()), chunk.rows());
      }
    }
    for (var test : tests(kind).entrySet()) {
      if (!selected.isEmpty()) {
        source.block(test.getKey()).read().retain(selected, test.getValue());
      }
    }
    return selected;
  }

  /** What is asked of the columns of a kind. */
  private Map<Integer, Predicate<@Nullable Object>> tests(Kind kind) {
    var all = new LinkedHashMap<Integer, Predicate<@Nullable Object>>();
    tests.forEach((column, test) -> all.merge(kind.index(column), test, Predicate::and));
    scope
        .map(kind::toCheck)
        .orElse(Map.of())
        .forEach(
            (name, allowed) -> all.merge(kind.index(name), TextTest.in(allowed), Predicate::and));
    all.remove(-1);
    return all;
  }
}
