package io.workosjdbc.fetch;

import io.workosjdbc.http.ApiException;
import io.workosjdbc.request.ListRequest;
import io.workosjdbc.resource.Listing;
import io.workosjdbc.resource.Paging;
import io.workosjdbc.resource.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Understands why the service refused a request for a list, from its words (api/workos.md sections
 * 2 and 5).
 */
final class Refusal {

  private static final Pattern MISSING =
      Pattern.compile(
          "not[ _](be )?found|(does not|doesn't|do not) exist|\\bno\\b.*\\bfound", Pattern.DOTALL);

  /** What follows these words are the values that the service would have taken. */
  private static final Pattern TAKEN =
      Pattern.compile("one of|(allowed|valid|supported|accepted|possible) values|expected");

  private final ApiException failure;
  private final String words;

  private Refusal(ApiException failure, String words) {
    this.failure = failure;
    this.words = words;
  }

  static Refusal of(ApiException failure) {
    var words = failure.code().orElse("") + " " + failure.apiMessage().orElse("");
    return new Refusal(failure, words.toLowerCase(Locale.ROOT));
  }

  /** Whether a value by which the list is narrowed names nothing, so that no object can match. */
  boolean saysThatAFilterNamesNothing(ListRequest request) {
    return isStatus(400, 404, 422)
        && MISSING.matcher(words).find()
        && request.filters().values().stream().anyMatch(value -> mentions(words, value));
  }

  /**
   * The names that are left to ask for after the service refused some: those that it did not
   * mention, or the core names if it only complained about the parameter. Empty (the Optional) when
   * it complained about something else.
   */
  Optional<List<String>> namesLeft(ListRequest request) {
    var choice = request.resource().listing().choice();
    if (choice.isEmpty() || !isStatus(400, 422) || words.contains("required")) {
      return Optional.empty();
    }
    var complaint = TAKEN.split(words, 2)[0];
    var left = request.names().stream().filter(name -> !mentions(complaint, name)).toList();
    boolean isRepetition = left.isEmpty() && request.names().size() > 1;
    if (left.size() < request.names().size() && !isRepetition) {
      return Optional.of(left);
    }
    return isRepetition || mentions(words, choice.get().name())
        ? core(request, choice.get())
        : Optional.empty();
  }

  private static Optional<List<String>> core(ListRequest request, Parameter.Choice choice) {
    var core = request.names().stream().filter(choice.core()::contains).toList();
    return Optional.of(core).filter(names -> names.size() < request.names().size());
  }

  /** Whether the service does not take the end of the time range together with a cursor. */
  boolean isAboutTheEnd(ListRequest request) {
    var listing = request.resource().listing();
    return isStatus(400, 422)
        && request.window().isPresent()
        && listing.timeRange().stream()
            .anyMatch(range -> mentions(words, range.end()) || mentions(words, cursor(listing)));
  }

  private static String cursor(Listing listing) {
    return listing.paging().next().orElse(null) instanceof Paging.Next.InBody body
        ? body.parameter()
        : "";
  }

  private boolean isStatus(int... statuses) {
    for (int status : statuses) {
      if (failure.status().orElse(0) == status) {
        return true;
      }
    }
    return false;
  }

  /** Whether a name stands in a text, and not merely as a part of a longer one. */
  private static boolean mentions(String text, String name) {
    var alone = "(?<![\\w-])" + Pattern.quote(name.toLowerCase(Locale.ROOT)) + "(?![\\w-])";
    return Pattern.compile(alone).matcher(text).find();
  }
}
