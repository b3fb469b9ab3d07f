package io.workosjdbc.fetch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.workosjdbc.resource.Extraction.Bound;
import io.workosjdbc.resource.Resource;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one object after the other as rows of a {@link Layout}. One thread. */
final class ObjectReader {

  private final Resource resource;
  private final RowShape shape;
  private final int key;
  private final boolean isKeyBound;
  private final @Nullable Object[] taken;
  private Optional<String> unfit = Optional.empty();

  ObjectReader(Layout layout) {
    this.resource = layout.resource();
    this.shape = new RowShape(resource, layout.columns());
    this.key = layout.key();
    this.isKeyBound = resource.key().extraction() instanceof Bound;
    this.taken = new @Nullable Object[shape.slots()];
  }

  /** The row of the object that begins at the parser's current token. */
  @Nullable Object[] read(JsonParser parser, Answer answer) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw answer.nonsense("where an object of " + resource.table() + " should be is none");
    }
    Arrays.fill(taken, null);
    unfit = Optional.empty();
    value(parser, shape.root(), answer.response().body());
    var row = shape.row(taken);
    if (row[key] == null && !isKeyBound) {
      throw answer.nonsense("an object of " + resource.table() + " has no " + keyName());
    }
    if (unfit.isPresent()) {
      throw answer.nonsense(
          "in " + resource.table() + " " + keyName() + " " + row[key] + ", " + unfit.get());
    }
    return row;
  }

  private String keyName() {
    return resource.key().name();
  }

  private void value(JsonParser parser, Place place, byte[] body) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    boolean isStructure = token.isStructStart();
    int from = isStructure && !place.slots().isEmpty() ? offset(parser) - 1 : 0;
    if (isStructure) {
      inside(parser, place, body);
    }
    for (var slot : place.slots()) {
      try {
        if (isStructure) {
          slot.takeStructure(body, from, offset(parser), taken);
        } else {
          slot.takeScalar(parser, taken);
        }
      } catch (Slot.Unfit e) {
        unfit = Optional.ofNullable(e.getMessage());
      }
    }
  }

  /** Reads the members of an object, or those of each object in an array. */
  private void inside(JsonParser parser, Place place, byte[] body) throws IOException {
    if (!place.hasMembers()) {
      parser.skipChildren();
      return;
    }
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken().isStructStart()) {
          inside(parser, place, body);
        }
      }
      return;
    }
    for (var member = place.before().next(parser); member != null; member = member.next(parser)) {
      var inner = member.place();
      parser.nextToken();
      if (inner == null) {
        parser.skipChildren();
      } else {
        value(parser, inner, body);
      }
    }
  }

  /** How many bytes have been read, the current token being the last of them. */
  private static int offset(JsonParser parser) throws IOException {
    long offset = parser.currentLocation().getByteOffset();
    if (offset < 0) {
      throw new IOException("JSON that is not UTF-8");
    }
    return Math.toIntExact(offset);
  }
}
