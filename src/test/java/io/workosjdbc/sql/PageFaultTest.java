package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.demo.Answer;
import io.workosjdbc.demo.Breakage;
import io.workosjdbc.demo.DemoData;
import io.workosjdbc.demo.Effect;
import io.workosjdbc.demo.Fault;
import io.workosjdbc.demo.PageFault;
import io.workosjdbc.demo.WrongShape;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever goes wrong at the first, the middle or the last of three pages: all rows or a failure
 * with its SQLState, and never a part of the rows.
 */
class PageFaultTest {
  private static final String PATH = "/organizations";

  @RegisterExtension static final Api API = Api.of(DemoData.of(ListOrderTest.organizations()));

  /** Everything, read on a connection that must be as good as new afterwards. */
  private static Query all() {
    return API.sql("select id from workos_organization").in("maxRetries=0;maxConcurrency=16");
  }

  private static void failsOn(int page, Effect effect, String sqlState, String message)
      throws java.sql.SQLException {
    try (var connection = API.connect("cache=memory;maxRetries=0;maxConcurrency=16")) {
      // From there on: a connection that breaks without an answer is tried once more at once.
      API.server().fail(new Fault(PATH, page, Integer.MAX_VALUE, effect));
      all().on(connection).fails(sqlState, message);
      API.server().heal();

      assertThat(all().on(connection).outcome().rows()).hasSize(250).doesNotHaveDuplicates();
    }
  }

  static Stream<Arguments> wrongShapes() {
    return Arrays.stream(WrongShape.values())
        .flatMap(shape -> IntStream.rangeClosed(1, 3).mapToObj(page -> Arguments.of(shape, page)));
  }

  @ParameterizedTest
  @MethodSource("wrongShapes")
  void aPageThatIsNoListFails(WrongShape shape, int page) throws Exception {
    failsOn(page, shape, "58000", "GET /organizations?limit=100");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void truncatedJsonFails(int page) throws Exception {
    failsOn(page, Breakage.TRUNCATED_JSON, "58000", "GET /organizations?limit=100");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void anEmptyAnswerFails(int page) throws Exception {
    failsOn(page, Answer.empty(200), "58000", "GET /organizations?limit=100");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void anEmptyPageWithACursorFails(int page) throws Exception {
    failsOn(page, PageFault.EMPTY_WITH_CURSOR, "58000", "GET /organizations?limit=100");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void aCursorThatComesAgainFails(int page) throws Exception {
    failsOn(page, PageFault.REPEATED_CURSOR, "58000", "&after=");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void aPageThatGoesBackFails(int page) throws Exception {
    failsOn(page, PageFault.BACKWARDS, "58000", "&after=");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void aRowThatComesAgainAtABoundaryIsOneRow(int page) {
    API.server().fail(Fault.nth(page, PATH, PageFault.REPEATED_ROW));

    assertThat(all().outcome().rows()).hasSize(250).doesNotHaveDuplicates();
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
            Map.entry(Answer.message(401, "Unauthorized"), "28000"),
            Map.entry(Answer.message(403, "Forbidden"), "42501"),
            Map.entry(Answer.code(400, "bad_request", "No."), "22023"),
            Map.entry(Answer.message(404, "Not Found"), "22023"),
            Map.entry(Answer.message(422, "Validation failed."), "22023"),
            Map.entry(Answer.rateLimited(), "53400"),
            Map.entry(Answer.bareRateLimited(), "53400"),
            Map.entry(Answer.html(500), "08006"),
            Map.entry(Answer.html(502), "08006"),
            Map.entry(Answer.empty(503), "08006"),
            Map.entry(Answer.html(200), "58000"))
        .flatMap(
            refusal ->
                IntStream.rangeClosed(1, 3)
                    .mapToObj(page -> Arguments.of(refusal.getKey(), refusal.getValue(), page)));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void aRefusalFailsWithItsState(Answer answer, String sqlState, int page) throws Exception {
    failsOn(page, answer, sqlState, "GET /organizations?limit=100");
  }

  @ParameterizedTest
  @EnumSource(
      value = Breakage.class,
      names = {"CLOSED_WITHOUT_ANSWER", "CLOSED_IN_BODY"})
  void aConnectionThatBreaksFailsWhenNothingIsLeftToTry(Breakage breakage) throws Exception {
    for (int page = 1; page <= 3; page++) {
      failsOn(page, breakage, "08006", "GET /organizations?limit=100");
    }
  }

  @Test
  void whatPassesIsTriedAgainAtEveryPage() {
    var effects =
        new Effect[] {
          Answer.rateLimited(0), Breakage.CLOSED_IN_BODY, Answer.html(502).with("Retry-After", "0")
        };
    for (int page = 1; page <= 3; page++) {
      API.server().fail(Fault.nth(2 * page - 1, PATH, effects[page - 1]));
    }

    var query = all().in("maxRetries=2;maxConcurrency=16").sends(6, "GET /organizations?limit=100");
    assertThat(query.outcome().rows()).hasSize(250).doesNotHaveDuplicates();
  }

  @Test
  void theMessageNamesRequestAndRequestId() {
    API.server().fail(Fault.nth(2, PATH, WrongShape.NULL));

    all().fails("58000", "GET /organizations?limit=100&after=org_150").fails("58000", "req_demo_");
  }

  @Test
  void aGetThatIsWrongFails() {
    for (var shape : WrongShape.values()) {
      API.server().heal();
      API.server().fail(Fault.every(PATH, shape));
      API.sql("select id from workos_organization where id = 'org_001'")
          .in("maxRetries=0")
          .fails("58000", "GET /organizations/org_001");
    }
  }

  @Test
  void aGetOfAnotherObjectIsNoRow() {
    API.server().edit("org_001", io.workosjdbc.demo.Edit.set("id", "org_002"));

    API.sql("select id from workos_organization where id = 'org_001'").returnsNothing();
  }

  @Test
  void nobodyAnswering() {
    var dead = Api.of(DemoData.of(java.util.List.of()));
    dead.server().close();

    dead.sql("select id from workos_organization")
        .in("maxRetries=0")
        .fails("08001", "GET /organizations");
  }

  @Test
  void theKeyIsInNoMessage() {
    API.server().fail(Fault.every(PATH, Answer.message(401, "Unauthorized")));

    var failure = all().outcome().failure().orElseThrow();
    for (Throwable each = failure; each != null; each = each.getCause()) {
      assertThat(each.toString()).doesNotContain(API.server().apiKey());
    }
  }
}
