package io.workosjdbc.demo;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A list of the demo Okta: fact sheet of Okta, section 2.
 *
 * @param path with {@code {}} for its key
 * @param parent the list that the key must be in; empty without a key
 * @param usual how many objects a page has when nothing is said; 0 where the list comes whole
 * @param largest how many it has at most
 * @param languages the parameters that take an expression, of which only one may be given
 */
record OktaList(
    String path,
    Optional<String> parent,
    int usual,
    int largest,
    Map<String, OktaLanguage> languages) {

  static OktaList of(String path, int usual, int largest, Map<String, OktaLanguage> languages) {
    return new OktaList(path, Optional.empty(), usual, largest, languages);
  }

  static OktaList below(String parent, String name, int usual, int largest) {
    var path = parent + "/{}/" + name;
    return new OktaList(path, Optional.of(parent), usual, largest, Map.of());
  }

  /** The key in a path of this list; an empty one for a list without. Empty for other paths. */
  Optional<String> key(String asked) {
    int begin = path.indexOf("{}");
    if (begin < 0) {
      return asked.equals(path) ? Optional.of("") : Optional.empty();
    }
    String end = path.substring(begin + 2);
    boolean fits =
        asked.startsWith(path.substring(0, begin))
            && asked.endsWith(end)
            && asked.length() > begin + end.length();
    return fits
        ? Optional.of(asked.substring(begin, asked.length() - end.length()))
            .filter(key -> !key.contains("/"))
        : Optional.empty();
  }

  /** What may be asked for, besides the pages. */
  Set<String> parameters() {
    return languages.keySet();
  }

  boolean hasPages() {
    return usual > 0;
  }
}
