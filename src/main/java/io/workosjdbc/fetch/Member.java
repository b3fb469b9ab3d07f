package io.workosjdbc.fetch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A member of the objects at a place. It expects after it what came after it in the object before:
 * a parser compares an expected name with the bytes, which is quicker than to find out a name.
 */
final class Member {

  private final Place parent;
  private final @Nullable Place place;
  private final SerializableString name;
  private Member expected = this;

  /**
   * @param name empty for what stands before the first member
   */
  Member(Place parent, String name) {
    this.parent = parent;
    this.place = parent.member(name);
    this.name = new SerializedString(name);
  }

  /** Moves the parser to the name of the next member; null when there is none. */
  @Nullable Member next(JsonParser parser) throws IOException {
    if (parser.nextFieldName(expected.name)) {
      return expected;
    }
    if (parser.currentToken() != JsonToken.FIELD_NAME) {
      return null;
    }
    expected = parent.known(parser.currentName());
    return expected;
  }

  /** Where its value goes; null where nobody wants it. */
  @Nullable Place place() {
    return place;
  }
}
