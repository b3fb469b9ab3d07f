package io.workosjdbc.cache.event;

import com.google.common.base.Splitter;
import io.workosjdbc.request.Condition.Like;
import io.workosjdbc.request.LikePattern;
import java.util.List;
import java.util.function.Predicate;

/** SQL's LIKE, without regular expressions where it says no more than what texts lie between. */
final class LikeTest {

  private LikeTest() {}

  static Predicate<String> of(String pattern, Like like) {
    boolean isPlain = like.caseSensitive() && pattern.indexOf('_') < 0;
    if (isPlain && (like.escape().isEmpty() || !pattern.contains(like.escape()))) {
      var texts = Splitter.on('%').splitToList(pattern);
      return text -> hasInOrder(text, texts);
    }
    return LikePattern.of(pattern, like.escape(), like.caseSensitive())::matches;
  }

  /** Whether a text begins with the first, ends with the last, and has the others between. */
  private static boolean hasInOrder(String text, List<String> parts) {
    if (parts.size() == 1) {
      return text.equals(parts.get(0));
    }
    var last = parts.get(parts.size() - 1);
    if (!text.startsWith(parts.get(0))) {
      return false;
    }
    int at = parts.get(0).length();
    for (var part : parts.subList(1, parts.size() - 1)) {
      at = text.indexOf(part, at);
      if (at < 0) {
        return false;
      }
      at += part.length();
    }
    return text.length() - at >= last.length() && text.endsWith(last);
  }
}
