package io.workosjdbc.cache.event;

import com.google.common.base.Splitter;
import io.workosjdbc.request.Condition.Like;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** SQL's LIKE, without regular expressions where it says no more than what texts lie between. */
final class LikeTest {

  private LikeTest() {}

  static Predicate<String> of(String pattern, Like like) {
    boolean isPlain = like.caseSensitive() && pattern.indexOf('_') < 0;
    if (isPlain && (like.escape().isEmpty() || !pattern.contains(like.escape()))) {
      var texts = Splitter.on('%').splitToList(pattern);
      return text -> hasInOrder(text, texts);
    }
    return regex(pattern, like).asMatchPredicate();
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

  private static Pattern regex(String pattern, Like like) {
    var regex = new StringBuilder();
    for (int at = 0; at < pattern.length(); at++) {
      char c = pattern.charAt(at);
      if (like.escape().indexOf(c) >= 0 && at + 1 < pattern.length()) {
        regex.append(Pattern.quote(String.valueOf(pattern.charAt(++at))));
      } else {
        regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
      }
    }
    int fold = like.caseSensitive() ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    return Pattern.compile(regex.toString(), Pattern.DOTALL | fold);
  }
}
