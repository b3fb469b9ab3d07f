package io.workosjdbc.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The body of an answer, made when it is sent. */
sealed interface Body {
  byte[] bytes();

  /** Any text as it is. */
  record Text(String text) implements Body {
    @Override
    public byte[] bytes() {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  /** One JSON value. */
  record Value(Object value) implements Body {
    @Override
    public byte[] bytes() {
      return Json.bytes(value);
    }
  }

  /** A bare array. */
  record Elements(List<Supplier<byte[]>> rows) implements Body {
    public Elements {
      rows = List.copyOf(rows);
    }

    @Override
    public byte[] bytes() {
      var out = new ByteArrayOutputStream(1024 + 700 * rows.size());
      out.write('[');
      for (int i = 0; i < rows.size(); i++) {
        if (i > 0) {
          out.write(',');
        }
        out.writeBytes(rows.get(i).get());
      }
      out.write(']');
      return out.toByteArray();
    }
  }

  /**
   * A list envelope: fact sheet section 4.
   *
   * @param saysWhat whether it says that it is a list; those of the vault do not
   */
  record Page(
      List<Supplier<byte[]>> rows,
      Map<String, @Nullable Object> listMetadata,
      Map<String, @Nullable Object> extraKeys,
      boolean saysWhat)
      implements Body {

    public Page {
      rows = List.copyOf(rows);
      listMetadata = Collections.unmodifiableMap(new LinkedHashMap<>(listMetadata));
      extraKeys = Collections.unmodifiableMap(new LinkedHashMap<>(extraKeys));
    }

    Page withoutRows() {
      return new Page(List.of(), listMetadata, extraKeys, saysWhat);
    }

    Page withMetadata(String name, Object value) {
      Map<String, @Nullable Object> changed = new LinkedHashMap<>(listMetadata);
      changed.put(name, value);
      return new Page(rows, changed, extraKeys, saysWhat);
    }

    @Override
    public byte[] bytes() {
      var out = new ByteArrayOutputStream(1024 + 700 * rows.size());
      out.writeBytes(ascii(saysWhat ? "{\"object\":\"list\",\"data\":[" : "{\"data\":["));
      for (int i = 0; i < rows.size(); i++) {
        if (i > 0) {
          out.write(',');
        }
        out.writeBytes(rows.get(i).get());
      }
      out.writeBytes(ascii("],\"list_metadata\":"));
      out.writeBytes(Json.bytes(listMetadata));
      extraKeys.forEach(
          (name, value) -> {
            out.write(',');
            out.writeBytes(Json.bytes(name));
            out.write(':');
            out.writeBytes(Json.bytes(value));
          });
      out.write('}');
      return out.toByteArray();
    }

    private static byte[] ascii(String text) {
      return text.getBytes(StandardCharsets.US_ASCII);
    }
  }
}
