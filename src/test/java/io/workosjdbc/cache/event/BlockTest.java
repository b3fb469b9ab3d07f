package io.workosjdbc.cache.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.resource.ColumnType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BlockTest {

  private static Block roundTrip(List<?> values, ColumnType type) {
    var bytes = BlockWriter.write(values.toArray(), values.size(), type);
    var shifted = new ByteSink().putInt(7).putBytes(bytes).putInt(7).toByteArray();
    return new BlockReader(shifted, 4, bytes.length, type, values.size()).read();
  }

  private static List<Object> values(Block block, int rows) {
    var values = new ArrayList<>();
    IntStream.range(0, rows).forEach(row -> values.add(block.get(row)));
    return values;
  }

  private static void check(List<?> values, ColumnType type) {
    var block = roundTrip(values, type);
    assertThat(values(block, values.size())).isEqualTo(values);
    var even = new BitSet();
    IntStream.range(0, values.size()).filter(row -> row % 2 == 0).forEach(even::set);
    block.retain(even, Objects::nonNull);
    assertThat(even.stream())
        .containsExactlyElementsOf(
            IntStream.range(0, values.size())
                .filter(row -> row % 2 == 0 && values.get(row) != null)
                .boxed()
                .toList());
  }

  /** Texts of every sort, halves of surrogate pairs among them, many or few different ones. */
  @Provide
  Arbitrary<List<String>> texts() {
    var odd = Arbitraries.of("", "a", "\ud800", "\udc00\ud800", "\ud83d\ude00", "é", "\u0000");
    var free = Arbitraries.strings().ofMaxLength(12);
    return Arbitraries.oneOf(odd, free).injectNull(0.1).list().ofMinSize(1).ofMaxSize(1200);
  }

  @Property(tries = 60)
  void textsComeBack(@ForAll("texts") List<String> texts) {
    check(texts, ColumnType.TEXT);
    check(texts, ColumnType.JSON);
  }

  @Property(tries = 60)
  void numbersComeBack(@ForAll("numbers") List<Long> numbers) {
    check(numbers, ColumnType.INTEGER);
    check(numbers, ColumnType.TIMESTAMP);
  }

  @Provide
  Arbitrary<List<Long>> numbers() {
    var edges = Arbitraries.of(0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE);
    return Arbitraries.oneOf(edges, Arbitraries.longs())
        .injectNull(0.1)
        .list()
        .ofMinSize(1)
        .ofMaxSize(100);
  }

  @Test
  void truthValuesComeBack() {
    var values = new ArrayList<>(Collections.nCopies(5, true));
    values.add(null);
    values.add(false);
    check(values, ColumnType.BOOLEAN);
  }

  @Test
  void aDictionaryMayHaveMoreThan256Values() {
    var values = IntStream.range(0, 8192).mapToObj(row -> "value" + row * 7919 % 1499).toList();
    assertThat(roundTrip(values, ColumnType.TEXT)).isInstanceOf(Block.Dictionary.class);
    check(values, ColumnType.TEXT);
  }

  @Test
  void textsThatHardlyRepeatAreNotInADictionary() {
    var values = IntStream.range(0, 8192).mapToObj(row -> "value" + row).toList();
    assertThat(roundTrip(values, ColumnType.TEXT)).isInstanceOf(Block.Plain.class);
    check(values, ColumnType.TEXT);
    var late = new ArrayList<>(Collections.nCopies(600, "same"));
    late.addAll(values);
    check(late, ColumnType.TEXT);
  }

  @Test
  void oneValueTakesNoRoom() {
    var bytes = BlockWriter.write(Collections.nCopies(8192, null).toArray(), 8192, ColumnType.TEXT);
    assertThat(bytes).hasSizeLessThan(8);
  }

  @Test
  void timesAreFoundByBisection() {
    var block = (Block.Longs) roundTrip(List.of(3L, 5L, 5L, 9L), ColumnType.TIMESTAMP);
    assertThat(IntStream.of(0, 3, 4, 5, 6, 9, 10).map(block::firstNotBefore))
        .containsExactly(0, 0, 1, 1, 3, 3, 4);
  }
}
