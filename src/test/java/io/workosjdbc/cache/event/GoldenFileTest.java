package io.workosjdbc.cache.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.resource.ColumnType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A file of format version 1 that was written when the format was made. As long as the version is
 * 1, it must be read; if it cannot be, the version must become 2.
 */
class GoldenFileTest {

  private static final SegmentName NAME =
      SegmentName.parse("0ml3anpc0-0ml3b0l80-0mm6pj9c0-go-96aa43ce762a0344-00000001.seg")
          .orElseThrow();
  private static final Path FILE = Path.of("src/test/resources/events").resolve(NAME.fileName());

  private static final List<StoredColumn> COLUMNS =
      List.of(
          new StoredColumn("count", ColumnType.INTEGER),
          new StoredColumn("created_at", ColumnType.TIMESTAMP),
          new StoredColumn("flag", ColumnType.BOOLEAN),
          new StoredColumn("id", ColumnType.TEXT),
          new StoredColumn("name", ColumnType.TEXT),
          new StoredColumn("nothing", ColumnType.TEXT),
          new StoredColumn("odd", ColumnType.TEXT),
          new StoredColumn("raw", ColumnType.JSON),
          new StoredColumn("user", ColumnType.TEXT));

  static Kind kind() {
    var values = new TreeMap<String, java.util.SortedSet<String>>();
    values.put("name", new TreeSet<>(List.of("a.b", "c.d")));
    return new Kind("golden", "created_at", values, COLUMNS);
  }

  private static List<Object> row(int number) {
    return Arrays.asList(
        number % 7 == 0 ? null : (long) number * number * (number % 2 == 0 ? -1 : 1),
        NAME.span().from() + number * 1000L,
        number % 5 == 0 ? null : (Boolean) (number % 2 == 0),
        "event_%026d".formatted(number * 31L),
        number % 3 == 0 ? "a.b" : "c.d",
        null,
        number % 4 == 0 ? "half a pair: \ud83d" : "grün \ud83d\ude00" + number,
        "{\"number\":" + number + "}",
        "user_" + number % 280);
  }

  private static List<List<Object>> rows() {
    var rows = new ArrayList<List<Object>>();
    for (int number = 0; number < NAME.rows(); number++) {
      rows.add(row(number));
    }
    return rows;
  }

  private static List<List<Object>> read(byte[] content, SegmentName name) throws IOException {
    var rows = new ArrayList<List<Object>>();
    try (var source = SegmentSource.of(content)) {
      var meta = SegmentMeta.read(name, source);
      assertThat(meta.kind()).isEqualTo(kind());
      Reading.whole(meta.kind())
          .read(name.span(), meta, source)
          .rows()
          .forEachRemaining(row -> rows.add(Arrays.asList(row)));
    }
    return rows;
  }

  static SegmentBuilder.Segment write() {
    var builder = new SegmentBuilder(kind());
    rows().forEach(row -> builder.add(row.toArray()));
    return builder.finish(NAME.span(), NAME.askedAt());
  }

  @Test
  void aFileOfVersion1CanBeRead() throws IOException {
    assertThat(read(Files.readAllBytes(FILE), NAME)).isEqualTo(rows());
  }

  @Test
  void theSameRowsAreWrittenTheSameWay() throws IOException {
    var written = write();
    assertThat(read(written.content(), written.name())).isEqualTo(rows());
    assertThat(written.name().kind()).isEqualTo(NAME.kind());
    // How well it compresses is up to the JVM.
    var golden = Files.readAllBytes(FILE);
    assertThat(written.content()).startsWith(Arrays.copyOf(golden, 200));
  }
}
