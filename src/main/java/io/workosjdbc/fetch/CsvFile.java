package io.workosjdbc.fetch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.workosjdbc.http.ApiException;
import io.workosjdbc.http.ApiException.Kind;
import io.workosjdbc.http.Download;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A CSV file with a line of names, read as pages of JSON objects while it comes. Names become
 * snake_case; a value that is a JSON object or array becomes one, an empty one is left out. One
 * thread at a time.
 */
final class CsvFile implements AutoCloseable {

  private static final JsonFactory JSON = new JsonFactory();

  /** No field is longer, so that what is not the file it should be does not fill the memory. */
  private static final int LONGEST_FIELD = 4 << 20;

  private static final CsvFactory CSV =
      CsvFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(LONGEST_FIELD).build())
          .build();

  private final String id;
  private final String line;
  private final Instant askedAt;
  private final Download download;
  private final CsvParser parser;
  private final Map<String, String> names = new HashMap<>();
  private long records;
  private boolean isAtRecord;

  /**
   * @param id of the export, for cursors
   * @param line for messages
   */
  CsvFile(String id, String line, Instant askedAt, Download download) {
    this.id = id;
    this.line = line;
    this.askedAt = askedAt;
    this.download = download;
    boolean isRead = false;
    try {
      parser = CSV.createParser(download.stream());
      parser.setSchema(CsvSchema.emptySchema().withHeader());
      isAtRecord = parser.nextToken() == JsonToken.START_OBJECT;
      isRead = true;
    } catch (IOException e) {
      throw unreadable();
    } finally {
      if (!isRead) {
        download.close();
      }
    }
  }

  Instant askedAt() {
    return askedAt;
  }

  /**
   * A page.
   *
   * @param next the cursor of the next page; empty on the last one
   */
  @SuppressWarnings("ArrayRecordComponent") // Bytes for a parser; never compared.
  record Page(byte[] json, Optional<String> next) {}

  /** The next records, at most so many. */
  Page page(int most) {
    var json = new ByteArrayOutputStream();
    Optional<String> next = Optional.empty();
    try (JsonGenerator page = JSON.createGenerator(json)) {
      page.writeStartObject();
      page.writeArrayFieldStart("data");
      for (int each = 0; each < most && isAtRecord; each++) {
        record(page);
      }
      page.writeEndArray();
      if (isAtRecord) {
        next = Optional.of(id + " " + records);
        page.writeStringField("next", next.get());
      }
      page.writeEndObject();
    } catch (IOException e) {
      throw unreadable();
    }
    return new Page(json.toByteArray(), next);
  }

  /** Passes over records that were read before. */
  void skip(long most) {
    boolean isRead = false;
    try {
      while (records < most && isAtRecord) {
        parser.skipChildren();
        records++;
        isAtRecord = parser.nextToken() == JsonToken.START_OBJECT;
      }
      isRead = true;
    } catch (IOException e) {
      throw unreadable();
    } finally {
      if (!isRead) {
        close();
      }
    }
  }

  private void record(JsonGenerator page) throws IOException {
    records++;
    page.writeStartObject();
    page.writeNumberField("record_number", records);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var name = names.computeIfAbsent(parser.currentName(), CsvFile::snakeCase);
      parser.nextToken();
      var value = parser.getText();
      if (value != null && !value.isEmpty()) {
        page.writeFieldName(name);
        write(value, page);
      }
    }
    page.writeEndObject();
    isAtRecord = parser.nextToken() == JsonToken.START_OBJECT;
  }

  private static String snakeCase(String name) {
    return name.strip()
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "_")
        .replaceAll("^_|_$", "");
  }

  private static void write(String value, JsonGenerator page) throws IOException {
    if ((value.startsWith("{") || value.startsWith("[")) && isJson(value)) {
      page.writeRawValue(value);
    } else {
      page.writeString(value);
    }
  }

  private static boolean isJson(String value) {
    try (JsonParser json = JSON.createParser(value)) {
      json.nextToken();
      json.skipChildren();
      return json.nextToken() == null;
    } catch (IOException noJson) {
      return false; // It is a text then.
    }
  }

  /** The parser's own words would quote the file; a broken connection has said so itself. */
  private ApiException unreadable() {
    return ApiException.of(
        Kind.NONSENSE,
        line,
        line + " makes no sense: the file of the export is no CSV after record " + records);
  }

  @Override
  public void close() {
    download.close();
  }
}
