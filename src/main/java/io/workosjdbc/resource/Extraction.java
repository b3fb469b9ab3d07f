package io.workosjdbc.resource;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the value of a column is taken from an object of the API. */
public sealed interface Extraction {

  /** The first of some members that is present and not null; NULL when none is. */
  record Member(List<Path> candidates) implements Extraction {
    public Member {
      candidates = List.copyOf(candidates);
    }
  }

  /** What a member says, in other words where the map has some for it. */
  record Reworded(Member member, Map<String, String> words) implements Extraction {
    public Reworded {
      words = Map.copyOf(words);
    }
  }

  /** One member of every element of an array, joined by commas; NULL for an empty array. */
  record Joined(Path array, String member) implements Extraction {}

  /**
   * A value that follows from the value of another column of the same row: the one that the map
   * gives for it, else what {@code otherwise} takes from the object. Because it follows, a
   * condition on this column is also a condition on the other one.
   */
  record Derived(String column, Map<String, String> values, Member otherwise)
      implements Extraction {
    public Derived {
      values = Map.copyOf(values);
    }
  }

  /**
   * A value of another table: the {@code value} column of the row of {@code table} whose primary
   * key equals this row's {@code key} column; NULL when there is no such row.
   */
  record LookedUp(String key, String table, String value) implements Extraction {}

  /**
   * What the list was asked for: the value of a key of its {@link Scope}. An object that was not
   * got from a list may show it itself.
   */
  record Bound(String key, Member shown) implements Extraction {}

  /** The value at {@code then} where the object has this text at {@code where}. */
  record Tagged(Path where, String text, Path then, Member otherwise) implements Extraction {}

  /** Something about the answer that the object came in, rather than about the object. */
  record Provenance(Fact fact) implements Extraction {
    /** What can be known of an answer. */
    public enum Fact {
      FETCHED_AT,
      FROM_CACHE,
      REQUEST_ID
    }
  }

  /**
   * How many objects the row stands for: one, or where there are borders maybe several, of which
   * all other columns are alike. Only the time by which the list is sorted may differ, by no
   * border; the row has that of one of them.
   */
  record Count(Optional<Borders> borders) implements Extraction {}

  /** The whole object as JSON text, with the secrets masked. */
  record Raw() implements Extraction {}

  /** Whether the value is of the object itself, so that it stays with it for good. */
  default boolean isOfObject() {
    return !(this instanceof LookedUp || this instanceof Provenance || this instanceof Count);
  }
}
