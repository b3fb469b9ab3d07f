package io.workosjdbc.fetch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Takes the value of one place in an object as a column wants it.
 *
 * @param index where the value goes
 * @param column for messages
 */
record Slot(int index, String column, Kind kind, Masking masking, TextPool pool) {

  enum Kind {
    /** Any scalar as text, an object or array as its JSON. */
    TEXT,
    /** The same of a value that hardly repeats. */
    UNIQUE_TEXT,
    /** The texts of all elements of an array, joined by commas. */
    JOINED_TEXT,
    JSON,
    BOOLEAN,
    INTEGER,
    TIMESTAMP
  }

  /** A value is not what its column holds. */
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    private Unfit(Slot slot) {
      super(slot.column + " is no " + slot.kind.name().toLowerCase(Locale.ROOT));
    }
  }

  /** Takes the scalar at the parser's current token. */
  void takeScalar(JsonParser parser, @Nullable Object[] values) throws IOException, Unfit {
    Object value = values[index];
    if (value != null && kind != Kind.JOINED_TEXT) {
      return; // A path through an array means its first value.
    }
    if (masking.isWhole()) {
      put(mask(), values);
      return;
    }
    switch (kind) {
      case TEXT, JOINED_TEXT -> put(pool.get(parser.getText()), values);
      case UNIQUE_TEXT -> put(parser.getText(), values);
      case JSON -> put(json(parser), values);
      case BOOLEAN -> values[index] = bool(parser);
      case INTEGER -> values[index] = integer(parser);
      case TIMESTAMP -> values[index] = timestamp(parser);
    }
  }

  /** Takes an object or array, written from byte {@code from} to {@code to}. */
  void takeStructure(byte[] body, int from, int to, @Nullable Object[] values)
      throws IOException, Unfit {
    switch (kind) {
      case TEXT, UNIQUE_TEXT, JOINED_TEXT, JSON -> {
        if (values[index] == null || kind == Kind.JOINED_TEXT) {
          put(masking.isWhole() ? mask() : masking.text(body, from, to), values);
        }
      }
      case BOOLEAN, INTEGER, TIMESTAMP -> throw new Unfit(this);
    }
  }

  private @Nullable String mask() {
    return switch (kind) {
      case TEXT, UNIQUE_TEXT, JOINED_TEXT -> Masking.MASK;
      case JSON -> '"' + Masking.MASK + '"';
      case BOOLEAN, INTEGER, TIMESTAMP -> null;
    };
  }

  private void put(@Nullable String text, @Nullable Object[] values) {
    values[index] = values[index] == null ? text : values[index] + "," + text;
  }

  private static String json(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      return parser.getText();
    }
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(parser.getText())) + '"';
  }

  private Boolean bool(JsonParser parser) throws IOException, Unfit {
    String text = parser.getText();
    if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
      return Boolean.valueOf(text);
    }
    throw new Unfit(this);
  }

  private Long integer(JsonParser parser) throws IOException, Unfit {
    String text = parser.getText().strip();
    try {
      return parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT
          ? new BigDecimal(text).longValueExact()
          : Long.parseLong(text);
    } catch (ArithmeticException | NumberFormatException e) {
      throw new Unfit(this);
    }
  }

  private Long timestamp(JsonParser parser) throws IOException, Unfit {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      long millis =
          Timestamps.epochMillis(
              parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
      if (millis != Timestamps.UNREADABLE) {
        return millis;
      }
    }
    throw new Unfit(this);
  }
}
