package io.workosjdbc.fetch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.workosjdbc.http.NextLink;
import io.workosjdbc.resource.Paging;
import io.workosjdbc.resource.Path;
import io.workosjdbc.resource.Resource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answers of a table's endpoints as rows of a {@link Layout}, in one pass over the bytes.
 * Made once for a scan; one thread.
 */
final class RowReader {

  private static final JsonFactory JSON = new JsonFactory();

  private final Resource resource;
  private final ObjectReader objects;
  private final Envelope envelope;

  RowReader(Layout layout) {
    this.resource = layout.resource();
    this.objects = new ObjectReader(layout);
    var paging = resource.listing().paging();
    this.envelope =
        Envelope.of(
            paging.rows(),
            paging.next().orElse(null) instanceof Paging.Next.InBody body
                ? Optional.of(body.place())
                : Optional.empty());
  }

  /**
   * What lies around the objects of an answer.
   *
   * @param rows the array of the objects
   * @param outer the array that holds the objects which hold those
   * @param next the cursor
   */
  private record Envelope(Place root, Place rows, Place outer, Place next) {
    static Envelope of(Optional<Path> rows, Optional<Path> next) {
      var root = new Place();
      return new Envelope(
          root,
          rows.map(root::at).orElseGet(Place::new),
          rows.flatMap(Path::parent).map(root::at).orElseGet(Place::new),
          next.map(root::at).orElseGet(Place::new));
    }
  }

  /** A reader for no more than what a page says about itself. */
  static RowReader ofOutlines(Resource resource) {
    return new RowReader(Layout.ofKey(resource));
  }

  /** A page of the list. */
  ObjectPage page(Answer answer) {
    return page(answer, resource.listing().paging().rows(), envelope);
  }

  /** The objects in an array of the one object that is the whole answer. */
  ObjectPage within(Answer answer, Path array) {
    var rows = Optional.of(array);
    return page(answer, rows, Envelope.of(rows, Optional.empty()));
  }

  private ObjectPage page(Answer answer, Optional<Path> rows, Envelope around) {
    var page = new Page(answer, around);
    if (rows.isPresent()) {
      read(answer, JsonToken.START_OBJECT, parser -> page.members(parser, around.root()));
    } else {
      read(answer, JsonToken.START_ARRAY, page::elements);
    }
    if (!page.hasRows) {
      throw answer.nonsense("it has no " + rows.map(Path::toString).orElse("array"));
    }
    var next =
        resource.listing().paging().next().orElse(null) instanceof Paging.Next.InHeader header
            ? linked(header, page)
            : page.next;
    if (page.hasNoObjects && next.isPresent()) {
      throw answer.nonsense("the page is empty, but there is a cursor to a next one");
    }
    return new ObjectPage(page.rows, next, answer);
  }

  private static Optional<String> linked(Paging.Next.InHeader header, Page page) {
    if (header.endsWithEmptyPage() && page.rows.isEmpty()) {
      return Optional.empty();
    }
    var link = page.answer.response().next();
    if (link.isPresent() && link.get().target().isEmpty()) {
      throw page.answer.nonsense(
          "its link to the next page leads to " + link.get().origin() + ", which was not asked");
    }
    return link.flatMap(NextLink::target);
  }

  /** The one object that is the whole answer. */
  ObjectPage single(Answer answer) {
    var rows = new ArrayList<@Nullable Object[]>();
    read(answer, JsonToken.START_OBJECT, parser -> rows.add(objects.read(parser, answer)));
    return new ObjectPage(rows, Optional.empty(), answer);
  }

  private interface Reading {
    void read(JsonParser parser) throws IOException;
  }

  /** Reads a document that is one object, or one array. */
  private static void read(Answer answer, JsonToken begin, Reading reading) {
    try (JsonParser parser = JSON.createParser(answer.response().body())) {
      try {
        if (parser.nextToken() != begin) {
          throw answer.nonsense(
              "it is no JSON " + (begin == JsonToken.START_ARRAY ? "array" : "object"));
        }
        reading.read(parser);
        if (parser.nextToken() != null) {
          throw answer.nonsense("something follows after its end");
        }
      } catch (IOException e) {
        // The parser's own words quote the body.
        throw answer.nonsense("no valid JSON at byte " + parser.currentLocation().getByteOffset());
      }
    } catch (IOException e) {
      throw answer.nonsense("it cannot be read as JSON");
    }
  }

  /** What one page holds. */
  private final class Page {
    private final Answer answer;
    private final Envelope around;
    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private boolean hasRows;
    private boolean hasNoObjects;
    private Optional<String> next = Optional.empty();

    Page(Answer answer, Envelope around) {
      this.answer = answer;
      this.around = around;
    }

    /** Reads the members of the object that begins at the current token. */
    void members(JsonParser parser, Place place) throws IOException {
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        var member = place.member(name);
        parser.nextToken();
        if (member == null) {
          parser.skipChildren();
        } else if (member == around.rows()) {
          rows(parser, name);
        } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
          within(parser, member, name);
        }
      }
    }

    private void within(JsonParser parser, Place member, String name) throws IOException {
      if (member == around.next()) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
          throw answer.nonsense(name + " is no cursor");
        }
        next = Optional.of(parser.getText()).filter(cursor -> !cursor.isEmpty());
      } else if (parser.currentToken() == JsonToken.START_OBJECT) {
        members(parser, member);
      } else if (member == around.outer() && parser.currentToken() == JsonToken.START_ARRAY) {
        hasRows = true;
        hasNoObjects = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          hasNoObjects = false;
          within(parser, member, "an element of " + name);
        }
      } else {
        throw answer.nonsense(name + " is no object");
      }
    }

    private void rows(JsonParser parser, String name) throws IOException {
      if (parser.currentToken() != JsonToken.START_ARRAY) {
        throw answer.nonsense(name + " is no array");
      }
      elements(parser);
    }

    /** Reads the objects of the array that begins at the current token. */
    void elements(JsonParser parser) throws IOException {
      hasRows = true;
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        rows.add(objects.read(parser, answer));
      }
    }
  }
}
