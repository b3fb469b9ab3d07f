package io.workosjdbc.faults;

import static io.workosjdbc.faults.Verdict.NOT_FOR_THIS;
import static io.workosjdbc.faults.Verdict.fails;
import static io.workosjdbc.faults.Verdict.nothing;
import static io.workosjdbc.faults.Verdict.whole;

import io.workosjdbc.demo.Answer;
import io.workosjdbc.demo.Breakage;
import io.workosjdbc.demo.Effect;
import io.workosjdbc.demo.PageFault;
import io.workosjdbc.demo.WrongShape;
import io.workosjdbc.resource.Extraction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One thing that goes wrong with an answer.
 *
 * @param verdict what must come of it, at a place in a question
 */
record Trouble(String name, Effect effect, Judge verdict) {

  /** Says what must come of a fault. */
  @FunctionalInterface
  interface Judge {
    Verdict of(Place place);
  }

  /** A request of a question, and what surrounds it. */
  record Place(Question question, List<String> requests, int index) {
    /** Whether it is not the first page of its list. */
    boolean isContinued() {
      return requests.get(index).contains("after=");
    }

    /** Whether another page of the same list follows. */
    boolean continues() {
      return index + 1 < requests.size() && requests.get(index + 1).contains("after=");
    }
  }

  static List<Trouble> all() {
    var all = new ArrayList<Trouble>();
    all.addAll(everywhere());
    all.add(new Trouble("404", Answer.message(404, "Not Found"), Trouble::notFound));
    Arrays.stream(WrongShape.values())
        .forEach(
            shape -> all.add(new Trouble(shape.name(), shape, place -> wrongShape(shape, place))));
    Arrays.stream(PageFault.values())
        .forEach(
            fault -> all.add(new Trouble(fault.name(), fault, place -> pageFault(fault, place))));
    return all;
  }

  /** Those of which the same must come wherever they strike: a failure. */
  static List<Trouble> everywhere() {
    var all = new ArrayList<Trouble>();
    for (var breakage : Breakage.values()) {
      var state = breakage == Breakage.TRUNCATED_JSON ? "58000" : "08006";
      all.add(new Trouble(breakage.name(), breakage, place -> fails(state)));
    }
    refusals().forEach((answer, state) -> all.add(refusal(answer, state)));
    bodies().forEach((name, body) -> all.add(body(name, body)));
    return all;
  }

  private static Map<Answer, String> refusals() {
    return Map.ofEntries(
        Map.entry(Answer.empty(204), "58000"),
        Map.entry(Answer.empty(304), "58000"),
        Map.entry(Answer.message(400, "No."), "22023"),
        Map.entry(Answer.code(401, "unauthorized", "Unauthorized"), "28000"),
        Map.entry(Answer.message(403, "Forbidden"), "42501"),
        Map.entry(Answer.html(407), "08006"),
        Map.entry(Answer.empty(408), "08006"),
        Map.entry(Answer.message(422, "Validation failed."), "22023"),
        Map.entry(Answer.rateLimited(), "53400"),
        Map.entry(Answer.bareRateLimited(), "53400"),
        Map.entry(Answer.html(500), "08006"),
        Map.entry(Answer.empty(503), "08006"),
        Map.entry(Answer.json(504, "{\"errors\":[[[{}]]]"), "08006"),
        Map.entry(Answer.empty(302).with("Location", "http://localhost:9/elsewhere"), "58000"),
        Map.entry(Answer.empty(302).with("Location", "https://127.0.0.1/"), "58000"),
        Map.entry(Answer.empty(307).with("Location", "::"), "58000"));
  }

  private static Trouble refusal(Answer answer, String state) {
    return new Trouble(answer.status() + " " + answer.body(), answer, place -> fails(state));
  }

  /** 200s whose body is no JSON that anything could be read from. */
  private static Map<String, String> bodies() {
    return Map.of(
        "blanks", " \r\n\t ",
        "open array", "{\"object\":\"list\",\"data\":[",
        "deep", "{\"data\":" + "[".repeat(100_000),
        "nan", "{\"data\":[NaN],\"list_metadata\":{}}",
        "control character", "{\"data\":[\u0000],\"list_metadata\":{}}");
  }

  private static Trouble body(String name, String text) {
    return new Trouble("body: " + name, Answer.json(200, text), place -> fails("58000"));
  }

  /** Where a key is part of the path, 404 says that there is none such. */
  private static Verdict notFound(Place place) {
    boolean isNone = place.question().isObject() || place.question().isScoped();
    return isNone && !place.isContinued() ? nothing() : fails("22023");
  }

  private static Verdict wrongShape(WrongShape shape, Place place) {
    var question = place.question();
    boolean isReadable =
        switch (shape) {
          case ARRAY -> question.isArray();
          case WITHOUT_DATA, DATA_IS_OBJECT, DATA_IS_NULL, ROW_IS_STRING ->
              question.isObject() && hasNoKeyOfItsOwn(question);
          case CURSOR_IS_OBJECT, METADATA_IS_ARRAY ->
              question.isObject()
                  ? hasNoKeyOfItsOwn(question)
                  : !question.hasPages() && !question.isArray();
          case STRING, NULL, EMPTY, HTML, TRAILING_TEXT -> false;
        };
    return isReadable ? NOT_FOR_THIS : fails("58000");
  }

  private static boolean hasNoKeyOfItsOwn(Question question) {
    return question.resource().key().extraction() instanceof Extraction.Bound;
  }

  private static Verdict pageFault(PageFault fault, Place place) {
    return switch (fault) {
      case EMPTY_WITH_CURSOR -> place.continues() ? fails("58000") : NOT_FOR_THIS;
      case REPEATED_CURSOR, BACKWARDS -> place.isContinued() ? fails("58000") : NOT_FOR_THIS;
      case REPEATED_ROW -> place.isContinued() ? whole() : NOT_FOR_THIS;
    };
  }
}
